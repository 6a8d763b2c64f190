//! `numpy.dtype`.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{NativeClass, data, object, pickle_state, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};

use crate::dtype::{DType, Kind};
use crate::scalar;

/// What an argument `dtype` names: `float`, `"int32"`, `np.float64`, another `dtype`.
///
/// # Errors
/// `TypeError` for what is no type.
pub(crate) fn of_value(vm: &mut Vm, value: &Value) -> Result<DType> {
    if let Some(dtype) = data::<DTypeObject>(value) {
        return Ok(dtype.0);
    }
    let found = match value {
        Value::None => Some(DType::Float64),
        Value::Str(name) => DType::named(name.as_str()),
        Value::Class(class) => match scalar::dtype_of_class(vm, class) {
            Some(dtype) => Some(dtype),
            None => match class.name.as_str() {
                "bool" => Some(DType::Bool),
                "int" | "integer" | "signedinteger" => Some(DType::Int64),
                "float" | "floating" | "inexact" => Some(DType::Float64),
                "complex" | "complexfloating" => Some(DType::Complex128),
                "str" => Some(DType::Str(0)),
                "unsignedinteger" => Some(DType::UInt64),
                _ => Some(DType::Object),
            },
        },
        _ => None,
    };
    if let Some(dtype) = found {
        return Ok(dtype);
    }
    let text = vm.repr(value)?;
    Err(match value {
        Value::Str(_) => vm.type_error(format!("data type {text} not understood")),
        Value::List(_) | Value::Tuple(_) | Value::Dict(_) => {
            vm.type_error("arrays of records are not here: keep a column an array of its own")
        }
        _ => vm.type_error(format!("Cannot interpret '{text}' as a data type")),
    })
}

/// An argument `dtype` that may be left out.
///
/// # Errors
/// As [`of_value`].
pub(crate) fn argument(vm: &mut Vm, dtype: Option<Value>) -> Result<Option<DType>> {
    match dtype.filter(|dtype| !dtype.is_none()) {
        Some(dtype) => of_value(vm, &dtype).map(Some),
        None => Ok(None),
    }
}

/// `numpy.dtype`.
pub(crate) struct DTypeObject(pub(crate) DType);

impl NativeData for DTypeObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::from(self.0.text()), |vm, name| {
            let dtype = of_value(vm, &name)?;
            Ok(object(vm, DTypeObject(dtype)))
        })
    }
}

impl NativeClass for DTypeObject {
    const MODULE: &'static str = "numpy";
    const NAME: &'static str = "dtype";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, _, args| {
                let value = args.exactly_one(vm, "dtype", 0)?;
                let dtype = of_value(vm, &value)?;
                Ok(object(vm, DTypeObject(dtype)))
            })
            .properties(&[
                ("name", |vm, args| Ok(Value::from(this(vm, &args)?.name()))),
                ("char", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.character().to_string()))
                }),
                ("kind", |vm, args| {
                    Ok(Value::str(match this(vm, &args)?.kind() {
                        Kind::Bool => "b",
                        Kind::Signed => "i",
                        Kind::Unsigned => "u",
                        Kind::Float => "f",
                        Kind::Complex => "c",
                        Kind::Text => "U",
                        Kind::Object => "O",
                    }))
                }),
                ("str", |vm, args| {
                    let dtype = this(vm, &args)?;
                    Ok(Value::from(match dtype {
                        DType::Str(_) => dtype.text(),
                        DType::Object => "|O".to_string(),
                        _ => {
                            let size = dtype.item_size();
                            let order = if size == 1 { '|' } else { '<' };
                            let kind = match dtype.kind() {
                                Kind::Bool => 'b',
                                Kind::Signed => 'i',
                                Kind::Unsigned => 'u',
                                Kind::Float => 'f',
                                _ => 'c',
                            };
                            format!("{order}{kind}{size}")
                        }
                    }))
                }),
                ("itemsize", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.item_size()))
                }),
                ("type", |vm, args| {
                    let dtype = this(vm, &args)?;
                    Ok(Value::Class(scalar::class_of(vm, dtype)))
                }),
            ])
            .methods(&[
                ("__str__", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.text()))
                }),
                ("__repr__", |vm, args| {
                    Ok(Value::from(format!(
                        "dtype('{}')",
                        this(vm, &args)?.repr_text()
                    )))
                }),
                ("__hash__", |vm, args| {
                    Ok(Value::Int(this(vm, &args)?.place() as i64))
                }),
                ("__eq__", |vm, args| {
                    let own = this(vm, &args)?;
                    let other = args.get(1).cloned().unwrap_or_default();
                    Ok(Value::Bool(
                        of_value(vm, &other).is_ok_and(|other| other == own),
                    ))
                }),
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<DType> {
    let dtype: Rc<DTypeObject> = receiver(vm, args, "dtype")?;
    Ok(dtype.0)
}
