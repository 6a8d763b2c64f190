//! Shapes and strides: how indices map to places, and how arrays are stretched to one shape.

use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

/// The steps between neighbours along each axis, the last axis running fastest.
pub(crate) fn row_strides(shape: &[usize]) -> Vec<isize> {
    let mut strides = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        strides[axis - 1] = strides[axis] * shape[axis].max(1) as isize;
    }
    strides
}

/// `(2,3)`, as messages show shapes.
pub(crate) fn shape_text(shape: &[usize]) -> String {
    let lengths: Vec<String> = shape.iter().map(usize::to_string).collect();
    match lengths.len() {
        1 => format!("({},)", lengths[0]),
        _ => format!("({})", lengths.join(",")),
    }
}

/// A shape as a tuple of Python's.
pub(crate) fn shape_value(shape: &[usize]) -> Value {
    Value::tuple(shape.iter().map(|length| Value::from(*length)).collect())
}

/// The shape that an argument names: a length, or several.
///
/// # Errors
/// `ValueError` for negative lengths, `TypeError` for what is no int.
pub(crate) fn shape_of(vm: &mut Vm, value: &Value) -> Result<Vec<usize>> {
    let lengths = match value {
        Value::Tuple(lengths) => lengths.to_vec(),
        Value::List(lengths) => lengths.to_vec(),
        value if crate::Array::of(value).is_some_and(|array| array.ndim() > 0) => {
            vm.collect(value)?
        }
        length => vec![length.clone()],
    };
    let mut shape = Vec::with_capacity(lengths.len());
    for length in &lengths {
        let length = match vm.find_index(length)? {
            Some(_) => vm.to_i64(length)?,
            None => {
                let name = vm.type_name(length);
                return Err(vm.type_error(format!(
                    "'{name}' object cannot be interpreted as an integer"
                )));
            }
        };
        match usize::try_from(length) {
            Ok(length) => shape.push(length),
            Err(_) => return Err(vm.value_error("negative dimensions are not allowed")),
        }
    }
    let size = shape
        .iter()
        .try_fold(1_usize, |size, length| size.checked_mul(*length));
    match size {
        Some(size) if size <= 1 << 28 => Ok(shape),
        _ => Err(vm.error(
            brooklet_python::vm::ExceptionKind::MemoryError,
            format!(
                "Unable to allocate an array with shape {}",
                shape_text(&shape)
            ),
        )),
    }
}

/// The shape that arrays of these shapes are stretched to; `None` where they do not fit.
pub(crate) fn broadcast(shapes: &[&[usize]]) -> Option<Vec<usize>> {
    let axes = shapes.iter().map(|shape| shape.len()).max().unwrap_or(0);
    let mut joint = vec![1; axes];
    for shape in shapes {
        let first = axes - shape.len();
        for (own, length) in joint[first..].iter_mut().zip(*shape) {
            match (*own, *length) {
                (own, length) if own == length || length == 1 => {}
                (1, length) => *own = length,
                _ => return None,
            }
        }
    }
    Some(joint)
}

/// The strides of an array that is stretched to a shape that it fits.
pub(crate) fn stretched(shape: &[usize], own: &[usize], strides: &[isize]) -> Vec<isize> {
    let first = shape.len() - own.len();
    let mut stretched = vec![0; shape.len()];
    for axis in 0..own.len() {
        if own[axis] != 1 || shape[first + axis] == 1 {
            stretched[first + axis] = strides[axis];
        }
    }
    stretched
}

/// An axis as counted from the front.
///
/// # Errors
/// `AxisError` where there is no such axis.
pub(crate) fn axis_of(vm: &mut Vm, given: i64, axes: usize) -> Result<usize> {
    let counted = if given < 0 {
        given + axes as i64
    } else {
        given
    };
    match usize::try_from(counted).ok().filter(|axis| *axis < axes) {
        Some(axis) => Ok(axis),
        None => {
            let message = format!("axis {given} is out of bounds for array of dimension {axes}");
            Err(crate::errors::axis_error(vm, message))
        }
    }
}

/// The places of an array's elements, the last axis running fastest.
pub(crate) struct Places {
    /// For each axis its length, the step between elements and the index.
    axes: Vec<(usize, isize, usize)>,
    at: isize,
    left: usize,
}

impl Places {
    pub(crate) fn new(shape: &[usize], strides: &[isize], offset: usize) -> Places {
        Places {
            axes: shape
                .iter()
                .zip(strides)
                .map(|(length, step)| (*length, *step, 0))
                .collect(),
            at: offset as isize,
            left: shape.iter().product(),
        }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let place = self.at;
        for (length, step, index) in self.axes.iter_mut().rev() {
            *index += 1;
            self.at += *step;
            if *index < *length {
                break;
            }
            self.at -= *step * *length as isize;
            *index = 0;
        }
        Some(place as usize)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_stretch_from_the_right() {
        assert_eq!(broadcast(&[&[2, 1], &[3]]), Some(vec![2, 3]));
        assert_eq!(broadcast(&[&[2], &[3]]), None);
        assert_eq!(stretched(&[2, 3], &[1, 3], &[3, 1]), [0, 1]);
    }

    #[test]
    fn places_follow_the_strides() {
        let places: Vec<usize> = Places::new(&[2, 3], &[1, 2], 0).collect();
        assert_eq!(places, [0, 2, 4, 1, 3, 5]);
    }
}
