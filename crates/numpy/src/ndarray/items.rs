//! Items of arrays: `a[key]`, `a[key] = x`, rows, `in`, and what Python asks of containers.

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, NativeFn, Value, iterate};
use brooklet_python::vm::{Result, Vm};

use super::properties::class_name;
use super::this;
use crate::array::Array;
use crate::dtype::DType;
use crate::index::{Selection, select};
use crate::shape::{Places, broadcast, shape_text};
use crate::ufunc::{Operand, apply, named};
use crate::{array_of, call_builtin, printing};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        let array = this(vm, &args)?;
        let name = class_name(vm, &args[0]);
        Ok(Value::from(printing::representation(vm, &array, &name)?))
    }),
    ("__str__", |vm, args| {
        let array = this(vm, &args)?;
        Ok(Value::from(printing::text(vm, &array)?))
    }),
    ("__format__", |vm, args| {
        let array = this(vm, &args)?;
        let spec = args.get(1).cloned().unwrap_or_default();
        match (array.ndim(), spec.as_str()) {
            (_, Some("")) => Ok(Value::from(printing::text(vm, &array)?)),
            (0, Some(spec)) => {
                let item = array.plain(0);
                Ok(Value::from(vm.format(&item, spec)?))
            }
            _ => Err(vm.type_error("unsupported format string passed to numpy.ndarray.__format__")),
        }
    }),
    ("__len__", |vm, args| {
        let array = this(vm, &args)?;
        match array.shape.first() {
            Some(length) => Ok(Value::from(*length)),
            None => Err(vm.type_error("len() of unsized object")),
        }
    }),
    ("__iter__", |vm, args| {
        let array = this(vm, &args)?;
        if array.ndim() == 0 {
            return Err(vm.type_error("iteration over a 0-d array"));
        }
        let rows = rows(vm, &args[0], &array);
        Ok(Value::iterator("iterator", iterate(rows)))
    }),
    ("__getitem__", |vm, args| {
        let array = this(vm, &args)?;
        let key = args.exactly_one(vm, "__getitem__", 1)?;
        match select(vm, &array, &key)? {
            Selection::View {
                shape,
                strides,
                offset,
            } => {
                let keeps_array = matches!(&key, Value::Tuple(keys)
                    if keys.iter().any(|key| matches!(key, Value::Ellipsis)))
                    || matches!(key, Value::Ellipsis);
                let view = array.view(&args[0], shape, strides, offset);
                Ok(match keeps_array {
                    true => object(vm, view),
                    false => view.into_value(vm),
                })
            }
            Selection::Places { places, shape } => {
                let elements = array.buffer.borrow().gather(places.into_iter());
                Ok(Array::new(array.dtype, shape, elements).into_value(vm))
            }
        }
    }),
    ("__setitem__", |vm, args| {
        let array = this(vm, &args)?;
        let [_, key, value] = [0, 1, 2].map(|at| args.get(at).cloned().unwrap_or_default());
        set(vm, &array, &key, &value)?;
        Ok(Value::None)
    }),
    ("__delitem__", |vm, _| {
        Err(vm.value_error("cannot delete array elements"))
    }),
    ("__contains__", |vm, args| {
        let array = this(vm, &args)?;
        let item = args.exactly_one(vm, "__contains__", 1)?;
        let (Some(equal), Some(own)) = (named("equal"), Operand::of_operator(vm, &args[0])?) else {
            return Ok(Value::Bool(false));
        };
        let other = Operand::of(vm, &item)?;
        let is_text = |dtype: DType| dtype.kind() == crate::dtype::Kind::Text;
        if is_text(array.dtype) != is_text(other.array.dtype) && array.dtype != DType::Object {
            return Ok(Value::Bool(false));
        }
        let equals = apply(vm, equal, &[own, other], None)?;
        Ok(Value::Bool(equals.to_ints().iter().any(|flag| *flag != 0)))
    }),
    ("__bool__", |vm, args| {
        let array = this(vm, &args)?;
        match array.size() {
            1 => {
                let item = array.plain(0);
                Ok(Value::Bool(vm.truth(&item)?))
            }
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
    ("__float__", |vm, args| number(vm, &args, "float")),
    ("__int__", |vm, args| number(vm, &args, "int")),
    ("__complex__", |vm, args| number(vm, &args, "complex")),
    ("__index__", |vm, args| {
        let array = this(vm, &args)?;
        match array.ndim() == 0 && array.dtype.is_whole() && array.dtype != DType::Bool {
            true => Ok(array.plain(0)),
            false => {
                Err(vm.type_error("only integer scalar arrays can be converted to a scalar index"))
            }
        }
    }),
    ("fill", |vm, args| {
        let array = this(vm, &args)?;
        let value = args.exactly_one(vm, "fill", 1)?;
        set(vm, &array, &Value::Ellipsis, &value)?;
        Ok(Value::None)
    }),
    ("item", |vm, args| {
        let array = this(vm, &args)?;
        let size = array.size();
        let at = match args.len() {
            1 if size == 1 => 0,
            1 => {
                return Err(
                    vm.value_error("can only convert an array of size 1 to a Python scalar")
                );
            }
            2 if !matches!(args[1], Value::Tuple(_)) => {
                let at = vm.to_i64(&args[1])?;
                match usize::try_from(if at < 0 { at + size as i64 } else { at }) {
                    Ok(at) if at < size => at,
                    _ => {
                        return Err(
                            vm.index_error(format!("index {at} is out of bounds for size {size}"))
                        );
                    }
                }
            }
            _ => {
                let key = match &args[1] {
                    key @ Value::Tuple(_) => key.clone(),
                    _ => Value::tuple(args.positional[1..].to_vec()),
                };
                let item = vm.get_item(&args[0], &key)?;
                return Ok(vm.unwrap_builtin(&item));
            }
        };
        Ok(array.plain(at))
    }),
];

/// An array of one element as Python's own number.
fn number(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    let array = this(vm, args)?;
    match array.shape.is_empty() {
        true => call_builtin(vm, name, Args::one(array.plain(0))),
        false => Err(vm.type_error("only 0-dimensional arrays can be converted to Python scalars")),
    }
}

/// The items along the first axis, as views.
fn rows(vm: &mut Vm, owner: &Value, array: &Array) -> Vec<Value> {
    (0..array.shape[0])
        .map(|row| {
            let offset = array.offset as isize + row as isize * array.strides[0];
            array
                .view(
                    owner,
                    array.shape[1..].to_vec(),
                    array.strides[1..].to_vec(),
                    offset as usize,
                )
                .into_value(vm)
        })
        .collect()
}

/// `array[key] = value`.
pub(super) fn set(vm: &mut Vm, array: &Array, key: &Value, value: &Value) -> Result<()> {
    if array.read_only {
        return Err(vm.value_error("assignment destination is read-only"));
    }
    let selection = select(vm, array, key)?;
    let (places, shape) = match selection {
        Selection::View {
            shape,
            strides,
            offset,
        } => (Places::new(&shape, &strides, offset).collect(), shape),
        Selection::Places { places, shape } => (places, shape),
    };
    let is_one_object = array.dtype == DType::Object && shape.is_empty();
    let value = match is_one_object {
        true => Array::new(
            DType::Object,
            Vec::new(),
            crate::buffer::Buffer::Values(vec![value.clone()]),
        ),
        false => {
            let given = array_of(vm, value, None)?;
            let is_weak = Array::of(value).is_none();
            match is_weak {
                // Ints of Python's own must fit.
                true => (*array_of(vm, value, Some(array.dtype))?).clone(),
                false => given.cast(vm, array.dtype)?,
            }
        }
    };
    let mut own = &value.shape[..];
    while own.len() > shape.len() && own.first() == Some(&1) {
        own = &own[1..];
    }
    if broadcast(&[own, &shape]).as_ref() != Some(&shape) {
        let message = match key {
            key if Array::of(key).is_some_and(|mask| mask.dtype == DType::Bool)
                && value.ndim() <= 1 =>
            {
                format!(
                    "NumPy boolean array indexing assignment cannot assign {} input values to the \
                     {} output values where the mask is true",
                    value.size(),
                    places.len()
                )
            }
            _ if is_fancy_key(key) => format!(
                "shape mismatch: value array of shape {} could not be broadcast to indexing result \
                 of shape {}",
                shape_text(&value.shape),
                shape_text(&shape)
            ),
            _ if shape.is_empty() => "setting an array element with a sequence.".to_string(),
            _ => format!(
                "could not broadcast input array from shape {} into shape {}",
                shape_text(&value.shape),
                shape_text(&shape)
            ),
        };
        return Err(vm.value_error(message));
    }
    let strides = crate::shape::row_strides(own);
    let from = Places::new(&shape, &crate::shape::stretched(&shape, own, &strides), 0);
    let source = value.elements();
    let pairs = places.into_iter().zip(from);
    array.buffer.borrow_mut().scatter(pairs, &source);
    Ok(())
}

/// Whether a key selects by arrays of indices.
fn is_fancy_key(key: &Value) -> bool {
    let is_fancy = |key: &Value| {
        matches!(key, Value::List(_)) || Array::of(key).is_some_and(|own| own.ndim() > 0)
    };
    match key {
        Value::Tuple(keys) => keys.iter().any(is_fancy),
        key => is_fancy(key),
    }
}
