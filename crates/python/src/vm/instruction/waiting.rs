//! `await`, `async for` and `async with`.

use crate::value::{Args, Value};
use crate::vm::generator::GeneratorKind;
use crate::vm::run::Flow;
use crate::vm::{ExceptionKind, Level, Raise, Result, Vm};

impl Vm {
    /// What `await` of the value on the stack waits for: a coroutine, or what `__await__` gives.
    pub(super) fn get_awaitable(&mut self) -> Result<Flow> {
        let value = self.pop();
        if matches!(&value, Value::Generator(it) if it.kind == GeneratorKind::Coroutine) {
            return Ok(self.push(value));
        }
        let Some(method) = self.class_method(&value, "__await__")? else {
            let name = self.type_name(&value);
            let message = format!("object {name} can't be used in 'await' expression");
            return Err(self.type_error(message));
        };
        let step = self.operate(Level::Uncounted, move |vm| {
            let iterator = vm.call(&method, Args::none())?;
            let is_coroutine =
                matches!(&iterator, Value::Generator(it) if it.kind != GeneratorKind::Plain);
            if is_coroutine {
                return Err(vm.type_error("__await__() returned a coroutine"));
            }
            if !vm.is_iterator(&iterator) {
                let name = vm.type_name(&iterator);
                let message = format!("__await__() returned non-iterator of type '{name}'");
                return Err(vm.type_error(message));
            }
            Ok(iterator)
        })?;
        self.finish(step)
    }

    /// A method of a value's class, bound to the value.
    fn class_method(&mut self, value: &Value, name: &str) -> Result<Option<Value>> {
        let class = self.class_of(value);
        match class.lookup_str(name) {
            Some(method) => Ok(Some(self.bind_class_attribute(&method, value, &class)?)),
            None => Ok(None),
        }
    }

    pub(super) fn get_async_iterator(&mut self) -> Result<Flow> {
        let value = self.pop();
        let Some(method) = self.class_method(&value, "__aiter__")? else {
            let name = self.type_name(&value);
            let message =
                format!("'async for' requires an object with __aiter__ method, got {name}");
            return Err(self.type_error(message));
        };
        let step = self.begin_call_bare(&method)?;
        self.finish(step)
    }

    pub(super) fn async_next(&mut self) -> Result<Flow> {
        let iterator = self.peek(1);
        let Some(method) = self.class_method(&iterator, "__anext__")? else {
            let name = self.type_name(&iterator);
            let message =
                format!("'async for' requires an iterator with __anext__ method, got {name}");
            return Err(self.type_error(message));
        };
        let step = self.begin_call_bare(&method)?;
        self.finish(step)
    }

    pub(super) fn end_async_for(&mut self) -> Result<Flow> {
        let exception = self.pop();
        let Value::Instance(exception) = exception else {
            unreachable!("an exception is on the stack")
        };
        let stop = self.types.exception(ExceptionKind::StopAsyncIteration);
        if exception.class.is_subclass(stop) {
            self.pop();
            return Ok(Flow::Next);
        }
        self.top_frame().reraising = true;
        Err(Raise::Exception(exception))
    }

    /// `__aenter__` of a manager, begun; `__aexit__` goes on the stack before its result.
    pub(super) fn enter_async_with(&mut self) -> Result<Flow> {
        let manager = self.pop();
        let enter = self.class_method(&manager, "__aenter__")?;
        let exit = self.class_method(&manager, "__aexit__")?;
        let (Some(enter), Some(exit)) = (&enter, &exit) else {
            let name = self.type_name(&manager);
            let missed = match &enter {
                Some(_) => " (missed __aexit__ method)",
                None => "",
            };
            return Err(self.type_error(format!(
                "'{name}' object does not support the asynchronous context manager protocol{missed}"
            )));
        };
        self.push(exit.clone());
        let step = self.begin_call_bare(enter)?;
        self.finish(step)
    }

    pub(super) fn exit_async_with_exception(&mut self) -> Result<Flow> {
        let exception = self.peek(1);
        let exit = self.peek(2);
        let class = Value::Class(self.class_of(&exception));
        let traceback = self.get_attribute(&exception, "__traceback__")?;
        let step = self.begin_call(exit, Args::of([class, exception, traceback]))?;
        self.finish(step)
    }
}
