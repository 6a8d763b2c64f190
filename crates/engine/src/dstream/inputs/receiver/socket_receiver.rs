//! The receiver of `StreamingContext.socketTextStream`.

use std::rc::Rc;

use brooklet_python::pickle::Pickled;

use super::{Received, Receiver};
use crate::feeds::{Connection, ConnectionEvent, LineDecoder, Network};

/// Lines from a connection. Refused, or at the end of the stream, it starts anew after a delay.
///
/// Source: `SocketReceiver`.
pub(crate) struct SocketReceiver {
    network: Rc<dyn Network>,
    host: String,
    port: i64,
    connection: Option<Box<dyn Connection>>,
    decoder: LineDecoder,
}

impl SocketReceiver {
    pub(crate) fn new(network: Rc<dyn Network>, host: &str, port: i64) -> SocketReceiver {
        SocketReceiver {
            network,
            host: host.to_owned(),
            port,
            connection: None,
            decoder: LineDecoder::default(),
        }
    }
}

impl Receiver for SocketReceiver {
    fn class_name(&self) -> &'static str {
        "SocketReceiver"
    }

    fn start(&mut self, now_ms: i64, restart_ms: i64) {
        self.decoder = LineDecoder::default();
        let network = &self.network;
        self.connection = Some(network.connect(&self.host, self.port, restart_ms, now_ms));
    }

    fn receive(&mut self, until_ms: i64) -> Vec<(i64, Received)> {
        let mut received = Vec::new();
        let Some(connection) = &mut self.connection else {
            return received;
        };
        for (at_ms, event) in connection.events(until_ms) {
            let mut add = |what| received.push((at_ms, what));
            match event {
                ConnectionEvent::Data(bytes) => {
                    for line in self.decoder.decode(&bytes) {
                        add(Received::Record(Pickled::str(&line)));
                    }
                }
                ConnectionEvent::Closed => {
                    if let Some(line) = self.decoder.end() {
                        add(Received::Record(Pickled::str(&line)));
                    }
                    add(Received::Restarts {
                        message: "Socket data stream had no more data".to_owned(),
                        exception: None,
                    });
                }
                ConnectionEvent::Refused => add(Received::Restarts {
                    message: format!("Error connecting to {}:{}", self.host, self.port),
                    exception: Some("java.net.ConnectException: Connection refused"),
                }),
                ConnectionEvent::Impossible(why) => add(Received::CannotStart(why)),
            }
        }
        received
    }

    fn stop(&mut self) {
        self.connection = None;
    }

    fn has_more(&self) -> bool {
        let connection = self.connection.as_ref();
        connection.is_some_and(|connection| connection.has_more())
    }
}
