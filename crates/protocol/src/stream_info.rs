use serde::Serialize;

use crate::{FeedAddress, Place};

/// A DStream that the program defined: a node of the graph on the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StreamInfo {
    /// Its number, in the order of definition, from 0.
    pub id: u32,
    /// The method that defined it, as PySpark names it.
    pub operator: String,
    /// That call in the program's text, the expression whose method it is included: calls of one
    /// chain begin where the chain begins, and end where each of them ends.
    pub place: Option<Place>,
    /// The streams that it reads, the one whose method it is first; none for an input.
    pub parents: Vec<u32>,
    /// The time between two of its RDDs, in milliseconds.
    pub slide_ms: i64,
    /// How far back its window reaches, in milliseconds, if it has one.
    pub window_ms: Option<i64>,
    /// Whether it keeps state from batch to batch.
    pub is_stateful: bool,
    /// The feeds that it reads, if it is an input that reads any: they need not exist.
    pub feeds: Vec<FeedAddress>,
}
