//! The world of the machines that tasks run on.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use brooklet_engine::files::UnchangingFiles;
use brooklet_engine::{Effects, write_task_output};
use brooklet_python::Vm;
use brooklet_python::files::FileSystem;
use brooklet_python::vm::{Host, Stream, Suspension, WaitClock, WaitId};

use super::{BEGINNING_MS, DriverOptions};
use crate::modules::LIBRARY;

/// What the driver and all tasks share.
pub(crate) struct WorkerSide {
    files: Arc<dyn FileSystem>,
    cancelled: Arc<AtomicBool>,
    clock_ms: AtomicI64,
    /// Where the program's own modules are.
    module_folders: Mutex<Vec<String>>,
    /// The local properties of the jobs.
    properties: Mutex<HashMap<String, String>>,
}

/// The local properties of the job that a task's machine works for.
pub(crate) struct TaskProperties(Option<Arc<WorkerSide>>);

impl TaskProperties {
    /// Those of a machine; `None` on the driver.
    pub(crate) fn of(vm: &mut Vm) -> Option<Rc<TaskProperties>> {
        let found = vm.extension(|| TaskProperties(None));
        found.0.is_some().then_some(found)
    }

    /// A property's value.
    pub(crate) fn get(&self, key: &str) -> Option<String> {
        let side = self.0.as_ref()?;
        let properties = side.properties.lock();
        let properties = properties.unwrap_or_else(PoisonError::into_inner);
        properties.get(key).cloned()
    }
}

impl WorkerSide {
    pub(crate) fn new(options: &DriverOptions) -> WorkerSide {
        let mut module_folders = vec![options.program_folder.clone(), String::new()];
        module_folders.dedup();
        WorkerSide {
            files: options.files.clone(),
            cancelled: options.cancelled.clone(),
            clock_ms: AtomicI64::new(BEGINNING_MS),
            module_folders: Mutex::new(module_folders),
            properties: Mutex::default(),
        }
    }

    pub(crate) fn module_folders(&self) -> Vec<String> {
        let folders = self.module_folders.lock();
        folders.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Has modules looked for in one more folder.
    pub(crate) fn add_module_folder(&self, folder: &str) {
        let folders = self.module_folders.lock();
        let mut folders = folders.unwrap_or_else(PoisonError::into_inner);
        if !folders.iter().any(|known| known == folder) {
            folders.push(folder.to_owned());
        }
    }

    /// Sets a local property of the jobs to come, or takes it away.
    pub(crate) fn set_property(&self, key: &str, value: Option<String>) {
        let properties = self.properties.lock();
        let mut properties = properties.unwrap_or_else(PoisonError::into_inner);
        match value {
            Some(value) => properties.insert(key.to_owned(), value),
            None => properties.remove(key),
        };
    }

    pub(crate) fn set_clock_ms(&self, now_ms: i64) {
        self.clock_ms.store(now_ms, Ordering::Relaxed);
    }
}

/// A machine for tasks.
pub(crate) fn make_machine(side: &Arc<WorkerSide>, effects: Effects) -> Vm {
    let files = side.files.clone();
    let files: Arc<dyn FileSystem> = match effects {
        Effects::Allowed => files,
        Effects::Forbidden => Arc::new(UnchangingFiles(files)),
    };
    let (properties, side) = (side.clone(), side.clone());
    let host = WorkerHost {
        side,
        files,
        clock: WaitClock::default(),
    };
    let mut vm = Vm::with_library(Rc::new(host), &LIBRARY);
    vm.extension(move || TaskProperties(Some(properties)));
    vm
}

struct WorkerHost {
    side: Arc<WorkerSide>,
    files: Arc<dyn FileSystem>,
    clock: WaitClock,
}

impl Host for WorkerHost {
    /// All that tasks print goes to standard error, as PySpark's workers do it.
    fn write(&self, _: Stream, text: &str) {
        write_task_output(text);
    }

    fn now_ms(&self) -> f64 {
        self.side.clock_ms.load(Ordering::Relaxed) as f64 + self.clock.passed_ms()
    }

    fn files(&self) -> Arc<dyn FileSystem> {
        self.files.clone()
    }

    fn module_folders(&self) -> Vec<String> {
        self.side.module_folders()
    }

    fn begin_wait(&self, _: &mut Vm, wait: WaitId, what: &Suspension) {
        self.clock.begin(wait, what);
    }

    /// The task takes no time on the virtual clock; only itself sees that it waited.
    fn pass_time(&self, vm: &mut Vm, _: Option<WaitId>) -> bool {
        self.clock.pass(vm)
    }

    fn begin_task(&self) {
        self.clock.restart();
    }

    fn cancelled(&self) -> bool {
        self.side.cancelled.load(Ordering::Relaxed)
    }
}
