//! `reduce`: all records of a batch in one.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::dstream::DStream;
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::plan::part;

impl DStream {
    /// The records of a batch reduced to one: each partition from left to right, then their
    /// results from left to right. One partition; empty for an empty batch.
    ///
    /// It keys every record by `None` and reduces by key into one partition, so values need no
    /// hash. Source: `DStream.reduce`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1, 2, 3, 4, 5, 6], []]");
    /// let stream = queue.reduce(&example.value("lambda a, b: a - b"));
    /// let batches = example.batches(&stream, 2);
    /// assert_eq!(batches, ["[[3]]", "[[]]"]);
    /// ```
    #[must_use]
    pub fn reduce(&self, function: &Value) -> DStream {
        self.then(Step::new("reduce", open_keyed, Vec::new()), false)
            .reduce_by_key(function, 1)
            .then(Step::new("reduce", open_values, Vec::new()), false)
    }
}

fn open_keyed(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    Ok(from_fn(move |vm| {
        let record = input.next(vm)?;
        Ok(record.map(|record| Value::tuple(vec![Value::None, record])))
    }))
}

pub(super) fn open_values(
    _: &mut Vm,
    _: usize,
    _: &[Value],
    mut input: Records,
) -> Result<Records> {
    Ok(from_fn(move |vm| match input.next(vm)? {
        Some(pair) => part(vm, &pair, 1).map(Some),
        None => Ok(None),
    }))
}
