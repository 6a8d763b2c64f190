//! The node of `DStream.window`.

use brooklet_python::Vm;

use super::BatchTime;
use super::node::{Compute, Node};
use crate::error::Result;
use crate::rdd::Rdd;

/// The union of the parent's RDDs in the window, the oldest first.
///
/// Making it caches the parent's RDDs, which every window holds again. Source: `WindowedDStream`.
pub(crate) struct Windowed {
    pub(crate) parent: Node,
    pub(crate) window_ms: i64,
    pub(crate) slide_ms: i64,
}

impl Compute for Windowed {
    fn class_name(&self) -> &'static str {
        "WindowedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        vec![self.parent.clone()]
    }

    fn slide_ms(&self) -> i64 {
        self.slide_ms
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let oldest = time.minus(self.window_ms).plus(self.parent.slide_ms());
        let rdds = self.parent.slice(vm, oldest, time)?;
        node.unite(vm, &rdds).map(Some)
    }

    fn parent_remember_ms(&self, own_ms: i64) -> i64 {
        own_ms + self.window_ms
    }

    fn persist_target(&self) -> Option<Node> {
        Some(self.parent.clone())
    }
}
