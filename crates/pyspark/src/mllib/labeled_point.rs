//! `LabeledPoint`: features and what they stand for.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_pyspark_api::mllib::LABELED_POINT;
use brooklet_python::native_class::{NativeClass, object_of, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::pickled_vector::{PickledPoint, PickledVector};
use super::vector::{to_vector, to_vector_value};
use crate::binding::{arguments, constructor};

/// A `LabeledPoint`; a program can set both attributes to anything.
pub(super) struct LabeledPoint {
    label: RefCell<Value>,
    features: RefCell<Value>,
}

impl LabeledPoint {
    pub(super) fn new(label: Value, features: Value) -> LabeledPoint {
        LabeledPoint {
            label: RefCell::new(label),
            features: RefCell::new(features),
        }
    }
}

impl NativeData for LabeledPoint {
    /// Pickling keeps what the constructor would make of both.
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let label = self.label.borrow().clone();
        let label = float(vm, label)?;
        let features = self.features.borrow().clone();
        let features = PickledVector::of(&to_vector(vm, &features)?);
        Ok(Arc::new(PickledPoint {
            label: vm.to_f64(&label)?,
            features,
        }))
    }
}

impl NativeClass for LabeledPoint {
    const MODULE: &'static str = "pyspark.mllib.regression";
    const NAME: &'static str = "LabeledPoint";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![LABELED_POINT => new])
            .settable_properties(&[
                (
                    "label",
                    |vm, args| Ok(this(vm, &args)?.label.borrow().clone()),
                    |vm, args| {
                        let point = this(vm, &args)?;
                        *point.label.borrow_mut() = args[1].clone();
                        Ok(Value::None)
                    },
                ),
                (
                    "features",
                    |vm, args| Ok(this(vm, &args)?.features.borrow().clone()),
                    |vm, args| {
                        let point = this(vm, &args)?;
                        *point.features.borrow_mut() = args[1].clone();
                        Ok(Value::None)
                    },
                ),
            ])
            .methods(&[
                ("__str__", |vm, args| {
                    let (label, features) = texts(vm, &args)?;
                    Ok(Value::from(format!("({label},{features})")))
                }),
                ("__repr__", |vm, args| {
                    let (label, features) = texts(vm, &args)?;
                    Ok(Value::from(format!("LabeledPoint({label}, {features})")))
                }),
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<LabeledPoint>> {
    receiver::<LabeledPoint>(vm, args, "LabeledPoint")
}

fn float(vm: &mut Vm, value: Value) -> Result<Value> {
    match value {
        Value::Float(_) => Ok(value),
        value => {
            let float = Value::Class(vm.types.float.clone());
            vm.call_one(&float, value)
        }
    }
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    // A message about the arguments counts `self`.
    let [label, features] = arguments(args);
    let label = float(vm, label)?;
    let features = to_vector_value(vm, &features)?;
    Ok(object_of(class, LabeledPoint::new(label, features)))
}

fn texts(vm: &mut Vm, args: &Args) -> Result<(String, String)> {
    let point = this(vm, args)?;
    let (label, features) = (
        point.label.borrow().clone(),
        point.features.borrow().clone(),
    );
    Ok((vm.str(&label)?, vm.str(&features)?))
}
