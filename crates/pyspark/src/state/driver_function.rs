//! Functions of the program that run on the driver.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_python::pickle::{Pickled, pickle};
use brooklet_python::{Result, Value, Vm};

/// A function of the program that runs on the driver: given to `transform` or `foreachRDD`.
///
/// A context that is made from a checkpoint of the graph calls a copy, with the globals as they
/// were then. Source: `TransformFunction` of PySpark, which is pickled into each checkpoint.
#[derive(Clone)]
pub(crate) struct DriverFunction(Rc<Held>);

struct Held {
    called: RefCell<Value>,
    /// As the newest checkpoint has it.
    checkpointed: RefCell<Option<Pickled>>,
}

impl DriverFunction {
    pub(crate) fn new(function: Value) -> DriverFunction {
        DriverFunction(Rc::new(Held {
            called: RefCell::new(function),
            checkpointed: RefCell::default(),
        }))
    }

    /// The function to call.
    pub(crate) fn get(&self) -> Value {
        self.0.called.borrow().clone()
    }

    /// Puts it into a checkpoint; what cannot be pickled stays as it is.
    pub(crate) fn checkpoint(&self, vm: &mut Vm) {
        let function = self.get();
        *self.0.checkpointed.borrow_mut() = pickle(vm, &function).ok();
    }

    /// Makes it what the checkpoint has.
    ///
    /// # Errors
    /// What unpickling it raises.
    pub(crate) fn recover(&self, vm: &mut Vm) -> Result<()> {
        let pickled = self.0.checkpointed.borrow().clone();
        if let Some(pickled) = pickled {
            let copy = pickled.unpickle(vm)?;
            *self.0.called.borrow_mut() = copy;
        }
        Ok(())
    }
}
