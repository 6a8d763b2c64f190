//! `window`: the last batches together.

use crate::dstream::DStream;
use crate::dstream::node::Node;
use crate::dstream::windowed::Windowed;
use crate::error::Result;
use crate::partition::StorageLevel;

impl DStream {
    /// The union of the RDDs of the last `window_ms`, the oldest first, every `slide_ms`. The
    /// first windows are shorter. The caller has checked both against this stream's slide.
    ///
    /// Source: `DStream.window`.
    ///
    /// ```
    /// # use brooklet_engine::dstream::StreamExample;
    /// # let mut example = StreamExample::local(2);
    /// let queue = example.queue("[[1], [2], [3]]");
    /// let stream = queue.window(2000, Some(2000)).unwrap();
    /// let batches = example.batches(&stream, 4);
    /// assert_eq!(batches, ["-", "[[], [1], [], [2]]", "-", "[[], [3], []]"]);
    /// ```
    ///
    /// # Errors
    /// `IllegalStateException` once the context has started.
    pub fn window(&self, window_ms: i64, slide_ms: Option<i64>) -> Result<DStream> {
        let parent = self.node()?;
        let slide_ms = slide_ms.unwrap_or_else(|| parent.slide_ms());
        let windowed = Windowed {
            parent: parent.clone(),
            window_ms,
            slide_ms,
        };
        let serializer = self.serializer().clone();
        let node = Node::new(self.context().lifecycle(), windowed, serializer)?;
        parent.persist(StorageLevel::MEMORY_SERIALIZED)?;
        Ok(DStream::of_node(self.context(), node))
    }
}
