//! `KafkaRDD`: an RDD that knows the offsets that it was read from.

use std::rc::Rc;

use brooklet_engine::{Error, Rdd};
use brooklet_python::native_class::class;
use brooklet_python::value::{ClassBuilder, Layout};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::{RddObject, rdd_of};
use crate::java;

struct KafkaRddClass(Rc<Class>);

/// The class of RDDs that know their offsets.
pub(super) fn kafka_rdd_class(vm: &mut Vm) -> Rc<Class> {
    let base = class::<RddObject>(vm);
    let made = vm.extension(move || {
        let builder = ClassBuilder::new("pyspark.streaming.kafka", "KafkaRDD", &base);
        let builder = builder.methods(&[("offsetRanges", offset_ranges)]);
        KafkaRddClass(builder.layout(Layout::Native).build())
    });
    made.0.clone()
}

/// `offsetRanges()`: an `OffsetRange` a partition, in order.
fn offset_ranges(vm: &mut Vm, args: Args) -> Result<Value> {
    let rdd: Option<Rdd> = args.get(0).and_then(rdd_of);
    let ranges = match rdd {
        Some(rdd) => rdd.topic_ranges(vm),
        None => Ok(None),
    };
    let ranges = match ranges {
        Ok(Some(ranges)) => ranges,
        Ok(None) => {
            // Without the space, as Spark has it.
            let failure = Error::Java {
                class: "java.lang.IllegalArgumentException",
                message: "requirement failed: Cannot get offset ranges, as there may be multiple \
                          Kafka RDDs or no Kafka RDD associatedwith this RDD, please call this \
                          method only on a Kafka RDD."
                    .to_owned(),
            };
            return Err(java::raise(vm, failure, "o0.offsetRangesOfKafkaRDD"));
        }
        Err(error) => return Err(java::raise(vm, error, "o0.offsetRangesOfKafkaRDD")),
    };
    let module = Value::Module(vm.import("pyspark.streaming.kafka")?);
    let offset_range = vm.get_attribute(&module, "OffsetRange")?;
    let mut objects = Vec::with_capacity(ranges.len());
    for range in ranges {
        let arguments = vec![
            Value::str(range.topic.name()),
            Value::Int(range.partition as i64),
            Value::Int(range.from),
            Value::Int(range.until),
        ];
        objects.push(vm.call(&offset_range, Args::of(arguments))?);
    }
    Ok(Value::list(objects))
}
