//! Operators, element by element; operands are stretched to a common shape.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp, UnaryOp};
use brooklet_python_text::numeric::float_division::divide_with_remainder;
use brooklet_python_text::numeric::power::power;

use super::array::{Array, Elements};
use super::dtype::DType;
use super::{array_of, scalar};
use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

macro_rules! arithmetic {
    ($($op:ident: $name:literal, $reflected:literal;)*) => {
        &[
            $(
                ($name, |vm, args| binary_method(vm, &args, BinaryOp::$op, false)),
                ($reflected, |vm, args| binary_method(vm, &args, BinaryOp::$op, true)),
            )*
            ("__neg__", |vm, args| unary_method(vm, &args, UnaryOp::Negative)),
            ("__pos__", |vm, args| unary_method(vm, &args, UnaryOp::Positive)),
            ("__invert__", |vm, args| unary_method(vm, &args, UnaryOp::Invert)),
            ("__abs__", absolute),
        ]
    };
}

/// Arithmetic of arrays and scalars.
pub(super) const ARITHMETIC: &[(&str, NativeFn)] = arithmetic![
    Add: "__add__", "__radd__";
    Subtract: "__sub__", "__rsub__";
    Multiply: "__mul__", "__rmul__";
    Divide: "__truediv__", "__rtruediv__";
    FloorDivide: "__floordiv__", "__rfloordiv__";
    Modulo: "__mod__", "__rmod__";
    Power: "__pow__", "__rpow__";
    And: "__and__", "__rand__";
    Or: "__or__", "__ror__";
    Xor: "__xor__", "__rxor__";
];

/// Comparisons of arrays and scalars.
pub(super) const COMPARISON: &[(&str, NativeFn)] = &[
    ("__lt__", |vm, args| {
        compare_method(vm, &args, CompareOp::Less)
    }),
    ("__le__", |vm, args| {
        compare_method(vm, &args, CompareOp::LessEqual)
    }),
    ("__eq__", |vm, args| {
        compare_method(vm, &args, CompareOp::Equal)
    }),
    ("__ne__", |vm, args| {
        compare_method(vm, &args, CompareOp::NotEqual)
    }),
    ("__gt__", |vm, args| {
        compare_method(vm, &args, CompareOp::Greater)
    }),
    ("__ge__", |vm, args| {
        compare_method(vm, &args, CompareOp::GreaterEqual)
    }),
];

/// An operand as an array, and whether it is a number of Python's own; `None` for what is neither
/// a number nor a sequence.
fn operand(vm: &mut Vm, value: &Value) -> Result<Option<(Array, bool)>> {
    if let Some(array) = Array::of(value) {
        return Ok(Some(((*array).clone(), false)));
    }
    match is_sequence(value) {
        true => Ok(Some(((*array_of(vm, value, None)?).clone(), false))),
        false => Ok(scalar::as_array(vm, value)),
    }
}

fn is_sequence(value: &Value) -> bool {
    matches!(value, Value::List(_) | Value::Tuple(_) | Value::Range(_))
}

fn operands(vm: &mut Vm, args: &Args) -> Result<Option<[(Array, bool); 2]>> {
    let [own, other] = [0, 1].map(|at| args.get(at).cloned().unwrap_or_default());
    let (Some(own), Some(other)) = (operand(vm, &own)?, operand(vm, &other)?) else {
        return Ok(None);
    };
    Ok(Some([own, other]))
}

fn binary_method(vm: &mut Vm, args: &Args, op: BinaryOp, reflected: bool) -> Result<Value> {
    let is_scalar = args.get(0).is_some_and(|own| Array::of(own).is_none());
    let other = args.get(1).cloned().unwrap_or_default();
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
    let result = match reflected {
        true => binary(vm, op, other, own)?,
        false => binary(vm, op, own, other)?,
    };
    Ok(result.into_value(vm))
}

fn binary(vm: &mut Vm, op: BinaryOp, left: (Array, bool), right: (Array, bool)) -> Result<Array> {
    let dtype = DType::together((left.0.dtype, left.1), (right.0.dtype, right.1));
    let bits = matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor);
    let refused = match op {
        BinaryOp::Subtract if dtype == DType::Bool => Some(
            "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the \
             `^` operator, or the logical_xor function instead."
                .to_string(),
        ),
        _ if bits && dtype.is_float() => Some(format!(
            "ufunc 'bitwise_{}' not supported for the input types, and the inputs could not be \
             safely coerced to any supported types according to the casting rule ''safe''",
            match op {
                BinaryOp::And => "and",
                BinaryOp::Or => "or",
                _ => "xor",
            }
        )),
        _ => None,
    };
    if let Some(message) = refused {
        return Err(vm.type_error(message));
    }
    let (left, right) = (left.0, right.0);
    if dtype.is_float() || op == BinaryOp::Divide {
        return paired(vm, &left, &right, |a, b| float_result(op, a, b));
    }
    if op == BinaryOp::Power && right.to_ints().iter().any(|exponent| *exponent < 0) {
        return Err(vm.value_error("Integers to negative integer powers are not allowed."));
    }
    let (shape, at_left, at_right) = stretched(vm, &left, &right)?;
    let (a, b) = (left.to_ints(), right.to_ints());
    let values = at_left
        .zip(at_right)
        .map(|(i, j)| match (dtype, int_result(op, a[i], b[j])) {
            (DType::Bool, value) => i64::from(value != 0),
            (DType::Int32, value) => i64::from(value as i32),
            (_, value) => value,
        })
        .collect();
    Ok(Array::new(dtype, shape, Elements::Ints(values)))
}

fn float_result(op: BinaryOp, a: f64, b: f64) -> f64 {
    match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide => a / b,
        BinaryOp::FloorDivide if b == 0.0 => a / b,
        BinaryOp::FloorDivide => divide_with_remainder(a, b).0,
        BinaryOp::Modulo if b == 0.0 => f64::NAN,
        BinaryOp::Modulo => divide_with_remainder(a, b).1,
        _ => power(a, b),
    }
}

fn int_result(op: BinaryOp, a: i64, b: i64) -> i64 {
    match op {
        BinaryOp::Add => a.wrapping_add(b),
        BinaryOp::Subtract => a.wrapping_sub(b),
        BinaryOp::Multiply => a.wrapping_mul(b),
        BinaryOp::FloorDivide | BinaryOp::Modulo if b == 0 => 0,
        BinaryOp::FloorDivide => {
            let quotient = a.wrapping_div(b);
            let inexact = a.wrapping_rem(b) != 0 && (a < 0) != (b < 0);
            quotient - i64::from(inexact)
        }
        BinaryOp::Modulo => a.wrapping_sub(b.wrapping_mul(int_result(BinaryOp::FloorDivide, a, b))),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        _ => a.wrapping_pow(b as u32),
    }
}

/// A float of each pair of floats.
pub(super) fn paired(
    vm: &mut Vm,
    left: &Array,
    right: &Array,
    combine: impl Fn(f64, f64) -> f64,
) -> Result<Array> {
    let (shape, at_left, at_right) = stretched(vm, left, right)?;
    let values = left.with_floats(|a| {
        right.with_floats(|b| {
            at_left
                .zip(at_right)
                .map(|(i, j)| combine(a[i], b[j]))
                .collect()
        })
    });
    Ok(Array::floats(shape, values))
}

fn compare_method(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let Some([(own, _), (other, _)]) = operands(vm, args)? else {
        let other = args.get(1).cloned().unwrap_or_default();
        if other.is_none() && Array::of(&args[0]).is_none() {
            let own = vm.unwrap_builtin(&args[0]);
            return vm.compare(op, &own, &other);
        }
        // Nothing equals what is no number, element by element.
        return Ok(match (args.get(0).and_then(Array::of), op) {
            (Some(own), CompareOp::Equal | CompareOp::NotEqual) => {
                let flags = vec![i64::from(op == CompareOp::NotEqual); own.size()];
                object(
                    vm,
                    Array::new(DType::Bool, own.shape.clone(), Elements::Ints(flags)),
                )
            }
            _ => Value::NotImplemented,
        });
    };
    let (shape, at_own, at_other) = stretched(vm, &own, &other)?;
    let holds = |(i, j): (usize, usize)| match (own.dtype.is_float(), other.dtype.is_float()) {
        (false, false) => {
            let (a, b) = (own.plain(i), other.plain(j));
            matches!(vm.compare(op, &a, &b), Ok(Value::Bool(true)))
        }
        _ => op.holds(float_at(&own, i).partial_cmp(&float_at(&other, j))),
    };
    let values = at_own.zip(at_other).map(holds).map(i64::from).collect();
    Ok(Array::new(DType::Bool, shape, Elements::Ints(values)).into_value(vm))
}

fn float_at(array: &Array, at: usize) -> f64 {
    match &*array.elements.borrow() {
        Elements::Floats(values) => values[at],
        Elements::Ints(values) => values[at] as f64,
    }
}

fn unary_method(vm: &mut Vm, args: &Args, op: UnaryOp) -> Result<Value> {
    let value = args.get(0).cloned().unwrap_or_default();
    let Some((array, _)) = operand(vm, &value)? else {
        return Ok(Value::NotImplemented);
    };
    if op == UnaryOp::Invert && array.dtype.is_float() {
        return Err(vm.type_error(
            "ufunc 'invert' not supported for the input types, and the inputs could not be safely \
             coerced to any supported types according to the casting rule ''safe''",
        ));
    }
    if op == UnaryOp::Negative && array.dtype == DType::Bool {
        return Err(vm.type_error(
            "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator \
             or the logical_not function instead.",
        ));
    }
    let is_bool = array.dtype == DType::Bool;
    let elements = match (&*array.elements.borrow(), op) {
        (elements, UnaryOp::Positive | UnaryOp::Not) => elements.clone(),
        (Elements::Floats(values), _) => Elements::Floats(values.iter().map(|a| -a).collect()),
        (Elements::Ints(values), UnaryOp::Invert) if is_bool => {
            Elements::Ints(values.iter().map(|a| 1 - a).collect())
        }
        (Elements::Ints(values), UnaryOp::Invert) => {
            Elements::Ints(values.iter().map(|a| !a).collect())
        }
        (Elements::Ints(values), _) => {
            Elements::Ints(values.iter().map(|a| a.wrapping_neg()).collect())
        }
    };
    Ok(Array::new(array.dtype, array.shape.clone(), elements).into_value(vm))
}

fn absolute(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.get(0).cloned().unwrap_or_default();
    let Some((array, _)) = operand(vm, &value)? else {
        return Ok(Value::NotImplemented);
    };
    let elements = match &*array.elements.borrow() {
        Elements::Floats(values) => Elements::Floats(values.iter().map(|a| a.abs()).collect()),
        Elements::Ints(values) => Elements::Ints(values.iter().map(|a| a.wrapping_abs()).collect()),
    };
    Ok(Array::new(array.dtype, array.shape.clone(), elements).into_value(vm))
}

/// `left <op>= right`: the left array keeps its type and its elements change.
pub(super) fn in_place(vm: &mut Vm, args: &Args, op: BinaryOp) -> Result<Value> {
    let Some([own, other]) = operands(vm, args)? else {
        return Ok(Value::NotImplemented);
    };
    let target = args[0].clone();
    let result = binary(vm, op, own, other)?;
    if let Some(array) = Array::of(&target) {
        if result.dtype > array.dtype {
            return Err(vm.type_error(format!(
                "Cannot cast ufunc '{}' output from dtype('{}') to dtype('{}') with casting rule \
                 'same_kind'",
                ufunc_name(op),
                result.dtype.name(),
                array.dtype.name()
            )));
        }
        if result.shape != array.shape {
            return Err(vm.value_error(format!(
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                shape_text(&array.shape),
                shape_text(&result.shape)
            )));
        }
        *array.elements.borrow_mut() = result.cast(array.dtype).elements.into_inner();
    }
    Ok(target)
}

fn ufunc_name(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "add",
        BinaryOp::Subtract => "subtract",
        BinaryOp::Multiply => "multiply",
        BinaryOp::Divide => "divide",
        _ => "power",
    }
}

/// `(2,3)`, as messages show shapes.
pub(super) fn shape_text(shape: &[usize]) -> String {
    let lengths: Vec<String> = shape.iter().map(usize::to_string).collect();
    match lengths.len() {
        1 => format!("({},)", lengths[0]),
        _ => format!("({})", lengths.join(",")),
    }
}

/// The common shape of two arrays, and for each of its elements the places in the two.
fn stretched(vm: &mut Vm, left: &Array, right: &Array) -> Result<(Vec<usize>, Places, Places)> {
    let axes = left.shape.len().max(right.shape.len());
    let length = |array: &Array, axis: usize| {
        (axis + array.shape.len())
            .checked_sub(axes)
            .map_or(1, |axis| array.shape[axis])
    };
    let mut shape = Vec::with_capacity(axes);
    for axis in 0..axes {
        let (a, b) = (length(left, axis), length(right, axis));
        if a != b && a != 1 && b != 1 {
            return Err(vm.value_error(format!(
                "operands could not be broadcast together with shapes {} {} ",
                shape_text(&left.shape),
                shape_text(&right.shape)
            )));
        }
        shape.push(if a == 1 { b } else { a });
    }
    let places = |array: &Array| Places::new(&shape, &array.shape);
    let (at_left, at_right) = (places(left), places(right));
    Ok((shape, at_left, at_right))
}

/// The places in an array of the elements of the shape that it is stretched to.
pub(super) struct Places {
    /// For each axis its length and the step between elements.
    axes: Vec<(usize, usize)>,
    index: Vec<usize>,
    at: usize,
    left: usize,
}

impl Places {
    pub(super) fn new(shape: &[usize], own: &[usize]) -> Places {
        let mut axes = vec![(1, 0); shape.len()];
        let mut step = 1;
        for (axis, length) in shape.iter().enumerate().rev() {
            let own = (axis + own.len())
                .checked_sub(shape.len())
                .map_or(1, |axis| own[axis]);
            axes[axis] = (*length, if own == 1 { 0 } else { step });
            step *= own;
        }
        Places {
            axes,
            index: vec![0; shape.len()],
            at: 0,
            left: shape.iter().product(),
        }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let place = self.at;
        for ((length, step), index) in self.axes.iter().zip(&mut self.index).rev() {
            *index += 1;
            self.at += step;
            if *index < *length {
                break;
            }
            self.at -= step * length;
            *index = 0;
        }
        Some(place)
    }
}

/// Rounding to decimal places as NumPy does it: scaled, to the nearest even, scaled back.
pub fn round(value: f64, places: i64) -> f64 {
    let scale = power(10.0, places.unsigned_abs() as f64);
    match places {
        0 => value.round_ties_even(),
        1.. => (value * scale).round_ties_even() / scale,
        _ => (value / scale).round_ties_even() * scale,
    }
}

/// The in-place operators of arrays.
pub(super) const IN_PLACE: &[(&str, NativeFn)] = &[
    ("__iadd__", |vm, args| in_place(vm, &args, BinaryOp::Add)),
    ("__isub__", |vm, args| {
        in_place(vm, &args, BinaryOp::Subtract)
    }),
    ("__imul__", |vm, args| {
        in_place(vm, &args, BinaryOp::Multiply)
    }),
    ("__itruediv__", |vm, args| {
        in_place(vm, &args, BinaryOp::Divide)
    }),
    ("__ipow__", |vm, args| in_place(vm, &args, BinaryOp::Power)),
];

/// A float of each element.
pub(super) fn mapped(vm: &mut Vm, value: &Value, function: impl Fn(f64) -> f64) -> Result<Value> {
    let array = array_of(vm, value, Some(DType::Float64))?;
    let values = array.with_floats(|values| values.iter().map(|value| function(*value)).collect());
    let result = Array::floats(array.shape.clone(), values);
    match result.shape.is_empty() {
        true => Ok(result.scalar(vm, 0)),
        false => Ok(object(vm, result)),
    }
}
