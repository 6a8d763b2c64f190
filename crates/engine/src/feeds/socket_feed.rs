//! A server that sends what stands in a feed.

use std::cell::Cell;
use std::sync::Arc;

use super::When;
use super::arrivals::Arrivals;

/// A server that sends what stands in a feed.
pub struct SocketFeed {
    /// Its host, as the program calls it.
    pub(crate) host: String,
    pub(crate) port: i64,
    /// When it begins to listen.
    listens_from: Option<When>,
    pub(crate) arrivals: Arrivals<Sent>,
}

/// What a server sends at once.
pub struct Sent {
    /// The bytes.
    pub bytes: Arc<[u8]>,
    /// Whether it closes its connections then.
    pub closes: bool,
    /// When a connection first got it.
    received_ms: Cell<Option<i64>>,
}

impl SocketFeed {
    /// A server without anything to send yet. It listens always, or from a moment on.
    pub fn new(host: &str, port: i64, listens_from: Option<When>) -> SocketFeed {
        SocketFeed {
            host: host.to_owned(),
            port,
            listens_from,
            arrivals: Arrivals::default(),
        }
    }

    /// Adds something to send.
    pub fn add(&self, when: When, bytes: impl Into<Arc<[u8]>>, closes: bool) {
        let sent = Sent {
            bytes: bytes.into(),
            closes,
            received_ms: Cell::new(None),
        };
        self.arrivals.add(when, sent);
    }

    /// Whether it listens at a moment.
    pub(super) fn listens(&self, now_ms: i64) -> bool {
        match self.listens_from {
            None => true,
            Some(When::At(from_ms)) => from_ms <= now_ms,
            Some(When::ForBatch(batch)) => {
                let grid = self.arrivals.batches();
                grid.is_some_and(|grid| grid.arrival_ms(batch) <= now_ms)
            }
        }
    }

    /// The first arrival for a connection that is opened now: what no connection has got before.
    pub(super) fn first_for(&self, now_ms: i64) -> usize {
        let arrivals = self.arrivals.get();
        let is_past = |sent: &Sent| sent.received_ms.get().is_some_and(|at| at < now_ms);
        arrivals.partition_point(|arrival| is_past(&arrival.what))
    }

    /// An arrival that a connection opened at `since_ms` has until a moment, and when it gets it.
    pub(super) fn receive(
        &self,
        at: usize,
        since_ms: i64,
        until_ms: i64,
    ) -> Option<(i64, Arc<[u8]>, bool)> {
        let arrivals = self.arrivals.get();
        let arrival = arrivals.get(at)?;
        let at_ms = arrival.at_ms().max(since_ms);
        if at_ms > until_ms {
            return None;
        }
        let sent = &arrival.what;
        if sent.received_ms.get().is_none() {
            sent.received_ms.set(Some(at_ms));
        }
        Some((at_ms, sent.bytes.clone(), sent.closes))
    }

    /// Whether it sends more than the first `count` arrivals.
    pub(super) fn has_more(&self, count: usize) -> bool {
        self.arrivals.get().len() > count
    }
}
