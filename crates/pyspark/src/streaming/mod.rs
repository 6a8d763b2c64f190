//! `pyspark.streaming`: `StreamingContext`, `DStream`, `StreamingListener`.

mod arguments;
mod batch_datetime;
mod batch_progress;
mod creation;
mod dstream;
mod inputs;
mod kafka;
mod lifecycle;
mod listener;
mod receivers;
mod settings;
mod streaming_context;
mod together;

use std::rc::Rc;

use brooklet_python::{Class, ModuleEntry, Vm};

pub(crate) use batch_progress::BatchProgress;
pub(crate) use dstream::{define_step, is_dstream, register_output};
pub(crate) use lifecycle::{finish_stop, start_failed, termination};
pub(crate) use listener::tell_listeners;
pub(crate) use receivers::{receive, tell_starvation};

use crate::modules::add;

/// The classes of streaming, one set a machine.
pub(crate) struct StreamingClasses {
    pub(crate) streaming_context: Rc<Class>,
    pub(crate) dstream: Rc<Class>,
    pub(crate) transformed_dstream: Rc<Class>,
    pub(crate) kafka_dstream: Rc<Class>,
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
            kafka_dstream: dstream::define_of_topics(&dstream),
            dstream,
            streaming_listener: listener::define(&types),
        }
    })
}

/// The modules of streaming.
pub(crate) const MODULES: &[ModuleEntry] = &[
    kafka::MODULE,
    ModuleEntry::rust("pyspark.streaming", |vm, module| {
        let classes = classes(vm);
        let members = [
            classes.streaming_context.clone(),
            classes.dstream.clone(),
            classes.streaming_listener.clone(),
        ];
        add(module, &members)
    }),
    ModuleEntry::rust("pyspark.streaming.context", |vm, module| {
        add(module, &[classes(vm).streaming_context.clone()])
    }),
    ModuleEntry::rust("pyspark.streaming.dstream", |vm, module| {
        let classes = classes(vm);
        let streams = [classes.dstream.clone(), classes.transformed_dstream.clone()];
        add(module, &streams)
    }),
    ModuleEntry::rust("pyspark.streaming.listener", |vm, module| {
        add(module, &[classes(vm).streaming_listener.clone()])
    }),
];
