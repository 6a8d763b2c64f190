//! `pyspark.streaming`.

mod dstream;
mod kafka;
mod listener;
mod streaming_context;

pub use dstream::DSTREAM;
pub use kafka::{BROKER, KAFKA_MESSAGE, KAFKA_UTILS, OFFSET_RANGE, TOPIC_AND_PARTITION};
pub use listener::STREAMING_LISTENER;
pub use streaming_context::STREAMING_CONTEXT;
