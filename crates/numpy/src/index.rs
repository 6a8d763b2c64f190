//! `array[key]`: which elements a key selects.

use std::rc::Rc;

use brooklet_python::value::{Value, int_from_big};
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::array_of;
use crate::buffer::Buffer;
use crate::dtype::DType;
use crate::shape::{Places, broadcast, shape_text};
use crate::ufunc::Operand;

/// The elements that a key selects.
pub(crate) enum Selection {
    /// Every so many along each axis: a view.
    View {
        shape: Vec<usize>,
        strides: Vec<isize>,
        offset: usize,
    },
    /// Places in the buffer, in a shape of their own: a copy.
    Places {
        places: Vec<usize>,
        shape: Vec<usize>,
    },
}

/// What a part of a key does.
enum Part {
    Index(i64),
    Slice(Value),
    All,
    New,
    /// A new axis of no or one element.
    Truth(usize),
    /// Indices, in the shape of their result.
    Fancy(Vec<i64>, Vec<usize>),
}

/// What a key selects of an array.
///
/// # Errors
/// `IndexError` for what lies outside and for keys that are no indices.
pub(crate) fn select(vm: &mut Vm, array: &Array, key: &Value) -> Result<Selection> {
    let parts = parts(vm, array, key)?;
    let is_fancy = parts.iter().any(|part| matches!(part, Part::Fancy(..)));
    let mut shape = Vec::new();
    let mut strides = Vec::new();
    let mut offset = array.offset as isize;
    let mut axis = 0;
    // Indices, each with the step of its axis and the axis; where their axes go in the result.
    let mut fancy: Vec<(Vec<i64>, Vec<usize>, usize)> = Vec::new();
    let mut at = None;
    let mut is_apart = false;
    let mut last_was_fancy = false;
    for part in parts {
        let in_fancy = matches!(part, Part::Fancy(..) | Part::Index(_)) && is_fancy;
        if in_fancy && at.is_some() && !last_was_fancy {
            is_apart = true;
        }
        if in_fancy && at.is_none() {
            at = Some(shape.len());
        }
        last_was_fancy = in_fancy;
        match part {
            Part::New => {
                shape.push(1);
                strides.push(0);
            }
            Part::Truth(count) => {
                shape.push(count);
                strides.push(0);
            }
            Part::All => {
                shape.push(array.shape[axis]);
                strides.push(array.strides[axis]);
                axis += 1;
            }
            Part::Slice(slice) => {
                let Value::Slice(slice) = slice else {
                    unreachable!("only slices make this part")
                };
                let indices = vm.slice_indices(&slice, array.shape[axis])?;
                if indices.count > 0 {
                    offset += indices.start as isize * array.strides[axis];
                }
                shape.push(indices.count);
                strides.push(array.strides[axis] * indices.step as isize);
                axis += 1;
            }
            Part::Index(index) if is_fancy => {
                fancy.push((vec![index], Vec::new(), axis));
                axis += 1;
            }
            Part::Index(index) => {
                let index = inside(vm, index, axis, array.shape[axis])?;
                offset += index as isize * array.strides[axis];
                axis += 1;
            }
            Part::Fancy(indices, own) => {
                fancy.push((indices, own, axis));
                axis += 1;
            }
        }
    }
    let offset = offset as usize;
    if !is_fancy {
        return Ok(Selection::View {
            shape,
            strides,
            offset,
        });
    }
    let shapes: Vec<&[usize]> = fancy.iter().map(|(_, own, _)| &own[..]).collect();
    let Some(joint) = broadcast(&shapes) else {
        let shapes: Vec<String> = shapes.iter().map(|shape| shape_text(shape)).collect();
        return Err(vm.index_error(format!(
            "shape mismatch: indexing arrays could not be broadcast together with shapes {} ",
            shapes.join(" ")
        )));
    };
    let count = joint.iter().product();
    let mut jumps = vec![0_isize; count];
    for (indices, own, axis) in &fancy {
        let strides = crate::shape::stretched(&joint, own, &crate::shape::row_strides(own));
        for (jump, at) in jumps.iter_mut().zip(Places::new(&joint, &strides, 0)) {
            let index = inside(vm, indices[at], *axis, array.shape[*axis])?;
            *jump += index as isize * array.strides[*axis];
        }
    }
    let front = if is_apart { 0 } else { at.unwrap_or(0) };
    let before = Places::new(&shape[..front], &strides[..front], 0);
    let after: Vec<usize> = Places::new(&shape[front..], &strides[front..], offset).collect();
    let after: Vec<isize> = after.into_iter().map(|place| place as isize).collect();
    let mut places = Vec::new();
    for first in before {
        for jump in &jumps {
            places.extend(
                after
                    .iter()
                    .map(|place| (first as isize + jump + place) as usize),
            );
        }
    }
    let mut joined = shape[..front].to_vec();
    joined.extend(&joint);
    joined.extend(&shape[front..]);
    Ok(Selection::Places {
        places,
        shape: joined,
    })
}

fn parts(vm: &mut Vm, array: &Array, key: &Value) -> Result<Vec<Part>> {
    let keys: Vec<Value> = match key {
        Value::Tuple(keys) => keys.to_vec(),
        _ => vec![key.clone()],
    };
    let axes = array.ndim();
    let mut arrays: Vec<Option<Rc<Array>>> = Vec::new();
    let mut named = 0;
    let mut is_open = false;
    for key in &keys {
        let is_sequence = matches!(key, Value::List(_) | Value::Tuple(_) | Value::Range(_));
        let own = match key {
            Value::Bool(_) => Some(array_of(vm, key, None)?),
            _ if is_sequence => Some(array_of(vm, key, None)?),
            _ => Array::of(key),
        };
        let own = match own {
            None => match Operand::of_operator(vm, key) {
                Ok(Some(operand)) if operand.array.dtype == DType::Bool => Some(operand.array),
                _ => None,
            },
            own => own,
        };
        named += match (key, &own) {
            (Value::Ellipsis, _) if is_open => {
                return Err(vm.index_error("an index can only have a single ellipsis ('...')"));
            }
            (Value::Ellipsis, _) => {
                is_open = true;
                0
            }
            (Value::None, _) => 0,
            (_, Some(own)) if own.dtype == DType::Bool => own.ndim(),
            _ => 1,
        };
        arrays.push(own);
    }
    if named > axes {
        return Err(vm.index_error(format!(
            "too many indices for array: array is {axes}-dimensional, but {named} were indexed"
        )));
    }
    let mut parts = Vec::new();
    let mut axis = 0;
    for (key, own) in keys.iter().zip(arrays) {
        match (key, own) {
            (Value::None, _) => parts.push(Part::New),
            (Value::Ellipsis, _) => {
                parts.extend((named..axes).map(|_| Part::All));
                axis += axes - named;
            }
            (Value::Slice(_), _) => {
                parts.push(Part::Slice(key.clone()));
                axis += 1;
            }
            (_, Some(own)) if own.dtype == DType::Bool => {
                mask_parts(vm, array, &own, axis, &mut parts)?;
                axis += own.ndim();
            }
            (_, Some(own)) => {
                if own.size() > 0 && !own.dtype.is_whole() {
                    return Err(vm.index_error(
                        "arrays used as indices must be of integer (or boolean) type",
                    ));
                }
                parts.push(match own.shape.is_empty() {
                    true => Part::Index(own.to_ints()[0]),
                    false => Part::Fancy(own.to_ints(), own.shape.clone()),
                });
                axis += 1;
            }
            (key, None) => {
                let Some(index) = vm.find_index(key)? else {
                    return Err(vm.index_error(
                        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and \
                         integer or boolean arrays are valid indices",
                    ));
                };
                let index = vm.to_i64(&int_from_big(index))?;
                parts.push(Part::Index(index));
                axis += 1;
            }
        }
    }
    if !is_open {
        parts.extend((named..axes).map(|_| Part::All));
    }
    Ok(parts)
}

/// A mask stands for the indices of its set elements along as many axes as it has.
fn mask_parts(
    vm: &mut Vm,
    array: &Array,
    mask: &Array,
    axis: usize,
    parts: &mut Vec<Part>,
) -> Result<()> {
    for (own, length) in mask.shape.iter().enumerate() {
        let size = array.shape[axis + own];
        if *length != size {
            return Err(vm.index_error(format!(
                "boolean index did not match indexed array along axis {}; size of axis is {size} \
                 but size of corresponding boolean axis is {length}",
                axis + own
            )));
        }
    }
    if mask.ndim() == 0 {
        parts.push(Part::Truth(usize::from(mask.to_ints()[0] != 0)));
        return Ok(());
    }
    for indices in set_indices(mask) {
        let shape = vec![indices.len()];
        parts.push(Part::Fancy(indices, shape));
    }
    Ok(())
}

/// The indices of the elements that are set, for each axis.
pub(crate) fn set_indices(mask: &Array) -> Vec<Vec<i64>> {
    let flags = mask.elements();
    let mut indices = vec![Vec::new(); mask.ndim()];
    for at in 0..flags.len() {
        let is_set = match &flags {
            Buffer::Ints(values) => values[at] != 0,
            Buffer::Floats(values) => values[at] != 0.0,
            Buffer::Values(_) => false,
        };
        if !is_set {
            continue;
        }
        let mut rest = at;
        for axis in (0..mask.ndim()).rev() {
            indices[axis].push((rest % mask.shape[axis]) as i64);
            rest /= mask.shape[axis];
        }
    }
    indices
}

fn inside(vm: &mut Vm, index: i64, axis: usize, length: usize) -> Result<usize> {
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
            "index {index} is out of bounds for axis {axis} with size {length}"
        ))),
    }
}
