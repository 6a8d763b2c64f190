//! What a running program has: how it was set up, its clock, its streaming contexts, the events that
//! it has not handed over yet.
//!
//! It knows neither the classes that programs call nor the driver that runs it all; both know it.

mod batch_queue;
mod defined_stream;
mod driver_function;
mod driver_state;
mod feeds;
mod kept_batches;
mod live_world;
mod options;
mod receiver_settings;
mod session;
mod spark_log;
mod suspension;
mod worker_host;

use brooklet_engine::dstream::START_MS;
use brooklet_protocol::Place;
use brooklet_source::{LineIndex, Span};

pub(crate) use defined_stream::{DefinedStream, Definition};
pub(crate) use driver_function::DriverFunction;
pub(crate) use driver_state::DriverState;
pub use live_world::LiveWorld;
pub use options::{DriverOptions, TimeFormat};
pub(crate) use receiver_settings::{pressure, receiver_settings};
pub(crate) use session::{Reported, Session};
pub(crate) use spark_log::LogLevel;
pub(crate) use suspension::StreamingSuspension;
pub(crate) use worker_host::TaskProperties;

/// A range of the program's text as the page counts it.
pub(crate) fn place(lines: &LineIndex, span: Span) -> Place {
    let (line, column) = lines.position(span.start);
    let (end_line, end_column) = lines.position(span.end);
    Place {
        line,
        column,
        end_line,
        end_column,
    }
}

/// The moment at which the virtual clock begins.
pub const BEGINNING_MS: i64 = START_MS;
