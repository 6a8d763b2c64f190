//! The types of elements.

use std::rc::Rc;
use std::sync::Arc;

use super::scalar;
use brooklet_python::native_class::{NativeClass, data, object, pickle_state, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};

/// The type of an array's elements, in the order in which they give way to one another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DType {
    /// `bool`.
    Bool,
    /// `int32`.
    Int32,
    /// `int64`.
    Int64,
    /// `float64`.
    Float64,
}

impl DType {
    pub(super) const ALL: [DType; 4] = [DType::Bool, DType::Int32, DType::Int64, DType::Float64];

    pub(super) fn name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::Int32 => "int32",
            DType::Int64 => "int64",
            DType::Float64 => "float64",
        }
    }

    /// Whether its elements are kept as floats.
    pub(super) fn is_float(self) -> bool {
        self == DType::Float64
    }

    fn kind(self) -> u8 {
        match self {
            DType::Bool => 0,
            DType::Int32 | DType::Int64 => 1,
            DType::Float64 => 2,
        }
    }

    /// The type of what both give together. A number of Python's own (`weak`) only counts by its
    /// kind (NEP 50).
    pub(super) fn together(left: (DType, bool), right: (DType, bool)) -> DType {
        match (left, right) {
            ((strong, false), (weak, true)) | ((weak, true), (strong, false))
                if weak.kind() <= strong.kind() =>
            {
                strong
            }
            ((left, _), (right, _)) => left.max(right),
        }
    }

    /// What an argument `dtype` names: `float`, `"int32"`, `np.float64`, another `dtype`.
    pub(super) fn of_value(vm: &mut Vm, value: &Value) -> Result<DType> {
        if let Some(dtype) = data::<DTypeObject>(value) {
            return Ok(dtype.0);
        }
        let name = match value {
            Value::Str(name) => name.to_string(),
            Value::Class(class) => class.name.to_string(),
            _ => vm.repr(value)?,
        };
        match name.as_str() {
            "float" | "float64" | "f8" | "d" | "double" => Ok(DType::Float64),
            "int" | "int64" | "i8" => Ok(DType::Int64),
            "int32" | "i4" => Ok(DType::Int32),
            "bool" | "bool_" => Ok(DType::Bool),
            _ => Err(vm.type_error(format!(
                "data type '{name}' is not one that Brooklet's numpy has: bool, int32, int64, float64"
            ))),
        }
    }
}

/// `numpy.dtype`.
pub(super) struct DTypeObject(pub(super) DType);

impl NativeData for DTypeObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::str(self.0.name()), |vm, name| {
            let dtype = DType::of_value(vm, &name)?;
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
                let dtype = DType::of_value(vm, &value)?;
                Ok(object(vm, DTypeObject(dtype)))
            })
            .properties(&[
                ("name", |vm, args| Ok(Value::str(this(vm, &args)?.name()))),
                ("type", |vm, args| {
                    let dtype = this(vm, &args)?;
                    Ok(Value::Class(scalar::class_of(vm, dtype)))
                }),
            ])
            .methods(&[
                ("__str__", |vm, args| {
                    Ok(Value::str(this(vm, &args)?.name()))
                }),
                ("__repr__", |vm, args| {
                    Ok(Value::from(format!("dtype('{}')", this(vm, &args)?.name())))
                }),
                ("__hash__", |vm, args| {
                    Ok(Value::Int(i64::from(this(vm, &args)?.kind())))
                }),
                ("__eq__", |vm, args| {
                    let own = this(vm, &args)?;
                    let other = args.get(1).cloned().unwrap_or_default();
                    Ok(Value::Bool(
                        DType::of_value(vm, &other).is_ok_and(|other| other == own),
                    ))
                }),
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<DType> {
    let dtype: Rc<DTypeObject> = receiver(vm, args, "dtype")?;
    Ok(dtype.0)
}
