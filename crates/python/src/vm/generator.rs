//! Generators.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Frame, Result, Vm};
use crate::value::{Instance, Str, Value};

/// A generator: a frame that stops at each `yield`.
pub struct Generator {
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// Its frame; `None` while it runs and after its end.
    pub(crate) frame: RefCell<Option<Box<Frame>>>,
}

impl Vm {
    /// Goes on with a generator: `send(value)`. `Err(value)` inside `Ok` is its `return` value.
    ///
    /// # Errors
    /// What its body raises; `ValueError: generator already executing`.
    pub fn resume_generator(
        &mut self,
        generator: &Rc<Generator>,
        sent: Value,
    ) -> Result<std::result::Result<Value, Value>> {
        let _ = (generator, sent);
        todo!("lead")
    }

    /// Raises an exception inside a generator: `throw`.
    ///
    /// # Errors
    /// As [`Vm::resume_generator`].
    pub fn throw_into_generator(
        &mut self,
        generator: &Rc<Generator>,
        exception: Rc<Instance>,
    ) -> Result<std::result::Result<Value, Value>> {
        let _ = (generator, exception);
        todo!("lead")
    }
}
