//! The functions of `numpy` that its Python text rests on.

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::buffer::Buffer;
use crate::dtype::DType;
use crate::shape::{Places, broadcast, shape_of, shape_text, stretched};
use crate::{array_of, dtype_object, printing, products};

pub(crate) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("array", |vm, mut args| {
        args.take_keyword("order");
        args.take_keyword("subok");
        let copy = args.take_keyword("copy");
        let least = match args.take_keyword("ndmin") {
            Some(least) => vm.to_i64(&least)? as usize,
            None => 0,
        };
        let [value, dtype] = args.bind(vm, "array", 0, ["object", "dtype"], 1)?;
        let value = value.unwrap_or_default();
        let dtype = dtype_object::argument(vm, dtype)?;
        let array = array_of(vm, &value, dtype)?;
        let is_own = Array::of(&value).is_some_and(|own| std::rc::Rc::ptr_eq(&own, &array));
        if is_own && matches!(copy, Some(Value::Bool(false))) {
            return Ok(value);
        }
        let mut array = array.copy();
        while array.ndim() < least {
            array.shape.insert(0, 1);
            array.strides.insert(0, 1);
        }
        Ok(object(vm, array))
    }),
    ("asarray", asarray),
    ("asanyarray", asarray),
    ("ascontiguousarray", |vm, args| {
        let value = asarray(vm, args)?;
        match Array::of(&value) {
            Some(array) if !array.is_in_rows() => Ok(object(vm, array.copy())),
            _ => Ok(value),
        }
    }),
    ("full", |vm, args| {
        let [shape, value, dtype, _] =
            args.bind(vm, "full", 0, ["shape", "fill_value", "dtype", "order"], 2)?;
        let dtype = dtype_object::argument(vm, dtype)?;
        let filling = array_of(vm, &value.unwrap_or_default(), dtype)?;
        let shape = shape_of(vm, &shape.unwrap_or_default())?;
        filled(vm, shape, &filling)
    }),
    ("_zeros", |vm, args| {
        // The shape, the type, and the number that fills it.
        let dtype = dtype_object::of_value(vm, &args[1])?;
        let shape = shape_of(vm, &args[0])?;
        let filling = match dtype {
            DType::Str(width) => Array::new(
                DType::Str(width.max(1)),
                Vec::new(),
                Buffer::Values(vec![Value::str(if matches!(args[2], Value::Int(1)) {
                    "1"
                } else {
                    ""
                })]),
            ),
            dtype => (*array_of(vm, &args[2], Some(dtype))?).clone(),
        };
        filled(vm, shape, &filling)
    }),
    ("arange", arange),
    ("broadcast_to", |vm, args| {
        let [value, shape] = args.bind(vm, "broadcast_to", 0, ["array", "shape"], 2)?;
        let value = value.unwrap_or_default();
        let array = array_of(vm, &value, None)?;
        let shape = shape_of(vm, &shape.unwrap_or_default())?;
        if broadcast(&[&array.shape, &shape]).as_ref() != Some(&shape) {
            return Err(vm.value_error(format!(
                "operands could not be broadcast together with remapped shapes \
                 [original->remapped]: {} and requested shape {}",
                shape_text(&array.shape),
                shape_text(&shape)
            )));
        }
        let strides = stretched(&shape, &array.shape, &array.strides);
        let mut view = array.view(&value, shape, strides, array.offset);
        view.read_only = true;
        Ok(object(vm, view))
    }),
    ("concatenate", concatenate),
    ("dot", |vm, args| {
        args.between(vm, "dot", 0, 2, 2)?;
        products::dot(vm, &args[0], &args[1])
    }),
    ("matmul", |vm, args| {
        args.between(vm, "matmul", 0, 2, 2)?;
        products::matrix_product(vm, &args[0], &args[1])
    }),
    ("_norm", norm),
    ("_sorted", |vm, args| {
        let array = array_of(vm, &args[0], None)?;
        let sorted = crate::ndarray::sorted(vm, &array, args[1].clone())?;
        Ok(object(vm, sorted))
    }),
    ("_print_option", |vm, args| {
        let name = vm.str(&args[0])?;
        printing::set_option(vm, &name, &args[1])?;
        Ok(Value::None)
    }),
    ("_separated", |vm, args| {
        let array = array_of(vm, &args[0], None)?;
        let separator = vm.str(&args[1])?;
        let [prefix, suffix] = [vm.to_i64(&args[2])?, vm.to_i64(&args[3])?];
        let text = printing::separated(vm, &array, &separator, prefix as usize, suffix as usize)?;
        Ok(Value::from(text))
    }),
    ("result_type", |vm, args| {
        let mut operands = Vec::new();
        for value in &args.positional {
            operands.push(match value {
                Value::Class(_) | Value::Str(_) => {
                    let dtype = dtype_object::of_value(vm, value)?;
                    crate::ufunc::Operand {
                        array: std::rc::Rc::new(Array::row(Vec::new()).cast(vm, dtype)?),
                        weak: false,
                    }
                }
                value => match dtype_object::of_value(vm, value) {
                    Ok(dtype) if !value.is_none() => crate::ufunc::Operand {
                        array: std::rc::Rc::new(Array::row(Vec::new()).cast(vm, dtype)?),
                        weak: false,
                    },
                    _ => crate::ufunc::Operand::of(vm, value)?,
                },
            });
        }
        let dtype = crate::ufunc::common(&operands);
        Ok(object(vm, dtype_object::DTypeObject(dtype)))
    }),
    ("shares_memory", |vm, args| {
        args.between(vm, "shares_memory", 0, 2, 2)?;
        let [a, b] = [0, 1].map(|at| Array::of(&args[at]));
        Ok(Value::Bool(match (a, b) {
            (Some(a), Some(b)) if std::rc::Rc::ptr_eq(&a.buffer, &b.buffer) => {
                let own: std::collections::BTreeSet<usize> = a.places().collect();
                b.places().any(|place| own.contains(&place))
            }
            _ => false,
        }))
    }),
];

fn asarray(vm: &mut Vm, mut args: Args) -> Result<Value> {
    args.take_keyword("order");
    args.take_keyword("copy");
    let [value, dtype] = args.bind(vm, "asarray", 0, ["a", "dtype"], 1)?;
    let dtype = dtype_object::argument(vm, dtype)?;
    let value = value.unwrap_or_default();
    let array = array_of(vm, &value, dtype)?;
    match Array::of(&value).is_some_and(|own| std::rc::Rc::ptr_eq(&own, &array)) {
        true => Ok(value),
        false => Ok(object(vm, (*array).clone())),
    }
}

/// A value repeated in a shape.
fn filled(vm: &mut Vm, shape: Vec<usize>, filling: &Array) -> Result<Value> {
    if broadcast(&[&filling.shape, &shape]).as_ref() != Some(&shape) {
        return Err(vm.value_error(format!(
            "could not broadcast input array from shape {} into shape {}",
            shape_text(&filling.shape),
            shape_text(&shape)
        )));
    }
    let strides = stretched(&shape, &filling.shape, &filling.strides);
    let places = Places::new(&shape, &strides, filling.offset);
    let elements = filling.buffer.borrow().gather(places);
    Ok(object(vm, Array::new(filling.dtype, shape, elements)))
}

/// `np.arange([start,] stop[, step], dtype=None)`.
fn arange(vm: &mut Vm, args: Args) -> Result<Value> {
    let [start, stop, step, dtype] =
        args.bind(vm, "arange", 0, ["start", "stop", "step", "dtype"], 0)?;
    let dtype = dtype_object::argument(vm, dtype)?;
    let (start, stop) = match (start, stop) {
        (None, None) => {
            return Err(vm.type_error("arange() requires stop to be specified."));
        }
        (Some(stop), None) | (None, Some(stop)) => (Value::Int(0), stop),
        (Some(start), Some(Value::None)) => (Value::Int(0), start),
        (Some(start), Some(stop)) => (start, stop),
    };
    let mut given = vec![start, stop];
    given.extend(step.filter(|step| !step.is_none()));
    let numbers = array_of(vm, &Value::tuple(given), None)?;
    let is_whole = numbers.dtype.is_whole();
    let values = numbers.to_floats();
    let (start, stop) = (values[0], values[1]);
    let step = values.get(2).copied().unwrap_or(1.0);
    if step == 0.0 {
        return Err(vm.zero_division("division by zero"));
    }
    let count = ((stop - start) / step).ceil().max(0.0);
    if count.is_nan() || count > f64::from(1 << 28) {
        return Err(vm.value_error("Maximum allowed size exceeded"));
    }
    let count = count as usize;
    let kept = dtype.unwrap_or(match numbers.dtype {
        DType::Bool => DType::Int64,
        other => other,
    });
    if is_whole {
        let ints = numbers.to_ints();
        let (start, step) = (ints[0], ints.get(2).copied().unwrap_or(1));
        let values = (0..count as i64).map(|at| start.wrapping_add(at.wrapping_mul(step)));
        let array = Array::new(DType::Int64, vec![count], Buffer::Ints(values.collect()));
        let array = array.cast(vm, kept)?;
        return Ok(object(vm, array));
    }
    // The step between the first two elements, as NumPy fills arrays.
    let delta = (start + step) - start;
    let values: Vec<f64> = (0..count)
        .map(|at| match at {
            1 => start + step,
            at => start + at as f64 * delta,
        })
        .collect();
    let array = Array::row(values).cast(vm, kept)?;
    Ok(object(vm, array))
}

/// `np.concatenate(arrays, axis=0)`.
fn concatenate(vm: &mut Vm, mut args: Args) -> Result<Value> {
    args.take_keyword("casting");
    let [arrays, axis, _, dtype] =
        args.bind(vm, "concatenate", 0, ["arrays", "axis", "out", "dtype"], 1)?;
    let wanted = dtype_object::argument(vm, dtype)?;
    let mut parts = Vec::new();
    for value in vm.collect(&arrays.unwrap_or_default())? {
        parts.push(array_of(vm, &value, None)?);
    }
    let Some(first) = parts.first().cloned() else {
        return Err(vm.value_error("need at least one array to concatenate"));
    };
    let is_flat = matches!(axis, Some(Value::None));
    if !is_flat && parts.iter().any(|part| part.ndim() == 0) {
        return Err(vm.value_error("zero-dimensional arrays cannot be concatenated"));
    }
    let given = match axis {
        Some(axis) if !axis.is_none() => vm.to_i64(&axis)?,
        _ => 0,
    };
    let axis = match is_flat {
        true => 0,
        false => crate::shape::axis_of(vm, given, first.ndim())?,
    };
    let shape_in = |array: &Array| match is_flat {
        true => vec![array.size()],
        false => array.shape.clone(),
    };
    let mut shape = shape_in(&first);
    for (at, part) in parts.iter().enumerate().skip(1) {
        let own = shape_in(part);
        if own.len() != shape.len() {
            return Err(vm.value_error(format!(
                "all the input arrays must have same number of dimensions, but the array at index \
                 0 has {} dimension(s) and the array at index {at} has {} dimension(s)",
                shape.len(),
                own.len()
            )));
        }
        for (dimension, (a, b)) in shape.iter().zip(&own).enumerate() {
            if dimension != axis && a != b {
                return Err(vm.value_error(format!(
                    "all the input array dimensions except for the concatenation axis must match \
                     exactly, but along dimension {dimension}, the array at index 0 has size {a} \
                     and the array at index {at} has size {b}"
                )));
            }
        }
    }
    let found = parts.iter().map(|part| part.dtype).reduce(DType::together);
    let dtype = wanted.or(found).unwrap_or(DType::Float64);
    shape[axis] = parts.iter().map(|part| shape_in(part)[axis]).sum();
    let outer: usize = shape[..axis].iter().product();
    let mut pieces = Vec::new();
    for part in &parts {
        let width = part.size().checked_div(outer).unwrap_or(0);
        pieces.push((part.cast(vm, dtype)?.elements(), width));
    }
    let mut joined = Buffer::empty(dtype);
    for row in 0..outer {
        for (elements, width) in &pieces {
            let piece = elements.gather(row * width..(row + 1) * width);
            joined.append(piece);
        }
    }
    let array = Array::new(dtype, shape, joined);
    Ok(object(vm, array))
}

/// `np.linalg.norm(x, ord=None)` of all elements.
fn norm(vm: &mut Vm, args: Args) -> Result<Value> {
    let [value, order] = args.bind(vm, "norm", 0, ["x", "ord"], 1)?;
    let array = array_of(vm, &value.unwrap_or_default(), None)?;
    let norm = products::norm(vm, &array, &order.unwrap_or_default())?;
    Ok(crate::float64(vm, norm))
}
