//! The records of a topic, a message each.

use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

use brooklet_protocol::{FeedBytes, TopicMessage};

use super::outgoing::{Ending, Outgoing};
use crate::kafka::{Cluster, FollowedRecord, Follower, KafkaError};

/// How long one waits before a broker is asked again that gave no answer.
const BACK_OFF: Duration = Duration::from_millis(500);

/// Sends the records of a topic until the page is gone (`is_over`). A broker that goes away is waited
/// for: what was produced meanwhile comes then.
pub(super) fn read(
    cluster: &Arc<Cluster>,
    (name, offsets, from_beginning): (&str, &[(usize, i64)], bool),
    page: &SyncSender<Outgoing>,
    is_over: impl Fn() -> bool,
) {
    let follower = Follower::new(cluster.clone(), name, offsets, from_beginning);
    let mut follower = match follower {
        Ok(follower) => follower,
        Err(error) => {
            let ending = match error {
                KafkaError::NoTopic => Ending::NoTopic,
                _ => Ending::Unreachable,
            };
            // Nobody is told when the page is gone.
            let _ = page.send(Outgoing::End(ending, format!("topic {name}: {error}")));
            return;
        }
    };
    let begin = TopicMessage::Begin {
        topic: name.to_owned(),
        next: follower.next().to_vec(),
    };
    if !send(page, &begin) {
        return;
    }
    while !is_over() {
        let Ok(records) = follower.round() else {
            thread::sleep(BACK_OFF);
            continue;
        };
        for record in records {
            if !send(page, &message(name, record)) {
                return;
            }
        }
    }
}

fn message(topic: &str, read: FollowedRecord) -> TopicMessage {
    TopicMessage::Record {
        topic: topic.to_owned(),
        partition: read.partition as u32,
        offset: read.offset,
        key: read.record.key.map(FeedBytes),
        value: read.record.value.map(FeedBytes),
        timestamp: read.record.timestamp.timestamp_millis(),
    }
}

/// Whether the page is still there.
fn send(page: &SyncSender<Outgoing>, message: &TopicMessage) -> bool {
    // Texts, numbers and lists always have a form in JSON.
    let text = serde_json::to_string(message).unwrap_or_default();
    page.send(Outgoing::Message(text)).is_ok()
}
