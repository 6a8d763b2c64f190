//! `brooklet bridge` as a page uses it: who is admitted, the lines of a real TCP server, the records of a
//! broker that is not ours.

mod mock_broker;

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;

use mock_broker::MockBroker;
use tungstenite::http::{Request, StatusCode};
use tungstenite::protocol::frame::coding::CloseCode;
use tungstenite::{Error, HandshakeError, Message, WebSocket, client};

const PAGE: &str = "http://localhost:4173";

/// A bridge; it ends when it is dropped.
struct Bridge {
    process: Child,
    /// `127.0.0.1:port`.
    host: String,
    token: String,
}

impl Bridge {
    fn start(arguments: &[&str]) -> Bridge {
        let mut process = Command::new(env!("CARGO_BIN_EXE_brooklet"))
            .args(["bridge", "--listen", "127.0.0.1:0", "--allow-origin", PAGE])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        let output = BufReader::new(process.stdout.take().expect("it has an output"));
        let address = output.lines().nth(1).expect("it shows its address");
        let address = address.expect("it is text");
        let address = address.strip_prefix("ws://").expect("it is a WebSocket");
        let (host, token) = address.split_once("/?token=").expect("it has a token");
        Bridge {
            process,
            host: host.to_owned(),
            token: token.to_owned(),
        }
    }

    fn connect(&self, path: &str) -> WebSocket<TcpStream> {
        let path = format!("{path}token={}", self.token);
        self.ask(&path, &self.host, Some(PAGE))
            .expect("it is admitted")
    }

    /// Asks for something; the status of the refusal.
    fn ask(
        &self,
        path: &str,
        host: &str,
        origin: Option<&str>,
    ) -> Result<WebSocket<TcpStream>, StatusCode> {
        let mut request = Request::builder()
            .uri(format!("ws://{}{path}", self.host))
            .header("Host", host)
            .header("Connection", "Upgrade")
            .header("Upgrade", "websocket")
            .header("Sec-WebSocket-Version", "13")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        if let Some(origin) = origin {
            request = request.header("Origin", origin);
        }
        let request = request.body(()).expect("it is a request");
        let stream = TcpStream::connect(&self.host).expect("it listens");
        match client(request, stream) {
            Ok((page, _)) => Ok(page),
            Err(HandshakeError::Failure(Error::Http(response))) => Err(response.status()),
            Err(error) => panic!("{error}"),
        }
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The next text; at the end its code and reason.
fn next(page: &mut WebSocket<TcpStream>) -> Result<String, (CloseCode, String)> {
    loop {
        match page.read().expect("it goes on") {
            Message::Text(text) => return Ok(text.to_string()),
            Message::Close(frame) => {
                let frame = frame.expect("it says why");
                return Err((frame.code, frame.reason.to_string()));
            }
            _ => {}
        }
    }
}

fn texts(page: &mut WebSocket<TcpStream>, count: usize) -> Vec<String> {
    (0..count).map(|_| next(page).expect("a text")).collect()
}

#[test]
fn only_its_page_is_admitted() {
    let bridge = Bridge::start(&["--socket", "localhost:9"]);
    let path = format!("/socket/localhost:9?token={}", bridge.token);
    let status = |path: &str, host: &str, origin| bridge.ask(path, host, origin).err();
    let forbidden = Some(StatusCode::FORBIDDEN);
    assert_eq!(
        status(&path, &bridge.host, Some("http://evil.example")),
        forbidden
    );
    assert_eq!(status(&path, &bridge.host, None), forbidden);
    assert_eq!(status(&path, "evil.example:80", Some(PAGE)), forbidden);
    assert_eq!(
        status("/socket/localhost:9?token=", &bridge.host, Some(PAGE)),
        forbidden
    );
    let other = path.replace("localhost:9", "localhost:22");
    let not_found = Some(StatusCode::NOT_FOUND);
    assert_eq!(status(&other, &bridge.host, Some(PAGE)), not_found);
    assert_eq!(status(&path, &bridge.host, Some(PAGE)), None);
}

#[test]
fn lines_of_a_server_are_messages() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    let server = thread::spawn(move || {
        for lines in [&b"one\r\ntwo\n\nthr\xc3"[..], b"four\n"] {
            let (mut connection, _) = listener.accept().expect("somebody connects");
            connection.write_all(lines).expect("it is read");
        }
    });
    let address = format!("localhost:{port}");
    let bridge = Bridge::start(&["--socket", &address]);
    let mut page = bridge.connect(&format!("/socket/{address}?"));
    assert_eq!(texts(&mut page, 4), ["one", "two", "", "thr\u{fffd}"]);
    let closed = (
        CloseCode::Library(4001),
        format!("{address} has closed the connection"),
    );
    assert_eq!(next(&mut page), Err(closed));
    let mut page = bridge.connect(&format!("/socket/{address}?"));
    assert_eq!(texts(&mut page, 1), ["four"]);
    server.join().expect("it has sent all");
    let mut page = bridge.connect(&format!("/socket/{address}?"));
    let (code, reason) = next(&mut page).expect_err("nothing listens");
    assert_eq!(code, CloseCode::Library(4002), "{reason}");
    assert!(reason.contains("refuses the connection"), "{reason}");
}

#[test]
fn records_of_a_topic_are_messages() {
    let mut broker = MockBroker::start();
    broker.tell("topic words 2");
    broker.tell("produce words 0 - hello \"world\"");
    broker.tell("produce words 1 k one");
    let bridge = Bridge::start(&["--broker", &broker.address]);
    let mut page = bridge.connect("/topic/words?from=earliest&");
    let read = |page: &mut WebSocket<TcpStream>, count| -> Vec<serde_json::Value> {
        let texts = texts(page, count).into_iter();
        texts
            .map(|text| serde_json::from_str(&text).expect("it is JSON"))
            .collect()
    };
    let messages = read(&mut page, 3);
    assert_eq!(
        messages[0],
        serde_json::json!({"type": "begin", "topic": "words", "next": [0, 0]})
    );
    let mut first = messages[1].clone();
    let produced = first["timestamp"].take();
    assert!(produced.as_i64().is_some_and(|ms| ms > 1_700_000_000_000));
    assert_eq!(
        first,
        serde_json::json!({"type": "record", "topic": "words", "partition": 0, "offset": 0, "key": null,
            "value": "hello \"world\"", "timestamp": null})
    );
    let place = |message: &serde_json::Value| {
        let numbers = [&message["partition"], &message["offset"]];
        numbers.map(|number| number.as_i64().unwrap_or(-1))
    };
    assert_eq!(
        (place(&messages[2]), &messages[2]["key"]),
        ([1, 0], &"k".into())
    );

    // The broker goes away, and comes back.
    broker.tell("down");
    broker.tell("up");
    broker.tell("produce words 0 - two");
    broker.tell("produce words 1 - three");
    let mut places: Vec<_> = read(&mut page, 2).iter().map(place).collect();
    places.sort_unstable();
    assert_eq!(places, [[0, 1], [1, 1]]);

    // The page goes away, and goes on where it was.
    page.close(None).expect("it is open");
    broker.tell("produce words 0 - four");
    let mut page = bridge.connect("/topic/words?offsets=0:2,1:2&");
    let messages = read(&mut page, 2);
    assert_eq!(messages[0]["next"], serde_json::json!([2, 2]));
    assert_eq!(
        (place(&messages[1]), &messages[1]["value"]),
        ([0, 2], &"four".into())
    );

    let mut page = bridge.connect("/topic/nothing?");
    let (code, reason) = next(&mut page).expect_err("there is no such topic");
    assert_eq!(code, CloseCode::Library(4003), "{reason}");
}
