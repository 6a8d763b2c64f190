//! Streams of Kafka topics.

use std::rc::Rc;
use std::sync::Arc;

use super::inputs::{
    DecodedStream, DirectKafkaStream, DirectSettings, KafkaReceiver, ReceiverSettings,
    ReceiverStream,
};
use super::node::Node;
use super::{DStream, StreamingContext};
use crate::error::Result;
use crate::feeds::{Broker, TopicLog};
use crate::partition::Serializer;

impl StreamingContext {
    /// A stream of the records of topics from these offsets on: a partition of each topic, and where
    /// it begins. With `is_whole` a record is all that is known of it, else key and value.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn direct_kafka_stream(
        &self,
        offsets: Vec<(Arc<dyn TopicLog>, usize, i64)>,
        is_whole: bool,
        settings: DirectSettings,
    ) -> Result<DStream> {
        let stream = DirectKafkaStream::new(offsets, is_whole, self.batch_ms(), settings);
        self.input(stream, Serializer::Bytes)
    }

    /// The same RDDs; they know the offsets that they were read from.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn of_topics(&self, stream: &DStream) -> Result<DStream> {
        let parent = stream.node()?;
        let serializer = stream.serializer().clone();
        let node = Node::new(self.lifecycle(), DecodedStream { parent }, serializer)?;
        Ok(DStream::of_node(self, node))
    }

    /// A stream of keys and values of topics, through a receiver.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn kafka_receiver_stream(
        &self,
        broker: Rc<dyn Broker>,
        topics: Vec<String>,
        from_beginning: bool,
        settings: ReceiverSettings,
    ) -> Result<DStream> {
        let receiver = Box::new(KafkaReceiver::new(broker, topics, from_beginning));
        let place = (self.inputs().len(), self.batch_ms());
        let stream = ReceiverStream::new("KafkaInputDStream", receiver, place, settings);
        self.input(stream, Serializer::Text(true))
    }
}
