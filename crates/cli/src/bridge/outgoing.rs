//! What a session sends, from the thread that reads a server to the one that serves the page.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// How many messages wait for the page at most; until it takes them the server is not read on.
const MOST_WAITING: usize = 256;

/// What a session sends.
pub(super) enum Outgoing {
    /// A message.
    Message(String),
    /// The end, and why.
    End(Ending, String),
}

/// Why a session ends: codes of WebSocket that are free for applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The server has closed its connection.
    Closed = 4001,
    /// The server, or the broker, cannot be reached.
    Unreachable = 4002,
    /// There is no such topic.
    NoTopic = 4003,
    /// A line is longer than the bridge keeps.
    LineTooLong = 4004,
}

/// A way to the page that is no longer than it should be.
pub(super) fn channel() -> (SyncSender<Outgoing>, Receiver<Outgoing>) {
    sync_channel(MOST_WAITING)
}
