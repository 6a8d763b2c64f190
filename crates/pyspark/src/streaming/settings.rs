//! `remember` and `checkpoint`: settings of a `StreamingContext`.

use brooklet_python::files::FileSystem;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use super::arguments::milliseconds;
use super::lifecycle::JAVA_CONTEXT;
use super::streaming_context::session_of;
use crate::driver::DriverState;
use crate::java;
use brooklet_python::modules::signature::bind;

pub(super) const METHODS: &[(&str, NativeFn)] =
    &[("remember", remember), ("checkpoint", checkpoint)];

/// `remember(duration)`.
fn remember(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [duration] = bind(vm, args, "StreamingContext.remember", 1, ["duration"], 1)?;
    let millis = milliseconds(vm, &duration.unwrap_or_default())?;
    match session.engine.remember(millis) {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(java::raise(vm, error, &format!("{JAVA_CONTEXT}.remember"))),
    }
}

/// `checkpoint(directory)`.
fn checkpoint(vm: &mut Vm, args: Args) -> Result<Value> {
    let session = session_of(vm, &args)?;
    let [directory] = bind(vm, args, "StreamingContext.checkpoint", 1, ["directory"], 1)?;
    let directory = directory.unwrap_or_default();
    let Some(path) = directory.as_str() else {
        let name = vm.type_name(&directory);
        return Err(vm.type_error(format!("directory must be a str, not {name}")));
    };
    if let Some(state) = DriverState::of(vm) {
        make_folders(&*state.options.files, path, state.now_ms());
    }
    session.engine.checkpoint(path);
    Ok(Value::None)
}

/// Makes a folder and those above it; one that is there already, or cannot be made, is left alone.
fn make_folders(files: &dyn FileSystem, path: &str, now_ms: i64) {
    let ends = path.match_indices('/').map(|(at, _)| at);
    for end in ends.filter(|at| *at > 0).chain([path.len()]) {
        let _ = files.make_directory(&path[..end], now_ms);
    }
}
