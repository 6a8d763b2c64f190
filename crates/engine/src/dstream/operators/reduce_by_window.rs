//! `reduceByWindow` and `countByWindow`: all records of the last batches in one.

use brooklet_python::Value;
use brooklet_python::vm::{Result as PyResult, Vm};

use super::KeyedWindow;
use super::count::{add, subtract};
use super::reduce::open_values;
use crate::dstream::DStream;
use crate::error::Result;
use crate::partition::{Records, from_fn};
use crate::plan::Step;

impl DStream {
    /// The records of the window reduced to one: they are keyed by 1 and reduced by key into one
    /// partition. Source: `DStream.reduceByWindow`.
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn reduce_by_window(
        &self,
        function: &Value,
        inverse: Option<Value>,
        window_ms: i64,
        slide_ms: Option<i64>,
    ) -> Result<DStream> {
        let keyed = self.then(Step::new("reduceByWindow", open_keyed, Vec::new()), false);
        let reduced = keyed.reduce_by_key_and_window(KeyedWindow {
            function: function.clone(),
            inverse,
            window_ms,
            slide_ms,
            partitions: 1,
            filter: None,
        })?;
        Ok(reduced.then(Step::new("reduceByWindow", open_values, Vec::new()), false))
    }

    /// How many records the window holds. Source: `DStream.countByWindow`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[['a', 'b'], ['a'], ['c']]");
    /// let stream = queue.count_by_window(3000, None).unwrap();
    /// let batches = example.batches(&stream, 6);
    /// assert_eq!(batches, ["[[2]]", "[[3]]", "[[4]]", "[[2]]", "[[1]]", "[[]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn count_by_window(&self, window_ms: i64, slide_ms: Option<i64>) -> Result<DStream> {
        let ones = self.then(Step::new("countByWindow", open_one, Vec::new()), false);
        let add = Value::native("add", add);
        let subtract = Value::native("sub", subtract);
        ones.reduce_by_window(&add, Some(subtract), window_ms, slide_ms)
    }
}

fn open_keyed(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> PyResult<Records> {
    Ok(from_fn(move |vm| {
        let record = input.next(vm)?;
        Ok(record.map(|record| Value::tuple(vec![Value::Int(1), record])))
    }))
}

fn open_one(_: &mut Vm, _: usize, _: &[Value], mut input: Records) -> PyResult<Records> {
    Ok(from_fn(move |vm| {
        Ok(input.next(vm)?.map(|_| Value::Int(1)))
    }))
}
