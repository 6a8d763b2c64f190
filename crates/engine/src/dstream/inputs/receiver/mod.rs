//! Receivers: inputs whose records come at moments of their own, not a batch at a time.

mod block_generator;
mod kafka_receiver;
mod rate_limiter;
mod receiver_stream;
mod socket_receiver;

pub(crate) use kafka_receiver::KafkaReceiver;
pub(crate) use receiver_stream::ReceiverStream;
pub use receiver_stream::{ReceiverNotice, ReceiverSettings};
pub(crate) use socket_receiver::SocketReceiver;

use brooklet_python::pickle::Pickled;

/// Where the records of a receiver come from.
pub(crate) trait Receiver {
    /// Its class in Spark.
    fn class_name(&self) -> &'static str;

    /// Begins to receive.
    fn start(&mut self, now_ms: i64, restart_ms: i64);

    /// What has come until now and was not given before, with its moments, in order.
    fn receive(&mut self, until_ms: i64) -> Vec<(i64, Received)>;

    /// Ends it.
    fn stop(&mut self);

    /// Whether records will come, as far as is known.
    fn has_more(&self) -> bool;
}

/// What comes to a receiver.
pub(crate) enum Received {
    Record(Pickled),
    /// It has failed, and starts anew after a delay: what happened, and the exception of Java, if
    /// there is one.
    Restarts {
        message: String,
        exception: Option<&'static str>,
    },
    /// It cannot be started: the exception of Java.
    CannotStart(String),
}
