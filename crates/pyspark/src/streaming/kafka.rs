//! `pyspark.streaming.kafka`: what of it is not written in Python.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::dstream::DirectSettings;
use brooklet_engine::feeds::{Broker, BrokerError, TopicLog};
use brooklet_engine::{Error, TopicRange};
use brooklet_protocol::{FeedAddress, RunEvent};
use brooklet_python::value::Module;
use brooklet_python::{Args, ModuleEntry, Raise, Result, Value, Vm};

use super::dstream::{define_stream, raised};
use super::streaming_context::session_of_value;
use crate::bridge::{engine_context, rdd_of, rdd_value, setting};
use crate::errors;
use crate::java;
use crate::state::{Definition, DriverState, pressure, receiver_settings};

pub(super) const MODULE: ModuleEntry =
    ModuleEntry::rust("pyspark.streaming.kafka", define).and_python(|| include_str!("kafka.py"));

/// What Py4J calls the helper of the JVM side.
const HELPER: &str = "o24";

fn define(_: &mut Vm, module: &Module) -> Result<()> {
    module.set(
        "_direct_stream",
        Value::native("_direct_stream", direct_stream),
    );
    module.set(
        "_receiver_stream",
        Value::native("_receiver_stream", receiver_stream),
    );
    module.set("_records", Value::native("_records", records));
    module.set("_of_topics", Value::native("_of_topics", of_topics));
    Ok(())
}

fn state_of(vm: &mut Vm) -> Result<Rc<DriverState>> {
    match DriverState::of(vm) {
        Some(state) => Ok(state),
        None => Err(errors::context_on_worker(vm)),
    }
}

fn thrown(vm: &mut Vm, class: &'static str, message: String, method: &str) -> Raise {
    java::raise(
        vm,
        Error::Java { class, message },
        &format!("{HELPER}.{method}"),
    )
}

fn spark(vm: &mut Vm, message: String, method: &str) -> Raise {
    thrown(vm, "org.apache.spark.SparkException", message, method)
}

/// A setting of the consumer.
fn parameter(vm: &mut Vm, parameters: &Value, name: &str) -> Result<Option<String>> {
    let found = vm.call_method(parameters, "get", Args::one(Value::str(name)))?;
    match found {
        Value::None => Ok(None),
        found => vm.str(&found).map(|text| Some(text.to_string())),
    }
}

/// The brokers that the parameters name, checked as far as their form goes.
fn brokers(vm: &mut Vm, parameters: &Value, method: &str) -> Result<Vec<String>> {
    let mut brokers = parameter(vm, parameters, "metadata.broker.list")?;
    if brokers.is_none() {
        brokers = parameter(vm, parameters, "bootstrap.servers")?;
    }
    let Some(brokers) = brokers else {
        let message = "Must specify metadata.broker.list or bootstrap.servers".to_owned();
        return Err(spark(vm, message, method));
    };
    let brokers: Vec<String> = brokers.split(',').map(str::to_owned).collect();
    match brokers.iter().find(|broker| !broker.contains(':')) {
        Some(wrong) => {
            let message = format!("Broker not in the correct format of <host>:<port> [{wrong}]");
            Err(spark(vm, message, method))
        }
        None => Ok(brokers),
    }
}

/// Whether a consumer without offsets begins at the first record; else behind the last.
fn from_beginning(vm: &mut Vm, parameters: &Value, method: &str) -> Result<bool> {
    let reset = parameter(vm, parameters, "auto.offset.reset")?;
    match reset.map(|reset| reset.to_ascii_lowercase()).as_deref() {
        None | Some("largest") => Ok(false),
        Some("smallest") => Ok(true),
        Some(other) => {
            let message = format!(
                "Wrong value {other} of auto.offset.reset in ConsumerConfig; Valid values are \
                 smallest and largest"
            );
            Err(thrown(
                vm,
                "kafka.common.InvalidConfigException",
                message,
                method,
            ))
        }
    }
}

fn topic(
    vm: &mut Vm,
    state: &DriverState,
    (name, brokers): (&str, &[String]),
    method: &str,
) -> Result<Arc<dyn TopicLog>> {
    let broker = broker(vm, state, (&[name.to_owned()], brokers), method)?;
    match asked(vm, broker.topic(name), brokers, method)? {
        Some(topic) => Ok(topic),
        None => {
            let feed = FeedAddress::Topic {
                name: name.to_owned(),
            };
            state.push(RunEvent::FeedMissing { feed });
            let message =
                format!("Error getting partition metadata for '{name}'. Does the topic exist?");
            Err(spark(vm, message, method))
        }
    }
}

/// What topics are read from.
fn broker(
    vm: &mut Vm,
    state: &DriverState,
    (topics, brokers): (&[String], &[String]),
    method: &str,
) -> Result<Rc<dyn Broker>> {
    state.broker_of(topics, brokers).ok_or_else(|| {
        let message = "A ZooKeeper is not asked for brokers here. Name a broker: brooklet run --live \
                       --broker HOST:PORT, or kafkaParams={\"metadata.broker.list\": \"HOST:PORT\"}";
        spark(vm, message.to_owned(), method)
    })
}

/// What a broker answered.
///
/// # Errors
/// `SparkException` where none can be asked: what happened, for each of them.
fn asked<T>(
    vm: &mut Vm,
    answer: Result<T, BrokerError>,
    brokers: &[String],
    method: &str,
) -> Result<T> {
    answer.map_err(|error| {
        let errors = vec![error.to_string(); brokers.len().max(1)];
        spark(vm, errors.join("\n"), method)
    })
}

fn names(vm: &mut Vm, topics: &Value) -> Result<Vec<String>> {
    let topics = vm.collect(topics)?;
    let names = topics.iter().map(|topic| vm.str(topic));
    names
        .map(|name| name.map(|name| name.to_string()))
        .collect()
}

/// The numbers of a tuple that begins with a name.
fn name_and_numbers(vm: &mut Vm, tuple: &Value) -> Result<(String, Vec<i64>)> {
    let items = vm.collect(tuple)?;
    let name = vm.str(&items[0])?.to_string();
    let numbers: Result<Vec<i64>> = items[1..].iter().map(|item| vm.to_i64(item)).collect();
    Ok((name, numbers?))
}

/// `_direct_stream(ssc, topics, params, offsets, decode, is_whole)`.
fn direct_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    const METHOD: &str = "createDirectStream";
    let state = state_of(vm)?;
    let (context, parameters) = (args[0].clone(), args[2].clone());
    let session = session_of_value(vm, &context)?;
    let topics = names(vm, &args[1])?;
    let mut given = Vec::new();
    for offset in vm.collect(&args[3])? {
        given.push(name_and_numbers(vm, &offset)?);
    }
    let brokers = brokers(vm, &parameters, METHOD)?;
    let from_beginning = from_beginning(vm, &parameters, METHOD)?;
    let mut next = Vec::new();
    if given.is_empty() {
        for name in &topics {
            let topic = topic(vm, &state, (name, &brokers), METHOD)?;
            let offsets = match from_beginning {
                true => topic.begins(),
                false => topic.ends(state.now_ms()),
            };
            let offsets = asked(vm, offsets, &brokers, METHOD)?.into_iter();
            next.extend(
                offsets
                    .enumerate()
                    .map(|(partition, from)| (topic.clone(), partition, from)),
            );
        }
    } else {
        let mut named: Vec<&str> = given.iter().map(|(name, _)| name.as_str()).collect();
        named.sort_unstable();
        named.dedup();
        let mut wanted: Vec<&str> = topics.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        if named != wanted {
            let message = format!(
                "The specified topics: {} do not equal to the topic from offsets: {}",
                wanted.join(" "),
                named.join(" ")
            );
            return Err(thrown(
                vm,
                "java.lang.IllegalStateException",
                message,
                METHOD,
            ));
        }
        let order = |name: &String| topics.iter().position(|topic| topic == name);
        given.sort_by_key(|(name, numbers)| (order(name), numbers[0]));
        for (name, numbers) in given {
            let topic = topic(vm, &state, (&name, &brokers), METHOD)?;
            next.push((topic, numbers[0].max(0) as usize, numbers[1]));
        }
    }
    let number = |key: &str| -> Option<i64> {
        let number: i64 = setting(&session.spark, key)?.trim().parse().ok()?;
        (number > 0).then_some(number)
    };
    let pressure = pressure(&session);
    let settings = DirectSettings {
        most_a_partition: number("spark.streaming.kafka.maxRatePerPartition"),
        all: number("spark.streaming.backpressure.initialRate").filter(|_| pressure.is_some()),
        pressure,
        retries: setting(&session.spark, "spark.streaming.kafka.maxRetries")
            .and_then(|text| text.trim().parse().ok())
            .unwrap_or(1),
    };
    let is_whole = vm.truth(&args[5])?;
    let engine = &session.engine;
    let stream = raised(
        vm,
        engine.direct_kafka_stream(next, is_whole, settings),
        METHOD,
    )?;
    let decoded = engine.of_topics(&stream.map(&args[4], false));
    let decoded = raised(vm, decoded, METHOD)?;
    define_stream(
        vm,
        &context,
        definition(METHOD, topics).of_topics(),
        &decoded,
    )
}

fn definition(operator: &'static str, topics: Vec<String>) -> Definition {
    let addresses = topics.into_iter().map(|name| FeedAddress::Topic { name });
    addresses.fold(Definition::of(operator), Definition::of_feed)
}

/// `_receiver_stream(ssc, topics, params, decode)`.
fn receiver_stream(vm: &mut Vm, args: Args) -> Result<Value> {
    const METHOD: &str = "createStream";
    let state = state_of(vm)?;
    let context = args[0].clone();
    let session = session_of_value(vm, &context)?;
    let names = names(vm, &args[1])?;
    let from_beginning = from_beginning(vm, &args[2], METHOD)?;
    let brokers = match parameter(vm, &args[2], "metadata.broker.list")? {
        None => parameter(vm, &args[2], "bootstrap.servers")?,
        known => known,
    };
    let brokers: Vec<String> = brokers
        .iter()
        .flat_map(|brokers| brokers.split(','))
        .map(str::to_owned)
        .collect();
    let broker = broker(vm, &state, (&names, &brokers), METHOD)?;
    let stream = session.engine.kafka_receiver_stream(
        broker,
        names.clone(),
        from_beginning,
        receiver_settings(&session),
    );
    let stream = raised(vm, stream, METHOD)?;
    let decoded = stream.map(&args[3], false);
    define_stream(vm, &context, definition(METHOD, names), &decoded)
}

/// `_records(sc, params, ranges, is_whole)`.
fn records(vm: &mut Vm, args: Args) -> Result<Value> {
    const METHOD: &str = "createRDDWithoutMessageHandler";
    let state = state_of(vm)?;
    let Some(context) = engine_context(&args[0]) else {
        let name = vm.type_name(&args[0]);
        return Err(vm.attribute_error(format!("'{name}' object has no attribute '_jsc'")));
    };
    let brokers = brokers(vm, &args[1], METHOD)?;
    let mut ranges = Vec::new();
    let mut wrong = Vec::new();
    for range in vm.collect(&args[2])? {
        let (name, numbers) = name_and_numbers(vm, &range)?;
        let topic = topic(vm, &state, (&name, &brokers), METHOD)?;
        let (partition, from, until) = (numbers[0].max(0) as usize, numbers[1], numbers[2]);
        let ends = asked(vm, topic.ends(state.now_ms()), &brokers, METHOD)?;
        let begins = asked(vm, topic.begins(), &brokers, METHOD)?;
        let end = ends.get(partition).copied();
        let begin = begins.get(partition).copied().unwrap_or(0);
        if end.is_none_or(|end| from < begin || until > end) {
            wrong.push(format!(
                "OffsetRange(topic: '{name}', partition: {partition}, range: [{from} -> {until}])"
            ));
        }
        ranges.push(TopicRange {
            topic,
            partition,
            from,
            until,
        });
    }
    if !wrong.is_empty() {
        let message = format!("Offsets not available on leader: {}", wrong.join(","));
        return Err(spark(vm, message, METHOD));
    }
    let is_whole = vm.truth(&args[3])?;
    let rdd = context.topic_records(ranges, is_whole);
    Ok(rdd_value(vm, &rdd))
}

/// `_of_topics(rdd)`: the same RDD with its offsets.
fn of_topics(vm: &mut Vm, args: Args) -> Result<Value> {
    let Some(rdd) = rdd_of(&args[0]) else {
        return Err(vm.type_error("an RDD is required"));
    };
    match rdd.of_topics(vm) {
        Ok(rdd) => Ok(rdd_value(vm, &rdd)),
        Err(error) => Err(java::raise(vm, error, &format!("{HELPER}.createRDD"))),
    }
}
