//! `functools`.

mod comparison_key;
mod lru_cache;
mod partial;
mod wrapping;

use super::collections::namedtuple;
use super::native_class::class;
use crate::value::{Args, Module, Value};
use crate::vm::{ExceptionKind, Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("reduce", reduce),
            ("cmp_to_key", comparison_key::cmp_to_key),
            ("lru_cache", lru_cache::lru_cache),
            ("cache", lru_cache::cache),
            ("update_wrapper", wrapping::update_wrapper),
            ("wraps", wrapping::wraps),
        ],
    );
    let fields = ["hits", "misses", "maxsize", "currsize"];
    let info = namedtuple::derive(vm, "functools", "CacheInfo", &fields, Vec::new())?;
    module.set("_CacheInfo", Value::Class(info));
    module.set("partial", Value::Class(class::<partial::Partial>(vm)));
    let names = |names: &[&str]| Value::tuple(names.iter().map(Value::str).collect());
    module.set("WRAPPER_ASSIGNMENTS", names(&wrapping::ASSIGNMENTS));
    module.set("WRAPPER_UPDATES", names(&["__dict__"]));
    Ok(())
}

fn reduce(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "reduce", 0, 2, 3)?;
    let iterator = match vm.iter(&args[1]) {
        Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
        other => other?,
    };
    let mut total = match args.get(2) {
        Some(initial) => initial.clone(),
        None => match vm.next(&iterator)? {
            Some(first) => first,
            None => return Err(vm.type_error("reduce() of empty iterable with no initial value")),
        },
    };
    while let Some(item) = vm.next(&iterator)? {
        total = vm.call_two(&args[0], total, item)?;
    }
    Ok(total)
}
