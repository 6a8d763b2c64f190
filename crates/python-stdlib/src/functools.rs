//! `functools`.

mod comparison_key;
mod lru_cache;
mod partial;
mod wrapping;

use super::collections::namedtuple;
use brooklet_python::native_class::class;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::Visitor;
use brooklet_python::vm::{ExceptionKind, Result, Step, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("cmp_to_key", comparison_key::cmp_to_key),
            ("lru_cache", lru_cache::lru_cache),
            ("cache", lru_cache::cache),
            ("update_wrapper", wrapping::update_wrapper),
            ("wraps", wrapping::wraps),
        ],
    );
    super::resumable_functions(module, &[("reduce", reduce)]);
    let fields = ["hits", "misses", "maxsize", "currsize"];
    let info = namedtuple::derive(vm, "functools", "CacheInfo", &fields, Vec::new())?;
    module.set("_CacheInfo", Value::Class(info));
    module.set("partial", Value::Class(class::<partial::Partial>(vm)));
    let names = |names: &[&str]| Value::tuple(names.iter().map(Value::str).collect());
    module.set("WRAPPER_ASSIGNMENTS", names(&wrapping::ASSIGNMENTS));
    module.set("WRAPPER_UPDATES", names(&["__dict__"]));
    Ok(())
}

fn reduce(vm: &mut Vm, args: Args) -> Result<Step> {
    args.between(vm, "reduce", 0, 2, 3)?;
    let reduction = Reduction {
        function: args[0].clone(),
        total: args.get(2).cloned(),
    };
    vm.one_level(|vm| {
        vm.after(
            |vm| vm.begin_iter(&args[1]),
            |vm, iterator| match iterator {
                Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
                    Err(vm.type_error("reduce() arg 2 must support iteration"))
                }
                other => vm.visit(&other?, reduction),
            },
        )
    })
}

struct Reduction {
    function: Value,
    total: Option<Value>,
}

impl Visitor for Reduction {
    fn visit(&mut self, vm: &mut Vm, item: Value) -> Result<Step> {
        match self.total.take() {
            None => Ok(Step::Done(item)),
            Some(total) => vm.begin_call(self.function.clone(), Args::two(total, item)),
        }
    }

    fn take(&mut self, _: &mut Vm, total: Value) -> Result<Option<Value>> {
        self.total = Some(total);
        Ok(None)
    }

    fn end(&mut self, vm: &mut Vm) -> Result<Step> {
        match self.total.take() {
            Some(total) => Ok(Step::Done(total)),
            None => Err(vm.type_error("reduce() of empty iterable with no initial value")),
        }
    }
}
