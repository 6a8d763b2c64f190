//! `remember` and `checkpoint`: settings of a `StreamingContext`.

use brooklet_pyspark_api::streaming::STREAMING_CONTEXT;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::arguments::milliseconds;
use super::lifecycle::JAVA_CONTEXT;
use super::streaming_context::session_of;
use crate::binding::{arguments, methods};
use crate::java;

pub(super) const METHODS: &[(&str, NativeFn)] = methods![STREAMING_CONTEXT;
    "remember" => remember,
    "checkpoint" => checkpoint,
];

fn remember(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [duration] = arguments(args);
    let millis = milliseconds(vm, &duration)?;
    match session.engine.remember(millis) {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(java::raise(vm, error, &format!("{JAVA_CONTEXT}.remember"))),
    }
}

fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [directory] = arguments(args);
    let Some(path) = directory.as_str() else {
        let name = vm.type_name(&directory);
        return Err(vm.type_error(format!("directory must be a str, not {name}")));
    };
    session.engine.checkpoint(path);
    Ok(Value::None)
}
