//! The receiver of `KafkaUtils.createStream`.

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::{Received, Receiver};
use crate::feeds::Topic;

/// Keys and values of topics, as they are produced.
///
/// Source: `KafkaReceiver`.
pub(crate) struct KafkaReceiver {
    topics: Vec<Arc<Topic>>,
    /// Whether it begins with what was produced before it starts.
    from_beginning: bool,
    /// Until when it has received.
    received_ms: i64,
}

impl KafkaReceiver {
    pub(crate) fn new(topics: Vec<Arc<Topic>>, from_beginning: bool) -> KafkaReceiver {
        KafkaReceiver {
            topics,
            from_beginning,
            received_ms: i64::MIN,
        }
    }
}

impl Receiver for KafkaReceiver {
    fn class_name(&self) -> &'static str {
        "KafkaReceiver"
    }

    fn start(&mut self, now_ms: i64, _: i64) {
        if !self.from_beginning {
            self.received_ms = self.received_ms.max(now_ms);
        }
    }

    fn receive(&mut self, until_ms: i64) -> Vec<(i64, Received)> {
        let produced = self.topics.iter().flat_map(|topic| {
            let produced = topic.produced(self.received_ms, until_ms);
            produced.into_iter()
        });
        let mut received: Vec<(i64, Received)> = produced
            .map(|(at_ms, pair)| (at_ms, Received::Record(Pickled::Tuple(Arc::new(pair)))))
            .collect();
        received.sort_by_key(|(at_ms, _)| *at_ms);
        self.received_ms = self.received_ms.max(until_ms);
        received
    }

    fn stop(&mut self) {
        self.topics.clear();
    }

    fn has_more(&self) -> bool {
        let mut topics = self.topics.iter();
        topics.any(|topic| topic.has_more(self.received_ms))
    }
}
