//! `sum`, `mean`, `min` and the like: one value of many, of the whole array or along axes.

use std::rc::Rc;

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

use super::this;
use crate::array::Array;
use crate::buffer::Buffer;
use crate::dtype::DType;
use crate::ufunc::{
    Lanes, Operand, Ufunc, accumulate, apply, axes_argument, named, put, reduce, reduced,
    result_value,
};
use crate::{array_of, dtype_object, is_set};

macro_rules! of_ufunc {
    ($($name:literal $ufunc:literal)*) => {
        &[
            $(($name, |vm, args| of_ufunc(vm, $name, $ufunc, args)),)*
            ("mean", |vm, args| {
                let [axis, dtype, out, keeps, mask] =
                    args.clone().bind(vm, "mean", 1, ["axis", "dtype", "out", "keepdims", "where"], 0)?;
                let spread = Spread { axis, dtype, keeps, mask, ..Spread::default() };
                let mean = mean(vm, &args[0], &spread)?;
                given_out(vm, mean, out)
            }),
            ("var", |vm, args| spread(vm, args, "var")),
            ("std", |vm, args| spread(vm, args, "std")),
            ("argmin", |vm, args| best_index(vm, args, "argmin")),
            ("argmax", |vm, args| best_index(vm, args, "argmax")),
            ("cumsum", |vm, args| running(vm, args, "add")),
            ("cumprod", |vm, args| running(vm, args, "multiply")),
        ]
    };
}

pub(super) const METHODS: &[(&str, NativeFn)] = of_ufunc![
    "sum" "add"
    "prod" "multiply"
    "min" "minimum"
    "max" "maximum"
    "any" "logical_or"
    "all" "logical_and"
];

fn ufunc(name: &str) -> &'static Ufunc {
    named(name).expect("reductions name ufuncs of the table")
}

fn of_ufunc(vm: &mut Vm, method: &str, name: &str, args: Args) -> Result<Value> {
    let own = args.get(0).cloned().unwrap_or_default();
    this(vm, &args)?;
    let options = match method {
        "sum" | "prod" => args.bind(
            vm,
            method,
            1,
            ["axis", "dtype", "out", "keepdims", "initial", "where"],
            0,
        )?,
        "any" | "all" => {
            let [axis, out, keeps, mask] =
                args.bind(vm, method, 1, ["axis", "out", "keepdims", "where"], 0)?;
            [axis, None, out, keeps, None, mask]
        }
        _ => {
            let [axis, out, keeps, initial, mask] = args.bind(
                vm,
                method,
                1,
                ["axis", "out", "keepdims", "initial", "where"],
                0,
            )?;
            [axis, None, out, keeps, initial, mask]
        }
    };
    reduced(vm, ufunc(name), &own, options)
}

/// Options of `mean`, `var` and `std`.
#[derive(Default)]
struct Spread {
    axis: Option<Value>,
    dtype: Option<Value>,
    ddof: Option<Value>,
    keeps: Option<Value>,
    mask: Option<Value>,
}

/// Elements as the type that their mean is calculated in, and the mask of those that count.
fn measured(
    vm: &mut Vm,
    own: &Value,
    spread: &Spread,
) -> Result<(Rc<Array>, Option<Vec<i64>>, Option<DType>)> {
    let array = array_of(vm, own, None)?;
    let dtype = match dtype_object::argument(vm, spread.dtype.clone())? {
        Some(dtype) => Some(dtype),
        None if array.dtype.is_whole() => Some(DType::Float64),
        None if array.dtype == DType::Float16 => Some(DType::Float32),
        None => None,
    };
    let mask = match spread
        .mask
        .as_ref()
        .filter(|mask| !matches!(mask, Value::Bool(true)))
    {
        None => return Ok((array, None, dtype)),
        Some(mask) => array_of(vm, mask, Some(DType::Bool))?,
    };
    let flags = mask.buffer.borrow();
    let flags = crate::ufunc::places(&mask, &array.shape)
        .map(|at| flags.float(DType::Bool, at) as i64)
        .collect();
    Ok((Rc::new(array.copy()), Some(flags), dtype))
}

fn count_of(lanes: &Lanes, mask: Option<&[i64]>) -> Array {
    let counts = lanes.iter().map(|lane| match mask {
        None => lane.len() as i64,
        Some(mask) => lane.iter().filter(|at| mask[**at] != 0).count() as i64,
    });
    Array::new(
        DType::Int64,
        lanes.shape.clone(),
        Buffer::Ints(counts.collect()),
    )
}

/// A sum divided by a count.
fn divided(vm: &mut Vm, sum: Array, count: Array) -> Result<Array> {
    let dtype = sum.dtype;
    let count = match dtype.is_float() {
        true => count.cast(vm, dtype)?,
        false => count,
    };
    let operands = [sum, count].map(|array| Operand {
        array: Rc::new(array),
        weak: false,
    });
    apply(vm, ufunc("divide"), &operands, None)
}

fn mean(vm: &mut Vm, own: &Value, spread: &Spread) -> Result<Array> {
    let (array, mask, dtype) = measured(vm, own, spread)?;
    let axes = axes_argument(vm, &spread.axis.clone().unwrap_or_default(), &array)?;
    let keeps = is_set(vm, spread.keeps.as_ref())?;
    let sum = reduce(
        vm,
        ufunc("add"),
        &array,
        &axes,
        keeps,
        dtype,
        mask.as_deref(),
    )?;
    let count = count_of(&Lanes::new(&array, &axes, keeps), mask.as_deref());
    let mean = divided(vm, sum, count)?;
    match array.dtype == DType::Float16 && spread.dtype.is_none() {
        true => mean.cast(vm, DType::Float16),
        false => Ok(mean),
    }
}

fn spread(vm: &mut Vm, args: Args, name: &str) -> Result<Value> {
    let names = [
        "axis",
        "dtype",
        "out",
        "ddof",
        "keepdims",
        "where",
        "correction",
    ];
    let own = args.get(0).cloned().unwrap_or_default();
    this(vm, &args)?;
    let [axis, dtype, out, ddof, keeps, mask, correction] = args.bind(vm, name, 1, names, 0)?;
    let spread = Spread {
        axis,
        dtype,
        ddof: ddof.or(correction),
        keeps,
        mask,
    };
    let (array, mask, dtype) = measured(vm, &own, &spread)?;
    let axes = axes_argument(vm, &spread.axis.clone().unwrap_or_default(), &array)?;
    let keeps = is_set(vm, spread.keeps.as_ref())?;
    let sum = reduce(
        vm,
        ufunc("add"),
        &array,
        &axes,
        true,
        dtype,
        mask.as_deref(),
    )?;
    let count = count_of(&Lanes::new(&array, &axes, true), mask.as_deref());
    let mean = divided(vm, sum, count)?;
    let operand = |array: Array| Operand {
        array: Rc::new(array),
        weak: false,
    };
    let operands = [operand((*array).clone()), operand(mean)];
    let distance = operand(apply(vm, ufunc("subtract"), &operands, None)?);
    let squares = match distance.array.dtype.kind() {
        crate::dtype::Kind::Complex => {
            let size = operand(apply(vm, ufunc("absolute"), &[distance], None)?);
            apply(vm, ufunc("multiply"), &[size.clone(), size], None)?
        }
        _ => apply(vm, ufunc("multiply"), &[distance.clone(), distance], None)?,
    };
    let sum = reduce(
        vm,
        ufunc("add"),
        &squares,
        &axes,
        keeps,
        None,
        mask.as_deref(),
    )?;
    let ddof = match &spread.ddof {
        Some(ddof) => vm.to_f64(ddof)?,
        None => 0.0,
    };
    let count = count_of(&Lanes::new(&array, &axes, keeps), mask.as_deref());
    let left = count
        .to_floats()
        .iter()
        .map(|count| (count - ddof).max(0.0))
        .collect();
    let left = Array::floats(count.shape.clone(), left);
    let mut result = divided(vm, sum, left)?;
    if name == "std" {
        result = apply(vm, ufunc("sqrt"), &[operand(result)], None)?;
    }
    if array.dtype == DType::Float16 && spread.dtype.is_none() {
        result = result.cast(vm, DType::Float16)?;
    }
    given_out(vm, result, out)
}

fn given_out(vm: &mut Vm, result: Array, out: Option<Value>) -> Result<Value> {
    match out.as_ref().and_then(Array::of) {
        Some(target) => {
            put(vm, "true_divide", &result, &target, None)?;
            Ok(out.unwrap_or_default())
        }
        None => Ok(result_value(vm, result)),
    }
}

fn best_index(vm: &mut Vm, args: Args, name: &str) -> Result<Value> {
    let array = this(vm, &args)?;
    let [axis, _, keeps] = args.bind(vm, name, 1, ["axis", "out", "keepdims"], 0)?;
    let axes = axes_argument(vm, &axis.clone().unwrap_or_default(), &array)?;
    let keeps = is_set(vm, keeps.as_ref())?;
    // In the order of the axes, whatever lies next to each other.
    let array = array.copy();
    let lanes = Lanes::new(&array, &axes, keeps);
    if lanes.length == 0 {
        return Err(vm.value_error(format!("attempt to get {name} of an empty sequence")));
    }
    let mut indices = Vec::new();
    for lane in lanes.iter() {
        indices.push(best(vm, &array, lane, name == "argmin")? as i64);
    }
    let result = Array::new(DType::Int64, lanes.shape.clone(), Buffer::Ints(indices));
    Ok(result_value(vm, result))
}

/// The index of the first best element of a lane; a NaN is best of all.
fn best(vm: &mut Vm, array: &Array, lane: &[usize], is_least: bool) -> Result<usize> {
    let mut best = 0;
    for at in 1..lane.len() {
        let (own, other) = (lane[at], lane[best]);
        let is_better = match &*array.buffer.borrow() {
            Buffer::Floats(values) => {
                let (own, other) = (values[own], values[other]);
                !other.is_nan()
                    && (own.is_nan() || if is_least { own < other } else { own > other })
            }
            Buffer::Ints(values) => {
                let (own, other) = (
                    array.dtype.whole(values[own]),
                    array.dtype.whole(values[other]),
                );
                if is_least { own < other } else { own > other }
            }
            Buffer::Values(values) => {
                let (own, other) = (values[own].clone(), values[other].clone());
                match is_least {
                    true => vm.less(&own, &other)?,
                    false => vm.less(&other, &own)?,
                }
            }
        };
        if is_better {
            best = at;
        }
    }
    Ok(best)
}

fn running(vm: &mut Vm, args: Args, name: &str) -> Result<Value> {
    let array = this(vm, &args)?;
    let [axis, dtype, _] = args.bind(vm, "cumsum", 1, ["axis", "dtype", "out"], 0)?;
    let dtype = dtype_object::argument(vm, dtype)?;
    let (array, axis) = match axis.filter(|axis| !axis.is_none()) {
        None => (
            Array::new(array.dtype, vec![array.size()], array.elements()),
            0,
        ),
        Some(axis) => {
            let axes = axes_argument(vm, &axis, &array)?;
            ((*array).clone(), axes[0])
        }
    };
    let result = accumulate(vm, ufunc(name), &array, axis, dtype)?;
    Ok(object(vm, result))
}
