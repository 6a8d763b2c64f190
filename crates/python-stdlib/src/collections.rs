//! `collections`; what is asked for less often is in `collections.py`.

mod defaultdict;
mod deque;
pub(super) mod namedtuple;

use std::rc::Rc;

use brooklet_python_compiler::bytecode::BinaryOp;

use brooklet_python::native_class::class;
use brooklet_python::value::{Args, Dict, Module, Value};
use brooklet_python::vm::{Result, Step, Visitor, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("namedtuple", namedtuple::namedtuple)]);
    super::resumable_functions(module, &[("_count_elements", count_elements)]);
    module.set("deque", Value::Class(class::<deque::Deque>(vm)));
    module.set("defaultdict", Value::Class(defaultdict::class(vm)));
    Ok(())
}

/// Adds one to the count of each item: `Counter.update`.
fn count_elements(vm: &mut Vm, args: Args) -> Result<Step> {
    args.between(vm, "_count_elements", 0, 2, 2)?;
    let Value::Dict(counts) = vm.unwrap_builtin(&args[0]) else {
        return Err(vm.type_error("a dict is required"));
    };
    if args[1].may_call_back() && !matches!(args[1], Value::List(_) | Value::Tuple(_)) {
        return vm.visit(&args[1], Counting(counts));
    }
    let iterator = vm.iter(&args[1])?;
    while let Some(item) = vm.next(&iterator)? {
        count_one(vm, &counts, item)?;
    }
    Ok(Step::Done(Value::None))
}

fn count_one(vm: &mut Vm, counts: &Dict, item: Value) -> Result<()> {
    let count = match counts.get(vm, &item)? {
        None => Value::Int(1),
        Some(Value::Int(count)) if count < i64::MAX => Value::Int(count + 1),
        Some(count) => vm.binary(BinaryOp::Add, &count, &Value::Int(1))?,
    };
    counts.set(vm, item, count)
}

/// Counts what an iterable gives that may be Python code.
struct Counting(Rc<Dict>);

impl Visitor for Counting {
    fn visit(&mut self, _: &mut Vm, item: Value) -> Result<Step> {
        Ok(Step::Done(item))
    }

    fn take(&mut self, vm: &mut Vm, item: Value) -> Result<Option<Value>> {
        count_one(vm, &self.0, item)?;
        Ok(None)
    }

    fn end(&mut self, _: &mut Vm) -> Result<Step> {
        Ok(Step::Done(Value::None))
    }
}
