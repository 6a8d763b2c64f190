//! The attributes of arrays.

use std::rc::Rc;

use brooklet_python::native_class::{class, object};
use brooklet_python::value::{Args, NativeFn, Payload, Value};
use brooklet_python::vm::{Result, Vm};

use super::methods::shape_argument;
use super::this;
use crate::array::Array;
use crate::buffer::Buffer;
use crate::dtype::{DType, Kind};
use crate::dtype_object::DTypeObject;
use crate::shape::{row_strides, shape_value};

pub(super) const READ: &[(&str, NativeFn)] = &[
    ("ndim", |vm, args| Ok(Value::from(this(vm, &args)?.ndim()))),
    ("size", |vm, args| Ok(Value::from(this(vm, &args)?.size()))),
    ("dtype", |vm, args| {
        let dtype = this(vm, &args)?.dtype;
        Ok(object(vm, DTypeObject(dtype)))
    }),
    ("itemsize", |vm, args| {
        Ok(Value::from(this(vm, &args)?.dtype.item_size()))
    }),
    ("nbytes", |vm, args| {
        let array = this(vm, &args)?;
        Ok(Value::from(array.size() * array.dtype.item_size()))
    }),
    ("strides", |vm, args| {
        let array = this(vm, &args)?;
        let size = array.dtype.item_size() as isize;
        let steps = array
            .strides
            .iter()
            .map(|step| Value::Int((step * size) as i64));
        Ok(Value::tuple(steps.collect()))
    }),
    ("T", |vm, args| {
        let array = this(vm, &args)?;
        let order: Vec<usize> = (0..array.ndim()).rev().collect();
        let view = array.transposed(&args[0], &order);
        Ok(object(vm, view))
    }),
    ("base", |vm, args| {
        Ok(this(vm, &args)?.base.clone().unwrap_or_default())
    }),
    ("flat", |vm, args| {
        let array = this(vm, &args)?;
        let flat = array.reshaped(&args[0], vec![array.size()]);
        Ok(object(vm, flat))
    }),
    ("flags", |vm, args| {
        let array = this(vm, &args)?;
        let strides: Vec<isize> = {
            let reversed: Vec<usize> = array.shape.iter().rev().copied().collect();
            row_strides(&reversed).into_iter().rev().collect()
        };
        let in_columns = array.size() == 0
            || (0..array.ndim())
                .all(|axis| array.shape[axis] == 1 || array.strides[axis] == strides[axis]);
        let flags = [
            array.is_in_rows(),
            in_columns,
            array.base.is_none(),
            !array.read_only,
        ];
        let mut given = vec![args[0].clone()];
        given.extend(flags.map(Value::Bool));
        let module = vm.import("_numpy_settings")?;
        let class = module.globals.get_str("_Flags").unwrap_or_default();
        vm.call(&class, Args::of(given))
    }),
    ("imag", |vm, args| {
        let array = this(vm, &args)?;
        part(vm, &array, false)
    }),
    ("real", |vm, args| {
        let array = this(vm, &args)?;
        match array.dtype.kind() {
            Kind::Complex => part(vm, &array, true),
            _ => Ok(args[0].clone()),
        }
    }),
];

fn part(vm: &mut Vm, array: &Array, is_real: bool) -> Result<Value> {
    let values = array.to_values();
    let parts = values.iter().map(|value| match value {
        Value::Complex(value) if is_real => value.real,
        Value::Complex(value) => value.imag,
        _ => 0.0,
    });
    let result = Array::new(
        DType::Float64,
        array.shape.clone(),
        Buffer::Floats(parts.collect()),
    );
    let dtype = match array.dtype.kind() {
        Kind::Complex => DType::Float64,
        _ => array.dtype,
    };
    let result = result.cast(vm, dtype)?;
    Ok(object(vm, result))
}

pub(super) const SET: &[(&str, NativeFn, NativeFn)] = &[(
    "shape",
    |vm, args| Ok(shape_value(&this(vm, &args)?.shape)),
    |vm, args| {
        let array = this(vm, &args)?;
        let shape = shape_argument(vm, &args, array.size())?;
        let mut changed = (*array).clone();
        if !array.is_in_rows() {
            return Err(vm.attribute_error(
                "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with \
                 the desired shape.",
            ));
        }
        changed.strides = row_strides(&shape);
        changed.shape = shape;
        become_array(&args, changed);
        Ok(Value::None)
    },
)];

/// An array object gets another shape or other elements.
pub(super) fn become_array(args: &Args, array: Array) {
    if let Value::Instance(instance) = &args[0] {
        *instance.payload_mut() = Payload::Native(Rc::new(array));
    }
}

/// An array of the class of another one.
pub(super) fn class_name(vm: &mut Vm, value: &Value) -> String {
    let own = class::<Array>(vm);
    match value {
        Value::Instance(instance) if !Rc::ptr_eq(&instance.class, &own) => {
            instance.class.name.to_string()
        }
        _ => "array".to_string(),
    }
}
