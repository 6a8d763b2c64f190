//! TCP connections of receivers.

use std::collections::VecDeque;
use std::io::{ErrorKind, Read};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use brooklet_engine::feeds::{Connection, ConnectionEvent, Network};

use super::clock_ms;

/// How long a connection waits at most before it looks whether it is still wanted.
const PATIENCE: Duration = Duration::from_millis(50);

/// When a connection that could not be opened at all is tried again.
const AFTER_ERROR_MS: i64 = 1000;

/// Opens TCP connections.
pub(super) struct Tcp;

impl Network for Tcp {
    fn connect(&self, host: &str, port: i64, restart_ms: i64, _: i64) -> Box<dyn Connection> {
        let (sender, receiver) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let reader = Reader {
            host: host.to_owned(),
            port,
            restart_ms,
            events: sender,
            is_over: is_over.clone(),
        };
        thread::spawn(move || reader.run());
        Box::new(TcpConnection {
            receiver,
            early: VecDeque::new(),
            is_over,
        })
    }
}

/// What a thread of its own reads.
struct TcpConnection {
    receiver: Receiver<(i64, ConnectionEvent)>,
    /// What has happened and was not asked for yet.
    early: VecDeque<(i64, ConnectionEvent)>,
    is_over: Arc<AtomicBool>,
}

impl Connection for TcpConnection {
    fn events(&mut self, until_ms: i64) -> Vec<(i64, ConnectionEvent)> {
        self.early.extend(self.receiver.try_iter());
        let count = self.early.partition_point(|(at_ms, _)| *at_ms <= until_ms);
        self.early.drain(..count).collect()
    }

    fn has_more(&self) -> bool {
        true
    }
}

impl Drop for TcpConnection {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

/// The thread that reads.
struct Reader {
    host: String,
    port: i64,
    restart_ms: i64,
    events: Sender<(i64, ConnectionEvent)>,
    is_over: Arc<AtomicBool>,
}

impl Reader {
    fn run(&self) {
        // The same error again is no news.
        let mut told = None;
        while !self.is_over() {
            let pause_ms = match self.open() {
                Ok(stream) => {
                    told = None;
                    self.read(stream);
                    self.tell(ConnectionEvent::Closed);
                    self.restart_ms
                }
                Err(None) => {
                    self.tell(ConnectionEvent::Refused);
                    self.restart_ms
                }
                Err(Some(why)) => {
                    if told.as_ref() != Some(&why) {
                        self.tell(ConnectionEvent::Impossible(why.clone()));
                        told = Some(why);
                    }
                    AFTER_ERROR_MS
                }
            };
            let end_ms = clock_ms() + pause_ms;
            while !self.is_over() && clock_ms() < end_ms {
                thread::sleep(PATIENCE);
            }
        }
    }

    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    fn tell(&self, event: ConnectionEvent) {
        // Nobody listens any more once the program is over.
        let _ = self.events.send((clock_ms(), event));
    }

    /// Opens a connection; `None` when it is refused, else the exception of Java.
    fn open(&self) -> Result<TcpStream, Option<String>> {
        let host = match self.host.as_str() {
            "" => "localhost",
            host => host,
        };
        let port = u16::try_from(self.port).map_err(|_| {
            let port = self.port;
            Some(format!(
                "java.lang.IllegalArgumentException: port out of range:{port}"
            ))
        })?;
        let addresses = (host, port)
            .to_socket_addrs()
            .map_err(|_| Some(format!("java.net.UnknownHostException: {host}")))?;
        let addresses: Vec<_> = addresses.collect();
        TcpStream::connect(&*addresses).map_err(|error| match error.kind() {
            ErrorKind::ConnectionRefused => None,
            _ => Some(format!("java.net.ConnectException: {error}")),
        })
    }

    fn read(&self, mut stream: TcpStream) {
        if stream.set_read_timeout(Some(PATIENCE)).is_err() {
            return;
        }
        let mut buffer = vec![0; 1 << 16];
        while !self.is_over() {
            match stream.read(&mut buffer) {
                Ok(0) => return,
                Ok(count) => self.tell(ConnectionEvent::Data(buffer[..count].to_vec())),
                Err(error) => match error.kind() {
                    ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => {}
                    _ => return,
                },
            }
        }
    }
}
