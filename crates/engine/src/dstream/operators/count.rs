//! `count`: how many records a batch has.

use brooklet_python::Value;
use brooklet_python::value::iterate;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::dstream::DStream;
use crate::partition::Records;
use crate::plan::Step;

impl DStream {
    /// How many records a batch has: one partition with one number, or with none for an RDD
    /// without partitions. Source: `DStream.count`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[['a', 'b', 'c'], []]");
    /// let stream = queue.count();
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[3]]", "[[0]]"]);
    /// ```
    #[must_use]
    pub fn count(&self) -> DStream {
        self.then(Step::new("count", open_count, Vec::new()), false)
            .reduce(&Value::native("add", add))
    }
}

fn open_count(vm: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    let mut count = 0_usize;
    while input.next(vm)?.is_some() {
        count += 1;
    }
    Ok(Records::new(iterate(vec![Value::from(count)])))
}

/// `operator.add`.
pub(super) fn add(vm: &mut Vm, args: brooklet_python::Args) -> Result<Value> {
    vm.binary(BinaryOp::Add, &args[0], &args[1])
}

/// `operator.sub`.
pub(super) fn subtract(vm: &mut Vm, args: brooklet_python::Args) -> Result<Value> {
    vm.binary(BinaryOp::Subtract, &args[0], &args[1])
}
