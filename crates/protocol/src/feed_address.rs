use serde::Serialize;

/// Which feed: what a program calls it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum FeedAddress {
    /// A server.
    Socket {
        /// Its host.
        host: String,
        /// Its port, which may be one that no server can have.
        port: i64,
    },
    /// A topic.
    Topic {
        /// Its name.
        name: String,
    },
    /// A folder.
    Folder {
        /// Its path.
        path: String,
    },
}
