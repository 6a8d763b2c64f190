//! Defining a stream: what the program gets.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::dstream::DStream;
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{NativeData, Payload};
use brooklet_python::{Result, Value, Vm};

use crate::errors;
use crate::state::{DefinedStream, Definition};
use crate::streaming::classes;
use crate::streaming::streaming_context::session_of_value;

/// What a `DStream` of the program holds.
pub(crate) struct ProgramStream {
    pub(crate) stream: DStream,
    /// The `StreamingContext` of the program.
    pub(crate) context: Value,
    /// Its number in its context, in the order of definition.
    pub(crate) id: u32,
}

impl NativeData for ProgramStream {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(errors::context_on_worker(vm))
    }
}

impl ProgramStream {
    /// The stream that a method of this one gives.
    ///
    /// # Errors
    /// As [`define_stream`].
    pub(super) fn derive(
        &self,
        vm: &mut Vm,
        mut definition: Definition,
        stream: &DStream,
    ) -> Result<Value> {
        definition.of_receiver(self.id);
        define_stream(vm, &self.context, definition, stream)
    }
}

/// A stream as the program gets it, noted in the graph of its `StreamingContext`.
///
/// # Errors
/// `TypeError` where `context` is no `StreamingContext`.
pub(crate) fn define_stream(
    vm: &mut Vm,
    context: &Value,
    definition: Definition,
    stream: &DStream,
) -> Result<Value> {
    let session = session_of_value(vm, context)?;
    let mut graph = session.graph.borrow_mut();
    let data = ProgramStream {
        stream: stream.clone(),
        context: context.clone(),
        id: graph.len() as u32,
    };
    stream.watch();
    let is_of_topics = definition.is_of_topics();
    let span = match vm.current_line() {
        Some((file, _)) if file == vm.program_file() => vm.current_span(),
        _ => None,
    };
    graph.push(DefinedStream::new(stream, definition, span));
    let classes = classes(vm);
    let class = match (is_of_topics, stream.is_transformed()) {
        (true, _) => &classes.kafka_dstream,
        (_, true) => &classes.transformed_dstream,
        (_, false) => &classes.dstream,
    };
    Ok(Value::Instance(
        class.instance(Payload::Native(Rc::new(data))),
    ))
}
