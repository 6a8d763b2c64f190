//! `pyspark.streaming`: `StreamingContext`, `DStream`, `StreamingListener`.

mod arguments;
mod batch_datetime;
mod batch_progress;
mod creation;
mod dstream;
mod inputs;
mod lifecycle;
mod listener;
mod settings;
mod streaming_context;
mod together;

use std::rc::Rc;

use brooklet_python::value::Module;
use brooklet_python::{Class, Result, Vm};

pub(crate) use batch_progress::BatchProgress;
pub(crate) use dstream::{DefinedStream, define_step, is_dstream, register_output};
pub(crate) use lifecycle::{finish_stop, termination};
pub(crate) use listener::tell_listeners;

use crate::modules::of_classes;

/// The classes of streaming, one set a machine.
pub(crate) struct StreamingClasses {
    pub(crate) streaming_context: Rc<Class>,
    pub(crate) dstream: Rc<Class>,
    pub(crate) transformed_dstream: Rc<Class>,
    pub(crate) streaming_listener: Rc<Class>,
}

/// The classes of streaming in this machine.
pub(crate) fn classes(vm: &mut Vm) -> Rc<StreamingClasses> {
    let types = vm.types.clone();
    vm.extension(move || {
        let dstream = dstream::define(&types);
        StreamingClasses {
            streaming_context: streaming_context::define(&types),
            transformed_dstream: dstream::define_transformed(&dstream),
            dstream,
            streaming_listener: listener::define(&types),
        }
    })
}

/// Makes a module of streaming.
pub(crate) fn make(vm: &mut Vm, name: &str) -> Option<Result<Rc<Module>>> {
    let classes = classes(vm);
    let members: &[&Rc<Class>] = match name {
        "pyspark.streaming" => &[
            &classes.streaming_context,
            &classes.dstream,
            &classes.streaming_listener,
        ],
        "pyspark.streaming.context" => &[&classes.streaming_context],
        "pyspark.streaming.dstream" => &[&classes.dstream, &classes.transformed_dstream],
        "pyspark.streaming.listener" => &[&classes.streaming_listener],
        _ => return None,
    };
    Some(Ok(of_classes(name, members)))
}
