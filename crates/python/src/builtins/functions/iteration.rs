//! `iter` and `next`.

use crate::value::{Args, NativeFn, PyIterator, Special, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[("iter", iter), ("next", next)];

fn iter(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "iter", 0, 1, 2)?;
    let Some(sentinel) = args.get(1) else {
        return vm.iter(&args[0]);
    };
    let callable = match &args[0] {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        other => vm.special_method(other, Special::Call).is_some(),
    };
    if !callable {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    let state = Calls {
        function: args[0].clone(),
        sentinel: sentinel.clone(),
    };
    Ok(Value::iterator("callable_iterator", state))
}

/// What a function gives, call after call, until it gives the sentinel.
struct Calls {
    function: Value,
    sentinel: Value,
}

impl PyIterator for Calls {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let value = match vm.call(&self.function, Args::none()) {
            Err(raise) if vm.is_exception(&raise, ExceptionKind::StopIteration) => return Ok(None),
            other => other?,
        };
        Ok((!vm.equal(&self.sentinel, &value)?).then_some(value))
    }
}

fn next(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "next", 0, 1, 2)?;
    let iterator = &args[0];
    let default = args.get(1);
    if let (Value::Generator(generator), None) = (iterator, default) {
        return match vm.resume_generator(generator, Value::None)? {
            Ok(yielded) => Ok(yielded),
            Err(returned) => Err(vm.stop_iteration(returned)),
        };
    }
    // Asked itself, so that the exception keeps its value and its place.
    if let (Value::Instance(_), None) = (iterator, default)
        && let Some(method) = vm.special_method(iterator, Special::Next)
    {
        return vm.call(&method, Args::none());
    }
    match (vm.next(iterator)?, default) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.stop_iteration(Value::None)),
    }
}
