//! A streaming context of the program, as the driver runs it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use brooklet_engine::dstream::{BatchTime, State, StreamingContext};
use brooklet_engine::feeds::Feeds;
use brooklet_engine::{Error, Result};
use brooklet_python::{Value, Vm};

use super::batch_queue::BatchQueue;
use super::driver_function::DriverFunction;
use super::kept_batches::KeptBatches;
use super::{DefinedStream, receiver_settings};

/// A streaming context of the program: the engine's, and what the driver keeps for it.
pub(crate) struct Session {
    pub(crate) engine: StreamingContext,
    /// The `SparkContext` that it was made with.
    pub(crate) spark: Value,
    /// The `StreamingContext` that the program holds, while it is the active one.
    pub(crate) active_object: RefCell<Option<Value>>,
    pub(crate) listeners: RefCell<Vec<Value>>,
    /// The streams that the program defined, by number.
    pub(crate) graph: RefCell<Vec<DefinedStream>>,
    /// The batches that can be inspected.
    kept_batches: RefCell<KeptBatches>,
    pub(crate) queue: BatchQueue,
    /// The failure that was reported last; `awaitTermination` raises it.
    failure: RefCell<Option<Rc<Reported>>>,
    /// Why a batch that `start` runs again could not be made; `start` raises it.
    start_failure: RefCell<Option<Error>>,
    /// Whether `stop` was called.
    is_over: Cell<bool>,
    /// The newest batch that read anything.
    last_input: Cell<Option<BatchTime>>,
    /// The functions of the program that run on the driver, which checkpoints of the graph hold.
    functions: RefCell<Vec<DriverFunction>>,
}

/// A failure that the scheduler reported.
pub(crate) struct Reported {
    /// As Spark tells it.
    pub(crate) told: Error,
    /// What it came from.
    pub(crate) origin: Rc<Error>,
}

impl Session {
    pub(crate) fn new(engine: StreamingContext, spark: Value) -> Rc<Session> {
        Rc::new(Session {
            engine,
            spark,
            active_object: RefCell::default(),
            listeners: RefCell::default(),
            graph: RefCell::default(),
            kept_batches: RefCell::default(),
            queue: BatchQueue::default(),
            failure: RefCell::default(),
            start_failure: RefCell::default(),
            is_over: Cell::new(false),
            last_input: Cell::new(None),
            functions: RefCell::default(),
        })
    }

    pub(crate) fn is_active(&self) -> bool {
        self.engine.state() == State::Active && !self.is_over()
    }

    /// How long a receiver waits before it starts anew, in milliseconds.
    pub(crate) fn restart_ms(&self) -> i64 {
        receiver_settings(self).restart_ms
    }

    /// Whether `stop` was called.
    pub(crate) fn is_over(&self) -> bool {
        self.is_over.get()
    }

    pub(crate) fn failure(&self) -> Option<Rc<Reported>> {
        self.failure.borrow().clone()
    }

    pub(crate) fn set_failure(&self, reported: Reported) {
        *self.failure.borrow_mut() = Some(Rc::new(reported));
    }

    /// Ends a start: a batch that is to run again cannot be made. Source: `StreamingContext.start`.
    pub(crate) fn fail_start(&self, error: Error) {
        *self.start_failure.borrow_mut() = Some(error);
        self.stop();
    }

    pub(crate) fn has_failed_start(&self) -> bool {
        self.start_failure.borrow().is_some()
    }

    pub(crate) fn take_start_failure(&self) -> Option<Error> {
        self.start_failure.take()
    }

    /// A session made from the newest checkpoint of this one, which is over; with the blocks that it
    /// received if the `SparkContext` goes on that stored them.
    ///
    /// # Errors
    /// `SparkException` when an input cannot be recovered; what unpickling a function raises.
    pub(crate) fn recovered(
        &self,
        vm: &mut Vm,
        spark: Value,
        keeps_blocks: bool,
    ) -> Result<Rc<Session>> {
        self.engine.recover(keeps_blocks)?;
        let recovered = Session::new(self.engine.clone(), spark);
        recovered.graph.swap(&self.graph);
        recovered.functions.swap(&self.functions);
        recovered.kept_batches.swap(&self.kept_batches);
        for function in &*recovered.functions.borrow() {
            function.recover(vm)?;
        }
        Ok(recovered)
    }

    /// Notes a function of the program that runs on the driver.
    pub(crate) fn hold(&self, function: &DriverFunction) {
        self.functions.borrow_mut().push(function.clone());
    }

    /// Puts the functions of the program into the newest checkpoint.
    pub(crate) fn checkpoint_functions(&self, vm: &mut Vm) {
        if self.engine.checkpointed_into().is_some() {
            for function in &*self.functions.borrow() {
                function.checkpoint(vm);
            }
        }
    }

    /// Keeps a batch to be inspected; the oldest batches make room for it.
    pub(crate) fn keep_batch(&self, time: BatchTime, input_records: u64) {
        if input_records > 0 {
            self.last_input.set(Some(time));
        }
        if let Some(first) = self.kept_batches.borrow_mut().keep(time, input_records) {
            for defined in &*self.graph.borrow() {
                defined.stream.forget_past(first);
            }
        }
    }

    /// Whether its feeds have no more input and no window holds any of it: all that comes are batches
    /// without input. Without feeds it does not say so.
    pub(crate) fn is_quiet(&self, feeds: &Feeds) -> bool {
        let engine = &self.engine;
        let reads_feeds = engine.reads_feeds() || feeds.has_folders();
        if !reads_feeds || self.has_input_ahead(feeds) {
            return false;
        }
        let Some(last) = self.last_input.get().or(engine.zero_time()) else {
            return false;
        };
        let graph = self.graph.borrow();
        let longest = graph.iter().filter_map(DefinedStream::window_ms).max();
        engine.next_batch() > last.plus(longest.unwrap_or(0))
    }

    /// Whether its feeds have more input.
    pub(super) fn has_input_ahead(&self, feeds: &Feeds) -> bool {
        self.engine.has_input_ahead() || feeds.has_files_ahead()
    }

    /// The oldest batch that can be inspected.
    pub(crate) fn first_kept_batch(&self) -> Option<BatchTime> {
        self.kept_batches.borrow().first()
    }

    /// Stops it for good.
    pub(crate) fn stop(&self) {
        let was_over = self.is_over.replace(true);
        self.active_object.take();
        if !was_over {
            self.engine.stop();
        }
    }

    /// Stops it and lets go of its graph.
    pub(crate) fn close(&self) {
        self.stop();
        self.listeners.take();
        for defined in self.graph.take() {
            defined.stream.unwatch();
        }
        self.engine.clear();
    }
}
