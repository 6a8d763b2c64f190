//! A streaming context for documentation examples and tests.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::{Value, Vm};

use super::{BatchTime, BatchWatcher, DStream, OutputJob, OutputSite, StreamingContext};
use crate::example::Example;
use crate::files::MemoryFiles;
use crate::{Error, Result};

/// A streaming context with batches of a second, a checkpoint directory, and records and functions
/// given as Python text.
///
/// ```
/// use brooklet_engine::dstream::StreamExample;
///
/// let mut example = StreamExample::local(2);
/// let queue = example.queue("[[1, 2, 3], [4]]");
/// assert_eq!(example.batches(&queue, 3), ["[[1], [2, 3]]", "[[], [4]]", "[[]]"]);
/// ```
pub struct StreamExample {
    /// The machine and the context of RDDs.
    pub rdds: Example,
    /// The streaming context.
    pub streaming: StreamingContext,
}

impl StreamExample {
    /// A streaming context like that of `local[parallelism]`.
    pub fn local(parallelism: usize) -> StreamExample {
        let rdds = Example::local(parallelism);
        let files = Arc::new(MemoryFiles::new());
        let streaming = StreamingContext::new(&rdds.context, files, 1000);
        streaming.checkpoint("checkpoint");
        StreamExample { rdds, streaming }
    }

    /// The value of an expression.
    pub fn value(&mut self, expression: &str) -> Value {
        self.rdds.value(expression)
    }

    /// A queue of lists, one a batch, cut into as many partitions as the default says.
    ///
    /// # Panics
    /// If the text is no list of lists.
    pub fn queue(&mut self, lists: &str) -> DStream {
        let lists = self.value(lists);
        let vm = &mut self.rdds.vm;
        let slices = self.rdds.context.default_parallelism();
        let mut queue = Vec::new();
        for list in vm.collect(&lists).expect("a list") {
            let records = vm.collect(&list).expect("a list of lists");
            let rdd = self.rdds.context.parallelize(vm, &records, slices);
            queue.push(rdd.expect("the records can be pickled"));
        }
        let stream = self.streaming.queue_stream(vm, queue, true, None);
        stream.expect("the context has not started")
    }

    /// Starts the context and runs batches; for each the layout of the stream's RDD, `-` where it
    /// has none, or the failure.
    ///
    /// # Panics
    /// If the context does not start.
    pub fn batches(&mut self, stream: &DStream, count: usize) -> Vec<String> {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let shown = seen.clone();
        let site = OutputSite {
            operator: "foreachRDD",
            span: None,
            stream: 0,
        };
        let show = Box::new(move |vm: &mut Vm, _, rdd: &crate::Rdd| {
            let partitions = Value::list(rdd.glom().collect(vm)?);
            shown.borrow_mut().push(vm.repr(&partitions)?);
            Ok(())
        });
        stream
            .foreach_rdd(site, Vec::new(), show)
            .expect("the context has not started");
        let vm = &mut self.rdds.vm;
        self.streaming.start(vm).expect("the graph is sound");
        for batch in 1..=count {
            let time = self.streaming.next_batch();
            self.streaming.set_clock_ms(time.millis());
            let mut failures = Failures(seen.clone());
            self.streaming.run_batch(vm, time, &mut failures);
            if seen.borrow().len() < batch {
                seen.borrow_mut().push("-".to_owned());
            }
        }
        seen.take()
    }
}

/// Keeps the text of failures.
struct Failures(Rc<RefCell<Vec<String>>>);

impl BatchWatcher for Failures {
    fn resumed(&mut self, _: BatchTime, _: &[OutputJob]) {}
    fn submitted(&mut self, _: &mut Vm, _: BatchTime, _: &[OutputJob]) {}

    fn started(&mut self, _: &mut Vm, _: BatchTime) {}

    fn output_started(&mut self, _: &mut Vm, _: BatchTime, _: &OutputJob) {}

    fn output_completed(&mut self, _: &mut Vm, _: BatchTime, _: &OutputJob, _: &Result<()>) {}

    fn completed(&mut self, _: &mut Vm, _: BatchTime) {}

    fn failed(&mut self, _: &mut Vm, _: BatchTime, _: Option<&OutputJob>, error: Error) {
        self.0.borrow_mut().push(error.to_string());
    }
}
