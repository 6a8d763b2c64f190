//! The machines that tasks run on: one a thread.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use brooklet_python::Raise;
use brooklet_python::vm::{ExceptionKind, Vm};

static NEXT_ID: AtomicU64 = AtomicU64::new(1);

/// Makes the machines of a context's tasks.
pub struct Worker {
    id: u64,
    errors: PythonErrors,
    make: Box<dyn Fn(Effects) -> Vm + Send + Sync>,
}

/// Whether what the functions of a task do may reach the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effects {
    /// They run in a job of the program.
    Allowed,
    /// They run so that somebody can inspect records: nothing that they change may last.
    Forbidden,
}

/// Exceptions of an upper layer that tasks (and the driver, when it pickles) raise.
#[derive(Clone, Copy)]
pub struct PythonErrors {
    /// A function of the program raised `StopIteration`, with this text.
    pub stop_iteration: fn(&mut Vm, &str) -> Raise,
    /// A value could not be pickled: what pickling it raised.
    pub could_not_serialize: fn(&mut Vm, Raise) -> Raise,
}

impl Default for PythonErrors {
    fn default() -> PythonErrors {
        PythonErrors {
            stop_iteration: |vm, text| {
                vm.error(
                    ExceptionKind::RuntimeError,
                    format!(
                        "Caught StopIteration thrown from user's code; failing the task: {text}"
                    ),
                )
            },
            could_not_serialize: |_, raise| raise,
        }
    }
}

/// A machine's copy of its context's errors.
struct InstalledErrors(RefCell<PythonErrors>);

thread_local! {
    /// This thread's machines: that of the program's jobs, and that of inspections.
    static MACHINES: [RefCell<Option<(u64, Vm)>>; 2] =
        const { [RefCell::new(None), RefCell::new(None)] };
}

impl Worker {
    /// A maker of machines; `make` gives each its host and the modules of upper layers.
    pub fn new(
        errors: PythonErrors,
        make: impl Fn(Effects) -> Vm + Send + Sync + 'static,
    ) -> Arc<Worker> {
        Arc::new(Worker {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            errors,
            make: Box::new(make),
        })
    }

    /// Runs `work` on one of this thread's machines, which is made when first needed.
    pub(crate) fn with_machine<T>(&self, effects: Effects, work: impl FnOnce(&mut Vm) -> T) -> T {
        let slot = effects as usize;
        let kept = MACHINES.with(|machines| machines[slot].take());
        let mut vm = match kept {
            Some((id, vm)) if id == self.id => vm,
            _ => {
                let mut vm = (self.make)(effects);
                self.install_errors(&mut vm);
                vm
            }
        };
        let result = work(&mut vm);
        MACHINES.with(|machines| machines[slot].replace(Some((self.id, vm))));
        result
    }

    /// Lets a machine (the driver's) raise this context's errors.
    pub(crate) fn install_errors(&self, vm: &mut Vm) {
        *installed(vm).0.borrow_mut() = self.errors;
    }
}

fn installed(vm: &mut Vm) -> Rc<InstalledErrors> {
    vm.extension(|| InstalledErrors(RefCell::new(PythonErrors::default())))
}

/// The error of a function of the program that raised `StopIteration` where Spark forbids it.
pub(crate) fn stop_iteration(vm: &mut Vm, text: &str) -> Raise {
    let make = installed(vm).0.borrow().stop_iteration;
    make(vm, text)
}

/// The error of a value that cannot be pickled.
pub(crate) fn could_not_serialize(vm: &mut Vm, raise: Raise) -> Raise {
    let make = installed(vm).0.borrow().could_not_serialize;
    make(vm, raise)
}
