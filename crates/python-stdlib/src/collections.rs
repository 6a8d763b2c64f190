//! `collections`; what is asked for less often is in `collections.py`.

mod defaultdict;
mod deque;
pub(super) mod namedtuple;

use brooklet_python_compiler::bytecode::BinaryOp;

use brooklet_python::native_class::class;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("namedtuple", namedtuple::namedtuple),
            ("_count_elements", count_elements),
        ],
    );
    module.set("deque", Value::Class(class::<deque::Deque>(vm)));
    module.set("defaultdict", Value::Class(defaultdict::class(vm)));
    super::define_part(
        vm,
        module,
        "abc",
        super::abstract_classes::define_collections,
    )
}

/// Adds one to the count of each item: `Counter.update`.
fn count_elements(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "_count_elements", 0, 2, 2)?;
    let Value::Dict(counts) = vm.unwrap_builtin(&args[0]) else {
        return Err(vm.type_error("a dict is required"));
    };
    let iterator = vm.iter(&args[1])?;
    while let Some(item) = vm.next(&iterator)? {
        let count = match counts.get(vm, &item)? {
            None => Value::Int(1),
            Some(Value::Int(count)) if count < i64::MAX => Value::Int(count + 1),
            Some(count) => vm.binary(BinaryOp::Add, &count, &Value::Int(1))?,
        };
        counts.set(vm, item, count)?;
    }
    Ok(Value::None)
}
