//! `numpy.array`: arrays of nested sequences.

use std::rc::Rc;

use brooklet_python::value::Value;
use brooklet_python::vm::{Raise, Result, Vm};

use crate::array::Array;
use crate::cast;
use crate::dtype::DType;
use crate::scalar;
use crate::shape::shape_value;

/// The array of a value: an array as it is, a number as one without axes, sequences nested.
///
/// # Errors
/// `ValueError` where rows differ in length or a text is no number, `TypeError` for what is none.
pub fn array_of(vm: &mut Vm, value: &Value, dtype: Option<DType>) -> Result<Rc<Array>> {
    if let Some(array) = Array::of(value) {
        return Ok(match dtype {
            Some(dtype) if dtype != array.dtype && dtype != DType::Str(0) => {
                Rc::new(array.cast(vm, dtype)?)
            }
            _ => array,
        });
    }
    let mut reading = Reading {
        depth: MOST_AXES,
        ..Reading::default()
    };
    if let Err(raise) = reading.read(vm, value, 0) {
        if dtype != Some(DType::Object) {
            return Err(raise);
        }
        // Rows of different lengths stay lists in an array of objects.
        let depth = reading.shape.len() - 1;
        reading = Reading {
            depth: depth.max(1),
            ..Reading::default()
        };
        reading.read(vm, value, 0)?;
    }
    let kept = match (dtype, reading.found) {
        (Some(DType::Str(0)), Some(DType::Str(width))) => DType::Str(width.max(1)),
        (Some(DType::Str(0)), _) => {
            let mut width = 1;
            for value in &reading.leaves {
                width = width.max(vm.str(value)?.chars().count() as u32);
            }
            DType::Str(width)
        }
        (Some(dtype), _) => dtype,
        (None, Some(DType::Str(0))) => DType::Str(1),
        (None, Some(dtype)) => dtype,
        (None, None) => DType::Float64,
    };
    let elements = cast::of_values(vm, reading.leaves.into_iter(), kept)?;
    Ok(Rc::new(Array::new(kept, reading.shape, elements)))
}

/// More axes than this no array has.
const MOST_AXES: usize = 64;

#[derive(Default)]
struct Reading {
    /// The type of what was read so far.
    found: Option<DType>,
    /// As the first elements have it.
    shape: Vec<usize>,
    leaves: Vec<Value>,
    /// Sequences so deep are elements.
    depth: usize,
}

impl Reading {
    fn read(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> Result<()> {
        if depth >= self.depth {
            return self.leaf(vm, depth, DType::Object, value.clone());
        }
        match value {
            Value::Float(_) => self.leaf(vm, depth, DType::Float64, value.clone()),
            Value::Int(_) => self.leaf(vm, depth, DType::Int64, value.clone()),
            Value::Bool(_) => self.leaf(vm, depth, DType::Bool, value.clone()),
            Value::Complex(_) => self.leaf(vm, depth, DType::Complex128, value.clone()),
            Value::BigInt(big) => {
                let dtype = match u64::try_from(&**big) {
                    Ok(_) => DType::UInt64,
                    Err(_) => DType::Object,
                };
                self.leaf(vm, depth, dtype, value.clone())
            }
            Value::Str(text) => {
                let width = text.as_str().chars().count() as u32;
                self.leaf(vm, depth, DType::Str(width), value.clone())
            }
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
            if array.ndim() == 0 {
                return self.leaf(vm, depth, array.dtype, array.plain(0));
            }
            let rows = vm.collect(value)?;
            if array.size() == 0 {
                self.found = Some(
                    self.found
                        .map_or(array.dtype, |own| own.together(array.dtype)),
                );
            }
            return self.items(vm, &rows, depth);
        }
        if let Some(dtype) = scalar::dtype_of(vm, value) {
            let inner = vm.unwrap_builtin(value);
            return self.leaf(vm, depth, dtype, inner);
        }
        match vm.unwrap_builtin(value) {
            Value::Instance(_) => {}
            inner @ (Value::List(_) | Value::Tuple(_) | Value::Int(_) | Value::Float(_)) => {
                return self.read(vm, &inner, depth);
            }
            _ => {}
        }
        // What converts itself, as vectors of Spark's do.
        if let Value::Instance(_) = value
            && let Some(convert) = vm.find_attribute(value, "__array__")?
        {
            let array = vm.call(&convert, brooklet_python::value::Args::none())?;
            if Array::of(&array).is_some() {
                return self.read(vm, &array, depth);
            }
        }
        if let Value::Instance(_) = value
            && vm.find_attribute(value, "__getitem__")?.is_some()
            && vm.find_attribute(value, "__len__")?.is_some()
            && !vm.is_instance(value, &vm.types.dict.clone())
        {
            let items = vm.collect(value)?;
            return self.items(vm, &items, depth);
        }
        self.leaf(vm, depth, DType::Object, value.clone())
    }

    fn leaf(&mut self, vm: &mut Vm, depth: usize, dtype: DType, value: Value) -> Result<()> {
        if depth != self.shape.len() {
            return Err(self.uneven(vm, depth));
        }
        self.found = Some(self.found.map_or(dtype, |found| found.together(dtype)));
        self.leaves.push(value);
        Ok(())
    }

    fn items(&mut self, vm: &mut Vm, items: &[Value], depth: usize) -> Result<()> {
        match self.shape.get(depth) {
            None if self.leaves.is_empty() => self.shape.push(items.len()),
            Some(length) if *length == items.len() => {}
            _ => return Err(self.uneven(vm, depth)),
        }
        items
            .iter()
            .try_for_each(|item| self.read(vm, item, depth + 1))
    }

    fn uneven(&self, vm: &mut Vm, depth: usize) -> Raise {
        let depth = depth.clamp(1, self.shape.len().max(1));
        let shape = shape_value(&self.shape[..depth.min(self.shape.len())]);
        let shape = vm.repr(&shape).unwrap_or_default();
        vm.value_error(format!(
            "setting an array element with a sequence. The requested array has an inhomogeneous \
             shape after {depth} dimensions. The detected shape was {shape} + inhomogeneous part."
        ))
    }
}
