//! Exceptions on their way through frames.

use std::rc::Rc;

use super::frame::FrameKind;
use super::generator::GeneratorKind;
use super::run::Flow;
use super::{ExceptionKind, Frame, Raise, Result, Step, Vm};
use crate::library::LIBRARY_FILES;
use crate::value::CodeObject;
use crate::value::{Args, Class, Instance, Payload, Special, TracebackEntry, Value};
use brooklet_python_compiler::bytecode::Instruction;

impl Vm {
    /// Finds what takes an exception in the frames from `base` on, and makes it run next.
    ///
    /// # Errors
    /// The exception, where nothing takes it; the frames are gone then. A suspension that what
    /// takes it begins; the frames are there then.
    pub(super) fn unwind(&mut self, raise: Raise, base: usize) -> Result<Flow> {
        let mut raise = raise;
        if let Raise::Exception(exception) = &raise {
            self.set_context(exception);
        }
        while self.frames.len() > base {
            if matches!(raise, Raise::Suspend(_)) {
                return Err(raise);
            }
            if matches!(raise, Raise::Cancelled | Raise::Left) {
                self.pop_frames(base);
                break;
            }
            let frame = self.top_frame();
            let Some(code) = frame.code.clone() else {
                let kind = std::mem::take(&mut frame.kind);
                self.pop_frame();
                match kind {
                    FrameKind::Continuation(continuation) => {
                        let step = match continuation.resume(self, Err(raise)) {
                            Ok(Step::Done(value)) => self.deliver(value),
                            Ok(Step::Pushed) => Ok(Flow::FrameChanged),
                            Err(raise) => Err(raise),
                        };
                        match step {
                            Err(next) => {
                                if let Raise::Exception(exception) = &next {
                                    self.set_context(exception);
                                }
                                raise = next;
                            }
                            flow => return flow,
                        }
                    }
                    FrameKind::Finalizer(what) => {
                        self.show_ignored(&raise, &what);
                        return Ok(Flow::FrameChanged);
                    }
                    _ => return Err(raise),
                }
                continue;
            };
            match code.code.instructions.get(frame.next.wrapping_sub(1)) {
                Some(Instruction::ForEach(target)) if self.is_stop(&raise) => {
                    let frame = self.top_frame();
                    frame.stack.pop();
                    frame.next = *target as usize;
                    return Ok(Flow::FrameChanged);
                }
                Some(Instruction::YieldFrom) if self.is_stop(&raise) => {
                    let value = self.stop_value(&raise);
                    self.pop();
                    self.push(value);
                    return Ok(Flow::FrameChanged);
                }
                _ => {}
            }
            let exception = match raise {
                Raise::StopIteration(value) => self.stopped(value),
                Raise::Exception(exception) => exception,
                other => return Err(other),
            };
            match self.unwind_frame(&code, exception, base)? {
                None => return Ok(Flow::FrameChanged),
                Some(exception) => raise = Raise::Exception(exception),
            }
        }
        Err(raise)
    }

    /// The exception of an iterator's end.
    fn stopped(&mut self, value: Value) -> Rc<Instance> {
        let class = self.types.exception(ExceptionKind::StopIteration).clone();
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value]
        };
        let exception = self.new_exception(&class, args);
        self.set_context(&exception);
        exception
    }

    /// The handler of the frame on top takes an exception, or the frame is gone and the exception is given back.
    fn unwind_frame(
        &mut self,
        code: &Rc<CodeObject>,
        mut exception: Rc<Instance>,
        base: usize,
    ) -> Result<Option<Rc<Instance>>> {
        self.add_traceback(&exception);
        let frame = self.top_frame();
        let at = frame.next.saturating_sub(1) as u32;
        let range = code
            .code
            .exceptions
            .iter()
            .find(|range| range.start <= at && at < range.end);
        if let Some(range) = range {
            frame.stack.truncate(range.depth as usize);
            frame.handled.truncate(range.handled as usize);
            frame.stack.push(Value::Instance(exception));
            frame.next = range.target as usize;
            return Ok(None);
        }
        let kind = std::mem::take(&mut frame.kind);
        if let FrameKind::Generator(generator) = &kind {
            generator.running.set(false);
            let stop = self.types.exception(ExceptionKind::StopIteration);
            if exception.class.is_subclass(stop) {
                exception = self.stop_in_generator(exception, generator.kind, "StopIteration");
            } else if generator.kind == GeneratorKind::Asynchronous {
                let stop = self.types.exception(ExceptionKind::StopAsyncIteration);
                if exception.class.is_subclass(stop) {
                    let name = "StopAsyncIteration";
                    exception = self.stop_in_generator(exception, generator.kind, name);
                }
            }
        }
        self.hold_with(&exception);
        self.pop_frame();
        match kind {
            FrameKind::Entry => {
                debug_assert!(self.frames.len() == base);
                Err(Raise::Exception(exception))
            }
            _ => Ok(Some(exception)),
        }
    }

    fn stop_in_generator(
        &mut self,
        stop: Rc<Instance>,
        kind: GeneratorKind,
        name: &str,
    ) -> Rc<Instance> {
        let class = self.types.exception(ExceptionKind::RuntimeError).clone();
        let message = format!("{} raised {name}", kind.name());
        let error = self.new_exception(&class, vec![Value::from(message)]);
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
        if let Some(entry) = frame.traceback_entry()
            && let Payload::Exception(state) = &mut *exception.payload_mut()
        {
            state.traceback.push(entry);
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

    /// `__enter__` of a manager, begun; `__exit__` goes on the stack before its result.
    pub(super) fn enter_with(&mut self) -> Result<Flow> {
        let manager = &self.pop();
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
        self.push(exit);
        let step = self.begin_call_bare(&enter)?;
        self.finish(step)
    }

    /// `__exit__` of a manager whose block ended, begun.
    pub(super) fn exit_with(&mut self) -> Result<Flow> {
        let exit = self.pop();
        let nothing = Args::of([Value::None, Value::None, Value::None]);
        let step = self.begin_call(exit, nothing)?;
        self.finish(step)
    }

    /// `__exit__` of a manager whose block raised an exception, begun: whether it ends there.
    pub(super) fn exit_with_exception(&mut self) -> Result<Flow> {
        let exception = self.peek(1);
        let exit = self.peek(2);
        let class = Value::Class(self.class_of(&exception));
        let traceback = self.get_attribute(&exception, "__traceback__")?;
        let args = Args::of([class, exception, traceback]);
        let step = self.after(
            |vm| vm.begin_call(exit, args),
            |vm, answer| vm.begin_truth(answer?),
        )?;
        self.finish(step)
    }

    fn manager_method(&mut self, manager: &Value, name: Special) -> Result<Option<Value>> {
        let class = self.class_of(manager);
        match class.lookup_special(name) {
            Some(method) => Ok(Some(self.bind_class_attribute(&method, manager, &class)?)),
            None => Ok(None),
        }
    }
}

impl Frame {
    /// Where it is, as a line of a traceback; `None` in the library's own files.
    pub(super) fn traceback_entry(&self) -> Option<TracebackEntry> {
        let code = self.code.as_ref()?;
        if code.file.starts_with(LIBRARY_FILES) {
            return None;
        }
        let span = code.code.spans[self.next.saturating_sub(1)];
        Some(TracebackEntry {
            file: code.file.clone(),
            function: code.name.clone(),
            span,
            line: code.code.source.line(span.start),
            source: code.code.source.clone(),
        })
    }
}
