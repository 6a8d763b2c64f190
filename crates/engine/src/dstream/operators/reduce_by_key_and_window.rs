//! `reduceByKeyAndWindow`: the values of each key in the last batches reduced to one.

use std::cell::Cell;

use brooklet_python::Value;

use crate::dstream::DStream;
use crate::dstream::node::Node;
use crate::dstream::reduced_window::ReducedWindow;
use crate::error::Result;
use crate::partition::Serializer;
use crate::partition::StorageLevel;

/// A window over which values are reduced by key.
#[derive(Clone)]
pub struct KeyedWindow {
    /// Reduces two values.
    pub function: Value,
    /// Takes a value out again; without it every window is reduced anew from its batches.
    pub inverse: Option<Value>,
    /// How long the window is, in milliseconds.
    pub window_ms: i64,
    /// The time between two windows, in milliseconds; the parent's slide if not given.
    pub slide_ms: Option<i64>,
    /// How many partitions there are.
    pub partitions: usize,
    /// Keeps a pair, where there is an inverse; else it is ignored.
    pub filter: Option<Value>,
}

impl KeyedWindow {
    /// How many slides a window must span for its result to be made from the one before.
    pub const FEWEST_SLIDES_FOR_INVERSE: i64 = 5;
}

impl DStream {
    /// Each key with its values in the window reduced to one. With an inverse function a window
    /// of at least five slides is made from the window before it, and a checkpoint directory is
    /// needed whatever the window. Source: `DStream.reduceByKeyAndWindow`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1)], [('b', 2)], []]");
    /// let stream = {
    ///     let (add, subtract) = ("lambda a, b: a + b", "lambda a, b: a - b");
    ///     let window = brooklet_engine::dstream::KeyedWindow {
    ///         function: example.value(add),
    ///         inverse: Some(example.value(subtract)),
    ///         window_ms: 5000,
    ///         slide_ms: None,
    ///         partitions: 1,
    ///         filter: None,
    ///     };
    ///     queue.reduce_by_key_and_window(window).unwrap()
    /// };
    /// let batches = example.batches(&stream, 6);
    /// assert_eq!(batches, ["[[('a', 1)]]", "[[('a', 1), ('b', 2)]]", "[[('a', 1), ('b', 2)]]", "[[('a', 1), ('b', 2)]]", "[[('a', 1), ('b', 2)]]", "[[('a', 0), ('b', 2)]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn reduce_by_key_and_window(&self, window: KeyedWindow) -> Result<DStream> {
        let KeyedWindow {
            function,
            inverse,
            window_ms,
            slide_ms,
            partitions,
            filter,
        } = window;
        let reduced = self.reduce_by_key(&function, partitions);
        let Some(inverse) = inverse else {
            let window = reduced.window(window_ms, slide_ms)?;
            return Ok(window.reduce_by_key(&function, partitions));
        };
        let parent = reduced.node()?;
        let slide_ms = slide_ms.unwrap_or_else(|| parent.slide_ms());
        let window = ReducedWindow {
            parent,
            function,
            inverse,
            filter,
            partitions,
            window_ms,
            slide_ms,
            is_recovered: Cell::new(false),
        };
        let node = Node::new(self.context().lifecycle(), window, Serializer::Auto)?;
        node.persist(StorageLevel::MEMORY_OBJECTS)?;
        Ok(DStream::of_node(self.context(), node))
    }
}
