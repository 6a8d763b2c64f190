//! What a streaming context has the program wait for.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use brooklet_engine::dstream::BatchTime;

use super::Session;

/// What a streaming context asks the driver to wait for.
pub(crate) enum StreamingSuspension {
    /// `awaitTermination` and `awaitTerminationOrTimeout`: until the context stops, an error is
    /// reported, or the time is up.
    Termination {
        /// The context.
        session: Rc<Session>,
        /// Milliseconds; `None`: no limit of its own.
        timeout_ms: Option<i64>,
        /// Whether the answer is `True` or `False`.
        tells: bool,
    },
    /// `start()` of a context made from a checkpoint: the batches that run at once.
    Replay {
        /// The context.
        session: Rc<Session>,
        /// The batches.
        times: RefCell<VecDeque<BatchTime>>,
    },
    /// `stop(stopGraceFully=True)`: two batches more.
    GracefulStop {
        /// The context.
        session: Rc<Session>,
        /// Whether the `SparkContext` is stopped as well.
        stop_spark: bool,
    },
    /// A job of the program's own waits for a core: for ever, or as long as `awaitTermination()` may.
    Core {
        /// The context whose receivers hold the cores.
        session: Rc<Session>,
    },
}
