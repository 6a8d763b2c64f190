//! The special methods of built-in classes, for programs that call them by name (`super().__getitem__`).

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use crate::value::{Args, NativeFn, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// Special methods that compare.
pub(crate) const COMPARISON: &[(&str, NativeFn)] = &[
    ("__lt__", |vm, args| compare(vm, &args, CompareOp::Less)),
    ("__le__", |vm, args| {
        compare(vm, &args, CompareOp::LessEqual)
    }),
    ("__eq__", |vm, args| compare(vm, &args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, &args, CompareOp::NotEqual)),
    ("__gt__", |vm, args| compare(vm, &args, CompareOp::Greater)),
    ("__ge__", |vm, args| {
        compare(vm, &args, CompareOp::GreaterEqual)
    }),
];

/// Special methods of containers that can be read.
pub(crate) const CONTAINER: &[(&str, NativeFn)] = &[
    ("__len__", |vm, args| {
        let container = operand(vm, &args, 0)?;
        Ok(Value::from(vm.length(&container)?))
    }),
    ("__contains__", |vm, args| {
        let container = operand(vm, &args, 0)?;
        let item = argument(vm, &args, 1)?;
        Ok(Value::Bool(vm.contains(&container, &item)?))
    }),
    ("__iter__", |vm, args| {
        let container = operand(vm, &args, 0)?;
        vm.iter(&container)
    }),
];

/// `container[key]`.
pub(crate) const SUBSCRIPT: &[(&str, NativeFn)] = &[("__getitem__", |vm, args| {
    let container = operand(vm, &args, 0)?;
    let key = argument(vm, &args, 1)?;
    vm.get_item(&container, &key)
})];

/// `container[key] = value` and `del container[key]`.
pub(crate) const ASSIGNMENT: &[(&str, NativeFn)] = &[
    ("__setitem__", |vm, args| {
        let container = operand(vm, &args, 0)?;
        let (key, value) = (argument(vm, &args, 1)?, argument(vm, &args, 2)?);
        vm.set_item(&container, key, value)?;
        Ok(Value::None)
    }),
    ("__delitem__", |vm, args| {
        let container = operand(vm, &args, 0)?;
        let key = argument(vm, &args, 1)?;
        vm.delete_item(&container, &key)?;
        Ok(Value::None)
    }),
];

/// `+` and `*`.
pub(crate) const SEQUENCE_ARITHMETIC: &[(&str, NativeFn)] = &[
    ("__add__", |vm, args| {
        let (left, right) = (operand(vm, &args, 0)?, operand(vm, &args, 1)?);
        vm.binary(BinaryOp::Add, &left, &right)
    }),
    ("__mul__", |vm, args| repeat(vm, &args)),
    ("__rmul__", |vm, args| repeat(vm, &args)),
];

/// `|`, `&`, `-` and `^`.
pub(crate) const SET_ARITHMETIC: &[(&str, NativeFn)] = &[
    ("__or__", |vm, args| binary(vm, &args, BinaryOp::Or)),
    ("__and__", |vm, args| binary(vm, &args, BinaryOp::And)),
    ("__sub__", |vm, args| binary(vm, &args, BinaryOp::Subtract)),
    ("__xor__", |vm, args| binary(vm, &args, BinaryOp::Xor)),
];

/// `repr` and `hash` of the built-in value.
pub(crate) const REPR: &[(&str, NativeFn)] = &[("__repr__", |vm, args| {
    let value = operand(vm, &args, 0)?;
    Ok(Value::from(vm.repr(&value)?))
})];

/// `hash` of the built-in value.
pub(crate) const HASH: &[(&str, NativeFn)] = &[("__hash__", |vm, args| {
    let value = operand(vm, &args, 0)?;
    Ok(Value::Int(vm.hash(&value)?))
})];

fn argument(vm: &mut Vm, args: &Args, at: usize) -> Result<Value> {
    match args.get(at) {
        Some(value) => Ok(value.clone()),
        None => {
            let given = args.len().saturating_sub(1);
            Err(vm.type_error(format!(
                "expected {at} argument{}, got {given}",
                if at == 1 { "" } else { "s" }
            )))
        }
    }
}

fn operand(vm: &mut Vm, args: &Args, at: usize) -> Result<Value> {
    let value = argument(vm, args, at)?;
    Ok(vm.unwrap_builtin(&value))
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let (left, right) = (operand(vm, args, 0)?, operand(vm, args, 1)?);
    let result = vm.compare_builtin(op, &left, &right)?;
    Ok(result.map_or(Value::NotImplemented, Value::Bool))
}

/// `sequence * count`: the slot takes an index and nothing else.
fn repeat(vm: &mut Vm, args: &Args) -> Result<Value> {
    let (sequence, count) = (operand(vm, args, 0)?, argument(vm, args, 1)?);
    let count = Value::from(vm.to_index(&count)?);
    vm.binary(BinaryOp::Multiply, &sequence, &count)
}

fn binary(vm: &mut Vm, args: &Args, op: BinaryOp) -> Result<Value> {
    let (left, right) = (operand(vm, args, 0)?, operand(vm, args, 1)?);
    match vm.binary(op, &left, &right) {
        Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
            Ok(Value::NotImplemented)
        }
        other => other,
    }
}
