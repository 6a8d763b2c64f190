//! Elements of one type as elements of another.

use std::rc::Rc;

use brooklet_python::value::{Args, Complex, Value};
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::buffer::{Buffer, is_kept_as_values, whole_of_float};
use crate::dtype::{DType, Kind};
use crate::{call_builtin, scalar};

impl Array {
    /// The same elements as another type, in an array of its own.
    ///
    /// # Errors
    /// What Python's own `float(x)` and `int(x)` raise for texts and objects.
    pub(crate) fn cast(&self, vm: &mut Vm, dtype: DType) -> Result<Array> {
        let dtype = match dtype {
            DType::Str(0) => DType::Str(self.width_as_text(vm)?),
            other => other,
        };
        let elements = match self.elements() {
            elements if dtype == self.dtype => elements,
            elements if !is_kept_as_values(dtype) && !is_kept_as_values(self.dtype) => {
                between_numbers(&elements, self.dtype, dtype)
            }
            elements => {
                let is_text = self.dtype.kind() == Kind::Text && dtype.kind() != Kind::Object;
                let mut values = Vec::with_capacity(elements.len());
                for at in 0..elements.len() {
                    let value = elements.plain(self.dtype, at);
                    values.push(match is_text {
                        // Messages show texts of arrays as NumPy's.
                        true => scalar::wrap(vm, self.dtype, value),
                        false => value,
                    });
                }
                of_values(vm, values.into_iter(), dtype)?
            }
        };
        Ok(Array::new(dtype, self.shape.clone(), elements))
    }

    fn width_as_text(&self, vm: &mut Vm) -> Result<u32> {
        if self.dtype != DType::Object {
            return Ok(self.dtype.text_width());
        }
        let mut width = 1;
        for value in self.to_values() {
            width = width.max(vm.str(&value)?.chars().count() as u32);
        }
        Ok(width)
    }
}

fn between_numbers(elements: &Buffer, from: DType, to: DType) -> Buffer {
    match elements {
        Buffer::Ints(values) if to.is_whole() => Buffer::Ints(
            values
                .iter()
                .map(|value| to.wrap(from.whole(*value)))
                .collect(),
        ),
        elements if to.is_whole() => Buffer::Ints(
            (0..elements.len())
                .map(|at| whole_of_float(to, elements.float(from, at)))
                .collect(),
        ),
        elements => Buffer::Floats(
            (0..elements.len())
                .map(|at| to.rounded(elements.float(from, at)))
                .collect(),
        ),
    }
}

/// Elements of a type made of Python's values.
///
/// # Errors
/// `ValueError` for texts that are no number, `OverflowError` for ints that do not fit, `TypeError`.
pub(crate) fn of_values(
    vm: &mut Vm,
    values: impl Iterator<Item = Value>,
    dtype: DType,
) -> Result<Buffer> {
    let mut buffer = Buffer::empty(dtype);
    for value in values {
        match &mut buffer {
            Buffer::Floats(floats) => floats.push(dtype.rounded(float_of(vm, &value)?)),
            Buffer::Ints(ints) => ints.push(whole_of(vm, &value, dtype)?),
            Buffer::Values(values) => values.push(value_of(vm, value, dtype)?),
        }
    }
    Ok(buffer)
}

fn float_of(vm: &mut Vm, value: &Value) -> Result<f64> {
    match value {
        Value::Float(float) => Ok(*float),
        Value::Int(int) => Ok(*int as f64),
        Value::None => Ok(f64::NAN),
        Value::Complex(complex) => Ok(complex.real),
        text if matches!(vm.unwrap_builtin(text), Value::Str(_)) => {
            let plain = vm.unwrap_builtin(text);
            match call_builtin(vm, "float", Args::one(plain)) {
                Ok(float) => vm.to_f64(&float),
                Err(_) => {
                    let text = vm.repr(text)?;
                    Err(vm.value_error(format!("could not convert string to float: {text}")))
                }
            }
        }
        other => {
            let float = call_builtin(vm, "float", Args::one(other.clone()))?;
            vm.to_f64(&float)
        }
    }
}

fn whole_of(vm: &mut Vm, value: &Value, dtype: DType) -> Result<i64> {
    match value {
        _ if dtype == DType::Bool => Ok(i64::from(vm.truth(value)?)),
        Value::Float(float) => Ok(whole_of_float(dtype, *float)),
        Value::Int(int) => fitting(vm, i128::from(*int), dtype),
        Value::Bool(flag) => Ok(i64::from(*flag)),
        other => {
            let plain = vm.unwrap_builtin(other);
            let int = call_builtin(vm, "int", Args::one(plain))?;
            let text = vm.repr(&int)?;
            let whole = text.parse().unwrap_or(i128::MAX);
            fitting(vm, whole, dtype)
        }
    }
}

/// A whole number as an element, if it fits.
pub(crate) fn fitting(vm: &mut Vm, whole: i128, dtype: DType) -> Result<i64> {
    let (least, most) = dtype.range();
    if (least..=most).contains(&whole) {
        return Ok(dtype.wrap(whole));
    }
    Err(match dtype {
        DType::Int64 => vm.overflow_error("Python int too large to convert to C long"),
        _ => vm.overflow_error(format!(
            "Python integer {whole} out of bounds for {}",
            dtype.name()
        )),
    })
}

fn value_of(vm: &mut Vm, value: Value, dtype: DType) -> Result<Value> {
    match (dtype.kind(), &value) {
        (Kind::Text, _) => {
            let DType::Str(width) = dtype else {
                return Ok(value);
            };
            let text = vm.str(&value)?;
            let cut: String = match width {
                0 => text,
                width => text.chars().take(width as usize).collect(),
            };
            Ok(Value::from(cut))
        }
        (Kind::Complex, Value::Complex(_)) => Ok(value),
        (Kind::Complex, _) => {
            let real = float_of(vm, &value)?;
            Ok(Value::Complex(Rc::new(Complex { real, imag: 0.0 })))
        }
        _ => Ok(value),
    }
}
