//! How the program defined a stream, and what is noted of it for the graph on the page.

use std::cell::Cell;

use brooklet_engine::Rdd;
use brooklet_engine::dstream::{BatchTime, DStream};
use brooklet_protocol::{FeedAddress, StreamInfo};
use brooklet_source::Span;

use super::{DriverState, place};
use crate::advice;

/// How the program defined a stream. One call of PySpark is one definition, however many streams
/// work behind it.
pub(crate) struct Definition {
    operator: &'static str,
    parents: Vec<u32>,
    window_ms: Option<i64>,
    state: Option<KeptState>,
    feeds: Vec<FeedAddress>,
    is_of_topics: bool,
}

/// State that lasts from batch to batch.
pub(crate) struct KeptState {
    /// What it is before the first batch, if anything.
    pub(crate) initial: Option<Rdd>,
}

impl Definition {
    /// By a method of this name.
    pub(crate) fn of(operator: &'static str) -> Definition {
        Definition {
            operator,
            parents: Vec::new(),
            window_ms: None,
            state: None,
            feeds: Vec::new(),
            is_of_topics: false,
        }
    }

    /// Of the stream whose method it is.
    pub(crate) fn of_receiver(&mut self, stream: u32) {
        self.parents.insert(0, stream);
    }

    /// Of these streams, besides the one whose method it is.
    pub(crate) fn reading(mut self, others: impl IntoIterator<Item = u32>) -> Definition {
        self.parents.extend(others);
        self
    }

    /// Of a feed.
    pub(crate) fn of_feed(mut self, feed: FeedAddress) -> Definition {
        self.feeds.push(feed);
        self
    }

    /// With RDDs that know the offsets that they were read from.
    pub(crate) fn of_topics(mut self) -> Definition {
        self.is_of_topics = true;
        self
    }

    /// Whether its RDDs know their offsets.
    pub(crate) fn is_of_topics(&self) -> bool {
        self.is_of_topics
    }

    /// Over a window.
    pub(crate) fn over(mut self, window_ms: i64) -> Definition {
        self.window_ms = Some(window_ms);
        self
    }

    /// With state that lasts from batch to batch.
    pub(crate) fn keeping_state(mut self, initial: Option<Rdd>) -> Definition {
        self.state = Some(KeptState { initial });
        self
    }
}

/// A stream that the program defined.
pub(crate) struct DefinedStream {
    pub(crate) stream: DStream,
    definition: Definition,
    span: Option<Span>,
    /// How many keys its state had at the last batch, and since when it has not shrunk.
    growth: Cell<Growth>,
}

/// How a stream's state has grown.
#[derive(Clone, Copy, Default)]
struct Growth {
    /// How many batches in a row the state has not shrunk.
    batches: u32,
    /// How many keys it had at the first of them.
    first: usize,
    /// How many keys it has now.
    latest: usize,
}

/// After how many batches a state that only grows is worth a word.
const BATCHES_OF_GROWTH: u32 = 20;

impl DefinedStream {
    /// A stream that was defined at a place of the program's text.
    pub(crate) fn new(
        stream: &DStream,
        definition: Definition,
        span: Option<Span>,
    ) -> DefinedStream {
        DefinedStream {
            stream: stream.clone(),
            definition,
            span,
            growth: Cell::default(),
        }
    }

    /// Says what a batch shows of a stream that may not do what it seems to.
    pub(crate) fn watch(&self, state: &DriverState, time: BatchTime) {
        if self.stream.has_ignored_files() {
            advice::FILES_IGNORED.give_in(state, self.span);
        }
        self.watch_state(state, time);
    }

    /// Says so when its state grows and grows.
    fn watch_state(&self, state: &DriverState, time: BatchTime) {
        let len = match self.definition.state.is_some() {
            true => self.stream.cached_len(time),
            false => None,
        };
        let Some(latest) = len else {
            return;
        };
        let mut growth = self.growth.get();
        if growth.batches == 0 || latest < growth.latest {
            growth = Growth {
                first: latest,
                ..Growth::default()
            };
        }
        growth.batches += 1;
        growth.latest = latest;
        self.growth.set(growth);
        if growth.batches >= BATCHES_OF_GROWTH && growth.first < latest {
            advice::STATE_STAYS.give_in(state, self.span);
        }
    }

    /// The numbers of the streams that it reads.
    pub(crate) fn parents(&self) -> &[u32] {
        &self.definition.parents
    }

    /// The time between two of its RDDs, in milliseconds.
    pub(crate) fn slide_ms(&self) -> i64 {
        self.stream.planned_slide_ms()
    }

    /// How far back its window reaches, in milliseconds, if it has one.
    pub(crate) fn window_ms(&self) -> Option<i64> {
        self.definition.window_ms
    }

    /// The state that it keeps, if it keeps one.
    pub(crate) fn state(&self) -> Option<&KeptState> {
        self.definition.state.as_ref()
    }

    /// As the page sees it.
    pub(crate) fn info(&self, state: &DriverState, id: u32) -> StreamInfo {
        let definition = &self.definition;
        StreamInfo {
            id,
            operator: definition.operator.to_owned(),
            place: self.span.map(|span| place(&state.source, span)),
            parents: definition.parents.clone(),
            slide_ms: self.slide_ms(),
            window_ms: definition.window_ms,
            is_stateful: definition.state.is_some(),
            feeds: definition.feeds.clone(),
        }
    }
}
