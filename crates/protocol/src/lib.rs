//! What crosses between the page and its engine worker: plain view structs.
//!
//! Three things cross, each a type of its own: requests with their answers, matched by a number
//! ([`EngineRequest`], [`EngineAnswer`]); a run's commands and events ([`RunCommand`],
//! [`RunEvent`]); the life of the worker ([`WorkerLife`]). [`PageMessage`] and [`WorkerMessage`]
//! carry them.
//!
//! Every type here becomes a TypeScript type of the same name (`cargo run --bin xtask -- types`), so
//! that both sides of the boundary are written against one definition. This crate knows nothing
//! of Python, of the engine or of the browser.

mod batch_report;
mod data_file;
mod diagnostic;
mod failure;
mod feed;
mod feed_address;
mod figure;
mod job_report;
mod learned;
mod message;
mod output_info;
mod place;
mod program_edit;
mod program_outline;
mod progress;
mod record_order;
mod record_page;
mod request;
mod run_command;
mod run_event;
mod stream_info;
mod stream_inspection;
mod topic_message;
mod worker_life;

pub use batch_report::{BatchReport, OutputReport};
pub use data_file::DataFile;
pub use diagnostic::{Diagnostic, ProgramChange, ProgramFix, Severity};
pub use failure::Failure;
pub use feed::{ArrivalTime, Feed, FeedBytes, FolderFile, SocketArrival, TopicRecord};
pub use feed_address::FeedAddress;
pub use figure::{Figure, FigureShape, FigureTable};
pub use job_report::{JobReport, StageReport, TaskReport};
pub use learned::{ClusteredPoint, Learned, LearnedNumbers};
pub use message::{PageMessage, WorkerMessage};
pub use output_info::OutputInfo;
pub use place::Place;
pub use program_edit::{ProgramEdit, TextChange};
pub use program_outline::{
    ArgumentKind, CallArgument, CallRole, InputBatch, InputBatches, OperatorInfo, ProgramOutline,
    StreamCall,
};
pub use progress::EngineProgress;
pub use record_order::RecordOrder;
pub use record_page::{RecordColumn, RecordPage, ValueKind};
pub use request::{EngineAnswer, EngineRequest, RecordSelection};
pub use run_command::{Pace, RunCommand};
pub use run_event::{RunEvent, RunState, TextStream};
pub use stream_info::StreamInfo;
pub use stream_inspection::{
    PartitionInspection, StateChange, StateChanges, StreamInspection, WindowInspection,
};
pub use topic_message::TopicMessage;
pub use worker_life::WorkerLife;

/// Writes one TypeScript file a type into `folder`.
///
/// # Errors
/// When a file cannot be written.
#[cfg(feature = "typescript")]
pub fn write_typescript(folder: &std::path::Path) -> Result<(), ts_rs::ExportError> {
    use ts_rs::TS;

    let config = ts_rs::Config::new()
        .with_large_int("number")
        .with_out_dir(folder);
    PageMessage::export_all(&config)?;
    WorkerMessage::export_all(&config)?;
    TopicMessage::export_all(&config)?;
    EngineProgress::export_all(&config)
}
