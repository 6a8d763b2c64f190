//! The node of `DStream.transformWith` and of all operators that are built on it.

use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::node::{Compute, Node};
use super::rdd_function::RddFunction;
use crate::error::Result;
use crate::rdd::Rdd;

/// A function of two parents' RDDs, at the slides of the first. An RDD without partitions stands
/// in for one that is missing.
///
/// Source: `PythonTransformed2DStream`.
pub(crate) struct TransformedWith {
    pub(crate) parents: [Node; 2],
    pub(crate) function: RddFunction,
}

impl Compute for TransformedWith {
    fn class_name(&self) -> &'static str {
        "PythonTransformed2DStream"
    }

    fn parents(&self) -> Vec<Node> {
        self.parents.to_vec()
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let mut given = Vec::with_capacity(2);
        for parent in &self.parents {
            let rdd = match parent.rdd(vm, time)? {
                Some(rdd) => rdd,
                None => node.lifecycle().spark.empty(),
            };
            given.push(rdd.into());
        }
        let given = self.function.call(vm, time, given)?;
        match given.outcome(vm)? {
            Some(rdd) => node.hand_on(vm, &rdd).map(Some),
            None => Ok(None),
        }
    }

    fn functions(&self) -> Vec<Value> {
        self.function.functions().to_vec()
    }
}
