//! Records on their way through a task.

use brooklet_python::Value;
use brooklet_python::value::PyIterator;
use brooklet_python::vm::{Result, Vm};

/// The records of a partition, pulled one by one.
///
/// `None` says that there is none now. Like a Python iterator over `map`, it may be asked again.
pub type Records = Box<dyn PyIterator>;

/// Records that a closure gives.
pub fn from_fn(next: impl FnMut(&mut Vm) -> Result<Option<Value>> + 'static) -> Records {
    struct FromFn<F>(F);
    impl<F: FnMut(&mut Vm) -> Result<Option<Value>>> PyIterator for FromFn<F> {
        fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
            (self.0)(vm)
        }
    }
    Box::new(FromFn(next))
}

/// Records that are made, all at once, when the first is asked for.
pub(crate) fn made_late(make: impl FnOnce(&mut Vm) -> Result<Vec<Value>> + 'static) -> Records {
    let mut make = Some(make);
    let mut made = Vec::new().into_iter();
    from_fn(move |vm| {
        if let Some(make) = make.take() {
            made = make(vm)?.into_iter();
        }
        Ok(made.next())
    })
}

/// Records of a Python iterator.
pub(crate) fn of_iterator(iterator: Value) -> Records {
    from_fn(move |vm| vm.next(&iterator))
}

/// The iterator that a function of the program gets for its partition.
pub(crate) fn into_iterator(records: Records) -> Value {
    struct Boxed(Records);
    impl PyIterator for Boxed {
        fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
            self.0.next(vm)
        }

        fn size_hint(&self) -> usize {
            self.0.size_hint()
        }
    }
    Value::iterator("generator", Boxed(records))
}
