//! Output operations: the sinks of the graph.

use brooklet_python::{Value, Vm};
use brooklet_source::Span;

use super::BatchTime;
use super::node::Node;
use crate::error::Result;
use crate::rdd::Rdd;

/// What an output does with the RDD of a batch; it runs when the batch's jobs run.
pub type OutputAction = Box<dyn Fn(&mut Vm, BatchTime, &Rdd) -> Result<()>>;

/// Where an output was defined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutputSite {
    /// The operation's name in PySpark.
    pub operator: &'static str,
    /// The call in the program's text.
    pub span: Option<Span>,
    /// The number of the stream that is put out, as the `pyspark` layer counts.
    pub stream: u32,
}

/// An output operation: `foreachRDD` and what is built on it.
///
/// Source: `ForEachDStream`.
pub struct Output {
    /// Its number, in the order of registration, from 0.
    pub id: u32,
    /// Where it was defined.
    pub site: OutputSite,
    pub(crate) parent: Node,
    /// The functions of the program in it, which a checkpoint of the graph pickles.
    pub(crate) functions: Vec<Value>,
    pub(crate) action: OutputAction,
}
