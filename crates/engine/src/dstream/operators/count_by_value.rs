//! `countByValue`: how often each record occurs in a batch.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use super::count::add;
use crate::dstream::DStream;
use crate::partition::{Records, from_fn};
use crate::plan::Step;

impl DStream {
    /// Pairs of each record, which must have a hash, and how often it occurs.
    /// Source: `DStream.countByValue`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[['a', 'b', 'a']]");
    /// let stream = queue.count_by_value();
    /// let batches = example.batches(&stream, 1);
    /// assert_eq!(batches, ["[[('b', 1)], [('a', 2)]]"]);
    /// ```
    #[must_use]
    pub fn count_by_value(&self) -> DStream {
        let partitions = self.default_partitions();
        self.with_one()
            .reduce_by_key(&Value::native("add", add), partitions)
    }

    /// Each record with the number 1.
    pub(super) fn with_one(&self) -> DStream {
        self.then(Step::new("map", open_with_one, Vec::new()), false)
    }
}

fn open_with_one(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    Ok(from_fn(move |vm| {
        let record = input.next(vm)?;
        Ok(record.map(|record| Value::tuple(vec![record, Value::Int(1)])))
    }))
}
