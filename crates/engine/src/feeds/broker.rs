//! Brokers of topics, whatever is behind them.

use std::fmt;
use std::sync::Arc;

/// What streams of topics are read from.
pub trait Broker {
    /// The topic of a name, if there is one.
    ///
    /// # Errors
    /// The broker cannot be asked.
    fn topic(&self, name: &str) -> Result<Option<Arc<dyn TopicLog>>, BrokerError>;

    /// Begins to receive what is produced into topics; with `from_beginning` also what was produced
    /// before.
    fn subscribe(
        &self,
        topics: &[String],
        from_beginning: bool,
        now_ms: i64,
    ) -> Box<dyn Subscription>;
}

/// The records of a topic, wherever they are. Tasks read it from their threads.
pub trait TopicLog: Send + Sync {
    /// Its name.
    fn name(&self) -> &str;

    /// The offset of the first record of each partition that is still there.
    ///
    /// # Errors
    /// The broker cannot be asked.
    fn begins(&self) -> Result<Vec<i64>, BrokerError>;

    /// The offset that the next record of each partition will have.
    ///
    /// # Errors
    /// The broker cannot be asked.
    fn ends(&self, now_ms: i64) -> Result<Vec<i64>, BrokerError>;

    /// The records of a partition from one offset until another, or as many of them as there are.
    ///
    /// # Errors
    /// The broker cannot be asked.
    fn read(&self, partition: usize, from: i64, until: i64) -> Result<LogSlice, BrokerError>;

    /// Whether records will come, as far as is known.
    fn has_more(&self, now_ms: i64) -> bool;
}

/// What was read of a partition.
pub struct LogSlice {
    /// The records, in the order of their offsets.
    pub records: Vec<LogRecord>,
    /// The offset until which was read; there need not be a record at each.
    pub end: i64,
}

/// A record of a topic, as it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogRecord {
    /// Its offset.
    pub offset: i64,
    /// Its key and its value.
    pub content: [Option<Arc<[u8]>>; 2],
}

/// What is produced into topics while somebody listens. Dropping it ends that.
pub trait Subscription {
    /// Key and value of what has come until now and was not given before, with its moments, in order.
    fn records(&mut self, until_ms: i64) -> Vec<(i64, [Option<Arc<[u8]>>; 2])>;

    /// Whether records will come, as far as is known.
    fn has_more(&self) -> bool;
}

/// Why a broker cannot be asked: the exception of Java.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BrokerError {
    /// Its class, with the package.
    pub class: &'static str,
    /// What it says; may be empty.
    pub message: String,
}

impl fmt::Display for BrokerError {
    /// As `Throwable.toString` has it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.class)?;
        match self.message.is_empty() {
            true => Ok(()),
            false => write!(formatter, ": {}", self.message),
        }
    }
}
