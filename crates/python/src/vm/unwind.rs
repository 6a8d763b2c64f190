//! Exceptions on their way through frames.

use std::rc::Rc;

use super::frame::FrameKind;
use super::{ExceptionKind, Raise, Result, Vm};
use crate::value::{Args, Class, Instance, Payload, Special, TracebackEntry, Value};

impl Vm {
    /// Finds the handler of an exception in the frames above `base` and makes it run next.
    ///
    /// # Errors
    /// The exception, where no frame handles it; the frames are gone then.
    pub(super) fn unwind(&mut self, raise: Raise, base: usize) -> Result<()> {
        let Raise::Exception(exception) = raise else {
            while self.frames.len() > base {
                self.pop_frame();
            }
            return Err(raise);
        };
        self.set_context(&exception);
        let mut current = exception;
        while self.frames.len() > base {
            self.add_traceback(&current);
            let frame = self.top_frame();
            let at = frame.next.saturating_sub(1) as u32;
            let code = frame.code.clone().expect("a frame in use has code");
            let range = code
                .code
                .exceptions
                .iter()
                .find(|range| range.start <= at && at < range.end);
            if let Some(range) = range {
                frame.stack.truncate(range.depth as usize);
                frame.handled.truncate(range.handled as usize);
                frame.stack.push(Value::Instance(current));
                frame.next = range.target as usize;
                return Ok(());
            }
            let kind = frame.kind.clone();
            let entry = !matches!(kind, FrameKind::Call);
            if let FrameKind::Generator(_) = kind
                && current
                    .class
                    .is_subclass(self.types.exception(ExceptionKind::StopIteration))
            {
                current = self.stop_iteration_in_generator(current);
            }
            self.pop_frame();
            if entry {
                return Err(Raise::Exception(current));
            }
        }
        Err(Raise::Exception(current))
    }

    fn stop_iteration_in_generator(&mut self, stop: Rc<Instance>) -> Rc<Instance> {
        let class = self.types.exception(ExceptionKind::RuntimeError).clone();
        let error = self.new_exception(&class, vec![Value::str("generator raised StopIteration")]);
        if let Payload::Exception(state) = &mut *error.payload_mut() {
            state.cause = Some(stop.clone());
            state.context = Some(stop);
            state.suppress_context = true;
        }
        error
    }

    /// The exception that is being handled becomes the new one's `__context__`.
    fn set_context(&mut self, exception: &Rc<Instance>) {
        let Some(handled) = self.handled_exception() else {
            return;
        };
        if Rc::ptr_eq(&handled, exception) {
            return;
        }
        // A chain that already holds the new exception would become a ring.
        let mut link = Some(handled.clone());
        while let Some(at) = link {
            let next = match &*at.payload() {
                Payload::Exception(state) => state.context.clone(),
                _ => None,
            };
            if next
                .as_ref()
                .is_some_and(|next| Rc::ptr_eq(next, exception))
            {
                if let Payload::Exception(state) = &mut *at.payload_mut() {
                    state.context = None;
                }
                break;
            }
            link = next;
        }
        if let Payload::Exception(state) = &mut *exception.payload_mut()
            && state.context.is_none()
        {
            state.context = Some(handled);
        }
    }

    fn add_traceback(&mut self, exception: &Rc<Instance>) {
        let frame = self.top_frame();
        if std::mem::take(&mut frame.reraising) {
            return;
        }
        let code = frame.code.clone().expect("a frame in use has code");
        if code.file.starts_with(crate::modules::LIBRARY) {
            return;
        }
        let span = code.code.spans[frame.next.saturating_sub(1)];
        let line = code.code.source.line(span.start);
        if let Payload::Exception(state) = &mut *exception.payload_mut() {
            state.traceback.push(TracebackEntry {
                file: code.file.clone(),
                function: code.name.clone(),
                span,
                line,
                source: code.code.source.clone(),
            });
        }
    }

    /// `raise`, with what stands after it.
    pub(super) fn raise_statement(
        &mut self,
        exception: Option<Value>,
        cause: Option<Value>,
    ) -> Raise {
        let Some(exception) = exception else {
            return match self.handled_exception() {
                Some(handled) => {
                    self.top_frame().reraising = true;
                    Raise::Exception(handled)
                }
                None => self.runtime_error("No active exception to reraise"),
            };
        };
        let exception = match self.to_exception(exception) {
            Ok(exception) => exception,
            Err(raise) => return raise,
        };
        if let Some(cause) = cause {
            let cause = if cause.is_none() {
                None
            } else {
                match self.to_exception(cause) {
                    Ok(cause) => Some(cause),
                    Err(_) => {
                        return self.type_error("exception causes must derive from BaseException");
                    }
                }
            };
            if let Payload::Exception(state) = &mut *exception.payload_mut() {
                state.cause = cause;
                state.suppress_context = true;
            }
        }
        Raise::Exception(exception)
    }

    /// What `raise value` raises: an exception, or an instance of an exception class.
    pub fn to_exception(&mut self, value: Value) -> Result<Rc<Instance>> {
        let base = self.types.exception(ExceptionKind::BaseException).clone();
        let value = match &value {
            Value::Class(class) if class.is_subclass(&base) => self.call(&value, Args::none())?,
            _ => value,
        };
        match value {
            Value::Instance(instance) if instance.class.is_subclass(&base) => Ok(instance),
            _ => Err(self.type_error("exceptions must derive from BaseException")),
        }
    }

    /// Whether `except class` catches an exception.
    pub(super) fn exception_matches(&mut self, exception: &Value, class: &Value) -> Result<bool> {
        let Value::Instance(exception) = exception else {
            return Ok(false);
        };
        let base = self.types.exception(ExceptionKind::BaseException).clone();
        let is_exception_class = |class: &Rc<Class>| class.is_subclass(&base);
        let classes: Vec<Value> = match class {
            Value::Tuple(classes) => classes.to_vec(),
            other => vec![other.clone()],
        };
        let mut matches = false;
        for class in &classes {
            match class {
                Value::Class(class) if is_exception_class(class) => {
                    matches = matches || exception.class.is_subclass(class);
                }
                _ => {
                    return Err(self.type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(matches)
    }

    /// `__enter__` of a manager; gives `__exit__` and the result.
    pub(super) fn enter_with(&mut self, manager: &Value) -> Result<(Value, Value)> {
        let methods = [
            self.manager_method(manager, Special::Enter)?,
            self.manager_method(manager, Special::Exit)?,
        ];
        let [Some(enter), exit] = methods else {
            let name = self.type_name(manager);
            let message = format!("'{name}' object does not support the context manager protocol");
            return Err(self.type_error(message));
        };
        let Some(exit) = exit else {
            let name = self.type_name(manager);
            let message = format!(
                "'{name}' object does not support the context manager protocol (missed __exit__ method)"
            );
            return Err(self.type_error(message));
        };
        let entered = self.call(&enter, Args::none())?;
        Ok((exit, entered))
    }

    fn manager_method(&mut self, manager: &Value, name: Special) -> Result<Option<Value>> {
        let class = self.class_of(manager);
        match class.lookup_special(name) {
            Some(method) => Ok(Some(self.bind_class_attribute(&method, manager, &class)?)),
            None => Ok(None),
        }
    }
}
