//! `sum`, `mean`, `min` and the like: one value of many, of the whole array or along an axis.

use super::array::{Array, Elements};
use super::array_of;
use super::dtype::DType;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("sum", |vm, args| reduce(vm, args, "sum", Kind::Number(sum))),
    ("prod", |vm, args| {
        reduce(vm, args, "prod", Kind::Number(|lane| lane.iter().product()))
    }),
    ("mean", |vm, args| {
        reduce(vm, args, "mean", Kind::Float(mean))
    }),
    ("std", |vm, args| {
        reduce(
            vm,
            args,
            "std",
            Kind::Float(|lane, ddof| variance(lane, ddof).sqrt()),
        )
    }),
    ("var", |vm, args| {
        reduce(vm, args, "var", Kind::Float(variance))
    }),
    ("min", |vm, args| {
        reduce(
            vm,
            args,
            "minimum",
            Kind::Pick(|lane| best(lane, |a, b| a < b)),
        )
    }),
    ("max", |vm, args| {
        reduce(
            vm,
            args,
            "maximum",
            Kind::Pick(|lane| best(lane, |a, b| a > b)),
        )
    }),
    ("argmin", |vm, args| {
        reduce(
            vm,
            args,
            "argmin",
            Kind::Index(|lane| best(lane, |a, b| a < b)),
        )
    }),
    ("argmax", |vm, args| {
        reduce(
            vm,
            args,
            "argmax",
            Kind::Index(|lane| best(lane, |a, b| a > b)),
        )
    }),
    ("all", |vm, args| {
        reduce(
            vm,
            args,
            "all",
            Kind::Flag(|lane| lane.iter().all(|value| *value != 0.0)),
        )
    }),
    ("any", |vm, args| {
        reduce(
            vm,
            args,
            "any",
            Kind::Flag(|lane| lane.iter().any(|value| *value != 0.0)),
        )
    }),
];

/// What a reduction makes of a lane.
enum Kind {
    /// A number of the array's type; bools count.
    Number(fn(&[f64]) -> f64),
    /// A float, given `ddof`.
    Float(fn(&[f64], f64) -> f64),
    /// One of the elements, by its index in the lane.
    Pick(fn(&[f64]) -> usize),
    /// An index.
    Index(fn(&[f64]) -> usize),
    /// A bool.
    Flag(fn(&[f64]) -> bool),
}

/// NumPy's sum of contiguous floats: pairwise, in blocks of eight running sums.
pub(super) fn sum(values: &[f64]) -> f64 {
    const BLOCK: usize = 128;
    if values.len() < 8 {
        return values.iter().fold(-0.0, |sum, value| sum + value);
    }
    if values.len() > BLOCK {
        let half = values.len() / 2;
        let half = half - half % 8;
        return sum(&values[..half]) + sum(&values[half..]);
    }
    let whole = values.len() - values.len() % 8;
    let mut sums = [0.0; 8];
    sums.copy_from_slice(&values[..8]);
    for eight in values[8..whole].chunks_exact(8) {
        for (sum, value) in sums.iter_mut().zip(eight) {
            *sum += value;
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let start = ((a + b) + (c + d)) + ((e + f) + (g + h));
    values[whole..].iter().fold(start, |sum, value| sum + value)
}

fn mean(values: &[f64], _: f64) -> f64 {
    sum(values) / values.len() as f64
}

fn variance(values: &[f64], ddof: f64) -> f64 {
    let mean = mean(values, 0.0);
    let squares: Vec<f64> = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .collect();
    sum(&squares) / (values.len() as f64 - ddof)
}

/// The index of the first best value; a NaN is best of all.
fn best(values: &[f64], better: fn(f64, f64) -> bool) -> usize {
    if let Some(at) = values.iter().position(|value| value.is_nan()) {
        return at;
    }
    (1..values.len()).fold(0, |best, at| {
        if better(values[at], values[best]) {
            at
        } else {
            best
        }
    })
}

fn reduce(vm: &mut Vm, mut args: Args, name: &str, kind: Kind) -> Result<Value> {
    let ddof = match args.take_keyword("ddof") {
        Some(ddof) => vm.to_f64(&ddof)?,
        None => 0.0,
    };
    let keeps_axis = match args.take_keyword("keepdims") {
        Some(keeps) => vm.truth(&keeps)?,
        None => false,
    };
    let value = args.positional.first().cloned().unwrap_or_default();
    let [axis] = args.bind(vm, name, 1, ["axis"], 0)?;
    let array = array_of(vm, &value, None)?;
    let axes = array.shape.len();
    let axis = match axis.filter(|axis| !axis.is_none()) {
        None => None,
        Some(axis) => {
            let given = vm.to_i64(&axis)?;
            let counted = if given < 0 {
                given + axes as i64
            } else {
                given
            };
            match usize::try_from(counted).ok().filter(|axis| *axis < axes) {
                Some(axis) => Some(axis),
                None => {
                    return Err(vm.value_error(format!(
                        "axis {given} is out of bounds for array of dimension {axes}"
                    )));
                }
            }
        }
    };
    let (outer, length, inner) = match axis {
        None => (1, array.size(), 1),
        Some(axis) => (
            array.shape[..axis].iter().product(),
            array.shape[axis],
            array.shape[axis + 1..].iter().product(),
        ),
    };
    if length == 0 && matches!(kind, Kind::Pick(_) | Kind::Index(_)) {
        return Err(vm.value_error(match kind {
            Kind::Index(_) => format!("attempt to get {name} of an empty sequence"),
            _ => format!("zero-size array to reduction operation {name} which has no identity"),
        }));
    }
    let mut shape = array.shape.clone();
    match axis {
        Some(axis) if keeps_axis => shape[axis] = 1,
        Some(axis) => drop(shape.remove(axis)),
        None if keeps_axis => shape.fill(1),
        None => shape.clear(),
    }
    let lanes: Vec<usize> = (0..outer)
        .flat_map(|outer| (0..inner).map(move |inner_at| outer * length * inner + inner_at))
        .collect();
    let values = array.to_floats();
    let lane_of =
        |first: &usize| -> Vec<f64> { (0..length).map(|at| values[first + at * inner]).collect() };
    let ints = |values: Vec<i64>| Elements::Ints(values);
    let result = match kind {
        Kind::Number(_) if !array.dtype.is_float() && name == "sum" => {
            let exact = array.to_ints();
            let sums = lanes.iter().map(|first| {
                (0..length).fold(0i64, |sum, at| sum.wrapping_add(exact[first + at * inner]))
            });
            Array::new(DType::Int64, shape, ints(sums.collect()))
        }
        Kind::Number(of) => {
            let results: Vec<f64> = lanes.iter().map(|first| of(&lane_of(first))).collect();
            match array.dtype.is_float() {
                true => Array::floats(shape, results),
                false => Array::new(
                    DType::Int64,
                    shape,
                    ints(results.iter().map(|value| *value as i64).collect()),
                ),
            }
        }
        Kind::Float(of) => Array::floats(
            shape,
            lanes
                .iter()
                .map(|first| of(&lane_of(first), ddof))
                .collect(),
        ),
        Kind::Pick(of) => {
            let places: Vec<usize> = lanes
                .iter()
                .map(|first| first + of(&lane_of(first)) * inner)
                .collect();
            array.gather(&places, shape)
        }
        Kind::Index(of) => Array::new(
            DType::Int64,
            shape,
            ints(
                lanes
                    .iter()
                    .map(|first| of(&lane_of(first)) as i64)
                    .collect(),
            ),
        ),
        Kind::Flag(of) => Array::new(
            DType::Bool,
            shape,
            ints(
                lanes
                    .iter()
                    .map(|first| i64::from(of(&lane_of(first))))
                    .collect(),
            ),
        ),
    };
    Ok(result.into_value(vm))
}
