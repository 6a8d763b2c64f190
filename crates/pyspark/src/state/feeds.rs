//! The feeds of a program: from the page's form into the engine's.

use brooklet_engine::feeds::{Feeds, FolderFeed, SocketFeed, TopicRecord, When};
use brooklet_protocol::{ArrivalTime, Feed, FeedAddress};

/// Adds a feed, or what it holds to the one of the same address. `now_ms` is the present moment of
/// the virtual clock, which began at `beginning_ms`.
pub(crate) fn add_feed(feeds: &Feeds, feed: Feed, beginning_ms: i64, now_ms: i64) -> FeedAddress {
    let when = |time: ArrivalTime| match time {
        ArrivalTime::Ms(ms) => When::At(beginning_ms + ms),
        ArrivalTime::Batch(batch) => When::ForBatch(i64::from(batch)),
        ArrivalTime::Now => When::At(now_ms),
    };
    match feed {
        Feed::Socket {
            host,
            port,
            listens_from,
            arrivals,
        } => {
            let port = i64::from(port);
            let server = feeds.socket_or(&host, port, || {
                SocketFeed::new(&host, port, listens_from.map(when))
            });
            for arrival in arrivals {
                server.add(when(arrival.time), arrival.data.0, arrival.closes);
            }
            FeedAddress::Socket { host, port }
        }
        Feed::Topic { name, partitions } => {
            let topic = feeds.topic_or_new(&name);
            topic.grow(partitions.len());
            for (partition, records) in partitions.into_iter().enumerate() {
                for record in records {
                    let content = [record.key, record.value];
                    let record = TopicRecord {
                        when: feeds.moment(when(record.time)),
                        content: content.map(|bytes| bytes.map(|bytes| bytes.0.into())),
                    };
                    topic.add(partition, record);
                }
            }
            FeedAddress::Topic { name }
        }
        Feed::Folder { path, files } => {
            let folder = feeds.folder_or(&path, || FolderFeed::new(&path));
            for file in files {
                folder.add(when(file.time), &file.name, file.data.0);
            }
            FeedAddress::Folder { path }
        }
    }
}
