//! `ufunc.reduce` and `ufunc.accumulate`: one value of many, of the whole array or along axes.

use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

use super::apply::one;
use super::table::{Rule, Ufunc};
use crate::array::Array;
use crate::buffer::Buffer;
use crate::cast;
use crate::dtype::DType;
use crate::shape::{Places, axis_of, row_strides};

/// NumPy casts elements in blocks of so many.
const CAST_BLOCK: usize = 8192;

/// The elements of an array, cut into the lanes that are reduced to one value each.
pub(crate) struct Lanes {
    /// The shape of the results.
    pub(crate) shape: Vec<usize>,
    /// How many elements a lane has.
    pub(crate) length: usize,
    /// The places of all lanes, one after the other.
    pub(crate) places: Vec<usize>,
    /// So many elements at a time lie next to each other.
    run: usize,
}

impl Lanes {
    pub(crate) fn new(array: &Array, axes: &[usize], keeps_axes: bool) -> Lanes {
        let mut reduced = axes.to_vec();
        // As they lie in memory.
        reduced.sort_by_key(|axis| std::cmp::Reverse(array.strides[*axis].unsigned_abs()));
        let kept: Vec<usize> = (0..array.ndim())
            .filter(|axis| !axes.contains(axis))
            .collect();
        let order = kept.iter().chain(&reduced);
        let lengths: Vec<usize> = order.clone().map(|axis| array.shape[*axis]).collect();
        let strides: Vec<isize> = order.map(|axis| array.strides[*axis]).collect();
        let places = Places::new(&lengths, &strides, array.offset).collect();
        let mut run = 1;
        let mut end: Option<isize> = None;
        let fastest = (0..array.ndim())
            .filter(|axis| array.shape[*axis] > 1)
            .map(|axis| array.strides[axis].unsigned_abs())
            .min();
        for axis in reduced.iter().rev().filter(|axis| array.shape[**axis] > 1) {
            let (length, stride) = (array.shape[*axis], array.strides[*axis]);
            let follows = match end {
                None => Some(stride.unsigned_abs()) == fastest,
                Some(end) => end == stride,
            };
            if !follows {
                break;
            }
            run *= length;
            end = Some(stride * length as isize);
        }
        let mut shape = array.shape.clone();
        let mut axis = 0;
        shape.retain_mut(|length| {
            let is_reduced = axes.contains(&axis);
            axis += 1;
            if is_reduced {
                *length = 1;
            }
            !is_reduced || keeps_axes
        });
        Lanes {
            shape,
            length: axes.iter().map(|axis| array.shape[*axis]).product(),
            places,
            run,
        }
    }

    /// How many lanes there are.
    fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// The places of a lane.
    pub(crate) fn lane(&self, at: usize) -> &[usize] {
        &self.places[at * self.length..(at + 1) * self.length]
    }

    /// The lanes, one after the other.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        (0..self.count()).map(|at| self.lane(at))
    }
}

/// The axes that an argument names: all of them for `None`.
///
/// # Errors
/// `AxisError` where there is no such axis, `ValueError` for one that is named twice.
pub(crate) fn axes_argument(vm: &mut Vm, axis: &Value, array: &Array) -> Result<Vec<usize>> {
    let named = match axis {
        Value::None => return Ok((0..array.ndim()).collect()),
        Value::Tuple(axes) => axes.to_vec(),
        axis => vec![axis.clone()],
    };
    let mut axes = Vec::new();
    for axis in &named {
        let given = vm.to_i64(axis)?;
        let axis = axis_of(vm, given, array.ndim())?;
        if axes.contains(&axis) {
            return Err(vm.value_error("duplicate value in 'axis'"));
        }
        axes.push(axis);
    }
    Ok(axes)
}

/// What adding up an array's elements gives.
fn summed(dtype: DType) -> DType {
    match dtype {
        DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64 => DType::UInt64,
        dtype if dtype.is_whole() => DType::Int64,
        dtype => dtype,
    }
}

/// The type that a reduction calculates in.
fn reduced_in(ufunc: &Ufunc, array: &Array, dtype: Option<DType>) -> DType {
    match (dtype, ufunc.rule) {
        (_, Rule::Truth) => DType::Bool,
        (Some(dtype), _) => dtype,
        _ if matches!(ufunc.name, "add" | "multiply") => summed(array.dtype),
        _ => array.dtype,
    }
}

/// The elements of a lane added up as NumPy does: pairwise, in blocks of eight running sums.
pub(crate) fn pairwise(values: &[f64], dtype: DType) -> f64 {
    const BLOCK: usize = 128;
    let round = |value: f64| match dtype {
        DType::Float64 => value,
        _ => f64::from(value as f32),
    };
    if values.len() < 8 {
        return values.iter().fold(-0.0, |sum, value| round(sum + value));
    }
    if values.len() > BLOCK {
        let half = values.len() / 2;
        let half = half - half % 8;
        return round(pairwise(&values[..half], dtype) + pairwise(&values[half..], dtype));
    }
    let whole = values.len() - values.len() % 8;
    let mut sums = [0.0; 8];
    sums.copy_from_slice(&values[..8]);
    for eight in values[8..whole].chunks_exact(8) {
        for (sum, value) in sums.iter_mut().zip(eight) {
            *sum = round(*sum + value);
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let [left, right] =
        [[a, b, c, d], [e, f, g, h]].map(|[a, b, c, d]| round(round(a + b) + round(c + d)));
    values[whole..]
        .iter()
        .fold(round(left + right), |sum, value| round(sum + value))
}

/// `ufunc.reduce`: only elements where `mask` is set count.
///
/// # Errors
/// `ValueError` for an empty lane where there is no neutral element.
pub(crate) fn reduce(
    vm: &mut Vm,
    ufunc: &Ufunc,
    array: &Array,
    axes: &[usize],
    keeps_axes: bool,
    dtype: Option<DType>,
    mask: Option<&[i64]>,
) -> Result<Array> {
    let kept = reduced_in(ufunc, array, dtype);
    let is_cast = kept != array.dtype;
    let cast = match is_cast {
        true => Some(array.cast(vm, kept)?),
        false => None,
    };
    let array = cast.as_ref().unwrap_or(array);
    let neutral = match ufunc.name {
        "add" | "bitwise_or" | "logical_or" | "logical_xor" | "bitwise_xor" => Some(0),
        "multiply" | "logical_and" => Some(1),
        "bitwise_and" => Some(-1),
        _ => None,
    };
    let mut lanes = Lanes::new(array, axes, keeps_axes);
    if is_cast {
        lanes.run = lanes.run.min(CAST_BLOCK);
    }
    let is_counted = |place: &&usize| mask.is_none_or(|mask| mask[**place] != 0);
    if neutral.is_none()
        && lanes
            .iter()
            .any(|lane| lane.iter().find(is_counted).is_none())
    {
        return Err(vm.value_error(format!(
            "zero-size array to reduction operation {} which has no identity",
            ufunc.name
        )));
    }
    let neutral = neutral.unwrap_or(0);
    let buffer = array.buffer.borrow();
    let elements = match &*buffer {
        Buffer::Floats(values) => {
            let mut results = Vec::with_capacity(lanes.count());
            let run = if ufunc.name == "add" { lanes.run } else { 1 };
            for lane in lanes.iter() {
                let lane: Vec<f64> = lane
                    .iter()
                    .filter(is_counted)
                    .map(|at| values[*at])
                    .collect();
                let parts = lane.chunks(run.max(1)).map(|part| match run {
                    1 => part[0],
                    _ => kept.rounded(pairwise(part, kept)),
                });
                let total = parts.reduce(|sum, value| kept.rounded((ufunc.float)(sum, value)));
                results.push(total.unwrap_or(neutral as f64));
            }
            Buffer::Floats(results)
        }
        Buffer::Ints(values) => {
            let function = ufunc.whole.unwrap_or(|a, _| a);
            Buffer::Ints(
                lanes
                    .iter()
                    .map(|lane| {
                        let elements = lane.iter().filter(is_counted);
                        let elements = elements.map(|at| kept.whole(values[*at]));
                        let total = elements.reduce(|a, b| kept.whole(kept.wrap(function(a, b))));
                        kept.wrap(total.unwrap_or(neutral))
                    })
                    .collect(),
            )
        }
        Buffer::Values(values) => {
            let values = values.clone();
            let mut results = Vec::with_capacity(lanes.count());
            for lane in lanes.iter() {
                let mut total = None;
                for at in lane.iter().filter(is_counted) {
                    total = Some(match total {
                        None => values[*at].clone(),
                        Some(total) => one(vm, ufunc.general, &total, &values[*at])?,
                    });
                }
                results.push(total.unwrap_or(Value::Int(neutral as i64)));
            }
            cast::of_values(vm, results.into_iter(), kept)?
        }
    };
    Ok(Array::new(kept, lanes.shape, elements))
}

/// `ufunc.accumulate`: what the reduction has after each element.
///
/// # Errors
/// What the elements' own operators raise.
pub(crate) fn accumulate(
    vm: &mut Vm,
    ufunc: &Ufunc,
    array: &Array,
    axis: usize,
    dtype: Option<DType>,
) -> Result<Array> {
    let kept = reduced_in(ufunc, array, dtype);
    let array = array.cast(vm, kept)?;
    let step = row_strides(&array.shape)[axis] as usize;
    let length = array.shape[axis];
    let later = |at: &usize| !(at / step).is_multiple_of(length);
    {
        let mut buffer = array.buffer.borrow_mut();
        match &mut *buffer {
            Buffer::Floats(values) => {
                for at in (0..values.len()).filter(later) {
                    values[at] = kept.rounded((ufunc.float)(values[at - step], values[at]));
                }
            }
            Buffer::Ints(values) => {
                let function = ufunc.whole.unwrap_or(|a, _| a);
                for at in (0..values.len()).filter(later) {
                    let (a, b) = (kept.whole(values[at - step]), kept.whole(values[at]));
                    values[at] = kept.wrap(function(a, b));
                }
            }
            Buffer::Values(values) => {
                for at in (0..values.len()).filter(later) {
                    values[at] = one(
                        vm,
                        ufunc.general,
                        &values[at - step].clone(),
                        &values[at].clone(),
                    )?;
                }
            }
        }
    }
    Ok(array)
}
