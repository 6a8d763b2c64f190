//! The operators of arrays and scalars, by the ufuncs that they stand for.

use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use super::apply::apply;
use super::object::{put, result_value};
use super::operand::Operand;
use super::table::{Ufunc, named};
use crate::array::Array;
use crate::scalar;

macro_rules! binary {
    ($($op:ident $ufunc:literal: $name:literal, $reflected:literal, $in_place:literal;)*) => {
        /// Arithmetic of arrays and scalars.
        pub(crate) const ARITHMETIC: &[(&str, NativeFn)] = &[
            $(
                ($name, |vm, args| binary_method(vm, &args, $ufunc, BinaryOp::$op, false)),
                ($reflected, |vm, args| binary_method(vm, &args, $ufunc, BinaryOp::$op, true)),
            )*
            ("__neg__", |vm, args| unary(vm, &args, "negative")),
            ("__pos__", |vm, args| unary(vm, &args, "positive")),
            ("__invert__", |vm, args| unary(vm, &args, "invert")),
            ("__abs__", |vm, args| unary(vm, &args, "absolute")),
            ("__divmod__", |vm, args| divmod(vm, &args, false)),
            ("__rdivmod__", |vm, args| divmod(vm, &args, true)),
        ];

        /// The in-place operators of arrays.
        pub(crate) const IN_PLACE: &[(&str, NativeFn)] = &[
            $(($in_place, |vm, args| in_place(vm, &args, $ufunc)),)*
        ];
    };
}

binary![
    Add "add": "__add__", "__radd__", "__iadd__";
    Subtract "subtract": "__sub__", "__rsub__", "__isub__";
    Multiply "multiply": "__mul__", "__rmul__", "__imul__";
    Divide "divide": "__truediv__", "__rtruediv__", "__itruediv__";
    FloorDivide "floor_divide": "__floordiv__", "__rfloordiv__", "__ifloordiv__";
    Modulo "remainder": "__mod__", "__rmod__", "__imod__";
    Power "power": "__pow__", "__rpow__", "__ipow__";
    And "bitwise_and": "__and__", "__rand__", "__iand__";
    Or "bitwise_or": "__or__", "__ror__", "__ior__";
    Xor "bitwise_xor": "__xor__", "__rxor__", "__ixor__";
    LeftShift "left_shift": "__lshift__", "__rlshift__", "__ilshift__";
    RightShift "right_shift": "__rshift__", "__rrshift__", "__irshift__";
];

/// Comparisons of arrays and scalars.
pub(crate) const COMPARISON: &[(&str, NativeFn)] = &[
    ("__lt__", |vm, args| {
        compare(vm, &args, "less", CompareOp::Less)
    }),
    ("__le__", |vm, args| {
        compare(vm, &args, "less_equal", CompareOp::LessEqual)
    }),
    ("__eq__", |vm, args| {
        compare(vm, &args, "equal", CompareOp::Equal)
    }),
    ("__ne__", |vm, args| {
        compare(vm, &args, "not_equal", CompareOp::NotEqual)
    }),
    ("__gt__", |vm, args| {
        compare(vm, &args, "greater", CompareOp::Greater)
    }),
    ("__ge__", |vm, args| {
        compare(vm, &args, "greater_equal", CompareOp::GreaterEqual)
    }),
];

fn ufunc(name: &str) -> &'static Ufunc {
    named(name).expect("operators name ufuncs of the table")
}

fn operands(vm: &mut Vm, args: &Args) -> Result<Option<[Operand; 2]>> {
    let [own, other] = [0, 1].map(|at| args.get(at).cloned().unwrap_or_default());
    let Some(own) = Operand::of_operator(vm, &own)? else {
        return Ok(None);
    };
    let other = match Operand::of_operator(vm, &other)? {
        Some(other) => other,
        // Objects stand for themselves beside objects.
        None if own.array.dtype == crate::DType::Object && !matches!(other, Value::Instance(_)) => {
            Operand::of(vm, &other)?
        }
        None => return Ok(None),
    };
    Ok(Some([own, other]))
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::List(_) | Value::Tuple(_) | Value::Str(_))
}

fn is_array(value: &Value) -> bool {
    Array::of(value).is_some()
}

/// A scalar of a text, as Python's operators have it: texts of NumPy's are texts.
fn as_text(vm: &mut Vm, args: &Args) -> Option<[Value; 2]> {
    let [own, other] = [0, 1].map(|at| args.get(at).cloned().unwrap_or_default());
    let own = vm.unwrap_builtin(&own);
    match (&own, is_array(&other)) {
        (Value::Str(_), false) => Some([own, vm.unwrap_builtin(&other)]),
        _ => None,
    }
}

fn binary_method(
    vm: &mut Vm,
    args: &Args,
    name: &str,
    op: BinaryOp,
    reflected: bool,
) -> Result<Value> {
    let is_scalar = args.get(0).is_some_and(|own| !is_array(own));
    let other = args.get(1).cloned().unwrap_or_default();
    if is_scalar && let Some([own, other]) = as_text(vm, args) {
        return match reflected {
            true => vm.binary(op, &other, &own),
            false => vm.binary(op, &own, &other),
        };
    }
    if is_scalar && reflected && op == BinaryOp::Multiply && is_sequence(&other) {
        // A sequence repeats.
        return Ok(Value::NotImplemented);
    }
    let Some([own, other]) = operands(vm, args)? else {
        if is_scalar && other.is_none() {
            let own = vm.unwrap_builtin(&args[0]);
            return match reflected {
                true => vm.binary(op, &other, &own),
                false => vm.binary(op, &own, &other),
            };
        }
        return Ok(Value::NotImplemented);
    };
    let operands = match reflected {
        true => [other, own],
        false => [own, other],
    };
    let result = apply(vm, ufunc(name), &operands, None)?;
    Ok(result_value(vm, result))
}

fn compare(vm: &mut Vm, args: &Args, name: &str, op: CompareOp) -> Result<Value> {
    let is_scalar = args.get(0).is_some_and(|own| !is_array(own));
    if is_scalar && let Some([own, other]) = as_text(vm, args) {
        return vm.compare(op, &own, &other);
    }
    let other = args.get(1).cloned().unwrap_or_default();
    let Some(operands) = operands(vm, args)? else {
        if other.is_none() && is_scalar {
            let own = vm.unwrap_builtin(&args[0]);
            return vm.compare(op, &own, &other);
        }
        return Ok(match args.get(0).and_then(Array::of) {
            // Nothing equals what is no number, element by element.
            Some(own) if op == CompareOp::Equal || op == CompareOp::NotEqual => {
                nothing_equals(vm, &own, op)
            }
            _ => Value::NotImplemented,
        });
    };
    let kinds = [0, 1].map(|at| operands[at].array.dtype.kind() == crate::dtype::Kind::Text);
    let is_equality = op == CompareOp::Equal || op == CompareOp::NotEqual;
    let has_objects = operands
        .iter()
        .any(|operand| operand.array.dtype == crate::DType::Object);
    if kinds[0] != kinds[1] && is_equality && !has_objects {
        if is_scalar && !is_array(&other) {
            return Ok(Value::Bool(op == CompareOp::NotEqual));
        }
        return Ok(nothing_equals(vm, &operands[0].array, op));
    }
    let result = apply(vm, ufunc(name), &operands, None)?;
    Ok(result_value(vm, result))
}

fn nothing_equals(vm: &mut Vm, own: &Array, op: CompareOp) -> Value {
    let flag = op == CompareOp::NotEqual;
    let flags = std::iter::repeat_n(flag, own.size());
    Array::flags(own.shape.clone(), flags).into_value(vm)
}

fn unary(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    let value = args.get(0).cloned().unwrap_or_default();
    let Some(operand) = Operand::of_operator(vm, &value)? else {
        return Ok(Value::NotImplemented);
    };
    let result = apply(vm, ufunc(name), &[operand], None)?;
    Ok(result_value(vm, result))
}

fn divmod(vm: &mut Vm, args: &Args, reflected: bool) -> Result<Value> {
    let [quotient, rest] = [
        ("floor_divide", BinaryOp::FloorDivide),
        ("remainder", BinaryOp::Modulo),
    ]
    .map(|(name, op)| binary_method(vm, args, name, op, reflected));
    Ok(Value::tuple(vec![quotient?, rest?]))
}

/// `left <op>= right`: the left array keeps its type and its elements change.
fn in_place(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    let target = args[0].clone();
    let Some(operands) = operands(vm, args)? else {
        return Ok(Value::NotImplemented);
    };
    let result = apply(vm, ufunc(name), &operands, None)?;
    match Array::of(&target) {
        Some(array) => {
            put(vm, name, &result, &array, None)?;
            Ok(target)
        }
        None => Ok(scalar::of_array(vm, &result)),
    }
}
