use serde::Serialize;

use crate::FeedBytes;

/// What `brooklet bridge` sends of a topic: a message of its WebSocket is one of these, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum TopicMessage {
    /// The first message: where the records begin that follow.
    Begin {
        /// The topic.
        topic: String,
        /// The offset of the next record of each partition.
        next: Vec<i64>,
    },
    /// A record; those of a partition come in the order of their offsets.
    Record {
        /// The topic.
        topic: String,
        /// The partition, from 0.
        partition: u32,
        /// Its offset in the partition.
        offset: i64,
        /// Its key, if it has one.
        key: Option<FeedBytes>,
        /// Its value, if it has one.
        value: Option<FeedBytes>,
        /// When it was produced, as the broker tells it: milliseconds since 1970.
        timestamp: i64,
    },
}
