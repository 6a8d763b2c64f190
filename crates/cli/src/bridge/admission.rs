//! Who is admitted, and to what.

use std::net::IpAddr;

use brooklet_engine::feeds::same_host;
use subtle::ConstantTimeEq;
use tungstenite::handshake::server::Request;
use tungstenite::http::StatusCode;
use tungstenite::http::header::{HOST, HeaderName, ORIGIN};

/// Whom a bridge admits, and to what.
pub(super) struct Admission {
    /// The port that it listens at.
    pub(super) port: u16,
    pub(super) token: String,
    pub(super) origins: Vec<String>,
    pub(super) sockets: Vec<(String, u16)>,
    pub(super) has_broker: bool,
}

/// What a page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The lines of a server: `/socket/HOST:PORT`.
    Socket { host: String, port: u16 },
    /// The records of a topic: `/topic/NAME`, with `?offsets=0:12,1:7` from these offsets on, with
    /// `?from=earliest` from the first on, else those to come.
    Topic {
        name: String,
        offsets: Vec<(usize, i64)>,
        from_beginning: bool,
    },
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) why: &'static str,
}

fn forbidden(why: &'static str) -> Refusal {
    Refusal {
        status: StatusCode::FORBIDDEN,
        why,
    }
}

impl Admission {
    /// What a request asks for, if it may.
    ///
    /// A page elsewhere cannot lie about its origin, and does not know the token. The host must be an
    /// address, or `localhost`: a name of somebody else's that was made to mean this machine is refused.
    ///
    /// # Errors
    /// Why it may not.
    pub(super) fn admit(&self, request: &Request) -> Result<Source, Refusal> {
        let header = |name: HeaderName| {
            let mut values = request.headers().get_all(name).iter();
            let only = values.next().and_then(|value| value.to_str().ok());
            only.filter(|_| values.next().is_none())
        };
        if !header(HOST).is_some_and(|host| self.is_own(host)) {
            return Err(forbidden("the host is not this machine"));
        }
        let is_allowed = |origin: &str| {
            let mut origins = self.origins.iter();
            origins.any(|allowed| allowed.eq_ignore_ascii_case(origin))
        };
        if !header(ORIGIN).is_some_and(is_allowed) {
            return Err(forbidden("the page's origin is not one of --allow-origin"));
        }
        let uri = request.uri();
        let query = uri.query().unwrap_or_default();
        let parameter = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
        };
        let token = parameter("token").unwrap_or_default();
        if !bool::from(token.as_bytes().ct_eq(self.token.as_bytes())) {
            return Err(forbidden("the token is not this bridge's"));
        }
        let path = unescape(uri.path());
        let source = path.as_deref().and_then(|path| {
            let (kind, name) = path.strip_prefix('/')?.split_once('/')?;
            match kind {
                "socket" => self.socket(name),
                "topic" if self.has_broker => Some(Source::Topic {
                    name: name.to_owned(),
                    offsets: offsets(&unescape(parameter("offsets").unwrap_or_default())?)?,
                    from_beginning: parameter("from") == Some("earliest"),
                }),
                _ => None,
            }
        });
        source.ok_or(Refusal {
            status: StatusCode::NOT_FOUND,
            why: "it is neither /socket/HOST:PORT with one of --socket, nor /topic/NAME with --broker",
        })
    }

    /// Whether a host is an address with this bridge's port, or `localhost`.
    fn is_own(&self, host: &str) -> bool {
        let Some((name, port)) = host.rsplit_once(':') else {
            return false;
        };
        let name = name.trim_start_matches('[').trim_end_matches(']');
        let is_address = name.parse::<IpAddr>().is_ok() || name.eq_ignore_ascii_case("localhost");
        is_address && port.parse() == Ok(self.port)
    }

    fn socket(&self, name: &str) -> Option<Source> {
        let (host, port) = name.rsplit_once(':')?;
        let port: u16 = port.parse().ok()?;
        let mut sockets = self.sockets.iter();
        let known = sockets.find(|known| known.1 == port && same_host(&known.0, host))?;
        Some(Source::Socket {
            host: known.0.clone(),
            port,
        })
    }
}

/// `0:12,1:7` as partitions with their offsets.
fn offsets(text: &str) -> Option<Vec<(usize, i64)>> {
    let pairs = text.split(',').filter(|pair| !pair.is_empty());
    let pair = |pair: &str| {
        let (partition, offset) = pair.split_once(':')?;
        Some((partition.parse().ok()?, offset.parse().ok()?))
    };
    pairs.map(pair).collect()
}

/// A part of an address without its `%` escapes.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        let byte = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                rest = tail;
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                (digit(high)? * 16 + digit(low)?) as u8
            }
            (b'%', _) => return None,
            (byte, _) => *byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

/// 128 random bits.
///
/// # Errors
/// The system has no random numbers.
pub(super) fn new_token() -> Result<String, String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admission() -> Admission {
        Admission {
            port: 8765,
            token: "0123456789abcdef".to_owned(),
            origins: vec!["http://localhost:4173".to_owned()],
            sockets: vec![("localhost".to_owned(), 9999)],
            has_broker: true,
        }
    }

    fn admit(host: &str, origin: &str, path: &str) -> Result<Source, u16> {
        let request = Request::builder()
            .uri(path)
            .header(HOST, host)
            .header(ORIGIN, origin)
            .body(())
            .unwrap();
        let admitted = admission().admit(&request);
        admitted.map_err(|refusal| refusal.status.as_u16())
    }

    const HERE: &str = "127.0.0.1:8765";
    const PAGE: &str = "http://localhost:4173";

    #[test]
    fn a_page_with_the_token_is_admitted() {
        let socket = Source::Socket {
            host: "localhost".to_owned(),
            port: 9999,
        };
        for host in [HERE, "localhost:8765", "[::1]:8765", "LOCALHOST:8765"] {
            let path = "/socket/localhost:9999?token=0123456789abcdef";
            assert_eq!(admit(host, PAGE, path), Ok(socket.clone()), "{host}");
        }
        let path = "/socket/127.0.0.1%3A9999?token=0123456789abcdef";
        assert_eq!(admit(HERE, PAGE, path), Ok(socket));
        let path = "/topic/words?token=0123456789abcdef&offsets=0:12,1%3A7";
        let topic = Source::Topic {
            name: "words".to_owned(),
            offsets: vec![(0, 12), (1, 7)],
            from_beginning: false,
        };
        assert_eq!(admit(HERE, PAGE, path), Ok(topic));
    }

    #[test]
    fn everybody_else_is_not() {
        let path = "/socket/localhost:9999?token=0123456789abcdef";
        for host in ["evil.example:8765", "127.0.0.1:80", "127.0.0.1", ""] {
            assert_eq!(admit(host, PAGE, path), Err(403), "{host}");
        }
        for origin in [
            "http://localhost:4174",
            "https://localhost:4173",
            "null",
            "",
        ] {
            assert_eq!(admit(HERE, origin, path), Err(403), "{origin}");
        }
        for token in [
            "",
            "token=",
            "token=0123456789abcdee",
            "token=0123456789abcdef0",
        ] {
            let path = format!("/socket/localhost:9999?{token}");
            assert_eq!(admit(HERE, PAGE, &path), Err(403), "{token}");
        }
        for path in [
            "/socket/localhost:22",
            "/socket/other:9999",
            "/",
            "/topic",
            "/x/y",
        ] {
            let path = format!("{path}?token=0123456789abcdef");
            assert_eq!(admit(HERE, PAGE, &path), Err(404), "{path}");
        }
    }

    #[test]
    fn a_request_without_an_origin_is_refused() {
        let request = Request::builder()
            .uri("/socket/localhost:9999?token=0123456789abcdef")
            .header(HOST, HERE)
            .body(())
            .unwrap();
        assert!(admission().admit(&request).is_err());
    }

    #[test]
    fn tokens_differ() {
        let tokens = [new_token().unwrap(), new_token().unwrap()];
        assert_ne!(tokens[0], tokens[1]);
        assert_eq!(tokens[0].len(), 32);
    }
}
