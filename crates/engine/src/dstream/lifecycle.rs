//! What all DStreams of a streaming context share: its state, its clock, its batch interval.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::files::FileSystem;

use super::BatchTime;
use crate::error::{Error, Result};
use crate::rdd::Context;

/// The virtual clock's first moment: 2024-01-01 00:00:00 UTC.
pub const START_MS: i64 = 1_704_067_200_000;

/// How far a streaming context is in its life; there is no way back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Streams can be defined.
    Initialized,
    /// Batches run.
    Active,
    /// Nothing runs any more.
    Stopped,
}

/// What all DStreams of a streaming context share.
pub(crate) struct Lifecycle {
    pub(crate) spark: Rc<Context>,
    pub(crate) files: Arc<dyn FileSystem>,
    pub(crate) batch_ms: i64,
    pub(crate) state: Cell<State>,
    pub(crate) clock_ms: Cell<i64>,
    pub(crate) zero: Cell<Option<BatchTime>>,
}

impl Lifecycle {
    /// Refuses to define streams once the context has started (`DStream.validateAtInit`).
    pub(crate) fn check_open(&self) -> Result<()> {
        let when = match self.state.get() {
            State::Initialized => return Ok(()),
            State::Active => "starting",
            State::Stopped => "stopping",
        };
        Err(Error::illegal_state(format!(
            "Adding new inputs, transformations, and output operations after {when} a context is not supported"
        )))
    }
}

impl Error {
    /// `IllegalStateException`.
    pub(crate) fn illegal_state(message: impl Into<String>) -> Error {
        Error::Java {
            class: "java.lang.IllegalStateException",
            message: message.into(),
        }
    }

    /// What Scala's `require` throws: `IllegalArgumentException: requirement failed: …`.
    pub(crate) fn requirement_failed(message: impl AsRef<str>) -> Error {
        Error::Java {
            class: "java.lang.IllegalArgumentException",
            message: format!("requirement failed: {}", message.as_ref()),
        }
    }

    /// `UnsupportedOperationException`.
    pub(crate) fn unsupported_operation(message: impl Into<String>) -> Error {
        Error::Java {
            class: "java.lang.UnsupportedOperationException",
            message: message.into(),
        }
    }

    /// `SparkException`.
    pub(crate) fn spark(message: impl Into<String>) -> Error {
        Error::Java {
            class: "org.apache.spark.SparkException",
            message: message.into(),
        }
    }
}
