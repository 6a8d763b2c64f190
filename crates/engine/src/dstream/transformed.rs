//! The node of `DStream.transform` and of all operators that are built on it.

use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::node::{Compute, Node};
use super::rdd_function::RddFunction;
use crate::error::Result;
use crate::rdd::Rdd;

/// A function of one parent's RDD. No RDD of the parent, no RDD here.
///
/// Source: `PythonTransformedDStream`.
pub(crate) struct Transformed {
    pub(crate) parent: Node,
    pub(crate) function: RddFunction,
}

impl Compute for Transformed {
    fn class_name(&self) -> &'static str {
        "PythonTransformedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        vec![self.parent.clone()]
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let Some(rdd) = self.parent.rdd(vm, time)? else {
            return Ok(None);
        };
        let given = self.function.call(vm, time, vec![rdd.into()])?;
        match given.outcome(vm)? {
            Some(rdd) => node.hand_on(vm, &rdd).map(Some),
            None => Ok(None),
        }
    }

    fn functions(&self) -> Vec<Value> {
        self.function.functions().to_vec()
    }
}
