use serde::Serialize;

use crate::{BatchReport, Diagnostic, Failure, FeedAddress, Figure, OutputInfo, StreamInfo};

/// What happened in a program's run, told in order and without being asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RunEvent {
    /// The program runs, but perhaps not as it is meant; told once a run and place.
    Advice {
        /// Why, and in its hint how to mend it.
        advice: Diagnostic,
    },
    /// The program called `start()`: this is its graph.
    Graph {
        /// Its streams, in the order of definition.
        streams: Vec<StreamInfo>,
        /// Its outputs, in the order of registration.
        outputs: Vec<OutputInfo>,
    },
    /// The program printed something.
    Text {
        /// Where to.
        stream: TextStream,
        /// What; ends of lines are in it.
        text: String,
        /// In which batch, if in one.
        batch_time_ms: Option<i64>,
        /// By which output, if by one.
        output: Option<u32>,
    },
    /// The program drew a figure; it takes the place of what was drawn of it before.
    Figure {
        /// What it looks like.
        figure: Figure,
        /// In which batch, if in one.
        batch_time_ms: Option<i64>,
    },
    /// The program took away what it had shown: its text and its figures.
    Cleared {
        /// Whether that stays until there is something new.
        waits: bool,
        /// In which batch, if in one.
        batch_time_ms: Option<i64>,
    },
    /// A batch is done.
    Batch {
        /// What it did.
        report: BatchReport,
    },
    /// Something arrived that the page had asked for with [`crate::RunCommand::Arrive`].
    Arrived {
        /// The feed that it was added to.
        feed: FeedAddress,
        /// The time that [`crate::ArrivalTime::Now`] stood for, in milliseconds after the virtual
        /// clock began.
        ms: i64,
    },
    /// The program asked for a feed that there is not.
    FeedMissing {
        /// Which one.
        feed: FeedAddress,
    },
    /// The receivers hold every core: the tasks of the batches wait for one, for ever.
    NoCoreLeft {
        /// How many cores there are.
        cores: u32,
        /// How many receivers.
        receivers: u32,
        /// What that means, and in its hint how to mend it.
        advice: Diagnostic,
    },
    /// The run's state or the virtual clock changed.
    State {
        /// What the run is doing.
        state: RunState,
        /// The virtual clock, in milliseconds since 1970.
        clock_ms: i64,
    },
    /// The program ended.
    Ended {
        /// What `spark-submit` would have returned.
        exit_code: i32,
        /// The exception that ended it, if one did.
        failure: Option<Failure>,
        /// What it asks for, if it ended by itself because something was missing: its arguments.
        advice: Option<Diagnostic>,
    },
}

/// Where printed text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TextStream {
    /// The driver's standard output.
    Stdout,
    /// Its standard error: tracebacks, Spark's log.
    Stderr,
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum RunState {
    /// The program runs, or waits for the virtual clock.
    Running,
    /// The program waits for input that no feed has yet; the virtual clock stands.
    Waiting,
    /// The program is halted and can go on.
    Paused,
    /// The program is over.
    Ended,
}
