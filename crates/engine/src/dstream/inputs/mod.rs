//! Nodes without parents: where the records of a batch come from.

mod arrived_file;
mod arriving_files;
mod file_stream;
mod kafka_stream;
mod queue_stream;
mod rate_controller;
mod receiver;

pub(crate) use arrived_file::Format;
pub(crate) use arriving_files::ArrivingFiles;
pub(crate) use file_stream::FileStream;
pub use kafka_stream::DirectSettings;
pub(crate) use kafka_stream::{DecodedStream, DirectKafkaStream};
pub(crate) use queue_stream::QueueStream;
pub use rate_controller::{BatchDurations, PidSettings};
pub(crate) use receiver::{KafkaReceiver, ReceiverStream, SocketReceiver};
pub use receiver::{ReceiverNotice, ReceiverSettings};
