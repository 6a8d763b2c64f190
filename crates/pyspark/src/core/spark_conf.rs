//! `SparkConf`: the settings of an application.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_pyspark_api::core::SPARK_CONF;
use brooklet_python::native_class::{NativeClass, object_of, receiver};
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::arguments::optional;
use super::environment::Environment;
use crate::binding::{arguments, constructor, methods};
use crate::errors::error;

/// The settings of an application, in the order in which they were first set.
#[derive(Default)]
pub(crate) struct SparkConf(Rc<RefCell<Vec<(String, String)>>>);

impl NativeData for SparkConf {}

impl NativeClass for SparkConf {
    const MODULE: &'static str = "pyspark.conf";
    const NAME: &'static str = "SparkConf";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![SPARK_CONF => new])
            .methods(methods![SPARK_CONF;
                "set" => set,
                "setIfMissing" => set_if_missing,
                "setMaster" => set_master,
                "setAppName" => set_app_name,
                "setSparkHome" => set_spark_home,
                "setExecutorEnv" => set_executor_env,
                "setAll" => set_all,
                "get" => get,
                "getAll" => get_all,
                "contains" => contains,
                "toDebugString" => to_debug_string,
            ])
    }
}

impl SparkConf {
    /// What `spark-submit` sets.
    pub(super) fn with_defaults(vm: &mut Vm) -> SparkConf {
        let conf = SparkConf::default();
        for (key, value) in SparkConf::of_system(vm).0.borrow().iter() {
            if key.starts_with("spark.") {
                conf.put(key, value);
            }
        }
        if let Some(environment) = Environment::of(vm) {
            conf.put("spark.master", &environment.master.to_string());
            let file = environment.file_name.rsplit('/').next().unwrap_or_default();
            conf.put("spark.app.name", file);
            conf.put("spark.submit.deployMode", "client");
        }
        conf
    }

    /// The properties of the JVM's `System`, as far as the program has set them.
    pub(super) fn of_system(vm: &mut Vm) -> Rc<SparkConf> {
        vm.extension(SparkConf::default)
    }

    /// A copy, as a context takes one.
    pub(super) fn copy(&self) -> SparkConf {
        SparkConf(Rc::new(RefCell::clone(&self.0)))
    }

    /// The same settings: a change of one shows in the other.
    pub(super) fn shared(&self) -> SparkConf {
        SparkConf(self.0.clone())
    }

    pub(super) fn put(&self, key: &str, value: &str) {
        let mut settings = self.0.borrow_mut();
        match settings.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = value.to_string(),
            None => settings.push((key.to_string(), value.to_string())),
        }
    }

    pub(super) fn value(&self, key: &str) -> Option<String> {
        let settings = self.0.borrow();
        let (_, value) = settings.iter().find(|(known, _)| known == key)?;
        Some(value.clone())
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<SparkConf>> {
    receiver::<SparkConf>(vm, args, "SparkConf")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [defaults, _, _] = arguments(args);
    let conf = match vm.truth(&defaults)? {
        true => SparkConf::with_defaults(vm),
        false => SparkConf::default(),
    };
    Ok(object_of(class, conf))
}

fn set(vm: &mut Vm, args: Args) -> Result<Value> {
    let (conf, own) = (this(vm, &args)?, args[0].clone());
    let [key, value] = arguments(args);
    let (key, value) = (vm.str(&key)?, vm.str(&value)?);
    conf.put(&key, &value);
    Ok(own)
}

fn set_if_missing(vm: &mut Vm, args: Args) -> Result<Value> {
    let (conf, own) = (this(vm, &args)?, args[0].clone());
    let [key, value] = arguments(args);
    let (key, value) = (vm.str(&key)?, vm.str(&value)?);
    if conf.value(&key).is_none() {
        conf.put(&key, &value);
    }
    Ok(own)
}

fn set_named(vm: &mut Vm, args: Args, key: &str) -> Result<Value> {
    let (conf, own) = (this(vm, &args)?, args[0].clone());
    let [value] = arguments(args);
    let value = vm.str(&value)?;
    conf.put(key, &value);
    Ok(own)
}

fn set_master(vm: &mut Vm, args: Args) -> Result<Value> {
    set_named(vm, args, "spark.master")
}

fn set_app_name(vm: &mut Vm, args: Args) -> Result<Value> {
    set_named(vm, args, "spark.app.name")
}

fn set_spark_home(vm: &mut Vm, args: Args) -> Result<Value> {
    set_named(vm, args, "spark.home")
}

fn set_executor_env(vm: &mut Vm, args: Args) -> Result<Value> {
    let (conf, own) = (this(vm, &args)?, args[0].clone());
    let [key, value, pairs] = arguments(args);
    match (optional(key), optional(pairs)) {
        (Some(key), None) => {
            let (key, value) = (vm.str(&key)?, vm.str(&value)?);
            conf.put(&format!("spark.executorEnv.{key}"), &value);
        }
        (None, Some(pairs)) => {
            for (key, value) in pairs_of(vm, &pairs)? {
                conf.put(&format!("spark.executorEnv.{key}"), &value);
            }
        }
        _ => {
            let message =
                "[KEY_VALUE_PAIR_REQUIRED] Key-value pair or a list of pairs is required.";
            return Err(error(vm, "PySparkRuntimeError", message));
        }
    }
    Ok(own)
}

fn set_all(vm: &mut Vm, args: Args) -> Result<Value> {
    let (conf, own) = (this(vm, &args)?, args[0].clone());
    let [pairs] = arguments(args);
    for (key, value) in pairs_of(vm, &pairs)? {
        conf.put(&key, &value);
    }
    Ok(own)
}

fn pairs_of(vm: &mut Vm, pairs: &Value) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for pair in vm.collect(pairs)? {
        let items = vm.collect(&pair)?;
        let [key, value] = &items[..] else {
            let got = items.len();
            let message = match got {
                0 | 1 => format!("not enough values to unpack (expected 2, got {got})"),
                _ => "too many values to unpack (expected 2)".to_string(),
            };
            return Err(vm.value_error(message));
        };
        texts.push((vm.str(key)?, vm.str(value)?));
    }
    Ok(texts)
}

fn get(vm: &mut Vm, args: Args) -> Result<Value> {
    let conf = this(vm, &args)?;
    let [key, default] = arguments(args);
    let key = vm.str(&key)?;
    Ok(conf.value(&key).map_or(default, Value::from))
}

fn get_all(vm: &mut Vm, args: Args) -> Result<Value> {
    let conf = this(vm, &args)?;
    let settings = conf.0.borrow().clone();
    let pairs = settings
        .into_iter()
        .map(|(key, value)| Value::tuple(vec![Value::from(key), Value::from(value)]));
    Ok(Value::list(pairs.collect()))
}

fn contains(vm: &mut Vm, args: Args) -> Result<Value> {
    let conf = this(vm, &args)?;
    let [key] = arguments(args);
    let key = vm.str(&key)?;
    Ok(Value::Bool(conf.value(&key).is_some()))
}

fn to_debug_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let conf = this(vm, &args)?;
    let mut lines: Vec<String> = conf
        .0
        .borrow()
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    lines.sort();
    Ok(Value::from(lines.join("\n")))
}
