//! A cluster, for threads that wait for its answers.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use rskafka::BackoffConfig;
use rskafka::client::error::{Error, ProtocolError};
use rskafka::client::partition::{OffsetAt, PartitionClient, UnknownTopicHandling};
use rskafka::client::{Client, ClientBuilder};
use rskafka::record::RecordAndOffset;
use tokio::runtime::{Builder, Runtime};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a broker is looked for that refuses connections.
const REFUSED: Duration = Duration::from_millis(600);

/// How many bytes are asked for at once. A single record that is longer comes nevertheless.
const MOST_BYTES: i32 = 4 << 20;

/// A cluster. It is found anew when its brokers come back.
pub(crate) struct Cluster {
    addresses: Vec<String>,
    client: Mutex<Option<Arc<Client>>>,
    partitions: Mutex<HashMap<(String, i32), Arc<PartitionClient>>>,
}

/// Why a cluster gave no answer.
#[derive(Debug)]
pub(crate) enum KafkaError {
    /// No broker could be reached, or none answered in time.
    Unreachable(String),
    /// There is no such topic.
    NoTopic,
    /// The offset is not, or no more, there.
    OffsetOutOfRange,
    /// The broker refused, or said what the client does not understand.
    Refused(String),
}

impl fmt::Display for KafkaError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KafkaError::Unreachable(why) => write!(formatter, "no broker answers ({why})"),
            KafkaError::NoTopic => formatter.write_str("there is no such topic"),
            KafkaError::OffsetOutOfRange => formatter.write_str("the offset is out of range"),
            KafkaError::Refused(why) => write!(formatter, "the broker refuses ({why})"),
        }
    }
}

impl From<Error> for KafkaError {
    fn from(error: Error) -> KafkaError {
        match error {
            Error::ServerError {
                protocol_error: ProtocolError::OffsetOutOfRange,
                ..
            } => KafkaError::OffsetOutOfRange,
            Error::ServerError { protocol_error, .. } => {
                KafkaError::Refused(protocol_error.to_string())
            }
            Error::InvalidResponse(why) => KafkaError::Refused(why),
            other => KafkaError::Unreachable(other.to_string()),
        }
    }
}

impl Cluster {
    /// The cluster that is found at these addresses, `host:port` each. It is not asked yet.
    pub(crate) fn new(addresses: &[String]) -> Cluster {
        Cluster {
            addresses: addresses
                .iter()
                .map(|text| text.trim().to_owned())
                .collect(),
            client: Mutex::default(),
            partitions: Mutex::default(),
        }
    }

    /// How many partitions a topic has; `None` if there is no such topic.
    ///
    /// # Errors
    /// The cluster gives no answer.
    pub(crate) fn partitions_of(&self, topic: &str) -> Result<Option<usize>, KafkaError> {
        let client = self.client()?;
        let topics = wait(client.list_topics())?;
        let found = topics.into_iter().find(|found| found.name == topic);
        Ok(found.map(|topic| topic.partitions.len()))
    }

    /// The offset of the first record of a partition, or of the next one to come.
    ///
    /// # Errors
    /// The cluster gives no answer.
    pub(crate) fn offset(
        &self,
        topic: &str,
        partition: usize,
        at: OffsetAt,
    ) -> Result<i64, KafkaError> {
        let client = self.partition(topic, partition)?;
        wait(client.get_offset(at))
    }

    /// Records of a partition from an offset on, and the offset to go on from. Waits so long at most
    /// for one.
    ///
    /// # Errors
    /// The cluster gives no answer, or the offset is not there.
    pub(crate) fn fetch(
        &self,
        topic: &str,
        partition: usize,
        from: i64,
        wait_ms: i32,
    ) -> Result<(Vec<RecordAndOffset>, i64), KafkaError> {
        let client = self.partition(topic, partition)?;
        let (records, end) = wait(client.fetch_records(from, 1..MOST_BYTES, wait_ms))?;
        let next = match records.last() {
            Some(last) => last.offset + 1,
            // An offset without a record that is read: one that ends a transaction, say.
            None if end > from => from + 1,
            None => from,
        };
        Ok((records, next))
    }

    fn client(&self) -> Result<Arc<Client>, KafkaError> {
        let mut known = lock(&self.client);
        if let Some(client) = &*known {
            return Ok(client.clone());
        }
        let settings = BackoffConfig {
            init_backoff: Duration::from_millis(50),
            max_backoff: Duration::from_millis(200),
            base: 2.0,
            deadline: Some(REFUSED),
        };
        let builder = ClientBuilder::new(self.addresses.clone())
            .client_id("brooklet")
            .backoff_config(settings);
        let client = Arc::new(wait(builder.build())?);
        *known = Some(client.clone());
        Ok(client)
    }

    fn partition(&self, topic: &str, partition: usize) -> Result<Arc<PartitionClient>, KafkaError> {
        let number = i32::try_from(partition).unwrap_or(i32::MAX);
        let place = (topic.to_owned(), number);
        if let Some(known) = lock(&self.partitions).get(&place) {
            return Ok(known.clone());
        }
        let client = self.client()?;
        let found = client.partition_client(topic, number, UnknownTopicHandling::Error);
        let found = Arc::new(wait(found)?);
        lock(&self.partitions).insert(place, found.clone());
        Ok(found)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for an answer.
fn wait<T>(answer: impl Future<Output = Result<T, Error>>) -> Result<T, KafkaError> {
    let runtime = runtime().as_ref();
    let runtime = runtime.map_err(|error| KafkaError::Unreachable(error.to_string()))?;
    let answer = runtime.block_on(async { tokio::time::timeout(PATIENCE, answer).await });
    match answer {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(KafkaError::Unreachable(format!(
            "nothing for {} s",
            PATIENCE.as_secs()
        ))),
    }
}

/// What the client's connections run on.
fn runtime() -> &'static std::io::Result<Runtime> {
    static RUNTIME: OnceLock<std::io::Result<Runtime>> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("kafka")
            .enable_io()
            .enable_time()
            .build()
    })
}
