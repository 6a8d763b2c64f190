//! The functions of `numpy` that `numpy.py` cannot say.

use brooklet_python_text::numeric::elementary;

use super::array::{Array, Elements};
use super::dtype::DType;
use super::operators::{self, mapped};
use super::{array_of, products};
use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

macro_rules! elementwise {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| {
            let value = args.exactly_one(vm, $name, 0)?;
            mapped(vm, &value, $function)
        })
    };
}

/// What leaves whole numbers as they are.
macro_rules! whole {
    ($name:literal, $function:expr) => {
        ($name, |vm, args| {
            let value = args.exactly_one(vm, $name, 0)?;
            let array = array_of(vm, &value, None)?;
            match array.dtype.is_float() {
                true => mapped(vm, &value, $function),
                false => Ok((*array).clone().into_value(vm)),
            }
        })
    };
}

macro_rules! test {
    ($name:literal, $test:expr) => {
        ($name, |vm, args| {
            let value = args.exactly_one(vm, $name, 0)?;
            let array = array_of(vm, &value, Some(DType::Float64))?;
            let test: fn(f64) -> bool = $test;
            let flags =
                array.with_floats(|values| values.iter().map(|v| i64::from(test(*v))).collect());
            let flags = Array::new(DType::Bool, array.shape.clone(), Elements::Ints(flags));
            Ok(flags.into_value(vm))
        })
    };
}

pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("array", array),
    ("asarray", |vm, args| {
        let [value, dtype] = args.bind(vm, "asarray", 0, ["a", "dtype"], 1)?;
        let dtype = dtype_of(vm, dtype)?;
        let value = value.unwrap_or_default();
        let array = array_of(vm, &value, dtype)?;
        match Array::of(&value).is_some_and(|own| std::rc::Rc::ptr_eq(&own, &array)) {
            true => Ok(value),
            false => Ok(object(vm, (*array).clone())),
        }
    }),
    ("full", |vm, args| {
        let [shape, value, dtype] =
            args.bind(vm, "full", 0, ["shape", "fill_value", "dtype"], 2)?;
        let dtype = dtype_of(vm, dtype)?;
        let filling = array_of(vm, &value.unwrap_or_default(), dtype)?;
        filled(vm, &shape.unwrap_or_default(), &filling)
    }),
    ("arange", arange),
    ("linspace", |vm, args| {
        let [start, stop, count] = args.bind(vm, "linspace", 0, ["start", "stop", "num"], 2)?;
        let (start, stop) = (
            vm.to_f64(&start.unwrap_or_default())?,
            vm.to_f64(&stop.unwrap_or_default())?,
        );
        let count = match count {
            Some(count) => vm.to_i64(&count)?,
            None => 50,
        };
        let Ok(count) = usize::try_from(count) else {
            return Err(
                vm.value_error(format!("Number of samples, {count}, must be non-negative."))
            );
        };
        let step = (stop - start) / (count.max(2) - 1) as f64;
        let mut values: Vec<f64> = (0..count).map(|at| at as f64 * step + start).collect();
        if count > 1 {
            values[count - 1] = stop;
        }
        Ok(object(vm, Array::row(values)))
    }),
    ("dot", |vm, args| {
        args.between(vm, "dot", 0, 2, 2)?;
        products::dot(vm, &args[0], &args[1])
    }),
    ("sort", |vm, args| {
        let value = args.exactly_one(vm, "sort", 0)?;
        let array = array_of(vm, &value, None)?;
        Ok(object(vm, products::sorted(&array)))
    }),
    ("maximum", |vm, args| {
        pairwise(vm, &args, |a, b| if a.is_nan() || a > b { a } else { b })
    }),
    ("minimum", |vm, args| {
        pairwise(vm, &args, |a, b| if a.is_nan() || a < b { a } else { b })
    }),
    elementwise!("sqrt", f64::sqrt),
    elementwise!("exp", elementary::exp),
    elementwise!("log", elementary::ln),
    elementwise!("log2", elementary::log2),
    elementwise!("log10", elementary::log10),
    elementwise!("log1p", f64::ln_1p),
    elementwise!("expm1", f64::exp_m1),
    elementwise!("sin", elementary::sin),
    elementwise!("cos", elementary::cos),
    elementwise!("tan", elementary::tan),
    elementwise!("tanh", f64::tanh),
    whole!("floor", f64::floor),
    whole!("ceil", f64::ceil),
    whole!("trunc", f64::trunc),
    elementwise!("rint", f64::round_ties_even),
    test!("isnan", f64::is_nan),
    test!("isinf", f64::is_infinite),
    test!("isfinite", f64::is_finite),
];

fn dtype_of(vm: &mut Vm, dtype: Option<Value>) -> Result<Option<DType>> {
    match dtype.filter(|dtype| !dtype.is_none()) {
        Some(dtype) => DType::of_value(vm, &dtype).map(Some),
        None => Ok(None),
    }
}

/// `np.array(object, dtype=None)`.
fn array(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, dtype] = args.bind(vm, "array", 0, ["object", "dtype"], 1)?;
    let dtype = dtype_of(vm, dtype)?;
    let array = array_of(vm, &value.unwrap_or_default(), dtype)?;
    Ok(object(vm, (*array).clone()))
}

/// A value repeated in a shape.
fn filled(vm: &mut Vm, shape: &Value, filling: &Array) -> Result<Value> {
    let lengths = match shape {
        Value::Tuple(lengths) => lengths.to_vec(),
        Value::List(lengths) => lengths.to_vec(),
        length => vec![length.clone()],
    };
    let mut shape = Vec::new();
    for length in &lengths {
        let length = vm.to_i64(length)?;
        match usize::try_from(length) {
            Ok(length) => shape.push(length),
            Err(_) => return Err(vm.value_error("negative dimensions are not allowed")),
        }
    }
    let places: Vec<usize> = operators::Places::new(&shape, &filling.shape).collect();
    Ok(object(vm, filling.gather(&places, shape)))
}

/// `np.arange([start,] stop[, step], dtype=None)`.
fn arange(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let dtype = args.take_keyword("dtype");
    let dtype = dtype_of(vm, dtype)?;
    args.between(vm, "arange", 0, 1, 3)?;
    let numbers = array_of(vm, &Value::tuple(args.positional.to_vec()), None)?;
    let values = numbers.to_floats();
    let (start, stop, step) = match values[..] {
        [stop] => (0.0, stop, 1.0),
        [start, stop] => (start, stop, 1.0),
        _ => (values[0], values[1], values[2]),
    };
    if step == 0.0 {
        return Err(vm.zero_division("division by zero"));
    }
    let count = ((stop - start) / step).ceil().max(0.0) as usize;
    let values: Vec<f64> = (0..count).map(|at| start + at as f64 * step).collect();
    let dtype = dtype.unwrap_or(numbers.dtype);
    Ok(object(vm, Array::row(values).cast(dtype)))
}

fn pairwise(vm: &mut Vm, args: &Args, pick: fn(f64, f64) -> f64) -> Result<Value> {
    args.between(vm, "maximum", 0, 2, 2)?;
    let (left, right) = (array_of(vm, &args[0], None)?, array_of(vm, &args[1], None)?);
    let dtype = left.dtype.max(right.dtype);
    let picked = operators::paired(vm, &left, &right, pick)?;
    Ok(picked.cast(dtype).into_value(vm))
}

/// `np.linalg.norm(x, ord=None)`.
pub(super) fn norm(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, order] = args.bind(vm, "norm", 0, ["x", "ord"], 1)?;
    let array = array_of(vm, &value.unwrap_or_default(), None)?;
    let norm = products::norm(vm, &array, &order.unwrap_or_default())?;
    Ok(super::float64(vm, norm))
}
