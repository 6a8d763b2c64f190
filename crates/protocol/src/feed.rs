use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// What the world sends to a program: a part of the program's document, as its text is.
///
/// The same feeds give the same run: the times in them are those of the virtual clock.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Feed {
    /// A server that programs connect to, as `nc -lk 9999` is one. Every connection is sent all
    /// that arrives while it is there, and what arrived when nobody was.
    Socket {
        /// Its host, as the program calls it.
        host: String,
        /// Its port.
        port: u32,
        /// When it begins to listen; from the start when absent. Connections before are refused.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        listens_from: Option<ArrivalTime>,
        /// What it sends, in the order of sending where times are equal.
        arrivals: Vec<SocketArrival>,
    },
    /// A topic of a Kafka broker.
    Topic {
        /// Its name.
        name: String,
        /// The records of each partition, in the order of their offsets.
        partitions: Vec<Vec<TopicRecord>>,
    },
    /// A folder in which files appear.
    Folder {
        /// Its path, as the program calls it.
        path: String,
        /// The files.
        files: Vec<FolderFile>,
    },
}

/// When something arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ArrivalTime {
    /// So many milliseconds after the virtual clock began.
    Ms(i64),
    /// In time for a batch of the first streaming context, from 1: all of it together, 400 ms before
    /// the batch.
    Batch(u32),
    /// At the present moment of the virtual clock.
    Now,
}

/// What a server sends at once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SocketArrival {
    /// When it arrives.
    pub time: ArrivalTime,
    /// The bytes, line ends included.
    pub data: FeedBytes,
    /// Whether the server closes the connections after it. It goes on listening.
    #[serde(default)]
    pub closes: bool,
}

/// A record of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TopicRecord {
    /// When it is produced.
    pub time: ArrivalTime,
    /// Its key, if it has one.
    #[serde(default)]
    pub key: Option<FeedBytes>,
    /// Its value; a record without one marks its key as deleted.
    #[serde(default)]
    pub value: Option<FeedBytes>,
}

/// A file that appears in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FolderFile {
    /// When it appears, complete.
    pub time: ArrivalTime,
    /// Its name in the folder.
    pub name: String,
    /// What is in it.
    pub data: FeedBytes,
}

/// Bytes of a feed: a text stands for its UTF-8.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FeedBytes(
    #[cfg_attr(feature = "typescript", ts(type = "string | Uint8Array | number[]"))] pub Vec<u8>,
);

impl Serialize for FeedBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match str::from_utf8(&self.0) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => serializer.collect_seq(&self.0),
        }
    }
}

impl<'de> Deserialize<'de> for FeedBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FeedBytes, D::Error> {
        struct Bytes;
        impl<'de> Visitor<'de> for Bytes {
            type Value = FeedBytes;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("text or bytes")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<FeedBytes, E> {
                Ok(FeedBytes(text.as_bytes().to_vec()))
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<FeedBytes, E> {
                Ok(FeedBytes(bytes.to_vec()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<FeedBytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = items.next_element()? {
                    bytes.push(byte);
                }
                Ok(FeedBytes(bytes))
            }
        }
        deserializer.deserialize_any(Bytes)
    }
}
