//! `updateStateByKey`: a value kept for every key, updated in every batch.

use brooklet_python::Value;

use crate::dstream::DStream;
use crate::dstream::keyed_state::KeyedState;
use crate::dstream::node::Node;
use crate::error::Result;
use crate::rdd::Rdd;
use crate::serializer::Serializer;

impl DStream {
    /// Pairs of each key and its state after every batch, starting from `initial`. The function
    /// gets the batch's values of a key and the key's state before; `None` removes the key. Needs
    /// a checkpoint directory. Source: `DStream.updateStateByKey`.
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
        node.persist()?;
        Ok(DStream::of_node(self.context(), node))
    }
}
