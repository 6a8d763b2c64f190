//! The lines of a TCP server, a message each.

use std::io::{ErrorKind, Read};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use brooklet_engine::feeds::LineDecoder;

use super::outgoing::{Ending, Outgoing};

/// How long the server may take to answer.
const CONNECTING: Duration = Duration::from_secs(10);

/// How often one looks whether the page is still there.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many bytes of a line are kept until it ends.
const LONGEST_LINE: usize = 1 << 20;

/// Sends the lines of a server until it ends or the page is gone (`is_over`).
pub(super) fn read(
    (host, port): (&str, u16),
    page: &SyncSender<Outgoing>,
    is_over: impl Fn() -> bool,
) {
    let end = |ending, why: &str| {
        // Nobody is told when the page is gone.
        let _ = page.send(Outgoing::End(ending, format!("{host}:{port} {why}")));
    };
    let mut stream = match open(host, port) {
        Ok(stream) => stream,
        Err(why) => return end(Ending::Unreachable, &why),
    };
    let mut decoder = LineDecoder::default();
    let mut buffer = vec![0; 1 << 14];
    while !is_over() {
        let count = match stream.read(&mut buffer) {
            Ok(count) => count,
            Err(error) => match error.kind() {
                ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => continue,
                _ => 0,
            },
        };
        let lines = match count {
            0 => decoder.end().into_iter().collect(),
            _ => decoder.decode(&buffer[..count]),
        };
        for line in lines {
            if page.send(Outgoing::Message(line)).is_err() {
                return;
            }
        }
        if count == 0 {
            return end(Ending::Closed, "has closed the connection");
        }
        if decoder.pending() > LONGEST_LINE {
            return end(Ending::LineTooLong, "sends a line of more than a megabyte");
        }
    }
}

fn open(host: &str, port: u16) -> Result<TcpStream, String> {
    let addresses = (host, port)
        .to_socket_addrs()
        .map_err(|_| "is unknown: there is no such host".to_owned())?;
    let mut why = "has no address".to_owned();
    for address in addresses {
        match TcpStream::connect_timeout(&address, CONNECTING) {
            Ok(stream) => {
                let ready = stream.set_read_timeout(Some(PATIENCE));
                return ready.map(|()| stream).map_err(|error| error.to_string());
            }
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => {
                why = "refuses the connection: nothing listens there".to_owned();
            }
            Err(error) => why = format!("cannot be reached: {error}"),
        }
    }
    Err(why)
}
