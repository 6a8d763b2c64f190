//! A page that is served.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tungstenite::protocol::frame::coding::CloseCode;
use tungstenite::protocol::{CloseFrame, WebSocketConfig};
use tungstenite::{Error, Message, WebSocket, accept_hdr_with_config};

use super::admission::{Admission, Source};
use super::outgoing::{Outgoing, channel};
use super::{socket_source, topic_source};
use crate::kafka::Cluster;

/// How long a request may take, and a message until the page has taken it.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long one waits for the server before one looks what the page sends.
const TURN: Duration = Duration::from_millis(100);

/// How long one waits for what the page sends.
const GLANCE: Duration = Duration::from_millis(1);

/// How often the page is asked whether it is still there.
const PING: Duration = Duration::from_secs(30);

/// How much a page may send at once: it has nothing to say.
const MOST_RECEIVED: usize = 4096;

/// Serves a connection until its page or its server ends it.
#[expect(
    clippy::result_large_err,
    reason = "tungstenite asks for that form of a refusal"
)]
pub(super) fn serve(admission: &Admission, cluster: Option<&Arc<Cluster>>, stream: TcpStream) {
    let is_ready = stream.set_nodelay(true).is_ok()
        && stream.set_read_timeout(Some(PATIENCE)).is_ok()
        && stream.set_write_timeout(Some(PATIENCE)).is_ok();
    if !is_ready {
        return;
    }
    let mut source = None;
    let config = WebSocketConfig::default()
        .max_message_size(Some(MOST_RECEIVED))
        .max_frame_size(Some(MOST_RECEIVED));
    let admit = |request: &Request, response: Response| match admission.admit(request) {
        Ok(admitted) => {
            source = Some(admitted);
            Ok(response)
        }
        Err(refusal) => {
            eprintln!("brooklet: a page is refused: {}", refusal.why);
            let mut response = ErrorResponse::new(Some(refusal.why.to_owned()));
            *response.status_mut() = refusal.status;
            Err(response)
        }
    };
    let accepted = accept_hdr_with_config(stream, admit, Some(config)).ok();
    if let (Some(page), Some(source)) = (accepted, source) {
        let (sender, receiver) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let (cluster, over) = (cluster.cloned(), is_over.clone());
        thread::spawn(move || {
            let is_over = || over.load(Ordering::Relaxed);
            match &source {
                Source::Socket { host, port } => {
                    socket_source::read((host, *port), &sender, is_over);
                }
                Source::Topic {
                    name,
                    offsets,
                    from_beginning,
                } => {
                    if let Some(cluster) = &cluster {
                        let what = (name.as_str(), offsets.as_slice(), *from_beginning);
                        topic_source::read(cluster, what, &sender, is_over);
                    }
                }
            }
        });
        pass_on(page, &receiver);
        is_over.store(true, Ordering::Relaxed);
    }
}

/// Passes on what comes from the server, until one of the two ends it.
fn pass_on(mut page: WebSocket<TcpStream>, server: &Receiver<Outgoing>) {
    if page.get_ref().set_read_timeout(Some(GLANCE)).is_err() {
        return;
    }
    let mut heard = Instant::now();
    let mut asked = Instant::now();
    while heard.elapsed() < 3 * PING {
        match server.recv_timeout(TURN) {
            Ok(first) => {
                for outgoing in std::iter::once(first).chain(server.try_iter()) {
                    let is_end = matches!(outgoing, Outgoing::End(..));
                    if send(&mut page, outgoing).is_err() || is_end {
                        return say_goodbye(page);
                    }
                }
                if page.flush().is_err() {
                    return;
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if asked.elapsed() >= PING {
            asked = Instant::now();
            if page.send(Message::Ping(Vec::new().into())).is_err() {
                return;
            }
        }
        match page.read() {
            Ok(_) => heard = Instant::now(),
            Err(Error::Io(error))
                if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => return,
        }
    }
}

fn send(page: &mut WebSocket<TcpStream>, outgoing: Outgoing) -> Result<(), Error> {
    match outgoing {
        Outgoing::Message(text) => page.write(Message::Text(text.into())),
        Outgoing::End(ending, reason) => page.close(Some(CloseFrame {
            code: CloseCode::from(ending as u16),
            reason: shortened(reason).into(),
        })),
    }
}

/// A reason as long as WebSocket allows.
fn shortened(mut reason: String) -> String {
    const MOST: usize = 123;
    if reason.len() > MOST {
        let end = (0..=MOST).rev().find(|at| reason.is_char_boundary(*at));
        reason.truncate(end.unwrap_or(0));
    }
    reason
}

/// Waits a moment for the page to close as well, so that it gets what was sent before.
fn say_goodbye(mut page: WebSocket<TcpStream>) {
    let _ = page.get_ref().set_read_timeout(Some(PATIENCE));
    while page.flush().is_ok() && page.read().is_ok() {}
}
