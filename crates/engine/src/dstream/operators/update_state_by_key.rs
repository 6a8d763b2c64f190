//! `updateStateByKey`: a value kept for every key, updated in every batch.

use brooklet_python::Value;

use crate::dstream::DStream;
use crate::dstream::keyed_state::KeyedState;
use crate::dstream::node::Node;
use crate::error::Result;
use crate::partition::Serializer;
use crate::partition::StorageLevel;
use crate::rdd::Rdd;

impl DStream {
    /// Pairs of each key and its state after every batch, starting from `initial`. The function
    /// gets the batch's values of a key and the key's state before; `None` removes the key. Needs
    /// a checkpoint directory. Source: `DStream.updateStateByKey`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[('a', 1), ('b', 2), ('a', 3)], [('b', 20)], [('c', 1)]]");
    /// let stream = {
    ///     let sum = example.value("lambda new, old: sum(new) + (old or 0)");
    ///     queue.update_state_by_key(&sum, 2, None).unwrap()
    /// };
    /// let batches = example.batches(&stream, 3);
    /// assert_eq!(batches, ["[[('b', 2)], [('a', 4)]]", "[[('b', 22)], [('a', 4)]]", "[[('b', 22), ('c', 1)], [('a', 4)]]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn update_state_by_key(
        &self,
        update: &Value,
        partitions: usize,
        initial: Option<Rdd>,
    ) -> Result<DStream> {
        let state = KeyedState {
            parent: self.node()?,
            update: update.clone(),
            partitions,
            initial,
        };
        let node = Node::new(self.context().lifecycle(), state, Serializer::Auto)?;
        node.persist(StorageLevel::MEMORY_OBJECTS)?;
        Ok(DStream::of_node(self.context(), node))
    }
}
