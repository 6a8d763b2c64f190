//! `groupByKeyAndWindow`: the values of each key in the last batches together.

use brooklet_python::value::List;
use brooklet_python::vm::{Result as PyResult, Vm};
use brooklet_python::{Args, Value};

use super::KeyedWindow;
use crate::dstream::DStream;
use crate::error::Result;
use crate::partition::Records;
use crate::plan::Step;

use crate::dstream::over_values::over_values;

impl DStream {
    /// Pairs of each key and its values in the window, the oldest first, as `wrap` shows them. A
    /// window of at least five slides keeps keys whose values have all left.
    /// Source: `DStream.groupByKeyAndWindow`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1)], [('a', 2)], [], []]");
    /// let stream = {
    ///     let list = example.value("list");
    ///     queue.group_by_key_and_window(2000, None, 1, &list).unwrap()
    /// };
    /// let batches = example.batches(&stream, 4);
    /// assert_eq!(batches, ["[[('a', [1])]]", "[[('a', [1, 2])]]", "[[('a', [2])]]", "[[]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn group_by_key_and_window(
        &self,
        window_ms: i64,
        slide_ms: Option<i64>,
        partitions: usize,
        wrap: &Value,
    ) -> Result<DStream> {
        let step = Step::new("groupByKeyAndWindow", open_in_lists, Vec::new());
        let grouped = self
            .then(step, true)
            .reduce_by_key_and_window(KeyedWindow {
                function: Value::native("extend", extended),
                inverse: Some(Value::native("drop", without_first)),
                window_ms,
                slide_ms,
                partitions,
                filter: None,
            })?;
        Ok(grouped.map_values(wrap))
    }
}

fn open_in_lists(_: &mut Vm, _: usize, arguments: &[Value], input: Records) -> PyResult<Records> {
    Ok(over_values(input, arguments, |_, _, value| {
        Ok(Some(Value::list(vec![value])))
    }))
}

/// The first list with the items of the second after its own.
fn extended(_: &mut Vm, args: Args) -> PyResult<Value> {
    let more = items(&args[1]).map(List::to_vec).unwrap_or_default();
    if let Some(list) = items(&args[0]) {
        list.borrow_mut().extend(more);
    }
    Ok(args[0].clone())
}

/// The first list without as many items at its beginning as the second has.
fn without_first(_: &mut Vm, args: Args) -> PyResult<Value> {
    let all = items(&args[0]).map(List::to_vec).unwrap_or_default();
    let gone = items(&args[1]).map_or(0, List::len).min(all.len());
    Ok(Value::list(all[gone..].to_vec()))
}

fn items(value: &Value) -> Option<&List> {
    match value {
        Value::List(list) => Some(list),
        _ => None,
    }
}
