//! `SparkContext`: where a program begins.

mod files;
mod private;
mod settings;
mod shipped_files;
mod sources;
mod status;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::{Context, ContextOptions, Error};
use brooklet_pyspark_api::core::SPARK_CONTEXT;
use brooklet_python::native_class::{NativeClass, class, data, object_of, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Dict, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::accumulator::take_update;
use super::arguments::optional;
use super::environment::{ActiveContext, Environment};
use super::spark_conf::SparkConf;
use crate::binding::{arguments, constructor, methods};
use crate::errors::{context_on_worker, error};
use crate::fix::raise_with;
use crate::{Master, java};

/// What Py4J calls the constructor of the JVM side's context.
const CONSTRUCTOR: &str = "None.org.apache.spark.api.java.JavaSparkContext";

/// A `SparkContext` of the program.
pub(crate) struct SparkContext {
    engine: Rc<Context>,
    conf: SparkConf,
    master: String,
    app_name: String,
    /// Where the program made it: file and line.
    call_site: Option<(Rc<str>, u32)>,
    stopped: Cell<bool>,
    next_broadcast: Cell<u64>,
    /// Its local properties.
    properties: Dict,
    /// The tags of the jobs to come.
    tags: RefCell<Vec<String>>,
    /// Where the files are that travel to every task.
    shipped: RefCell<Vec<String>>,
}

/// Numbers accumulators over all contexts of a program.
#[derive(Default)]
struct NextAccumulator(Cell<u64>);

impl NativeData for SparkContext {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(context_on_worker(vm))
    }
}

impl NativeClass for SparkContext {
    const MODULE: &'static str = "pyspark.core.context";
    const NAME: &'static str = "SparkContext";

    fn define(class: ClassBuilder) -> ClassBuilder {
        let class = class
            .attribute("_active_spark_context", Value::None)
            .constructor(constructor![SPARK_CONTEXT => new])
            .class_methods(methods![SPARK_CONTEXT;
                "getOrCreate" => get_or_create,
                "setSystemProperty" => settings::set_system_property,
            ])
            .methods(methods![SPARK_CONTEXT;
                "stop" => stop,
            ])
            .methods(&[
                ("__enter__", |_, args| Ok(args[0].clone())),
                ("__exit__", stop),
                ("__repr__", repr),
            ]);
        shipped_files::define(files::define(private::define(settings::define(
            sources::define(class),
        ))))
    }
}

impl SparkContext {
    /// The engine's context.
    ///
    /// # Errors
    /// `AttributeError` once the context is stopped, as PySpark has it.
    pub(crate) fn engine(&self, vm: &mut Vm) -> Result<Rc<Context>> {
        match self.stopped.get() {
            false => Ok(self.engine.clone()),
            true => Err(vm.attribute_error("'NoneType' object has no attribute 'sc'")),
        }
    }

    /// Stops it; a program may then make another one.
    pub(crate) fn stop(&self, vm: &mut Vm) {
        self.stopped.set(true);
        let active = ActiveContext::of(vm);
        let is_own = active
            .0
            .borrow()
            .as_ref()
            .and_then(data::<SparkContext>)
            .is_some_and(|context| std::ptr::eq(&*context, self));
        if is_own {
            set_active(vm, None);
        }
    }

    /// A setting of its configuration.
    pub(crate) fn setting(&self, key: &str) -> Option<String> {
        self.conf.value(key)
    }

    /// The engine's context, unless this one is stopped.
    pub(crate) fn running(&self) -> Option<Rc<Context>> {
        (!self.stopped.get()).then(|| self.engine.clone())
    }
}

/// The `SparkContext` of a streaming context that is made from a checkpoint: the one that runs,
/// or else one with the settings that the checkpoint has.
pub(crate) fn running_context(vm: &mut Vm, spark: &Value) -> Value {
    let active = ActiveContext::of(vm).0.borrow().clone();
    match active {
        Some(active) => active,
        None => revive(vm, spark),
    }
}

/// A context with the settings of one that is stopped, and the engine's context of it.
fn revive(vm: &mut Vm, stopped: &Value) -> Value {
    let Some(before) = context_of(stopped) else {
        return stopped.clone();
    };
    let class = class::<SparkContext>(vm);
    let context = object_of(
        &class,
        SparkContext {
            engine: before.engine.clone(),
            conf: before.conf.copy(),
            master: before.master.clone(),
            app_name: before.app_name.clone(),
            call_site: vm.current_line(),
            stopped: Cell::new(false),
            next_broadcast: before.next_broadcast.clone(),
            properties: Dict::new(),
            tags: RefCell::default(),
            shipped: RefCell::default(),
        },
    );
    set_active(vm, Some(context.clone()));
    context
}

/// The context that a value is.
pub(crate) fn context_of(value: &Value) -> Option<Rc<SparkContext>> {
    data::<SparkContext>(value)
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<SparkContext>> {
    receiver::<SparkContext>(vm, args, "SparkContext")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [master, app_name, home, _, _, _, _, conf, _, _, _, _, _] = arguments(args);
    let Some(environment) = Environment::of(vm) else {
        return Err(context_on_worker(vm));
    };
    refuse_second(vm)?;
    let conf = match optional(conf).as_ref().and_then(data::<SparkConf>) {
        Some(conf) => conf.copy(),
        None => SparkConf::with_defaults(vm),
    };
    for (key, value) in [
        ("spark.master", optional(master)),
        ("spark.app.name", optional(app_name)),
        ("spark.home", optional(home)),
    ] {
        if let Some(value) = value
            && vm.truth(&value)?
        {
            let value = vm.str(&value)?;
            conf.put(key, &value);
        }
    }
    let Some(master) = conf.value("spark.master") else {
        let message = "[MASTER_URL_NOT_SET] A master URL must be set in your configuration.";
        return Err(error(vm, "PySparkRuntimeError", message));
    };
    let Some(app_name) = conf.value("spark.app.name") else {
        let message =
            "[APPLICATION_NAME_NOT_SET] An application name must be set in your configuration.";
        return Err(error(vm, "PySparkRuntimeError", message));
    };
    let engine = make_engine(vm, &environment, &master, &conf)?;
    let context = object_of(
        class,
        SparkContext {
            engine,
            conf,
            master,
            app_name,
            call_site: vm.current_line(),
            stopped: Cell::new(false),
            next_broadcast: Cell::new(0),
            properties: Dict::new(),
            tags: RefCell::default(),
            shipped: RefCell::default(),
        },
    );
    set_active(vm, Some(context.clone()));
    Ok(context)
}

/// Changes the one context that the program has, which PySpark's own code keeps in the class.
fn set_active(vm: &mut Vm, context: Option<Value>) {
    let shown = context.clone().unwrap_or_default();
    class::<SparkContext>(vm).set_str("_active_spark_context", shown);
    ActiveContext::of(vm).0.replace(context);
}

fn make_engine(
    vm: &mut Vm,
    environment: &Environment,
    master: &str,
    conf: &SparkConf,
) -> Result<Rc<Context>> {
    let parsed: Master = match master.parse() {
        Ok(parsed) => parsed,
        Err(not_local) => {
            let failure = Error::Java {
                class: "org.apache.spark.SparkException",
                message: not_local.to_string(),
            };
            let raise = java::raise(vm, failure, CONSTRUCTOR);
            return Err(match not_local.fix() {
                Some(fix) => raise_with(vm, raise, fix),
                None => raise,
            });
        }
    };
    let set = conf.value("spark.default.parallelism");
    let parallelism = match &set {
        Some(text) => match text.trim().parse() {
            Ok(number) => number,
            Err(_) => {
                let failure = Error::Java {
                    class: "java.lang.NumberFormatException",
                    message: format!("For input string: \"{text}\""),
                };
                return Err(java::raise(vm, failure, CONSTRUCTOR));
            }
        },
        None => parsed.parallelism,
    };
    let options = ContextOptions {
        default_parallelism: parallelism,
        cores: parsed.parallelism,
        explicit_parallelism: set.is_some(),
        max_failures: parsed.max_failures,
        worker: environment.worker.clone(),
        store: environment.store.clone(),
        wall_clock_ms: environment.wall_clock_ms,
    };
    let engine = Context::new(vm, options);
    engine.set_accumulator_sink(take_update);
    Ok(engine)
}

fn refuse_second(vm: &mut Vm) -> Result<()> {
    let active = ActiveContext::of(vm).0.borrow().clone();
    let Some(active) = active.as_ref().and_then(data::<SparkContext>) else {
        return Ok(());
    };
    let (file, line) = active.call_site.clone().unwrap_or_default();
    Err(vm.value_error(format!(
        "Cannot run multiple SparkContexts at once; existing SparkContext(app={}, master={}) \
         created by __init__ at {file}:{line} ",
        active.app_name, active.master
    )))
}

fn get_or_create(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = class::<SparkContext>(vm);
    let [conf] = arguments(args);
    if let Some(active) = ActiveContext::of(vm).0.borrow().clone() {
        return Ok(active);
    }
    let args = Args::none().with_keyword("conf", conf);
    vm.call(&Value::Class(own), args)
}

fn stop(vm: &mut Vm, args: Args) -> Result<Value> {
    this(vm, &args)?.stop(vm);
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let context = this(vm, &args)?;
    let (master, app_name) = (&context.master, &context.app_name);
    Ok(Value::from(format!(
        "<SparkContext master={master} appName={app_name}>"
    )))
}
