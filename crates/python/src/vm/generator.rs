//! Generators.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::finalize::Finalizers;
use super::frame::FrameKind;
use super::replay::Request;
use super::run::Flow;
use super::{ExceptionKind, Frame, Raise, Result, Step, Vm};
use crate::value::{Args, Function, Instance, Payload, Str, Value};

/// What a frame that stops and goes on belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum GeneratorKind {
    /// A generator: it is iterated.
    Plain,
    /// What a call of an `async def` gives: it is waited for.
    Coroutine,
    /// The same with `yield` in it: its items are waited for.
    Asynchronous,
}

impl GeneratorKind {
    /// How messages name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            GeneratorKind::Plain => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::Asynchronous => "async generator",
        }
    }
}

/// A generator: a frame that stops at each `yield`. Or a coroutine, or an asynchronous generator.
pub struct Generator {
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// Its frame; `None` while it runs and after its end.
    pub(crate) frame: RefCell<Option<Box<Frame>>>,
    pub(crate) kind: GeneratorKind,
    /// Whether an asynchronous generator stopped at `yield`, not where it waits.
    pub(crate) has_yielded: Cell<bool>,
    pub(crate) started: Cell<bool>,
    pub(crate) running: Cell<bool>,
    pub(crate) finalizers: Rc<Finalizers>,
}

/// What a generator gives: `Ok` a yielded value, `Err` its `return` value.
pub type Yielded = std::result::Result<Value, Value>;

fn yielded(answer: Result<Value>) -> Result<Yielded> {
    match answer {
        Ok(value) => Ok(Ok(value)),
        Err(Raise::StopIteration(returned)) => Ok(Err(returned)),
        Err(raise) => Err(raise),
    }
}

impl Vm {
    /// Goes on with a generator, as `send(value)` does.
    ///
    /// # Errors
    /// What its body raises; `ValueError: generator already executing`.
    pub fn resume_generator(&mut self, generator: &Rc<Generator>, sent: Value) -> Result<Yielded> {
        yielded(self.perform(Request::Send(generator.clone(), sent)))
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
        yielded(self.perform(Request::Throw(generator.clone(), exception)))
    }

    /// Ends a generator, as `close` does.
    ///
    /// # Errors
    /// What its body raises; `RuntimeError: generator ignored GeneratorExit`.
    pub fn close_generator(&mut self, generator: &Rc<Generator>) -> Result<()> {
        let exit = self.generator_exit();
        let thrown = self.throw_into_generator(generator, exit);
        self.closed(thrown)
    }

    /// Begins what `close` does.
    pub(crate) fn begin_close(&mut self, generator: &Rc<Generator>) -> Result<Step> {
        let exit = self.generator_exit();
        self.after(
            |vm| vm.begin_throw(generator, exit),
            |vm, answer| {
                let thrown = yielded(answer);
                vm.closed(thrown)?;
                Ok(Step::Done(Value::None))
            },
        )
    }

    fn generator_exit(&mut self) -> Rc<Instance> {
        let class = self.types.exception(ExceptionKind::GeneratorExit).clone();
        self.new_exception(&class, Vec::new())
    }

    fn closed(&mut self, thrown: Result<Yielded>) -> Result<()> {
        match thrown {
            Ok(Ok(_)) => Err(self.runtime_error("generator ignored GeneratorExit")),
            Ok(Err(_)) => Ok(()),
            Err(raise)
                if self.is_exception(&raise, ExceptionKind::GeneratorExit)
                    || self.is_stop(&raise) =>
            {
                Ok(())
            }
            Err(raise) => Err(raise),
        }
    }

    /// Begins to go on with a generator. Its end is [`Raise::StopIteration`].
    pub(crate) fn begin_send(&mut self, generator: &Rc<Generator>, sent: Value) -> Result<Step> {
        if generator.running.get() {
            let name = generator.kind.name();
            return Err(self.value_error(format!("{name} already executing")));
        }
        let Some(mut frame) = generator.frame.borrow_mut().take() else {
            if generator.kind == GeneratorKind::Coroutine {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            return Err(Raise::StopIteration(Value::None));
        };
        let refused = if !generator.started.get() && !sent.is_none() {
            let name = generator.kind.name();
            Err(self.type_error(format!(
                "can't send non-None value to a just-started {name}"
            )))
        } else {
            self.check_recursion()
        };
        if let Err(raise) = refused {
            *generator.frame.borrow_mut() = Some(frame);
            return Err(raise);
        }
        if generator.started.replace(true) {
            frame.stack.push(sent);
        }
        self.push_generator_frame(generator, frame);
        Ok(Step::Pushed)
    }

    fn push_generator_frame(&mut self, generator: &Rc<Generator>, mut frame: Box<Frame>) {
        generator.running.set(true);
        frame.kind = FrameKind::Generator(generator.clone());
        self.push_frame(frame);
    }

    /// Begins to raise an exception inside a generator.
    pub(crate) fn begin_throw(
        &mut self,
        generator: &Rc<Generator>,
        exception: Rc<Instance>,
    ) -> Result<Step> {
        if generator.running.get() {
            return Err(self.value_error("generator already executing"));
        }
        let taken = generator.frame.borrow_mut().take();
        // One that was not started has no handler around its first line.
        let (Some(mut frame), true) = (taken, generator.started.replace(true)) else {
            return Err(Raise::Exception(exception));
        };
        let base = self.frames.len();
        // A generator that waits in `yield from` passes the exception to the inner one first.
        let inner = match frame.stack.last() {
            Some(Value::Generator(inner)) if frame.waits_in_delegation() => Some(inner.clone()),
            _ => None,
        };
        let Some(inner) = inner else {
            self.push_generator_frame(generator, frame);
            return self.raise_inside(Raise::Exception(exception), base);
        };
        frame.next += 1;
        self.push_generator_frame(generator, frame);
        match self.begin_throw(&inner, exception) {
            Err(raise @ (Raise::Exception(_) | Raise::StopIteration(_))) => {
                self.raise_inside(raise, base)
            }
            other => other,
        }
    }

    fn raise_inside(&mut self, raise: Raise, base: usize) -> Result<Step> {
        match self.unwind(raise, base)? {
            Flow::Done(value) => Ok(Step::Done(value)),
            _ => Ok(Step::Pushed),
        }
    }

    pub(super) fn make_generator(&mut self, function: &Rc<Function>, frame: Box<Frame>) -> Value {
        let flags = function.code.code.flags;
        let kind = match (flags.asynchronous, flags.generator) {
            (false, _) => GeneratorKind::Plain,
            (true, false) => GeneratorKind::Coroutine,
            (true, true) => GeneratorKind::Asynchronous,
        };
        Value::Generator(Rc::new(Generator {
            kind,
            has_yielded: Cell::new(false),
            name: function.name.borrow().clone(),
            qualname: function.qualname.borrow().clone(),
            frame: RefCell::new(Some(frame)),
            started: Cell::new(false),
            running: Cell::new(false),
            finalizers: self.finalizers.clone(),
        }))
    }

    /// The frame of the running generator stops: it goes back into its generator.
    pub(super) fn stop_generator(&mut self) {
        let mut frame = self.frames.pop().expect("a generator's frame is running");
        self.depth -= frame.levels;
        let FrameKind::Generator(generator) = std::mem::take(&mut frame.kind) else {
            unreachable!("only the frame of a generator yields")
        };
        generator.running.set(false);
        *generator.frame.borrow_mut() = Some(frame);
    }

    /// `yield`: the generator stops, and whoever asked it gets the value.
    pub(super) fn yield_value(&mut self) -> Result<Flow> {
        let value = self.pop();
        if let FrameKind::Generator(generator) = &self.top_frame().kind {
            generator.has_yielded.set(true);
        }
        self.stop_generator();
        self.deliver(value)
    }

    /// One step of `yield from`.
    pub(super) fn delegate(&mut self) -> Result<Flow> {
        let sent = self.pop();
        let iterator = self.peek(1);
        let step = match &iterator {
            Value::Generator(generator) => self.begin_send(generator, sent)?,
            other if sent.is_none() => self.begin_next(other)?,
            other => {
                let other = other.clone();
                self.operate(super::Level::Uncounted, move |vm| {
                    vm.call_method(&other, "send", Args::one(sent.clone()))
                })?
            }
        };
        self.finish(step)
    }

    /// The inner iterator of `yield from` gave a value: the generator gives it on.
    pub(super) fn yield_delegated(&mut self, value: Value) -> Result<Flow> {
        // Runs again with what is sent next.
        self.top_frame().next -= 1;
        self.stop_generator();
        self.deliver(value)
    }

    /// The value of the end of an iterator.
    pub(super) fn stop_value(&self, raise: &Raise) -> Value {
        match raise {
            Raise::StopIteration(value) => value.clone(),
            raise => raise
                .exception()
                .map_or(Value::None, |stop| match &*stop.payload() {
                    Payload::Exception(state) => state.args.first().cloned().unwrap_or_default(),
                    _ => Value::None,
                }),
        }
    }
}
