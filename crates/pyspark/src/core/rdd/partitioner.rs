//! `Partitioner`: how an RDD cuts its pairs into partitions.

use std::rc::Rc;

use brooklet_engine::{PartitionFunction, Partitioner, portable_hash_function};
use brooklet_python::native_class::{NativeClass, data, receiver};
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Result, Value, Vm};

/// A partitioner as the program sees it.
pub(crate) struct PartitionerObject(pub(super) Partitioner);

impl NativeData for PartitionerObject {}

impl NativeClass for PartitionerObject {
    const MODULE: &'static str = "pyspark.core.rdd";
    const NAME: &'static str = "Partitioner";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[("__eq__", equal), ("__call__", call)])
            .properties(&[
                ("numPartitions", |vm, args| {
                    Ok(Value::from(this(vm, &args)?.0.partitions))
                }),
                ("partitionFunc", |vm, args| {
                    Ok(match &this(vm, &args)?.0.function {
                        PartitionFunction::Portable => portable_hash_function(),
                        PartitionFunction::Program(function) => function.clone(),
                    })
                }),
            ])
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<PartitionerObject>> {
    receiver::<PartitionerObject>(vm, args, "Partitioner")
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = this(vm, &args)?;
    let other = args.get(1).and_then(data::<PartitionerObject>);
    Ok(Value::Bool(other.is_some_and(|other| own.0.same(&other.0))))
}

fn call(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = this(vm, &args)?;
    let key = args.get(1).cloned().unwrap_or_default();
    own.0.partition(vm, &key).map(Value::from)
}
