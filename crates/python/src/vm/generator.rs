//! Generators.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{ExceptionKind, Frame, Raise, Result, Vm};
use crate::value::{Instance, Payload, Str, Value};

/// A generator: a frame that stops at each `yield`.
pub struct Generator {
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// Its frame; `None` while it runs and after its end.
    pub(crate) frame: RefCell<Option<Box<Frame>>>,
    pub(crate) started: Cell<bool>,
}

/// What a generator gives: `Ok` a yielded value, `Err` its `return` value.
pub type Yielded = std::result::Result<Value, Value>;

impl Vm {
    /// Goes on with a generator, as `send(value)` does.
    ///
    /// # Errors
    /// What its body raises; `ValueError: generator already executing`.
    pub fn resume_generator(&mut self, generator: &Rc<Generator>, sent: Value) -> Result<Yielded> {
        let Some(mut frame) = self.take_generator_frame(generator)? else {
            return Ok(Err(Value::None));
        };
        if generator.started.replace(true) {
            frame.stack.push(sent);
        } else if !sent.is_none() {
            generator.started.set(false);
            *generator.frame.borrow_mut() = Some(frame);
            return Err(self.type_error("can't send non-None value to a just-started generator"));
        }
        let base = self.frames.len();
        self.check_recursion()?;
        self.frames.push(frame);
        let result = self.run_nested(base);
        self.generator_result(result)
    }

    /// Raises an exception inside a generator, as `throw` does.
    ///
    /// # Errors
    /// As [`Vm::resume_generator`].
    pub fn throw_into_generator(
        &mut self,
        generator: &Rc<Generator>,
        exception: Rc<Instance>,
    ) -> Result<Yielded> {
        let Some(mut frame) = self.take_generator_frame(generator)? else {
            return Err(Raise::Exception(exception));
        };
        if !generator.started.replace(true) {
            // Raised at its first line: no handler of its body can be around it.
            return Err(Raise::Exception(exception));
        }
        let base = self.frames.len();
        // A generator that waits in `yield from` passes the exception to the inner one first.
        if frame.waits_in_delegation()
            && let Some(Value::Generator(inner)) = frame.stack.last().cloned()
        {
            match self.throw_into_generator(&inner, exception) {
                Ok(Ok(value)) => {
                    *generator.frame.borrow_mut() = Some(frame);
                    return Ok(Ok(value));
                }
                Ok(Err(result)) => {
                    frame.stack.pop();
                    frame.stack.push(result);
                    frame.next += 1;
                    self.frames.push(frame);
                    let result = self.run_nested(base);
                    return self.generator_result(result);
                }
                Err(Raise::Exception(exception)) => {
                    self.frames.push(frame);
                    return self.raise_inside(exception, base);
                }
                Err(raise) => return Err(raise),
            }
        }
        self.frames.push(frame);
        self.raise_inside(exception, base)
    }

    fn raise_inside(&mut self, exception: Rc<Instance>, base: usize) -> Result<Yielded> {
        self.unwind(Raise::Exception(exception), base)?;
        let result = self.run_nested(base);
        self.generator_result(result)
    }

    /// Ends a generator, as `close` does.
    ///
    /// # Errors
    /// What its body raises; `RuntimeError: generator ignored GeneratorExit`.
    pub fn close_generator(&mut self, generator: &Rc<Generator>) -> Result<()> {
        if !generator.started.get() {
            generator.frame.borrow_mut().take();
            generator.started.set(true);
            return Ok(());
        }
        let class = self.types.exception(ExceptionKind::GeneratorExit).clone();
        let exit = self.new_exception(&class, Vec::new());
        match self.throw_into_generator(generator, exit) {
            Ok(Ok(_)) => Err(self.runtime_error("generator ignored GeneratorExit")),
            Ok(Err(_)) => Ok(()),
            Err(raise)
                if self.is_exception(&raise, ExceptionKind::GeneratorExit)
                    || self.is_exception(&raise, ExceptionKind::StopIteration) =>
            {
                Ok(())
            }
            Err(raise) => Err(raise),
        }
    }

    fn take_generator_frame(&mut self, generator: &Rc<Generator>) -> Result<Option<Box<Frame>>> {
        let running = self
            .frames
            .iter()
            .any(|frame| frame.is_generator(generator));
        if running {
            return Err(self.value_error("generator already executing"));
        }
        Ok(generator.frame.borrow_mut().take())
    }

    fn generator_result(&mut self, result: Result<Value>) -> Result<Yielded> {
        let returned = std::mem::take(&mut self.generator_returned);
        result.map(|value| if returned { Err(value) } else { Ok(value) })
    }

    /// One step of `yield from`.
    pub(super) fn delegate(&mut self, iterator: &Value, sent: Value) -> Result<Yielded> {
        match iterator {
            Value::Generator(generator) => self.resume_generator(generator, sent),
            other if sent.is_none() => match self.next(other) {
                Ok(Some(value)) => Ok(Ok(value)),
                Ok(None) => Ok(Err(Value::None)),
                Err(raise) => Err(raise),
            },
            other => match self.call_method(other, "send", crate::value::Args::one(sent)) {
                Ok(value) => Ok(Ok(value)),
                Err(raise) if self.is_exception(&raise, ExceptionKind::StopIteration) => {
                    let value =
                        raise
                            .exception()
                            .map_or(Value::None, |stop| match &*stop.payload() {
                                Payload::Exception(state) => {
                                    state.args.first().cloned().unwrap_or_default()
                                }
                                _ => Value::None,
                            });
                    Ok(Err(value))
                }
                Err(raise) => Err(raise),
            },
        }
    }
}
