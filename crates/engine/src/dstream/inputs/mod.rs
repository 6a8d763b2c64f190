//! Nodes without parents: where the records of a batch come from.

mod arrived_file;
mod arriving_files;
mod binary_records_stream;
mod queue_stream;
mod text_file_stream;

pub(crate) use arriving_files::ArrivingFiles;
pub(crate) use binary_records_stream::BinaryRecordsStream;
pub(crate) use queue_stream::QueueStream;
pub(crate) use text_file_stream::TextFileStream;
