//! `numpy.ndarray`: its attributes and methods.

use std::rc::Rc;

use super::array::{Array, Elements};
use super::dtype::{DType, DTypeObject};
use super::operators::{self, Places, shape_text};
use super::select::select;
use super::{array_of, array_text, products, reductions};
use brooklet_python::native_class::{NativeClass, object, receiver};
use brooklet_python::value::{Args, ClassBuilder, NativeFn, Value, iterate};
use brooklet_python::vm::{Result, Vm};

impl NativeClass for Array {
    const MODULE: &'static str = "numpy";
    const NAME: &'static str = "ndarray";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .properties(PROPERTIES)
            .methods(METHODS)
            .methods(operators::ARITHMETIC)
            .methods(operators::COMPARISON)
            .methods(operators::IN_PLACE)
            .methods(reductions::METHODS)
            .attribute("__hash__", Value::None)
    }
}

pub(super) fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Array>> {
    receiver::<Array>(vm, args, "ndarray")
}

const PROPERTIES: &[(&str, NativeFn)] = &[
    ("shape", |vm, args| {
        let shape = this(vm, &args)?.shape.clone();
        Ok(Value::tuple(shape.into_iter().map(Value::from).collect()))
    }),
    ("ndim", |vm, args| {
        Ok(Value::from(this(vm, &args)?.shape.len()))
    }),
    ("size", |vm, args| Ok(Value::from(this(vm, &args)?.size()))),
    ("dtype", |vm, args| {
        let dtype = this(vm, &args)?.dtype;
        Ok(object(vm, DTypeObject(dtype)))
    }),
    ("T", transposed),
];

const METHODS: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        Ok(Value::from(array_text::representation(&*this(vm, &args)?)))
    }),
    ("__str__", |vm, args| {
        Ok(Value::from(array_text::text(&*this(vm, &args)?)))
    }),
    ("__len__", |vm, args| {
        let array = this(vm, &args)?;
        Ok(Value::from(array.shape[0]))
    }),
    ("__iter__", |vm, args| {
        let array = this(vm, &args)?;
        let rows = rows(vm, &array);
        Ok(Value::iterator("iterator", iterate(rows)))
    }),
    ("__getitem__", |vm, args| {
        let array = this(vm, &args)?;
        let key = args.exactly_one(vm, "__getitem__", 1)?;
        let selection = select(vm, &array, &key)?;
        Ok(array
            .gather(&selection.places, selection.shape)
            .into_value(vm))
    }),
    ("__setitem__", set_item),
    ("__contains__", |vm, args| {
        let array = this(vm, &args)?;
        let item = args.exactly_one(vm, "__contains__", 1)?;
        let item = vm.to_f64(&item)?;
        Ok(Value::Bool(
            array.with_floats(|values| values.contains(&item)),
        ))
    }),
    ("__bool__", |vm, args| {
        let array = this(vm, &args)?;
        match array.size() {
            1 => Ok(Value::Bool(array.with_floats(|values| values[0] != 0.0))),
            0 => Err(vm.value_error(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that \
                 an array is not empty.",
            )),
            _ => Err(vm.value_error(
                "The truth value of an array with more than one element is ambiguous. Use a.any() \
                 or a.all()",
            )),
        }
    }),
    ("__float__", |vm, args| {
        let array = this(vm, &args)?;
        match array.shape.is_empty() {
            true => Ok(Value::Float(array.to_floats()[0])),
            false => {
                Err(vm.type_error("only 0-dimensional arrays can be converted to Python scalars"))
            }
        }
    }),
    ("__matmul__", |vm, args| {
        let right = args.exactly_one(vm, "__matmul__", 1)?;
        products::matrix_product(vm, &args[0], &right)
    }),
    ("__rmatmul__", |vm, args| {
        let left = args.exactly_one(vm, "__rmatmul__", 1)?;
        products::matrix_product(vm, &left, &args[0])
    }),
    ("dot", |vm, args| {
        let right = args.exactly_one(vm, "dot", 1)?;
        products::dot(vm, &args[0], &right)
    }),
    ("tolist", |vm, args| {
        let array = this(vm, &args)?;
        Ok(nested(&array, 0, 0))
    }),
    ("item", |vm, args| {
        let array = this(vm, &args)?;
        let at = match args.get(1) {
            Some(at) => vm.to_i64(at)?,
            None if array.size() == 1 => 0,
            None => {
                return Err(
                    vm.value_error("can only convert an array of size 1 to a Python scalar")
                );
            }
        };
        let size = array.size() as i64;
        match usize::try_from(if at < 0 { at + size } else { at }) {
            Ok(at) if at < array.size() => Ok(array.plain(at)),
            _ => Err(vm.index_error(format!("index {at} is out of bounds for size {size}"))),
        }
    }),
    ("copy", |vm, args| {
        let array = this(vm, &args)?;
        Ok(object(vm, (*array).clone()))
    }),
    ("astype", |vm, args| {
        let array = this(vm, &args)?;
        let dtype = args.exactly_one(vm, "astype", 1)?;
        let dtype = DType::of_value(vm, &dtype)?;
        Ok(object(vm, array.cast(dtype)))
    }),
    ("reshape", reshape),
    ("flatten", flattened),
    ("ravel", flattened),
    ("transpose", transposed),
    ("round", |vm, args| {
        let array = this(vm, &args)?;
        let [places] = args.bind(vm, "round", 1, ["decimals"], 0)?;
        let places = match places {
            Some(places) => vm.to_i64(&places)?,
            None => 0,
        };
        if !array.dtype.is_float() {
            return Ok(object(vm, (*array).clone()));
        }
        let values = array.to_floats();
        let values = values.iter().map(|value| operators::round(*value, places));
        Ok(object(
            vm,
            Array::floats(array.shape.clone(), values.collect()),
        ))
    }),
    ("cumsum", |vm, args| {
        let array = this(vm, &args)?;
        let elements = match &*array.elements.borrow() {
            Elements::Floats(values) => Elements::Floats(running(values, |a, b| a + b)),
            Elements::Ints(values) => Elements::Ints(running(values, i64::wrapping_add)),
        };
        let dtype = array.dtype.max(DType::Int64);
        Ok(object(vm, Array::new(dtype, vec![array.size()], elements)))
    }),
    ("fill", |vm, args| {
        let key = Value::Ellipsis;
        let value = args.exactly_one(vm, "fill", 1)?;
        set_item(vm, Args::of([args[0].clone(), key, value]))
    }),
    ("sort", |vm, args| {
        let array = this(vm, &args)?;
        let sorted = products::sorted(&array);
        *array.elements.borrow_mut() = sorted.elements.into_inner();
        Ok(Value::None)
    }),
];

/// The items along the first axis.
fn rows(vm: &mut Vm, array: &Array) -> Vec<Value> {
    let step: usize = array.shape[1..].iter().product();
    (0..array.shape[0])
        .map(|row| {
            let places: Vec<usize> = (row * step..(row + 1) * step).collect();
            array
                .gather(&places, array.shape[1..].to_vec())
                .into_value(vm)
        })
        .collect()
}

fn running<T: Copy>(values: &[T], add: fn(T, T) -> T) -> Vec<T> {
    let mut sums: Vec<T> = Vec::with_capacity(values.len());
    for value in values {
        sums.push(sums.last().map_or(*value, |sum| add(*sum, *value)));
    }
    sums
}

fn nested(array: &Array, axis: usize, first: usize) -> Value {
    if axis == array.shape.len() {
        return array.plain(first);
    }
    let step: usize = array.shape[axis + 1..].iter().product();
    Value::list(
        (0..array.shape[axis])
            .map(|index| nested(array, axis + 1, first + index * step))
            .collect(),
    )
}

fn flattened(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    Ok(object(vm, array.reshaped(vec![array.size()])))
}

fn transposed(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    let shape: Vec<usize> = array.shape.iter().rev().copied().collect();
    let mut steps = vec![1; shape.len()];
    for axis in (1..shape.len()).rev() {
        steps[axis - 1] = steps[axis] * array.shape[axis];
    }
    steps.reverse();
    let places: Vec<usize> = (0..array.size())
        .map(|mut at| {
            shape
                .iter()
                .zip(&steps)
                .rev()
                .fold(0, |place, (length, step)| {
                    let index = at % length;
                    at /= length;
                    place + index * step
                })
        })
        .collect();
    Ok(object(vm, array.gather(&places, shape)))
}

fn set_item(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    let [_, key, value] = [0, 1, 2].map(|at| args.get(at).cloned().unwrap_or_default());
    let selection = select(vm, &array, &key)?;
    let value = array_of(vm, &value, Some(array.dtype))?;
    let fits = value.shape.len() <= selection.shape.len()
        && value
            .shape
            .iter()
            .rev()
            .zip(selection.shape.iter().rev())
            .all(|(own, length)| own == length || *own == 1);
    if !fits {
        return Err(vm.value_error(format!(
            "could not broadcast input array from shape {} into shape {}",
            shape_text(&value.shape),
            shape_text(&selection.shape)
        )));
    }
    let from = Places::new(&selection.shape, &value.shape);
    let pairs = selection.places.into_iter().zip(from);
    let source = value.elements.borrow().clone();
    match (&mut *array.elements.borrow_mut(), source) {
        (Elements::Floats(own), Elements::Floats(new)) => {
            pairs.for_each(|(to, from)| own[to] = new[from]);
        }
        (Elements::Ints(own), Elements::Ints(new)) => {
            pairs.for_each(|(to, from)| own[to] = new[from]);
        }
        _ => unreachable!("both have the array's type"),
    }
    Ok(Value::None)
}

fn reshape(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    let lengths: Vec<Value> = match (args.get(1), args.len()) {
        (Some(Value::Tuple(lengths)), 2) => lengths.to_vec(),
        (Some(Value::List(lengths)), 2) => lengths.to_vec(),
        _ => args.positional[1..].to_vec(),
    };
    let mut shape = Vec::new();
    let mut open = None;
    for length in &lengths {
        match vm.to_i64(length)? {
            -1 => {
                open = Some(shape.len());
                shape.push(1);
            }
            length => shape.push(usize::try_from(length).unwrap_or(0)),
        }
    }
    let known: usize = shape.iter().product();
    if let Some(axis) = open {
        shape[axis] = array.size() / known.max(1);
    }
    if shape.iter().product::<usize>() != array.size() {
        let wanted: Vec<i64> = shape
            .iter()
            .enumerate()
            .map(|(axis, length)| {
                if open == Some(axis) {
                    -1
                } else {
                    *length as i64
                }
            })
            .collect();
        let wanted: Vec<String> = wanted.iter().map(i64::to_string).collect();
        let comma = if wanted.len() == 1 { "," } else { "" };
        return Err(vm.value_error(format!(
            "cannot reshape array of size {} into shape ({}{comma})",
            array.size(),
            wanted.join(",")
        )));
    }
    Ok(object(vm, array.reshaped(shape)))
}
