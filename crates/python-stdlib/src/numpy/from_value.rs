//! `numpy.array`: arrays of nested sequences.

use std::rc::Rc;

use super::array::{Array, Elements};
use super::dtype::DType;
use super::scalar;
use crate::call_builtin;
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

/// The array of a value: an array as it is, a number as one without axes, sequences nested.
///
/// # Errors
/// `ValueError` where rows differ in length or a text is no number, `TypeError` for what is none.
pub fn array_of(vm: &mut Vm, value: &Value, dtype: Option<DType>) -> Result<Rc<Array>> {
    if let Some(array) = Array::of(value) {
        return Ok(match dtype {
            Some(dtype) if dtype != array.dtype => Rc::new(array.cast(dtype)),
            _ => array,
        });
    }
    let mut reading = Reading {
        dtype,
        found: None,
        shape: Vec::new(),
        floats: Vec::new(),
        ints: Vec::new(),
    };
    reading.read(vm, value, 0)?;
    let kept = match (dtype, reading.found) {
        (Some(dtype), _) | (None, Some(dtype)) => dtype,
        (None, None) => DType::Float64,
    };
    let elements = match kept.is_float() {
        true => Elements::Floats(reading.floats),
        false => Elements::Ints(reading.ints),
    };
    Ok(Rc::new(Array::new(kept, reading.shape, elements)))
}

struct Reading {
    dtype: Option<DType>,
    /// The type of what was read so far.
    found: Option<DType>,
    /// As the first elements have it.
    shape: Vec<usize>,
    floats: Vec<f64>,
    ints: Vec<i64>,
}

impl Reading {
    fn read(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> Result<()> {
        match value {
            Value::Float(number) => self.number(vm, depth, DType::Float64, *number, 0),
            Value::Int(number) => self.number(vm, depth, DType::Int64, *number as f64, *number),
            Value::List(items) => self.items(vm, &items.to_vec(), depth),
            Value::Tuple(items) => self.items(vm, items, depth),
            Value::Range(_) => {
                let items = vm.collect(value)?;
                self.items(vm, &items, depth)
            }
            _ => self.other(vm, value, depth),
        }
    }

    fn other(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> Result<()> {
        if let Some(array) = Array::of(value) {
            let rows: Vec<Value> = match array.shape.first() {
                Some(_) => vm.collect(value)?,
                None => vec![array.plain(0)],
            };
            return self.items(vm, &rows, depth);
        }
        if let Some((dtype, inner)) = scalar::number(vm, value) {
            let (float, int) = (vm.to_f64(&inner)?, vm.to_i64(&inner).unwrap_or(0));
            return self.number(vm, depth, dtype, float, int);
        }
        match self.dtype {
            Some(DType::Float64) if value.is_none() => {
                self.number(vm, depth, DType::Float64, f64::NAN, 0)
            }
            Some(dtype) if dtype.is_float() => {
                let float = call_builtin(vm, "float", Args::one(value.clone()))?;
                let float = vm.to_f64(&float)?;
                self.number(vm, depth, DType::Float64, float, 0)
            }
            Some(_) => {
                let int = call_builtin(vm, "int", Args::one(value.clone()))?;
                let int = vm.to_i64(&int)?;
                self.number(vm, depth, DType::Int64, int as f64, int)
            }
            None => {
                let class = vm.type_name(value);
                Err(vm.type_error(format!(
                    "Brooklet's numpy has arrays of numbers only, not of '{class}'"
                )))
            }
        }
    }

    fn number(
        &mut self,
        vm: &mut Vm,
        depth: usize,
        dtype: DType,
        float: f64,
        int: i64,
    ) -> Result<()> {
        if depth != self.shape.len() {
            return Err(self.uneven(vm, depth));
        }
        // A float stays whole where ints were asked for.
        let int = if dtype.is_float() { float as i64 } else { int };
        let int = match self.dtype {
            Some(DType::Bool) => i64::from(float != 0.0),
            _ => int,
        };
        self.found = Some(self.found.map_or(dtype, |found| found.max(dtype)));
        self.floats.push(float);
        self.ints.push(int);
        Ok(())
    }

    fn items(&mut self, vm: &mut Vm, items: &[Value], depth: usize) -> Result<()> {
        match self.shape.get(depth) {
            None if self.floats.is_empty() => self.shape.push(items.len()),
            Some(length) if *length == items.len() => {}
            _ => return Err(self.uneven(vm, depth)),
        }
        items
            .iter()
            .try_for_each(|item| self.read(vm, item, depth + 1))
    }

    fn uneven(&self, vm: &mut Vm, depth: usize) -> brooklet_python::vm::Raise {
        let depth = depth.clamp(1, self.shape.len().max(1));
        let shape = Value::tuple(
            self.shape[..depth.min(self.shape.len())]
                .iter()
                .map(|length| Value::from(*length))
                .collect(),
        );
        let shape = vm.repr(&shape).unwrap_or_default();
        vm.value_error(format!(
            "setting an array element with a sequence. The requested array has an inhomogeneous \
             shape after {depth} dimensions. The detected shape was {shape} + inhomogeneous part."
        ))
    }
}
