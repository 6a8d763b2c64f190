//! Connections of receivers, whatever is at their other end.

/// What receivers open connections on.
pub trait Network {
    /// Opens a connection, and opens it anew whenever it is refused or closed: `restart_ms` later.
    /// An error that is no refusal ends that.
    fn connect(&self, host: &str, port: i64, restart_ms: i64, now_ms: i64) -> Box<dyn Connection>;
}

/// A connection of a receiver. Dropping it closes it.
pub trait Connection {
    /// What has happened until now and was not given before, with its moments, in order.
    fn events(&mut self, until_ms: i64) -> Vec<(i64, ConnectionEvent)>;

    /// Whether something will happen, as far as is known, that brings data.
    fn has_more(&self) -> bool;
}

/// What happens to a connection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConnectionEvent {
    /// Nothing listens there.
    Refused,
    /// It cannot be opened at all: the exception of Java.
    Impossible(String),
    /// Bytes have come.
    Data(Vec<u8>),
    /// The other end has closed it.
    Closed,
}
