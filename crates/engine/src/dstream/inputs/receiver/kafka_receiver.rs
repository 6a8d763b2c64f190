//! The receiver of `KafkaUtils.createStream`.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::pickle::Pickled;

use super::{Received, Receiver};
use crate::feeds::{Broker, Subscription};
use crate::plan::physical::pickled_content;

/// Keys and values of topics, as they are produced.
///
/// Source: `KafkaReceiver`.
pub(crate) struct KafkaReceiver {
    broker: Rc<dyn Broker>,
    topics: Vec<String>,
    /// Whether it begins with what was produced before it starts for the first time.
    from_beginning: bool,
    subscription: Option<Box<dyn Subscription>>,
}

impl KafkaReceiver {
    pub(crate) fn new(
        broker: Rc<dyn Broker>,
        topics: Vec<String>,
        from_beginning: bool,
    ) -> KafkaReceiver {
        KafkaReceiver {
            broker,
            topics,
            from_beginning,
            subscription: None,
        }
    }
}

impl Receiver for KafkaReceiver {
    fn class_name(&self) -> &'static str {
        "KafkaReceiver"
    }

    fn start(&mut self, now_ms: i64, _: i64) {
        let from_beginning = std::mem::take(&mut self.from_beginning);
        let subscription = self.broker.subscribe(&self.topics, from_beginning, now_ms);
        self.subscription = Some(subscription);
    }

    fn receive(&mut self, until_ms: i64) -> Vec<(i64, Received)> {
        let Some(subscription) = &mut self.subscription else {
            return Vec::new();
        };
        let received = subscription.records(until_ms).into_iter();
        let record = |(at_ms, content)| {
            let pair = Pickled::Tuple(Arc::new(pickled_content(content)));
            (at_ms, Received::Record(pair))
        };
        received.map(record).collect()
    }

    fn stop(&mut self) {
        self.subscription = None;
    }

    fn has_more(&self) -> bool {
        let subscription = self.subscription.as_ref();
        subscription.is_some_and(|subscription| subscription.has_more())
    }
}
