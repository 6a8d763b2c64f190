//! Orders of elements: sorting, searching, taking by index, repeating.

use std::cmp::Ordering;

use brooklet_python::native_class::object;
use brooklet_python::value::{NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

use super::this;
use crate::array::Array;
use crate::array_of;
use crate::buffer::Buffer;
use crate::dtype::DType;
use crate::ufunc::{Lanes, axes_argument};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("sort", |vm, args| {
        let array = this(vm, &args)?;
        let [axis, ..] = args.bind(vm, "sort", 1, ["axis", "kind", "order", "stable"], 0)?;
        let result = sorted(vm, &array, axis.unwrap_or(Value::Int(-1)))?;
        let source = result.elements();
        let pairs = array.places().zip(0..);
        array.buffer.borrow_mut().scatter(pairs, &source);
        Ok(Value::None)
    }),
    ("argsort", |vm, args| {
        let array = this(vm, &args)?;
        let [axis, ..] = args.bind(vm, "argsort", 1, ["axis", "kind", "order", "stable"], 0)?;
        let array = match &axis {
            Some(Value::None) => flat(&array),
            _ => array.copy(),
        };
        let axis = axis
            .filter(|axis| !axis.is_none())
            .unwrap_or(Value::Int(-1));
        let order = lane_orders(vm, &array, axis)?;
        let result = Array::new(DType::Int64, array.shape.clone(), Buffer::Ints(order));
        Ok(object(vm, result))
    }),
    ("searchsorted", |vm, args| {
        let array = this(vm, &args)?;
        let [values, side, sorter] =
            args.bind(vm, "searchsorted", 1, ["v", "side", "sorter"], 1)?;
        let wanted = array_of(vm, &values.unwrap_or_default(), None)?;
        let is_right = matches!(side.as_ref().and_then(Value::as_str), Some("right"));
        let dtype = array.dtype.together(wanted.dtype);
        let mut own = array.cast(vm, dtype)?;
        if let Some(sorter) = sorter.filter(|sorter| !sorter.is_none()) {
            let order = array_of(vm, &sorter, None)?.to_ints();
            let places = order.into_iter().map(|at| at as usize);
            own = Array::new(dtype, own.shape.clone(), own.elements().gather(places));
        }
        let wanted = wanted.cast(vm, dtype)?;
        let (own, values) = (own.elements(), wanted.elements());
        let mut found = Vec::with_capacity(values.len());
        for at in 0..values.len() {
            let (mut low, mut high) = (0, own.len());
            while low < high {
                let middle = low.midpoint(high);
                let order = compared(vm, dtype, &own, middle, &values, at)?;
                match order == Ordering::Less || is_right && order == Ordering::Equal {
                    true => low = middle + 1,
                    false => high = middle,
                }
            }
            found.push(low as i64);
        }
        let result = Array::new(DType::Int64, wanted.shape.clone(), Buffer::Ints(found));
        Ok(result.into_value(vm))
    }),
    ("take", |vm, args| {
        let array = this(vm, &args)?;
        let [indices, axis, ..] =
            args.bind(vm, "take", 1, ["indices", "axis", "out", "mode"], 1)?;
        let indices = array_of(vm, &indices.unwrap_or_default(), None)?;
        let (array, axis) = match axis.filter(|axis| !axis.is_none()) {
            None => (flat(&array), 0),
            Some(axis) => {
                let axes = axes_argument(vm, &axis, &array)?;
                (array.copy(), axes[0])
            }
        };
        let length = array.shape[axis];
        let mut chosen = Vec::new();
        for given in indices.to_ints() {
            let at = if given < 0 {
                given + length as i64
            } else {
                given
            };
            match usize::try_from(at).ok().filter(|at| *at < length) {
                Some(at) => chosen.push(at),
                None => {
                    return Err(vm.index_error(format!(
                        "index {given} is out of bounds for axis {axis} with size {length}"
                    )));
                }
            }
        }
        let result = along(&array, axis, &chosen);
        let mut shape = array.shape[..axis].to_vec();
        shape.extend(&indices.shape);
        shape.extend(&array.shape[axis + 1..]);
        Ok(Array::new(array.dtype, shape, result).into_value(vm))
    }),
    ("repeat", |vm, args| {
        let array = this(vm, &args)?;
        let [counts, axis] = args.bind(vm, "repeat", 1, ["repeats", "axis"], 1)?;
        let counts = array_of(vm, &counts.unwrap_or_default(), None)?.to_ints();
        let (array, axis) = match axis.filter(|axis| !axis.is_none()) {
            None => (flat(&array), 0),
            Some(axis) => {
                let axes = axes_argument(vm, &axis, &array)?;
                (array.copy(), axes[0])
            }
        };
        let length = array.shape[axis];
        if counts.len() != 1 && counts.len() != length {
            return Err(vm.value_error(format!(
                "operands could not be broadcast together with shape ({length},) ({},)",
                counts.len()
            )));
        }
        let chosen: Vec<usize> = (0..length)
            .flat_map(|at| std::iter::repeat_n(at, counts[at % counts.len()].max(0) as usize))
            .collect();
        let result = along(&array, axis, &chosen);
        let mut shape = array.shape.clone();
        shape[axis] = chosen.len();
        Ok(object(vm, Array::new(array.dtype, shape, result)))
    }),
];

fn flat(array: &Array) -> Array {
    Array::new(array.dtype, vec![array.size()], array.elements())
}

/// The elements at some indices of an axis.
fn along(array: &Array, axis: usize, chosen: &[usize]) -> Buffer {
    let inner: usize = array.shape[axis + 1..].iter().product();
    let outer: usize = array.shape[..axis].iter().product();
    let length = array.shape[axis];
    let places = (0..outer).flat_map(|first| {
        chosen
            .iter()
            .flat_map(move |at| (0..inner).map(move |last| (first * length + at) * inner + last))
    });
    array.elements().gather(places)
}

/// The elements along an axis in order, NaN last.
///
/// # Errors
/// `TypeError` for objects that have no order.
pub(crate) fn sorted(vm: &mut Vm, array: &Array, axis: Value) -> Result<Array> {
    let array = match axis {
        Value::None => flat(array),
        _ => array.copy(),
    };
    let axis = if axis.is_none() { Value::Int(-1) } else { axis };
    if array.ndim() == 0 {
        return Err(crate::errors::axis_error(
            vm,
            "axis -1 is out of bounds for array of dimension 0".to_string(),
        ));
    }
    let lanes = Lanes::new(&array, &axes_argument(vm, &axis, &array)?, true);
    let source = array.elements();
    let mut pairs = Vec::with_capacity(array.size());
    for lane in lanes.iter() {
        let order = order_of(vm, array.dtype, &source, lane)?;
        pairs.extend(lane.iter().zip(order).map(|(to, from)| (*to, lane[from])));
    }
    array
        .buffer
        .borrow_mut()
        .scatter(pairs.into_iter(), &source);
    Ok(array)
}

fn lane_orders(vm: &mut Vm, array: &Array, axis: Value) -> Result<Vec<i64>> {
    let lanes = Lanes::new(array, &axes_argument(vm, &axis, array)?, true);
    let source = array.elements();
    let mut orders = vec![0; array.size()];
    for lane in lanes.iter() {
        let order = order_of(vm, array.dtype, &source, lane)?;
        for (to, from) in lane.iter().zip(order) {
            orders[*to] = from as i64;
        }
    }
    Ok(orders)
}

/// The indices of a lane's elements in their order; equal ones keep theirs.
///
/// # Errors
/// `TypeError` for objects that have no order.
fn order_of(vm: &mut Vm, dtype: DType, elements: &Buffer, lane: &[usize]) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = (0..lane.len()).collect();
    match elements {
        Buffer::Floats(values) => order.sort_by(|a, b| {
            let (a, b) = (values[lane[*a]], values[lane[*b]]);
            floats(a, b)
        }),
        Buffer::Ints(values) => order.sort_by_key(|at| dtype.whole(values[lane[*at]])),
        Buffer::Values(_) => {
            // Merged by hand: comparing may fail.
            let mut width = 1;
            while width < order.len() {
                let mut merged = Vec::with_capacity(order.len());
                for pair in order.chunks(2 * width) {
                    let (left, right) = pair.split_at(width.min(pair.len()));
                    let (mut i, mut j) = (0, 0);
                    while i < left.len() && j < right.len() {
                        let (a, b) = (lane[right[j]], lane[left[i]]);
                        let order = compared(vm, dtype, elements, a, elements, b)?;
                        match order == Ordering::Less {
                            true => {
                                merged.push(right[j]);
                                j += 1;
                            }
                            false => {
                                merged.push(left[i]);
                                i += 1;
                            }
                        }
                    }
                    merged.extend(&left[i..]);
                    merged.extend(&right[j..]);
                }
                order = merged;
                width *= 2;
            }
        }
    }
    Ok(order)
}

fn floats(a: f64, b: f64) -> Ordering {
    a.is_nan()
        .cmp(&b.is_nan())
        .then(a.partial_cmp(&b).unwrap_or(Ordering::Equal))
}

fn compared(
    vm: &mut Vm,
    dtype: DType,
    left: &Buffer,
    i: usize,
    right: &Buffer,
    j: usize,
) -> Result<Ordering> {
    Ok(match (left, right) {
        (Buffer::Floats(left), Buffer::Floats(right)) => floats(left[i], right[j]),
        (Buffer::Ints(left), Buffer::Ints(right)) => {
            dtype.whole(left[i]).cmp(&dtype.whole(right[j]))
        }
        (Buffer::Values(left), Buffer::Values(right)) => match (&left[i], &right[j]) {
            (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
            (Value::Complex(a), Value::Complex(b)) => {
                floats(a.real, b.real).then(floats(a.imag, b.imag))
            }
            (a, b) => {
                let (a, b) = (a.clone(), b.clone());
                if vm.less(&a, &b)? {
                    Ordering::Less
                } else if vm.equal(&a, &b)? {
                    Ordering::Equal
                } else {
                    Ordering::Greater
                }
            }
        },
        _ => unreachable!("both were made one type"),
    })
}
