//! The node of `StreamingContext.union`.

use brooklet_python::Vm;

use super::BatchTime;
use super::node::{Compute, Node};
use crate::error::{Error, Result};
use crate::rdd::Rdd;

/// The union of the RDDs of its parents, in their order.
///
/// Source: `UnionDStream`.
pub(crate) struct United {
    pub(crate) parents: Vec<Node>,
}

impl Compute for United {
    fn class_name(&self) -> &'static str {
        "UnionDStream"
    }

    fn parents(&self) -> Vec<Node> {
        self.parents.clone()
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let mut rdds = Vec::with_capacity(self.parents.len());
        for parent in &self.parents {
            let Some(rdd) = parent.rdd(vm, time)? else {
                return Err(Error::spark(format!(
                    "Could not generate RDD from a parent for unifying at time {time}"
                )));
            };
            rdds.push(rdd);
        }
        node.unite(vm, &rdds).map(Some)
    }
}
