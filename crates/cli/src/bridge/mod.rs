//! `brooklet bridge`: what a page cannot reach itself, TCP servers and Kafka topics, as WebSockets.
//!
//! It admits only pages of the origins that it was given, with the token that it shows when it starts,
//! and reaches only the servers that it was given. `docs/bridge.md` has its messages.

mod admission;
mod options;
mod outgoing;
mod session;
mod socket_source;
mod topic_source;

use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, thread};

use admission::{Admission, new_token};
pub(crate) use options::{BridgeOptions, USAGE, parse};

use crate::kafka::Cluster;

/// How many pages, or streams of one, are served at a time.
const MOST_SESSIONS: usize = 64;

/// What all sessions share.
struct Bridge {
    admission: Admission,
    cluster: Option<Arc<Cluster>>,
    sessions: AtomicUsize,
}

/// Serves until it is interrupted.
pub(crate) fn run(options: BridgeOptions) -> ExitCode {
    match serve(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("brooklet: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(options: BridgeOptions) -> Result<(), String> {
    let listener = TcpListener::bind(options.listen)
        .map_err(|error| format!("cannot listen at {}: {error}", options.listen))?;
    let told = |error: io::Error| error.to_string();
    let address = listener.local_addr().map_err(told)?;
    let token = new_token()?;
    if !address.ip().is_loopback() {
        eprintln!("brooklet: {address} is no loopback address: others on the network reach it.");
    }
    println!(
        "The bridge listens. Its address for the page, as long as it runs:\n\
         ws://{address}/?token={token}"
    );
    let cluster = (!options.brokers.is_empty()).then(|| Arc::new(Cluster::new(&options.brokers)));
    let bridge = Arc::new(Bridge {
        admission: Admission {
            port: address.port(),
            token,
            origins: options.origins,
            sockets: options.sockets,
            has_broker: cluster.is_some(),
        },
        cluster,
        sessions: AtomicUsize::new(0),
    });
    for stream in listener.incoming() {
        // A connection that is gone before it is accepted concerns nobody.
        let Ok(stream) = stream else { continue };
        accept(&bridge, stream);
    }
    Ok(())
}

/// Serves a connection in a thread of its own; one too many is closed.
fn accept(bridge: &Arc<Bridge>, stream: TcpStream) {
    if bridge.sessions.fetch_add(1, Ordering::SeqCst) >= MOST_SESSIONS {
        bridge.sessions.fetch_sub(1, Ordering::SeqCst);
        return;
    }
    let bridge = bridge.clone();
    thread::spawn(move || {
        session::serve(&bridge.admission, bridge.cluster.as_ref(), stream);
        bridge.sessions.fetch_sub(1, Ordering::SeqCst);
    });
}
