//! A connection to a server that is a feed.

use std::rc::Rc;

use super::network::{Connection, ConnectionEvent};
use super::{Feeds, SocketFeed};

/// The highest port that there is.
const LAST_PORT: i64 = 65_535;

/// A connection to a server that is a feed.
pub(super) struct FeedConnection {
    feeds: Rc<Feeds>,
    address: (String, i64),
    restart_ms: i64,
    state: State,
}

enum State {
    /// It will be opened.
    Closed { try_ms: i64 },
    /// It was opened, and has got so many of the arrivals.
    Open {
        feed: Rc<SocketFeed>,
        since_ms: i64,
        got: usize,
    },
    /// It cannot be opened.
    Impossible,
}

impl FeedConnection {
    pub(super) fn new(
        feeds: Rc<Feeds>,
        address: (String, i64),
        restart_ms: i64,
        now_ms: i64,
    ) -> FeedConnection {
        let mut connection = FeedConnection {
            feeds,
            address,
            restart_ms,
            state: State::Closed { try_ms: now_ms },
        };
        // All that start now are connected before one of them reads.
        connection.try_open(now_ms);
        connection
    }

    /// Opens it if something listens; whether it is open then.
    fn try_open(&mut self, now_ms: i64) -> bool {
        let (host, port) = &self.address;
        let feed = self.feeds.socket(host, *port);
        let Some(feed) = feed.filter(|feed| feed.listens(now_ms)) else {
            return false;
        };
        self.state = State::Open {
            got: feed.first_for(now_ms),
            since_ms: now_ms,
            feed,
        };
        true
    }

    /// Why no connection to this address can be opened, if so.
    fn impossible(&self) -> Option<String> {
        let (host, port) = &self.address;
        if !(0..=LAST_PORT).contains(port) {
            return Some(format!(
                "java.lang.IllegalArgumentException: port out of range:{port}"
            ));
        }
        let is_known = self.feeds.knows_host(host);
        (!is_known).then(|| format!("java.net.UnknownHostException: {host}"))
    }
}

impl Connection for FeedConnection {
    fn events(&mut self, until_ms: i64) -> Vec<(i64, ConnectionEvent)> {
        let mut events = Vec::new();
        loop {
            match &mut self.state {
                State::Impossible => return events,
                State::Closed { try_ms } if *try_ms > until_ms => return events,
                State::Closed { try_ms } => {
                    let now_ms = *try_ms;
                    if self.try_open(now_ms) {
                        continue;
                    }
                    if let Some(why) = self.impossible() {
                        events.push((now_ms, ConnectionEvent::Impossible(why)));
                        self.state = State::Impossible;
                        return events;
                    }
                    events.push((now_ms, ConnectionEvent::Refused));
                    self.state = State::Closed {
                        try_ms: now_ms + self.restart_ms,
                    };
                }
                State::Open {
                    feed,
                    since_ms,
                    got,
                } => {
                    let Some((at_ms, bytes, closes)) = feed.receive(*got, *since_ms, until_ms)
                    else {
                        return events;
                    };
                    *got += 1;
                    if !bytes.is_empty() {
                        events.push((at_ms, ConnectionEvent::Data(bytes.to_vec())));
                    }
                    if closes {
                        events.push((at_ms, ConnectionEvent::Closed));
                        self.state = State::Closed {
                            try_ms: at_ms + self.restart_ms,
                        };
                    }
                }
            }
        }
    }

    fn has_more(&self) -> bool {
        match &self.state {
            State::Open { feed, got, .. } => feed.has_more(*got),
            State::Closed { try_ms } => {
                let (host, port) = &self.address;
                let feed = self.feeds.socket(host, *port);
                feed.is_some_and(|feed| feed.has_more(feed.first_for(*try_ms)))
            }
            State::Impossible => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Network, When};
    use super::*;

    fn data(text: &str) -> ConnectionEvent {
        ConnectionEvent::Data(text.as_bytes().to_vec())
    }

    fn feeds(listens_from: Option<When>) -> Rc<Feeds> {
        let feeds = Feeds::default();
        feeds.socket_or("localhost", 9999, || {
            SocketFeed::new("localhost", 9999, listens_from)
        });
        Rc::new(feeds)
    }

    #[test]
    fn a_server_that_starts_late_is_found() {
        let feeds = feeds(Some(When::At(3000)));
        let server = feeds.socket("127.0.0.1", 9999).unwrap();
        server.add(When::At(3500), *b"early\n", false);
        server.add(When::At(4500), *b"late\n", false);
        let mut connection = feeds.connect("localhost", 9999, 2000, 0);
        let events = connection.events(4500);
        let expected = [
            (0, ConnectionEvent::Refused),
            (2000, ConnectionEvent::Refused),
            (4000, data("early\n")),
            (4500, data("late\n")),
        ];
        assert_eq!(events, expected);
        assert!(!connection.has_more());
    }

    #[test]
    fn what_arrives_between_two_connections_waits() {
        let feeds = feeds(None);
        let server = feeds.socket("localhost", 9999).unwrap();
        server.add(When::At(500), *b"a", true);
        server.add(When::At(600), *b"b", false);
        let mut connection = feeds.connect("localhost", 9999, 2000, 0);
        assert_eq!(
            connection.events(1000),
            [(500, data("a")), (500, ConnectionEvent::Closed)]
        );
        assert!(connection.has_more());
        assert_eq!(connection.events(3000), [(2500, data("b"))]);
    }

    #[test]
    fn two_connections_get_the_same() {
        let feeds = feeds(None);
        let server = feeds.socket("localhost", 9999).unwrap();
        server.add(When::At(500), *b"a", false);
        let mut connections = [0, 0].map(|now| feeds.connect("localhost", 9999, 2000, now));
        for connection in &mut connections {
            assert_eq!(connection.events(1000), [(500, data("a"))]);
        }
        let mut later = feeds.connect("localhost", 9999, 2000, 1500);
        assert_eq!(later.events(9000), []);
    }

    #[test]
    fn some_addresses_are_impossible() {
        let feeds = feeds(None);
        let why = |host: &str, port| feeds.connect(host, port, 2000, 0).events(9000);
        let impossible = |why: &str| [(0, ConnectionEvent::Impossible(why.to_owned()))];
        assert_eq!(
            why("nohost", 1),
            impossible("java.net.UnknownHostException: nohost")
        );
        assert_eq!(
            why("localhost", 99_999),
            impossible("java.lang.IllegalArgumentException: port out of range:99999")
        );
        assert_eq!(why("10.0.0.1", 80).len(), 5);
    }
}
