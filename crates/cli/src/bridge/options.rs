//! The arguments of `brooklet bridge`.

use std::net::{Ipv4Addr, SocketAddr};

use lexopt::prelude::*;

/// Where it listens unless it is told otherwise.
const DEFAULT_PORT: u16 = 8765;

pub(crate) const USAGE: &str = "\
Usage: brooklet bridge --allow-origin ORIGIN [--socket HOST:PORT]... [--broker HOST:PORT] [options]

Gives a page what it cannot reach itself: the lines of TCP servers and the records of Kafka topics. It
prints its address with a token; put that into the page's field for a bridge.

Options:
  --allow-origin ORIGIN  where the page comes from, such as http://localhost:4173; may be repeated
  --socket HOST:PORT     a TCP server that pages may read; may be repeated
  --broker HOST:PORT     the Kafka broker whose topics pages may read; several with commas
  --listen HOST:PORT     an IP address and a port (default: 127.0.0.1:8765, which only this machine
                         reaches); port 0: any free one
  -h, --help             show this

It reads only, and speaks no TLS.";

/// What a bridge serves, and to whom.
#[derive(Debug, PartialEq)]
pub(crate) struct BridgeOptions {
    /// Where it listens.
    pub(crate) listen: SocketAddr,
    /// The origins of the pages that it serves.
    pub(crate) origins: Vec<String>,
    /// The TCP servers that pages may read.
    pub(crate) sockets: Vec<(String, u16)>,
    /// The brokers of the cluster whose topics pages may read.
    pub(crate) brokers: Vec<String>,
}

/// Reads the arguments behind `bridge`; `None`: the usage is asked for.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn parse(
    arguments: &mut lexopt::Parser,
) -> Result<Option<BridgeOptions>, lexopt::Error> {
    let mut options = BridgeOptions {
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, DEFAULT_PORT)),
        origins: Vec::new(),
        sockets: Vec::new(),
        brokers: Vec::new(),
    };
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("listen") => options.listen = arguments.value()?.parse()?,
            Long("allow-origin") => {
                let origin = arguments.value()?.parse_with(origin)?;
                options.origins.push(origin);
            }
            Long("socket") => {
                let socket = arguments.value()?.parse_with(host_and_port)?;
                options.sockets.push(socket);
            }
            Long("broker") => {
                let brokers = arguments.value()?.string()?;
                for broker in brokers.split(',') {
                    host_and_port(broker)?;
                    options.brokers.push(broker.to_owned());
                }
            }
            other => return Err(other.unexpected()),
        }
    }
    if options.origins.is_empty() {
        return Err("--allow-origin is needed: where the page comes from".into());
    }
    if options.sockets.is_empty() && options.brokers.is_empty() {
        return Err("--socket or --broker is needed: what the page may read".into());
    }
    Ok(Some(options))
}

/// An origin as browsers send it: without a path, in small letters.
fn origin(text: &str) -> Result<String, &'static str> {
    let wrong = "it is http://HOST[:PORT] or https://HOST[:PORT]";
    let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let host = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '*', '?', '#', '@']) => Ok(text),
        _ => Err(wrong),
    }
}

fn host_and_port(text: &str) -> Result<(String, u16), &'static str> {
    let (host, port) = text.rsplit_once(':').ok_or("it is HOST:PORT")?;
    let port = port
        .parse()
        .map_err(|_| "its port is no number up to 65535")?;
    Ok((host.to_owned(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(arguments: &[&str]) -> Result<Option<BridgeOptions>, String> {
        parse(&mut lexopt::Parser::from_args(arguments)).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_all_options() {
        let read = options(&[
            "--allow-origin",
            "HTTP://localhost:4173/",
            "--socket=localhost:9999",
            "--broker",
            "one:9092,two:9092",
            "--listen",
            "127.0.0.1:0",
        ]);
        let read = read.unwrap().unwrap();
        assert_eq!(read.origins, ["http://localhost:4173"]);
        assert_eq!(read.sockets, [("localhost".to_owned(), 9999)]);
        assert_eq!(read.brokers, ["one:9092", "two:9092"]);
        assert_eq!(read.listen.port(), 0);
        assert_eq!(options(&["--help"]), Ok(None));
    }

    #[test]
    fn refuses_what_would_let_anybody_in() {
        for wrong in [
            &["--socket", "localhost:9999"][..],
            &["--allow-origin", "*", "--socket", "localhost:9999"],
            &["--allow-origin", "null", "--socket", "localhost:9999"],
            &[
                "--allow-origin",
                "http://a/path",
                "--socket",
                "localhost:9999",
            ],
            &["--allow-origin", "http://a"],
            &["--allow-origin", "http://a", "--broker", "nowhere"],
            &[
                "--allow-origin",
                "http://a",
                "--socket",
                "a:1",
                "--listen",
                "localhost",
            ],
        ] {
            assert!(options(wrong).is_err(), "{wrong:?}");
        }
    }
}
