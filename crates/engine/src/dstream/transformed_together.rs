//! The node of `StreamingContext.transform`.

use brooklet_python::{Value, Vm};

use super::BatchTime;
use super::node::{Compute, Node};
use super::rdd_function::RddFunction;
use crate::error::{Error, Result};
use crate::rdd::Rdd;

/// A function of the RDDs of any number of parents, which all must have one.
///
/// Source: `TransformedDStream` (Scala's).
pub(crate) struct TransformedTogether {
    pub(crate) parents: Vec<Node>,
    pub(crate) function: RddFunction,
}

impl Compute for TransformedTogether {
    fn class_name(&self) -> &'static str {
        "TransformedDStream"
    }

    fn parents(&self) -> Vec<Node> {
        self.parents.clone()
    }

    fn compute(&self, vm: &mut Vm, node: &Node, time: BatchTime) -> Result<Option<Rdd>> {
        let mut given = Vec::with_capacity(self.parents.len());
        for parent in &self.parents {
            let Some(rdd) = parent.rdd(vm, time)? else {
                return Err(Error::spark(format!(
                    "Couldn't generate RDD from parent at time {time}"
                )));
            };
            given.push(rdd.into());
        }
        let given = self.function.call(vm, time, given)?;
        match given.outcome(vm)? {
            Some(rdd) => node.hand_on(vm, &rdd).map(Some),
            None => Err(Error::spark(
                "Transform function must not return null. Return SparkContext.emptyRDD() instead to \
                 represent no element as the result of transformation.",
            )),
        }
    }

    fn functions(&self) -> Vec<Value> {
        self.function.functions().to_vec()
    }
}
