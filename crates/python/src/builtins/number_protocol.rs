//! The special methods of numbers, for programs that call them by name (`(1).__add__(2)`).

use brooklet_python_compiler::bytecode::{BinaryOp, UnaryOp};

use super::named_argument::named_text;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

macro_rules! binary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let (own, other) = operands(vm, &args, $name)?;
            if is_wider(&other, &own) {
                return Ok(Value::NotImplemented);
            }
            vm.binary_builtin(BinaryOp::$op, &own, &other)
        })
    };
    (reflected $name:literal, $op:ident) => {
        ($name, |vm, args| {
            let (own, other) = operands(vm, &args, $name)?;
            if is_wider(&other, &own) {
                return Ok(Value::NotImplemented);
            }
            vm.binary_builtin(BinaryOp::$op, &other, &own)
        })
    };
}

macro_rules! unary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let own = operand(vm, &args, $name)?;
            vm.unary(UnaryOp::$op, &own)
        })
    };
}

/// Arithmetic that every number has.
pub(crate) const ARITHMETIC: &[(&str, NativeFn)] = &[
    binary!("__add__", Add),
    binary!("__sub__", Subtract),
    binary!("__mul__", Multiply),
    binary!("__truediv__", Divide),
    binary!("__pow__", Power),
    binary!(reflected "__radd__", Add),
    binary!(reflected "__rsub__", Subtract),
    binary!(reflected "__rmul__", Multiply),
    binary!(reflected "__rtruediv__", Divide),
    binary!(reflected "__rpow__", Power),
    unary!("__neg__", Negative),
    unary!("__pos__", Positive),
    ("__abs__", |vm, args| {
        let own = operand(vm, &args, "__abs__")?;
        vm.absolute(&own)
    }),
    ("__bool__", |vm, args| {
        let own = operand(vm, &args, "__bool__")?;
        Ok(Value::Bool(vm.truth(&own)?))
    }),
    ("__format__", |vm, args| {
        let (own, spec) = operands(vm, &args, "__format__")?;
        let spec = named_text(vm, &spec, "__format__() argument")?;
        Ok(Value::from(vm.format(&own, spec.as_str())?))
    }),
];

/// Arithmetic of `int` and `float`.
pub(crate) const REAL: &[(&str, NativeFn)] = &[
    binary!("__floordiv__", FloorDivide),
    binary!("__mod__", Modulo),
    binary!(reflected "__rfloordiv__", FloorDivide),
    binary!(reflected "__rmod__", Modulo),
    ("__divmod__", |vm, args| {
        let (own, other) = operands(vm, &args, "__divmod__")?;
        vm.divmod(&own, &other)
    }),
    ("__round__", |vm, args| {
        let own = operand(vm, &args, "__round__")?;
        vm.round(&own, args.get(1))
    }),
    ("__float__", |vm, args| {
        let own = operand(vm, &args, "__float__")?;
        Ok(Value::Float(vm.to_f64(&own)?))
    }),
    ("__int__", |vm, args| {
        let own = operand(vm, &args, "__int__")?;
        vm.int_of(&own)
    }),
    ("__trunc__", |vm, args| {
        let own = operand(vm, &args, "__trunc__")?;
        vm.int_of(&own)
    }),
    ("__floor__", |vm, args| {
        let own = operand(vm, &args, "__floor__")?;
        vm.whole_of(&own, f64::floor)
    }),
    ("__ceil__", |vm, args| {
        let own = operand(vm, &args, "__ceil__")?;
        vm.whole_of(&own, f64::ceil)
    }),
];

/// Operators on the bits of ints.
pub(crate) const BITWISE: &[(&str, NativeFn)] = &[
    binary!("__and__", And),
    binary!("__or__", Or),
    binary!("__xor__", Xor),
    binary!("__lshift__", LeftShift),
    binary!("__rshift__", RightShift),
    unary!("__invert__", Invert),
];

/// Whether a number belongs to a class that the other's own methods do not know.
fn is_wider(number: &Value, other: &Value) -> bool {
    let width = |value: &Value| match value {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => 0,
        Value::Float(_) => 1,
        _ => 2,
    };
    width(number) > width(other)
}

fn operand(vm: &mut Vm, args: &Args, method: &str) -> Result<Value> {
    match args.get(0) {
        Some(value) => Ok(vm.unwrap_builtin(value)),
        None => Err(vm.type_error(format!("unbound method {method}() needs an argument"))),
    }
}

fn operands(vm: &mut Vm, args: &Args, method: &str) -> Result<(Value, Value)> {
    let own = operand(vm, args, method)?;
    let given = args.len().saturating_sub(1);
    match args.get(1) {
        Some(other) if given == 1 => {
            let other = vm.unwrap_builtin(other);
            Ok((own, other))
        }
        _ => Err(vm.type_error(format!("expected 1 argument, got {given}"))),
    }
}
