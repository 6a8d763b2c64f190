//! A Kafka cluster as programs read it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use brooklet_engine::feeds::{Broker, BrokerError, LogRecord, LogSlice, Subscription, TopicLog};
use rskafka::client::partition::OffsetAt;

use super::clock_ms;
use crate::kafka::{Cluster, Follower, KafkaError};

/// How long one waits before a broker that gave no answer is asked again: Spark's
/// `refresh.leader.backoff.ms`.
const BACK_OFF: Duration = Duration::from_millis(200);

/// How long a task waits for a broker that has gone away: Spark's `socket.timeout.ms`.
const AWAY: Duration = Duration::from_secs(30);

/// How many records wait at most until the program takes them; the rest waits at the broker.
const MOST_WAITING: usize = 100_000;

/// A cluster as programs read it.
pub(super) struct LiveBroker {
    cluster: Arc<Cluster>,
}

impl LiveBroker {
    pub(super) fn new(addresses: &[String]) -> LiveBroker {
        LiveBroker {
            cluster: Arc::new(Cluster::new(addresses)),
        }
    }
}

impl Broker for LiveBroker {
    fn topic(&self, name: &str) -> Result<Option<Arc<dyn TopicLog>>, BrokerError> {
        let partitions = self.cluster.partitions_of(name).map_err(java)?;
        let topic = |partitions| LiveTopic {
            cluster: self.cluster.clone(),
            name: name.to_owned(),
            partitions,
        };
        Ok(partitions.map(|partitions| Arc::new(topic(partitions)) as Arc<dyn TopicLog>))
    }

    fn subscribe(&self, topics: &[String], from_beginning: bool, _: i64) -> Box<dyn Subscription> {
        let (sender, receiver) = sync_channel(MOST_WAITING);
        let is_over = Arc::new(AtomicBool::new(false));
        for topic in topics {
            let listener = Listener {
                cluster: self.cluster.clone(),
                topic: topic.clone(),
                from_beginning,
                records: sender.clone(),
                is_over: is_over.clone(),
            };
            thread::spawn(move || listener.run());
        }
        Box::new(LiveSubscription {
            receiver,
            early: Vec::new(),
            is_over,
        })
    }
}

/// What Java's client throws. It does not tell why it has no connection.
fn java(error: KafkaError) -> BrokerError {
    match error {
        KafkaError::Unreachable(_) => BrokerError {
            class: "java.nio.channels.ClosedChannelException",
            message: String::new(),
        },
        KafkaError::OffsetOutOfRange => BrokerError {
            class: "kafka.common.OffsetOutOfRangeException",
            message: String::new(),
        },
        KafkaError::NoTopic => BrokerError {
            class: "kafka.common.UnknownTopicOrPartitionException",
            message: String::new(),
        },
        KafkaError::Refused(message) => BrokerError {
            class: "kafka.common.KafkaException",
            message,
        },
    }
}

/// A topic of a cluster, with the partitions that it had when it was found.
struct LiveTopic {
    cluster: Arc<Cluster>,
    name: String,
    partitions: usize,
}

impl LiveTopic {
    fn offsets(&self, at: OffsetAt) -> Result<Vec<i64>, BrokerError> {
        let offset = |partition| self.cluster.offset(&self.name, partition, at);
        let offsets: Result<Vec<i64>, KafkaError> = (0..self.partitions).map(offset).collect();
        offsets.map_err(|error| {
            thread::sleep(BACK_OFF);
            java(error)
        })
    }
}

impl TopicLog for LiveTopic {
    fn name(&self) -> &str {
        &self.name
    }

    fn begins(&self) -> Result<Vec<i64>, BrokerError> {
        self.offsets(OffsetAt::Earliest)
    }

    fn ends(&self, _: i64) -> Result<Vec<i64>, BrokerError> {
        self.offsets(OffsetAt::Latest)
    }

    fn read(&self, partition: usize, from: i64, until: i64) -> Result<LogSlice, BrokerError> {
        let mut records = Vec::new();
        let mut next = from;
        let mut answered = Instant::now();
        while next < until {
            match self.cluster.fetch(&self.name, partition, next, 0) {
                Ok((_, then)) if then == next => break,
                Ok((fetched, then)) => {
                    let fetched = fetched.into_iter().filter(|read| read.offset < until);
                    records.extend(fetched.map(|read| LogRecord {
                        offset: read.offset,
                        content: content([read.record.key, read.record.value]),
                    }));
                    next = then.min(until);
                    answered = Instant::now();
                }
                Err(KafkaError::OffsetOutOfRange) => break,
                Err(KafkaError::Unreachable(_)) if answered.elapsed() < AWAY => {
                    thread::sleep(BACK_OFF);
                }
                Err(error) => return Err(java(error)),
            }
        }
        Ok(LogSlice { records, end: next })
    }

    fn has_more(&self, _: i64) -> bool {
        true
    }
}

fn content(parts: [Option<Vec<u8>>; 2]) -> [Option<Arc<[u8]>>; 2] {
    parts.map(|bytes| bytes.map(Arc::from))
}

type Received = (i64, [Option<Arc<[u8]>>; 2]);

/// What threads of its own receive, one a topic.
struct LiveSubscription {
    receiver: Receiver<Received>,
    /// What has come and was not asked for yet.
    early: Vec<Received>,
    is_over: Arc<AtomicBool>,
}

impl Subscription for LiveSubscription {
    fn records(&mut self, until_ms: i64) -> Vec<Received> {
        self.early.extend(self.receiver.try_iter());
        self.early.sort_by_key(|(at_ms, _)| *at_ms);
        let count = self.early.partition_point(|(at_ms, _)| *at_ms <= until_ms);
        self.early.drain(..count).collect()
    }

    fn has_more(&self) -> bool {
        true
    }
}

impl Drop for LiveSubscription {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

/// The thread that receives a topic.
struct Listener {
    cluster: Arc<Cluster>,
    topic: String,
    from_beginning: bool,
    records: SyncSender<Received>,
    is_over: Arc<AtomicBool>,
}

impl Listener {
    fn run(&self) {
        let mut follower = None;
        while !self.is_over.load(Ordering::Relaxed) {
            let round = match &mut follower {
                Some(follower) => Follower::round(follower),
                None => {
                    let cluster = self.cluster.clone();
                    Follower::new(cluster, &self.topic, &[], self.from_beginning).map(|made| {
                        follower = Some(made);
                        Vec::new()
                    })
                }
            };
            for followed in round.unwrap_or_else(|_| {
                thread::sleep(BACK_OFF);
                Vec::new()
            }) {
                let record = content([followed.record.key, followed.record.value]);
                if self.records.send((clock_ms(), record)).is_err() {
                    return;
                }
            }
        }
    }
}
