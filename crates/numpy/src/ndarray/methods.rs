//! Methods that give an array another form: copies, types, shapes, lists.

use std::rc::Rc;

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};
use brooklet_python_text::numeric::Complex;

use super::properties::become_array;
use super::{flat, this};
use crate::array::Array;
use crate::buffer::Buffer;
use crate::dtype::{DType, Kind};
use crate::index::set_indices;
use crate::shape::axis_of;
use crate::{dtype_object, products, round};

macro_rules! in_python {
    ($($name:literal),*) => {
        /// What arrays have from the Python text, given the array first.
        pub(super) const IN_PYTHON: &[(&str, NativeFn)] = &[$(
            ($name, |vm, args| {
                let function = vm.import("numpy")?.globals.get_str($name).unwrap_or_default();
                vm.call(&function, args)
            })
        ),*];
    };
}

in_python!["clip", "put", "choose", "trace", "argpartition"];

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("__copy__", copy),
    ("__deepcopy__", copy),
    ("copy", copy),
    ("view", |vm, args| {
        let array = this(vm, &args)?;
        let dtype = match args.get(1) {
            Some(Value::Class(class)) if class.name.as_str() == "ndarray" => None,
            dtype => dtype_object::argument(vm, dtype.cloned())?,
        };
        if dtype.is_some_and(|dtype| dtype != array.dtype) {
            return Err(vm.type_error(
                "a view of another type is not here: astype() makes an array of that type",
            ));
        }
        let view = array.view(
            &args[0],
            array.shape.clone(),
            array.strides.clone(),
            array.offset,
        );
        Ok(object(vm, view))
    }),
    ("astype", |vm, args| {
        let array = this(vm, &args)?;
        let [dtype, ..] = args.bind(
            vm,
            "astype",
            1,
            ["dtype", "order", "casting", "subok", "copy"],
            1,
        )?;
        let dtype = dtype_object::of_value(vm, &dtype.unwrap_or_default())?;
        let cast = array.cast(vm, dtype)?;
        Ok(object(vm, cast))
    }),
    ("tolist", |vm, args| {
        let array = this(vm, &args)?;
        Ok(nested(&array.copy(), 0, 0))
    }),
    ("partition", |vm, args| {
        vm.call_method(&args[0], "sort", Args::none())
    }),
    ("tobytes", |vm, args| {
        let array = this(vm, &args)?;
        let mut bytes = Vec::new();
        for value in array.to_values() {
            push_bytes(&mut bytes, array.dtype, &value);
        }
        Ok(Value::bytes(bytes))
    }),
    ("reshape", |vm, mut args| {
        let array = this(vm, &args)?;
        if let Some(order) = args.take_keyword("order")
            && order.as_str() == Some("F")
        {
            return in_columns(vm, &args, &array);
        }
        if let Some(shape) = args.take_keyword("shape") {
            args.positional.push(shape);
        }
        args.take_keyword("copy");
        let shape = shape_argument(vm, &args, array.size())?;
        let reshaped = array.reshaped(&args[0], shape);
        Ok(object(vm, reshaped))
    }),
    ("resize", |vm, args| {
        let array = this(vm, &args)?;
        let lengths = match (args.get(1), args.len()) {
            (Some(shape), 2) => shape.clone(),
            _ => Value::tuple(args.positional[1..].to_vec()),
        };
        let shape = crate::shape::shape_of(vm, &lengths)?;
        let (count, size) = (shape.iter().product::<usize>(), array.size());
        let zeros = Array::row(vec![0.0]).cast(vm, array.dtype)?.elements();
        let own = array.elements();
        let elements = match (own, zeros) {
            (Buffer::Floats(mut own), _) => {
                own.resize(count, 0.0);
                Buffer::Floats(own)
            }
            (Buffer::Ints(mut own), _) => {
                own.resize(count, 0);
                Buffer::Ints(own)
            }
            (own, _) => own.gather((0..count).map(|at| at % size.max(1))),
        };
        become_array(&args, Array::new(array.dtype, shape, elements));
        Ok(Value::None)
    }),
    ("flatten", flat::flatten),
    ("ravel", flat::ravel),
    ("squeeze", |vm, args| {
        let array = this(vm, &args)?;
        let [axis] = args.clone().bind(vm, "squeeze", 1, ["axis"], 0)?;
        let axes = match axis.filter(|axis| !axis.is_none()) {
            None => (0..array.ndim())
                .filter(|axis| array.shape[*axis] == 1)
                .collect(),
            Some(axis) => crate::ufunc::axes_argument(vm, &axis, &array)?,
        };
        if axes.iter().any(|axis| array.shape[*axis] != 1) {
            return Err(vm.value_error(
                "cannot select an axis to squeeze out which has size not equal to one",
            ));
        }
        let order: Vec<usize> = (0..array.ndim())
            .filter(|axis| !axes.contains(axis))
            .collect();
        let view = array.transposed(&args[0], &order);
        Ok(object(vm, view))
    }),
    ("transpose", |vm, args| {
        let array = this(vm, &args)?;
        let named = match (args.get(1), args.len()) {
            (None | Some(Value::None), _) => {
                let order: Vec<usize> = (0..array.ndim()).rev().collect();
                let view = array.transposed(&args[0], &order);
                return Ok(object(vm, view));
            }
            (Some(axes @ (Value::Tuple(_) | Value::List(_))), 2) => vm.collect(axes)?,
            _ => args.positional[1..].to_vec(),
        };
        let mut order = Vec::new();
        for axis in &named {
            let axis = vm.to_i64(axis)?;
            order.push(axis_of(vm, axis, array.ndim())?);
        }
        if order.len() != array.ndim() {
            return Err(vm.value_error("axes don't match array"));
        }
        let view = array.transposed(&args[0], &order);
        Ok(object(vm, view))
    }),
    ("swapaxes", |vm, args| {
        let array = this(vm, &args)?;
        args.between(vm, "swapaxes", 1, 2, 2)?;
        let mut order: Vec<usize> = (0..array.ndim()).collect();
        let mut pair = [0; 2];
        for (axis, given) in pair.iter_mut().zip(&args.positional[1..]) {
            let given = vm.to_i64(given)?;
            *axis = axis_of(vm, given, array.ndim())?;
        }
        order.swap(pair[0], pair[1]);
        let view = array.transposed(&args[0], &order);
        Ok(object(vm, view))
    }),
    ("diagonal", |vm, args| {
        let array = this(vm, &args)?;
        let [offset] = args.clone().bind(vm, "diagonal", 1, ["offset"], 0)?;
        let offset = vm.to_i64(&offset.unwrap_or(Value::Int(0)))?;
        if array.ndim() < 2 {
            return Err(vm.value_error("diag requires an array of at least two dimensions"));
        }
        let (down, right) = ((-offset).max(0) as usize, offset.max(0) as usize);
        let rows = array.shape[0].saturating_sub(down);
        let length = rows.min(array.shape[1].saturating_sub(right));
        let first = down as isize * array.strides[0] + right as isize * array.strides[1];
        let mut shape = array.shape[2..].to_vec();
        let mut strides = array.strides[2..].to_vec();
        shape.push(length);
        strides.push(array.strides[0] + array.strides[1]);
        let offset = if length == 0 {
            0
        } else {
            array.offset as isize + first
        };
        let mut view = array.view(&args[0], shape, strides, offset as usize);
        view.read_only = true;
        Ok(object(vm, view))
    }),
    ("nonzero", |vm, args| {
        let array = this(vm, &args)?.cast(vm, DType::Bool)?;
        let indices = set_indices(&array)
            .into_iter()
            .map(|indices| Array::new(DType::Int64, vec![indices.len()], Buffer::Ints(indices)));
        let indices: Vec<Array> = indices.collect();
        let indices = indices.into_iter().map(|array| object(vm, array)).collect();
        Ok(Value::tuple(indices))
    }),
    ("round", |vm, args| {
        let array = this(vm, &args)?;
        let [places, _] = args.bind(vm, "round", 1, ["decimals", "out"], 0)?;
        let places = match places {
            Some(places) => vm.to_i64(&places)?,
            None => 0,
        };
        let dtype = array.dtype;
        let elements = match array.elements() {
            Buffer::Floats(values) => Buffer::Floats(
                values
                    .iter()
                    .map(|value| dtype.rounded(round(*value, places)))
                    .collect(),
            ),
            Buffer::Ints(values) if places < 0 => Buffer::Ints(
                values
                    .iter()
                    .map(|value| round(*value as f64, places) as i64)
                    .collect(),
            ),
            Buffer::Values(values) => Buffer::Values(
                values
                    .into_iter()
                    .map(|value| match value {
                        Value::Complex(value) => Value::Complex(Rc::new(Complex {
                            real: round(value.real, places),
                            imag: round(value.imag, places),
                        })),
                        other => other,
                    })
                    .collect(),
            ),
            other => other,
        };
        Ok(object(vm, Array::new(dtype, array.shape.clone(), elements)))
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
    ("compress", |vm, mut args| {
        args.between(vm, "compress", 1, 1, 2)?;
        args.positional.swap(0, 1);
        let compress = vm.import("_numpy_elements")?.globals.get_str("compress");
        vm.call(&compress.unwrap_or_default(), args)
    }),
    ("conj", conjugate),
    ("conjugate", conjugate),
    ("setflags", |vm, args| {
        let array = this(vm, &args)?;
        let [write, ..] = args
            .clone()
            .bind(vm, "setflags", 1, ["write", "align", "uic"], 0)?;
        if let Some(write) = write.filter(|write| !write.is_none()) {
            let mut changed = (*array).clone();
            changed.read_only = !vm.truth(&write)?;
            become_array(&args, changed);
        }
        Ok(Value::None)
    }),
];

fn conjugate(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    if array.dtype.kind() != Kind::Complex {
        return Ok(args[0].clone());
    }
    let mut values = array.to_values();
    for value in &mut values {
        *value = vm.call_method(value, "conjugate", Args::none())?;
    }
    let result = Array::new(array.dtype, array.shape.clone(), Buffer::Values(values));
    Ok(object(vm, result))
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let array = this(vm, &args)?;
    let own = match &args[0] {
        Value::Instance(instance) => instance.class.clone(),
        _ => brooklet_python::native_class::class::<Array>(vm),
    };
    Ok(brooklet_python::native_class::object_of(&own, array.copy()))
}

/// The elements taken and laid out column by column.
fn in_columns(vm: &mut Vm, args: &Args, array: &Array) -> Result<Value> {
    let mut shape = shape_argument(vm, args, array.size())?;
    let backwards = |array: &Array| (0..array.ndim()).rev().collect::<Vec<_>>();
    let turned = array.transposed(&args[0], &backwards(array)).elements();
    shape.reverse();
    let turned = Array::new(array.dtype, shape, turned);
    let owner = object(vm, turned.clone());
    let view = turned.transposed(&owner, &backwards(&turned));
    Ok(object(vm, view))
}

fn nested(array: &Array, axis: usize, first: usize) -> Value {
    if axis == array.ndim() {
        return array.plain(first);
    }
    let step = array.strides[axis] as usize;
    Value::list(
        (0..array.shape[axis])
            .map(|index| nested(array, axis + 1, first + index * step))
            .collect(),
    )
}

fn push_bytes(bytes: &mut Vec<u8>, dtype: DType, value: &Value) {
    match (dtype, value) {
        (DType::Float32, Value::Float(value)) => bytes.extend((*value as f32).to_le_bytes()),
        (_, Value::Float(value)) => bytes.extend(value.to_le_bytes()),
        (_, Value::Int(value)) => bytes.extend(&value.to_le_bytes()[..dtype.item_size()]),
        (_, Value::Bool(value)) => bytes.push(u8::from(*value)),
        (_, Value::Complex(value)) => {
            bytes.extend(value.real.to_le_bytes());
            bytes.extend(value.imag.to_le_bytes());
        }
        (_, Value::Str(text)) => {
            let start = bytes.len();
            for character in text.as_str().chars() {
                bytes.extend(u32::from(character).to_le_bytes());
            }
            bytes.resize(start + dtype.item_size(), 0);
        }
        _ => {}
    }
}

/// The shape that arguments after a receiver name for so many elements; one length may be -1.
///
/// # Errors
/// `ValueError` where it does not hold the elements.
pub(super) fn shape_argument(vm: &mut Vm, args: &Args, size: usize) -> Result<Vec<usize>> {
    let lengths: Vec<Value> = match (args.get(1), args.len()) {
        (Some(Value::Tuple(lengths)), 2) => lengths.to_vec(),
        (Some(Value::List(lengths)), 2) => lengths.to_vec(),
        (Some(value), 2) if Array::of(value).is_some_and(|own| own.ndim() > 0) => {
            vm.collect(value)?
        }
        _ => args.positional[1..].to_vec(),
    };
    let mut wanted = Vec::new();
    for length in &lengths {
        wanted.push(vm.to_i64(length)?);
    }
    let open: Vec<usize> = (0..wanted.len()).filter(|at| wanted[*at] == -1).collect();
    if open.len() > 1 {
        return Err(vm.value_error("can only specify one unknown dimension"));
    }
    let known = wanted.iter().filter(|length| **length != -1);
    let known: i64 = known.fold(1, |all, length| all.saturating_mul(*length));
    let mut shape = wanted.clone();
    if let Some(at) = open.first()
        && known > 0
        && size as i64 % known == 0
    {
        shape[*at] = size as i64 / known;
    }
    let fits = shape.iter().all(|length| *length >= 0)
        && shape
            .iter()
            .fold(1_i64, |all, length| all.saturating_mul(*length))
            == size as i64;
    if fits {
        return Ok(shape.into_iter().map(|length| length as usize).collect());
    }
    let texts: Vec<String> = wanted.iter().map(i64::to_string).collect();
    let comma = if texts.len() == 1 { "," } else { "" };
    Err(vm.value_error(format!(
        "cannot reshape array of size {size} into shape ({}{comma})",
        texts.join(",")
    )))
}
