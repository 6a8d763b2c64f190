//! Applies a ufunc: its operands are stretched to a common shape, made one type, and run through.

use std::rc::Rc;

use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

use super::operand::{Operand, common};
use super::table::{General, Rule, Ufunc};
use crate::array::Array;
use crate::buffer::{Buffer, is_kept_as_values};
use crate::cast;
use crate::dtype::{DType, Kind};
use crate::errors;
use crate::shape::{Places, broadcast, shape_text, stretched};

/// The result of a ufunc, in an array of its own.
///
/// # Errors
/// `ValueError` for shapes that do not fit, `TypeError` for types that it has nothing for.
pub(crate) fn apply(
    vm: &mut Vm,
    ufunc: &Ufunc,
    operands: &[Operand],
    dtype: Option<DType>,
) -> Result<Array> {
    let found = common(operands);
    refuse(vm, ufunc, operands, found)?;
    let shapes: Vec<&[usize]> = operands
        .iter()
        .map(|operand| &operand.array.shape[..])
        .collect();
    let Some(shape) = broadcast(&shapes) else {
        let shapes: Vec<String> = shapes.iter().map(|shape| shape_text(shape)).collect();
        return Err(vm.value_error(format!(
            "operands could not be broadcast together with shapes {} ",
            shapes.join(" ")
        )));
    };
    let compute = computed_in(vm, ufunc, operands, dtype.unwrap_or(found))?;
    let result = match ufunc.rule {
        Rule::Truth => DType::Bool,
        _ => compute,
    };
    if is_kept_as_values(compute) {
        let values = general(vm, ufunc, operands, &shape, compute)?;
        let result = match (result, ufunc.general) {
            (DType::Str(_), _) => DType::Str(0),
            (DType::Complex128, General::Absolute) => DType::Float64,
            (result, _) => result,
        };
        return of_general(vm, shape, values, result);
    }
    let buffer = match ufunc.whole.filter(|_| compute.is_whole()) {
        Some(function) => {
            let [a, b] = wholes(vm, operands, &shape, compute)?;
            let b = if operands.len() == 1 { &a } else { &b };
            let function = match (ufunc.name, compute) {
                ("invert", DType::Bool) => |a, _| 1 - a,
                _ => function,
            };
            let pairs = a.iter().zip(b);
            Buffer::Ints(pairs.map(|(a, b)| result.wrap(function(*a, *b))).collect())
        }
        None => {
            let [a, b] = [0, operands.len() - 1].map(|at| floats(&operands[at], &shape, compute));
            let pairs = a.iter().zip(b.iter());
            match result {
                DType::Bool => {
                    Buffer::Ints(pairs.map(|(a, b)| (ufunc.float)(*a, *b) as i64).collect())
                }
                DType::Float64 => {
                    Buffer::Floats(pairs.map(|(a, b)| (ufunc.float)(*a, *b)).collect())
                }
                _ => Buffer::Floats(
                    pairs
                        .map(|(a, b)| result.rounded((ufunc.float)(*a, *b)))
                        .collect(),
                ),
            }
        }
    };
    Ok(Array::new(result, shape, buffer))
}

/// Values that Python's operators gave, as an array; texts are as wide as the longest.
fn of_general(vm: &mut Vm, shape: Vec<usize>, values: Vec<Value>, dtype: DType) -> Result<Array> {
    let dtype = match dtype {
        DType::Str(_) => {
            let widths = values.iter().filter_map(Value::as_str);
            DType::Str(
                widths
                    .map(|text| text.chars().count() as u32)
                    .max()
                    .unwrap_or(1),
            )
        }
        other => other,
    };
    let buffer = cast::of_values(vm, values.into_iter(), dtype)?;
    Ok(Array::new(dtype, shape, buffer))
}

/// The type that a ufunc calculates in.
fn computed_in(vm: &mut Vm, ufunc: &Ufunc, operands: &[Operand], found: DType) -> Result<DType> {
    let is_bool = found == DType::Bool;
    Ok(match ufunc.rule {
        _ if is_kept_as_values(found) => found,
        Rule::Number if is_bool => DType::Int8,
        Rule::Float => found.as_float(),
        Rule::Quotient if found.is_whole() => DType::Float64,
        Rule::Quotient if ufunc.name == "float_power" => DType::Float64,
        // Whole numbers of any two types are compared exactly.
        Rule::Truth
            if operands
                .iter()
                .all(|operand| operand.array.dtype.is_whole()) =>
        {
            match ufunc.whole {
                Some(_) => DType::Int64,
                None => DType::Float64,
            }
        }
        Rule::Truth if found.is_whole() => DType::Float64,
        Rule::Number if ufunc.name == "power" && found.is_whole() => {
            let exponents = &operands[1].array;
            if exponents.dtype != DType::UInt64
                && exponents.to_ints().iter().any(|exponent| *exponent < 0)
            {
                return Err(vm.value_error("Integers to negative integer powers are not allowed."));
            }
            found
        }
        _ => found,
    })
}

fn refuse(vm: &mut Vm, ufunc: &Ufunc, operands: &[Operand], found: DType) -> Result<()> {
    let name = ufunc.name;
    let types: Vec<DType> = operands.iter().map(|operand| operand.array.dtype).collect();
    if found == DType::Bool && name == "subtract" {
        return Err(vm.type_error(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the \
             `^` operator, or the logical_xor function instead.",
        ));
    }
    if found == DType::Bool && name == "negative" {
        return Err(vm.type_error(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator \
             or the logical_not function instead.",
        ));
    }
    let kind = found.kind();
    let has_general = match (ufunc.general, kind) {
        (General::Refused, Kind::Complex | Kind::Text | Kind::Object) => false,
        (General::Compare(_) | General::Truth(_) | General::Pick(_), Kind::Text) => {
            types.iter().all(|dtype| dtype.kind() == Kind::Text)
                || !matches!(ufunc.general, General::Compare(_))
        }
        (General::Binary(brooklet_python_compiler::bytecode::BinaryOp::Add), Kind::Text) => {
            types.iter().all(|dtype| dtype.kind() == Kind::Text)
        }
        (_, Kind::Text) => return Err(errors::no_loop(vm, name, &types)),
        _ => true,
    };
    if has_general && !(ufunc.rule == Rule::Whole && matches!(kind, Kind::Float | Kind::Complex)) {
        return Ok(());
    }
    if kind == Kind::Text && !matches!(ufunc.general, General::Refused) {
        return Err(errors::no_loop(vm, name, &types));
    }
    Err(vm.type_error(format!(
        "ufunc '{name}' not supported for the input types, and the inputs could not be safely \
         coerced to any supported types according to the casting rule ''safe''"
    )))
}

/// The places of an operand's elements in the common shape.
pub(crate) fn places(array: &Array, shape: &[usize]) -> Places {
    let strides = stretched(shape, &array.shape, &array.strides);
    Places::new(shape, &strides, array.offset)
}

fn floats(operand: &Operand, shape: &[usize], dtype: DType) -> Vec<f64> {
    let array = &operand.array;
    let values = match array.shape == shape {
        true => array.to_floats(),
        false => {
            let buffer = array.buffer.borrow();
            places(array, shape)
                .map(|at| buffer.float(array.dtype, at))
                .collect()
        }
    };
    match dtype {
        DType::Float16 | DType::Float32 if array.dtype != dtype => values
            .into_iter()
            .map(|value| dtype.rounded(value))
            .collect(),
        _ => values,
    }
}

fn wholes(
    vm: &mut Vm,
    operands: &[Operand],
    shape: &[usize],
    dtype: DType,
) -> Result<[Vec<i128>; 2]> {
    let mut both = [Vec::new(), Vec::new()];
    for (operand, wholes) in operands.iter().zip(&mut both) {
        let array = &operand.array;
        let buffer = array.buffer.borrow();
        let Buffer::Ints(values) = &*buffer else {
            continue;
        };
        wholes.extend(places(array, shape).map(|at| array.dtype.whole(values[at])));
        if operand.weak
            && dtype != DType::Int64
            && let Some(value) = wholes.first()
        {
            cast::fitting(vm, *value, dtype)?;
        }
    }
    Ok(both)
}

fn general(
    vm: &mut Vm,
    ufunc: &Ufunc,
    operands: &[Operand],
    shape: &[usize],
    dtype: DType,
) -> Result<Vec<Value>> {
    let mut inputs = Vec::new();
    for operand in operands {
        let array = match dtype {
            DType::Complex128 => Rc::new(operand.array.cast(vm, dtype)?),
            _ => operand.array.clone(),
        };
        let buffer = array.buffer.borrow();
        let values: Vec<Value> = places(&array, shape)
            .map(|at| buffer.plain(array.dtype, at))
            .collect();
        inputs.push(values);
    }
    let second = inputs.last().cloned().unwrap_or_default();
    let mut results = Vec::with_capacity(second.len());
    for (a, b) in inputs[0].iter().zip(&second) {
        results.push(one(vm, ufunc.general, a, b)?);
    }
    Ok(results)
}

/// What Python's own operators give for two values.
pub(crate) fn one(vm: &mut Vm, general: General, a: &Value, b: &Value) -> Result<Value> {
    Ok(match general {
        General::Binary(op) => vm.binary(op, a, b)?,
        General::Compare(op) => vm.compare(op, a, b)?,
        General::Unary(op) => vm.unary(op, a)?,
        General::Absolute => vm.absolute(a)?,
        General::Conjugate => vm.call_method(a, "conjugate", Args::none())?,
        General::Pick(op) => {
            let first = vm.compare(op, a, b)?;
            match vm.truth(&first)? {
                true => a.clone(),
                false => b.clone(),
            }
        }
        General::Truth(function) => {
            let (a, b) = (vm.truth(a)?, vm.truth(b)?);
            Value::Bool(function(a, b))
        }
        General::Refused => a.clone(),
    })
}
