//! `array[key]`: which elements a key selects.

use super::array::Array;
use super::array_of;
use super::dtype::DType;
use brooklet_python::value::{Value, int_from_big};
use brooklet_python::vm::{Result, Vm};

/// The elements that a key selects: their places, and the shape that they make.
pub(super) struct Selection {
    pub(super) places: Vec<usize>,
    pub(super) shape: Vec<usize>,
}

/// What a key selects of an array.
///
/// # Errors
/// `IndexError` for what lies outside and for keys that are no indices.
pub(super) fn select(vm: &mut Vm, array: &Array, key: &Value) -> Result<Selection> {
    if let Some(mask) = Array::of(key).filter(|mask| mask.dtype == DType::Bool)
        && mask.shape.len() > 1
        && mask.shape == array.shape
    {
        let places = set_places(&mask);
        let shape = vec![places.len()];
        return Ok(Selection { places, shape });
    }
    let keys: Vec<Value> = match key {
        Value::Tuple(keys) => keys.to_vec(),
        _ => vec![key.clone()],
    };
    let named = keys
        .iter()
        .filter(|key| !matches!(key, Value::None | Value::Ellipsis))
        .count();
    let axes = array.shape.len();
    if named > axes {
        return Err(vm.index_error(format!(
            "too many indices for array: array is {axes}-dimensional, but {named} were indexed"
        )));
    }
    let mut selecting = Selecting {
        array,
        axis: 0,
        selection: Selection {
            places: vec![0],
            shape: Vec::new(),
        },
    };
    for key in &keys {
        match key {
            Value::None => selecting.selection.shape.push(1),
            Value::Ellipsis => (named..axes).for_each(|_| selecting.all()),
            key => selecting.one_axis(vm, key)?,
        }
    }
    while selecting.axis < axes {
        selecting.all();
    }
    Ok(selecting.selection)
}

struct Selecting<'a> {
    array: &'a Array,
    axis: usize,
    selection: Selection,
}

impl Selecting<'_> {
    fn all(&mut self) {
        let length = self.array.shape[self.axis];
        let indices: Vec<usize> = (0..length).collect();
        self.keep(&indices);
        self.selection.shape.push(length);
    }

    /// Narrows the next axis to these indices.
    fn keep(&mut self, indices: &[usize]) {
        let step: usize = self.array.shape[self.axis + 1..].iter().product();
        let places = &self.selection.places;
        self.selection.places = places
            .iter()
            .flat_map(|place| indices.iter().map(move |index| place + index * step))
            .collect();
        self.axis += 1;
    }

    fn one_axis(&mut self, vm: &mut Vm, key: &Value) -> Result<()> {
        let length = self.array.shape[self.axis];
        if let Value::Slice(slice) = key {
            let indices: Vec<usize> = vm.slice_indices(slice, length)?.iter().collect();
            self.keep(&indices);
            self.selection.shape.push(indices.len());
            return Ok(());
        }
        let is_sequence = matches!(key, Value::List(_)) || Array::of(key).is_some();
        if is_sequence {
            let chosen = array_of(vm, key, None)?;
            let indices = match chosen.dtype {
                DType::Bool if chosen.shape == [length] => set_places(&chosen),
                DType::Bool => {
                    return Err(vm.index_error(format!(
                        "boolean index did not match indexed array along axis {}; size of axis is \
                         {length} but size of corresponding boolean axis is {}",
                        self.axis,
                        chosen.size()
                    )));
                }
                DType::Float64 if chosen.size() > 0 => {
                    return Err(vm.index_error(
                        "arrays used as indices must be of integer (or boolean) type",
                    ));
                }
                _ => {
                    let mut indices = Vec::new();
                    for index in chosen.to_ints() {
                        indices.push(self.inside(vm, index)?);
                    }
                    indices
                }
            };
            let shape = match chosen.dtype {
                DType::Bool => vec![indices.len()],
                _ => chosen.shape.clone(),
            };
            self.keep(&indices);
            self.selection.shape.extend(shape);
            return Ok(());
        }
        let Some(index) = vm.find_index(key)? else {
            return Err(vm.index_error(
                "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer \
                 or boolean arrays are valid indices",
            ));
        };
        let index = vm.to_i64(&int_from_big(index))?;
        let index = self.inside(vm, index)?;
        self.keep(&[index]);
        Ok(())
    }

    fn inside(&self, vm: &mut Vm, index: i64) -> Result<usize> {
        let length = self.array.shape[self.axis];
        let counted = if index < 0 {
            index + length as i64
        } else {
            index
        };
        match usize::try_from(counted)
            .ok()
            .filter(|index| *index < length)
        {
            Some(index) => Ok(index),
            None => Err(vm.index_error(format!(
                "index {index} is out of bounds for axis {} with size {length}",
                self.axis
            ))),
        }
    }
}

/// The places of the elements that are set.
fn set_places(mask: &Array) -> Vec<usize> {
    let flags = mask.to_ints();
    (0..flags.len()).filter(|at| flags[*at] != 0).collect()
}
