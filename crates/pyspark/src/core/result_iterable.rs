//! `ResultIterable`: the values of a key, as `groupByKey` and `cogroup` give them.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::Rdd;
use brooklet_pyspark_api::core::RESULT_ITERABLE;
use brooklet_python::native_class::{
    NativeClass, class, object, object_of, pickle_state, receiver,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use crate::binding::{arguments, constructor, properties};

/// Something sized that can be iterated over; it has no `repr` of its own.
pub(crate) struct ResultIterable(Value);

impl NativeData for ResultIterable {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &self.0, |vm, data| Ok(object(vm, ResultIterable(data))))
    }
}

impl NativeClass for ResultIterable {
    const MODULE: &'static str = "pyspark.resultiterable";
    const NAME: &'static str = "ResultIterable";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![RESULT_ITERABLE => new])
            .methods(&[("__iter__", iter), ("__len__", len)])
            .properties(properties![RESULT_ITERABLE;
                "data" => |vm, args| Ok(this(vm, &args)?.0.clone()),
                "index" => |_, _| Ok(Value::Int(0)),
                "maxindex" => len,
            ])
    }
}

/// An RDD of keys and lists with each list as a `ResultIterable`: `groupByKey`.
pub(crate) fn of_grouped(vm: &mut Vm, grouped: &Rdd) -> Rdd {
    grouped.map_values(&Value::Class(class::<ResultIterable>(vm)))
}

/// An RDD of keys and tuples of lists with each list as a `ResultIterable`: `cogroup`.
pub(crate) fn of_cogrouped(cogrouped: &Rdd) -> Rdd {
    cogrouped.map_values(&Value::native("dispatch", wrap_each))
}

/// Each list of a tuple as a `ResultIterable`.
pub(crate) fn wrap_each(vm: &mut Vm, args: Args) -> Result<Value> {
    let lists = vm.collect(&args[0])?;
    let wrapped = lists
        .into_iter()
        .map(|list| object(vm, ResultIterable(list)));
    Ok(Value::tuple(wrapped.collect()))
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<ResultIterable>> {
    receiver::<ResultIterable>(vm, args, "ResultIterable")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [data] = arguments(args);
    vm.length(&data)?;
    Ok(object_of(class, ResultIterable(data)))
}

fn iter(vm: &mut Vm, args: Args) -> Result<Value> {
    let data = this(vm, &args)?;
    vm.iter(&data.0)
}

fn len(vm: &mut Vm, args: Args) -> Result<Value> {
    let data = this(vm, &args)?;
    vm.length(&data.0).map(Value::from)
}
