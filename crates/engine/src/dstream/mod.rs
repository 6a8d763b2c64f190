//! Discretized streams: a graph of streams of RDDs, one RDD a batch.
//!
//! A program defines [`DStream`]s on a [`StreamingContext`] and registers outputs. At every batch
//! time each output asks its stream for an RDD, which asks its parents; then the jobs run.
//!
//! The operators that PySpark writes in Python (built from `transform`) are in `operators`. What
//! PySpark leaves to the JVM are the nodes of the graph: each kind has a file here.

mod batch;
mod batch_time;
mod by_time;
mod example;
mod graph_checkpoints;
mod history;
mod inputs;
mod kafka;
mod keyed_state;
mod lifecycle;
mod node;
mod operators;
mod output;
mod over_values;
mod rdd_function;
mod receivers;
mod reduced_window;
mod start_checks;
mod stream;
mod streaming_context;
mod transformed;
mod transformed_together;
mod transformed_with;
mod united;
mod windowed;

pub use batch::{BatchWatcher, OutputJob};
pub use batch_time::BatchTime;
pub use example::StreamExample;
pub use graph_checkpoints::has_graph_checkpoint;
pub(crate) use inputs::ArrivingFiles;
pub use inputs::{BatchDurations, DirectSettings, PidSettings, ReceiverNotice, ReceiverSettings};
pub use lifecycle::{START_MS, State};
pub use operators::KeyedWindow;
pub use output::{Output, OutputAction, OutputSite};
pub use rdd_function::{Given, RddFunction};
pub use receivers::ReceiverInfo;
pub use stream::DStream;
pub use streaming_context::StreamingContext;
