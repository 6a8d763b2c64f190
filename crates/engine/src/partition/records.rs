//! Records on their way through a task.

use brooklet_python::Value;
use brooklet_python::value::PyIterator;
use brooklet_python::vm::{Result, Vm};

/// The records of a partition, pulled one by one.
///
/// `None` says that there is no record now. It may be asked again, as a Python iterator may.
pub struct Records(Source);

enum Source {
    Rust(Box<dyn PyIterator>),
    /// What a function of the program gave, before anybody has iterated over it: the next function
    /// gets the object itself.
    Object(Value),
    Iterator(Value),
}

impl Records {
    /// Records that an iterator of Rust code gives.
    pub fn new(iterator: impl PyIterator + 'static) -> Records {
        Records(Source::Rust(Box::new(iterator)))
    }

    /// Records of a Python iterable. That a value is no iterable shows when the first is asked for.
    pub(crate) fn of_object(object: Value) -> Records {
        Records(Source::Object(object))
    }

    /// The next record.
    ///
    /// # Errors
    /// What pulling it raises.
    pub fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if let Source::Object(object) = &self.0 {
            self.0 = Source::Iterator(vm.iter(object)?);
        }
        match &mut self.0 {
            Source::Rust(iterator) => iterator.next(vm),
            Source::Object(iterator) | Source::Iterator(iterator) => vm.next(iterator),
        }
    }

    /// A lower bound of how many records are left.
    pub fn size_hint(&self) -> u64 {
        match &self.0 {
            Source::Rust(iterator) => iterator.size_hint(),
            _ => 0,
        }
    }

    /// What a function of the program gets for its partition.
    pub(crate) fn into_value(self) -> Value {
        match self.0 {
            Source::Rust(iterator) => Value::iterator("itertools.chain", Boxed(iterator)),
            Source::Object(object) | Source::Iterator(object) => object,
        }
    }
}

struct Boxed(Box<dyn PyIterator>);

impl PyIterator for Boxed {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        self.0.next(vm)
    }

    fn size_hint(&self) -> u64 {
        self.0.size_hint()
    }
}

/// Records that a closure gives.
pub fn from_fn(next: impl FnMut(&mut Vm) -> Result<Option<Value>> + 'static) -> Records {
    struct FromFn<F>(F);
    impl<F: FnMut(&mut Vm) -> Result<Option<Value>>> PyIterator for FromFn<F> {
        fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
            (self.0)(vm)
        }
    }
    Records::new(FromFn(next))
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
