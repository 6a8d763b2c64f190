//! Where elements are kept: in one of three forms, whatever their type.

use std::rc::Rc;

use brooklet_python::value::Value;
use num_bigint::BigInt;

use crate::dtype::{DType, Kind};

/// Elements in a row. Small types take as much room as large ones: that way there are few loops.
#[derive(Clone)]
pub(crate) enum Buffer {
    /// Floats of any width, rounded to it.
    Floats(Vec<f64>),
    /// Ints of any width and bools; `uint64` by its bits.
    Ints(Vec<i64>),
    /// Texts, complex numbers and objects.
    Values(Vec<Value>),
}

impl Buffer {
    /// A buffer for elements of a type.
    pub(crate) fn empty(dtype: DType) -> Buffer {
        match dtype {
            dtype if is_kept_as_values(dtype) => Buffer::Values(Vec::new()),
            dtype if dtype.is_float() => Buffer::Floats(Vec::new()),
            _ => Buffer::Ints(Vec::new()),
        }
    }

    /// Adds the elements of a buffer of the same form.
    pub(crate) fn append(&mut self, more: Buffer) {
        match (self, more) {
            (Buffer::Floats(own), Buffer::Floats(new)) => own.extend(new),
            (Buffer::Ints(own), Buffer::Ints(new)) => own.extend(new),
            (Buffer::Values(own), Buffer::Values(new)) => own.extend(new),
            _ => unreachable!("buffers of one type have one form"),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Buffer::Floats(values) => values.len(),
            Buffer::Ints(values) => values.len(),
            Buffer::Values(values) => values.len(),
        }
    }

    /// The elements at these places.
    pub(crate) fn gather(&self, places: impl Iterator<Item = usize>) -> Buffer {
        match self {
            Buffer::Floats(values) => Buffer::Floats(places.map(|at| values[at]).collect()),
            Buffer::Ints(values) => Buffer::Ints(places.map(|at| values[at]).collect()),
            Buffer::Values(values) => Buffer::Values(places.map(|at| values[at].clone()).collect()),
        }
    }

    /// Puts the elements of another buffer of the same form at these places.
    pub(crate) fn scatter(&mut self, pairs: impl Iterator<Item = (usize, usize)>, from: &Buffer) {
        match (self, from) {
            (Buffer::Floats(own), Buffer::Floats(new)) => {
                pairs.for_each(|(to, from)| own[to] = new[from]);
            }
            (Buffer::Ints(own), Buffer::Ints(new)) => {
                pairs.for_each(|(to, from)| own[to] = new[from]);
            }
            (Buffer::Values(own), Buffer::Values(new)) => {
                pairs.for_each(|(to, from)| own[to] = new[from].clone());
            }
            _ => unreachable!("buffers of one type have one form"),
        }
    }

    /// An element of a type as Python's own value.
    pub(crate) fn plain(&self, dtype: DType, at: usize) -> Value {
        match self {
            Buffer::Floats(values) => Value::Float(values[at]),
            Buffer::Ints(values) => whole_value(dtype, values[at]),
            Buffer::Values(values) => values[at].clone(),
        }
    }

    /// An element as a float, where it is a number.
    pub(crate) fn float(&self, dtype: DType, at: usize) -> f64 {
        match self {
            Buffer::Floats(values) => values[at],
            Buffer::Ints(values) if dtype == DType::UInt64 => values[at] as u64 as f64,
            Buffer::Ints(values) => values[at] as f64,
            Buffer::Values(values) => match &values[at] {
                Value::Float(value) => *value,
                Value::Int(value) => *value as f64,
                Value::Bool(value) => f64::from(u8::from(*value)),
                Value::Complex(value) => value.real,
                _ => f64::NAN,
            },
        }
    }
}

/// A kept whole number as Python's own value.
pub(crate) fn whole_value(dtype: DType, kept: i64) -> Value {
    match dtype {
        DType::Bool => Value::Bool(kept != 0),
        DType::UInt64 if kept < 0 => Value::BigInt(Rc::new(BigInt::from(kept as u64))),
        _ => Value::Int(kept),
    }
}

/// A float as NumPy makes a whole number of it: cut off, what does not fit becomes the smallest.
pub(crate) fn whole_of_float(dtype: DType, value: f64) -> i64 {
    if dtype == DType::Bool {
        return i64::from(value != 0.0);
    }
    if dtype == DType::UInt64 && value >= 9_223_372_036_854_775_808.0 {
        return value as u64 as i64;
    }
    let fits = value.abs() < 9_223_372_036_854_775_808.0;
    let whole = if fits { value as i64 } else { i64::MIN };
    dtype.wrap(i128::from(whole))
}

/// Whether elements of a type are kept as values.
pub(crate) fn is_kept_as_values(dtype: DType) -> bool {
    dtype.kind() >= Kind::Complex
}
