//! `pyspark.streaming`.

mod dstream;
mod listener;
mod streaming_context;

pub use dstream::DSTREAM;
pub use listener::STREAMING_LISTENER;
pub use streaming_context::STREAMING_CONTEXT;
