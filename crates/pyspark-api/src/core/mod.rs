//! `pyspark`: contexts, RDDs and what travels with them to tasks.

mod rdd;
mod shared;
mod spark_conf;
mod spark_context;
mod statistics;
mod storage_level;
mod task_context;

pub use rdd::RDD;
pub use shared::{ACCUMULATOR, ACCUMULATOR_PARAM, BROADCAST};
pub use spark_conf::SPARK_CONF;
pub use spark_context::SPARK_CONTEXT;
pub use statistics::{RESULT_ITERABLE, STAT_COUNTER};
pub use storage_level::STORAGE_LEVEL;
pub use task_context::TASK_CONTEXT;
