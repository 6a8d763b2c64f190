//! The receivers of a streaming context: each holds a core of its own for as long as it runs.
//!
//! Source: `ReceiverTracker`.

use std::rc::Rc;

use super::inputs::{ReceiverNotice, ReceiverSettings, ReceiverStream, SocketReceiver};
use super::{BatchTime, DStream, StreamingContext};
use crate::error::Result;
use crate::feeds::Network;
use crate::partition::Serializer;

/// Which receiver something is about.
#[derive(Clone, Debug)]
pub struct ReceiverInfo {
    /// The number of its stream among the inputs of the context.
    pub stream: usize,
    /// Its class and that number.
    pub name: String,
}

impl StreamingContext {
    /// A stream of the lines that a server sends (`socketTextStream`).
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn socket_text_stream(
        &self,
        network: Rc<dyn Network>,
        (host, port): (&str, i64),
        settings: ReceiverSettings,
    ) -> Result<DStream> {
        let receiver = Box::new(SocketReceiver::new(network, host, port));
        let place = (self.inputs().len(), self.batch_ms());
        let stream = ReceiverStream::new("SocketInputDStream", receiver, place, settings);
        self.input(stream, Serializer::Text(true))
    }

    /// Starts the receivers, in the order of definition, as long as there are cores.
    pub(super) fn start_receivers(&self) {
        let spark = self.spark();
        let mut running = 0;
        for input in self.inputs() {
            if let Some(receiver) = input.compute().receiver()
                && running < spark.cores()
            {
                spark.count_receiver();
                receiver.start(self.clock_ms());
                running += 1;
            }
        }
        spark.occupy_cores(running);
    }

    /// How many receivers it has.
    pub fn receiver_count(&self) -> usize {
        let inputs = self.inputs();
        let receivers = inputs.iter().filter_map(|input| input.compute().receiver());
        receivers.count()
    }

    /// Whether an input of it reads a server or a topic.
    pub fn reads_feeds(&self) -> bool {
        let inputs = self.inputs();
        inputs.iter().any(|input| input.compute().reads_feeds())
    }

    /// Takes what the receivers have got until now; what has happened to them meanwhile, with its
    /// moments, in order.
    pub fn receive(&self, until_ms: i64) -> Vec<(i64, ReceiverInfo, ReceiverNotice)> {
        let mut all = Vec::new();
        for (stream, input) in self.inputs().iter().enumerate() {
            let Some(receiver) = input.compute().receiver() else {
                continue;
            };
            for (at_ms, notice) in receiver.receive(until_ms) {
                let name = receiver.receiver_name();
                all.push((at_ms, ReceiverInfo { stream, name }, notice));
            }
        }
        all.sort_by_key(|(at_ms, ..)| *at_ms);
        all
    }

    /// Gives a batch the blocks that no batch has had.
    pub(super) fn allocate_blocks(&self, time: BatchTime) {
        for input in self.inputs() {
            if let Some(receiver) = input.compute().receiver() {
                receiver.allocate(time);
            }
        }
    }

    /// Stops the receivers. What they have read is a block of the next batch.
    pub fn stop_receivers(&self) {
        for input in self.inputs() {
            if let Some(receiver) = input.compute().receiver() {
                receiver.stop(self.clock_ms());
            }
        }
        self.spark().occupy_cores(0);
    }

    /// Whether its inputs will bring records in, as far as is known.
    pub fn has_input_ahead(&self) -> bool {
        let inputs = self.inputs();
        let now_ms = self.clock_ms();
        inputs
            .iter()
            .any(|input| input.compute().has_input_ahead(now_ms))
    }
}
