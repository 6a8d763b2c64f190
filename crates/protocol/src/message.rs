use serde::Serialize;

use crate::{EngineAnswer, EngineRequest, RunCommand, RunEvent, WorkerLife};

/// A message of the page to its engine worker.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(
    feature = "typescript",
    ts(
        tag = "type",
        rename_all = "camelCase",
        rename_all_fields = "camelCase"
    )
)]
pub enum PageMessage {
    /// Something that is answered.
    Request {
        /// A number that the answer repeats.
        id: u32,
        /// What is asked.
        request: EngineRequest,
    },
    /// Something to do with the run.
    Command {
        /// What to do.
        command: RunCommand,
    },
}

/// A message of the engine worker to its page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorkerMessage {
    /// The answer to a request.
    Answer {
        /// The number of the request.
        id: u32,
        /// What it is.
        answer: EngineAnswer,
    },
    /// Something happened in the run.
    Event {
        /// What.
        event: RunEvent,
    },
    /// Something happened to the worker.
    Life {
        /// What.
        life: WorkerLife,
    },
}
