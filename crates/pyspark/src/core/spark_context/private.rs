//! What programs use of a `SparkContext` though its names begin with `_`: the settings, and the way
//! to the JVM.

use brooklet_python::native_class::object;
use brooklet_python::value::ClassBuilder;
use brooklet_python::{Args, Result, Value, Vm};

use super::this;

/// The module with the few objects of the JVM that programs ask for.
const GATEWAY: &str = "py4j.java_gateway";

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class.properties(&[
        ("_conf", |vm, args| {
            let conf = this(vm, &args)?.conf.shared();
            Ok(object(vm, conf))
        }),
        ("_jvm", |vm, _| of_gateway(vm, "jvm")),
        ("_gateway", |vm, _| {
            let class = of_gateway(vm, "JavaGateway")?;
            vm.call(&class, Args::none())
        }),
        ("_jsc", java_context),
    ])
}

fn of_gateway(vm: &mut Vm, name: &str) -> Result<Value> {
    let module = vm.import(GATEWAY)?;
    Ok(module.globals.get_str(name).unwrap_or_default())
}

/// The context on the JVM's side; `None` once it is stopped.
fn java_context(vm: &mut Vm, args: Args) -> Result<Value> {
    if this(vm, &args)?.running().is_none() {
        return Ok(Value::None);
    }
    let class = of_gateway(vm, "JavaSparkContext")?;
    vm.call_one(&class, args[0].clone())
}
