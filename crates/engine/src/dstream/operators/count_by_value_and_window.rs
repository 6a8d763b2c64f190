//! `countByValueAndWindow`: how often each record occurs in the last batches.

use brooklet_python::Value;
use brooklet_python::vm::{Result as PyResult, Vm};
use brooklet_python_compiler::bytecode::CompareOp;

use super::KeyedWindow;
use super::count::{add, subtract};
use crate::dstream::DStream;
use crate::error::Result;
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::plan::part;

impl DStream {
    /// Pairs of each record of the window and how often it occurs there, more than zero times.
    /// Source: `DStream.countByValueAndWindow`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[['a'], ['a'], []]");
    /// let stream = queue.count_by_value_and_window(2000, None, 1).unwrap();
    /// let batches = example.batches(&stream, 3);
    /// assert_eq!(batches, ["[[('a', 1)]]", "[[('a', 2)]]", "[[('a', 1)]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn count_by_value_and_window(
        &self,
        window_ms: i64,
        slide_ms: Option<i64>,
        partitions: usize,
    ) -> Result<DStream> {
        let counted = self.with_one().reduce_by_key_and_window(KeyedWindow {
            function: Value::native("add", add),
            inverse: Some(Value::native("sub", subtract)),
            window_ms,
            slide_ms,
            partitions,
            filter: None,
        })?;
        Ok(counted.then(Step::new("filter", open_positive, Vec::new()), true))
    }
}

fn open_positive(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> PyResult<Records> {
    Ok(from_fn(move |vm| {
        while let Some(pair) = input.next(vm)? {
            let count = part(vm, &pair, 1)?;
            let positive = vm.compare(CompareOp::Greater, &count, &Value::Int(0))?;
            if vm.truth(&positive)? {
                return Ok(Some(pair));
            }
        }
        Ok(None)
    }))
}
