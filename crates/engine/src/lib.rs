//! The rules of Spark: RDDs and the jobs that compute them, and DStreams, whose batches fall due on
//! a virtual clock. It knows no name of `pyspark`, no page, and no program text.
//!
//! An [`Rdd`] belongs to the driver: a base whose partitions are materialised, and the Python
//! steps that follow it. Realizing it pickles the steps into a plan, which any thread can compute,
//! a [`Partition`] at a time. Cached partitions and shuffle outputs are in a block store.
//!
//! Each folder knows only those before it: `feeds`, `task`, `partition`, `plan`, `scheduler`, `rdd`,
//! `dstream`.

pub mod dstream;
mod error;
pub mod example;
pub mod feeds;
pub mod files;
mod partition;
mod plan;
mod rdd;
mod scheduler;
mod task;

pub use error::{Error, JobFailure, Result, TaskFailure};
pub use partition::{BlockStore, Chunk, Partition, Records, Serializer, StorageLevel, from_fn};
pub use plan::{OpenStep, Step, TopicRange, XorShift, portable_hash, portable_hash_function};
pub use rdd::operators::Join;
pub use rdd::{Context, ContextOptions, PartitionFunction, Partitioner, Rdd, StatCounter};
pub use scheduler::{JobInfo, JobRecord, JobState, StageInfo, StageRecord, TaskRecord};
pub use task::{
    AccumulatorUpdate, BroadcastState, Effects, PickledBroadcasts, PythonErrors, RunningTask,
    TaskAccumulators, TaskError, Worker, traceback_text, write_task_output,
};
