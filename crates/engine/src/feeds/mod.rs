//! Feeds: what stands outside a program and sends to it. They know nothing of what reads them.

mod arrivals;
mod broker;
mod connection;
mod folder;
mod line_decoder;
mod network;
mod partitioner;
mod socket_feed;
mod topic;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

pub use arrivals::When;
pub use broker::{Broker, BrokerError, LogRecord, LogSlice, Subscription, TopicLog};
pub use folder::FolderFeed;
pub use line_decoder::LineDecoder;
pub use network::{Connection, ConnectionEvent, Network};
pub use partitioner::partition_of;
pub use socket_feed::{Sent, SocketFeed};
pub use topic::{Topic, TopicRecord};

use connection::FeedConnection;
use topic::FeedSubscription;

/// The feeds of a program.
#[derive(Default)]
pub struct Feeds {
    sockets: RefCell<Vec<Rc<SocketFeed>>>,
    topics: RefCell<Vec<Arc<Topic>>>,
    folders: RefCell<Vec<Rc<FolderFeed>>>,
    batches: Cell<Option<BatchGrid>>,
}

/// Where the batches lie in which arrivals are counted, and how blocks are cut.
#[derive(Clone, Copy, Debug)]
pub struct BatchGrid {
    /// The time before the first batch, in milliseconds since 1970.
    pub zero_ms: i64,
    /// The batch interval.
    pub batch_ms: i64,
    /// The block interval.
    pub block_ms: i64,
}

/// How long before its batch something arrives that is meant for it.
const BEFORE_BATCH_MS: i64 = 400;

impl BatchGrid {
    /// When something arrives that is meant for a batch, counted from 1: 400 ms before it. Where
    /// batches or blocks leave no such moment, it is the nearest from which the batch is reached.
    ///
    /// ```
    /// use brooklet_engine::feeds::BatchGrid;
    ///
    /// let grid = BatchGrid { zero_ms: 0, batch_ms: 1000, block_ms: 200 };
    /// assert_eq!(grid.arrival_ms(3), 2600);
    /// let grid = BatchGrid { zero_ms: 0, batch_ms: 5000, block_ms: 1000 };
    /// assert_eq!(grid.arrival_ms(1), 4000);
    /// ```
    pub fn arrival_ms(self, batch: i64) -> i64 {
        let time = self.zero_ms + batch * self.batch_ms;
        let last_block = (time - 1).div_euclid(self.block_ms.max(1)) * self.block_ms.max(1);
        let earliest = time - self.batch_ms;
        (time - BEFORE_BATCH_MS).max(earliest).min(last_block)
    }
}

impl Feeds {
    /// The server of an address; if there is none, the one that `make` makes.
    pub fn socket_or(
        &self,
        host: &str,
        port: i64,
        make: impl FnOnce() -> SocketFeed,
    ) -> Rc<SocketFeed> {
        self.socket(host, port).unwrap_or_else(|| {
            let made = Rc::new(make());
            if let Some(grid) = self.batches.get() {
                made.arrivals.set_batches(grid);
            }
            self.sockets.borrow_mut().push(made.clone());
            made
        })
    }

    /// The topic of a name.
    pub fn topic_feed(&self, name: &str) -> Option<Arc<Topic>> {
        let topics = self.topics.borrow();
        topics.iter().find(|topic| topic.name() == name).cloned()
    }

    /// The topic of a name; if there is none, a new one.
    pub fn topic_or_new(&self, name: &str) -> Arc<Topic> {
        self.topic_feed(name).unwrap_or_else(|| {
            let made = Arc::new(Topic::new(name));
            self.topics.borrow_mut().push(made.clone());
            made
        })
    }

    /// The folder of a path; if there is none, the one that `make` makes.
    pub fn folder_or(&self, path: &str, make: impl FnOnce() -> FolderFeed) -> Rc<FolderFeed> {
        let path = path.trim_end_matches('/');
        let mut folders = self.folders.borrow_mut();
        if let Some(known) = folders.iter().find(|folder| folder.path == path) {
            return known.clone();
        }
        let made = Rc::new(make());
        if let Some(grid) = self.batches.get() {
            made.files.set_batches(grid);
        }
        folders.push(made.clone());
        made
    }

    /// The server of an address. `localhost`, `127.0.0.1`, `0.0.0.0`, `::1` and the empty host are
    /// the same.
    pub fn socket(&self, host: &str, port: i64) -> Option<Rc<SocketFeed>> {
        let sockets = self.sockets.borrow();
        let found = sockets
            .iter()
            .find(|feed| feed.port == port && same_host(&feed.host, host));
        found.cloned()
    }

    /// Whether a host is there, whatever it listens on.
    pub(crate) fn knows_host(&self, host: &str) -> bool {
        let is_address = host
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let sockets = self.sockets.borrow();
        is_address || is_loopback(host) || sockets.iter().any(|feed| same_host(&feed.host, host))
    }

    /// The files of all folders that have appeared until now and were not taken before: path,
    /// content and the time of each.
    pub fn take_files(&self, until_ms: i64) -> Vec<(String, Arc<[u8]>, i64)> {
        let folders = self.folders.borrow();
        let mut files = Vec::new();
        for folder in &*folders {
            folder.take(until_ms, &mut files);
        }
        files
    }

    /// The paths of the folders that have files ahead. The program may make the others itself.
    pub fn folder_paths(&self) -> Vec<String> {
        let folders = self.folders.borrow();
        let fed = folders.iter().filter(|folder| folder.has_more());
        fed.map(|folder| folder.path.clone()).collect()
    }

    /// Whether there are folders.
    pub fn has_folders(&self) -> bool {
        !self.folders.borrow().is_empty()
    }

    /// Whether a folder has files that have not appeared yet.
    pub fn has_files_ahead(&self) -> bool {
        let folders = self.folders.borrow();
        folders.iter().any(|folder| folder.has_more())
    }

    /// The moment that a time of an arrival is, if that is known yet.
    pub fn moment(&self, when: When) -> When {
        match (when, self.batches.get()) {
            (When::ForBatch(batch), Some(grid)) => When::At(grid.arrival_ms(batch)),
            (when, _) => when,
        }
    }

    /// Lets what is meant for a batch know when that is; the first call counts.
    pub fn set_batches(&self, grid: BatchGrid) {
        if self.batches.get().is_some() {
            return;
        }
        self.batches.set(Some(grid));
        for socket in &*self.sockets.borrow() {
            socket.arrivals.set_batches(grid);
        }
        for topic in &*self.topics.borrow() {
            topic.set_batches(grid);
        }
        for folder in &*self.folders.borrow() {
            folder.files.set_batches(grid);
        }
    }
}

impl Network for Rc<Feeds> {
    fn connect(&self, host: &str, port: i64, restart_ms: i64, now_ms: i64) -> Box<dyn Connection> {
        Box::new(FeedConnection::new(
            self.clone(),
            (host.to_owned(), port),
            restart_ms,
            now_ms,
        ))
    }
}

impl Broker for Rc<Feeds> {
    fn topic(&self, name: &str) -> Result<Option<Arc<dyn TopicLog>>, BrokerError> {
        let topic = self.topic_feed(name);
        Ok(topic.map(|topic| topic as Arc<dyn TopicLog>))
    }

    fn subscribe(
        &self,
        topics: &[String],
        from_beginning: bool,
        now_ms: i64,
    ) -> Box<dyn Subscription> {
        let topics = topics.iter().map(|name| self.topic_or_new(name));
        Box::new(FeedSubscription {
            topics: topics.collect(),
            received_ms: if from_beginning { i64::MIN } else { now_ms },
        })
    }
}

fn is_loopback(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    matches!(
        host.as_str(),
        "" | "localhost" | "127.0.0.1" | "0.0.0.0" | "::1"
    )
}

/// Whether two names are of one host.
pub fn same_host(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right) || (is_loopback(left) && is_loopback(right))
}
