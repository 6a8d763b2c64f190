//! RDDs, stages, shuffles and DStreams on a virtual clock. It knows nothing of the `pyspark` names that a program sees.
//!
//! An [`Rdd`] belongs to the driver: a base whose partitions are materialised, and the Python
//! steps that follow it. Realizing it pickles the steps into a [`Plan`], which any thread can
//! compute, a [`Partition`] at a time.

mod accumulator;
mod broadcast;
mod context;
pub mod dstream;
mod error;
pub mod example;
pub mod files;
mod hyper_log_log;
mod job_record;
mod looking;
mod partition;
mod portable_hash;
mod rdd;
mod scheduler;
mod serializer;
mod shuffle;
mod stat_counter;
mod storage_level;
mod task;
mod task_output;
mod worker;
mod xor_shift;

pub use accumulator::TaskAccumulators;
pub use broadcast::{BroadcastState, PickledBroadcasts};
pub use context::{Context, ContextOptions};
pub use error::{Error, JobFailure, Result, TaskFailure};
pub use job_record::{JobRecord, StageRecord, TaskRecord};
pub use partition::{Chunk, Partition};
pub use portable_hash::{portable_hash, portable_hash_function};
pub use rdd::operators::Join;
pub use rdd::{OpenStep, PartitionFunction, Partitioner, Plan, Rdd, Records, Step, from_fn};
pub use serializer::Serializer;
pub use stat_counter::StatCounter;
pub use storage_level::StorageLevel;
pub use task::{AccumulatorUpdate, RunningTask, TaskError, traceback_text};
pub use task_output::write_task_output;
pub use worker::{Purpose, PythonErrors, Worker};
pub use xor_shift::XorShift;
