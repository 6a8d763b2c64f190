//! Shuffles: where a stage ends and its records move to other partitions.

use std::fmt;
use std::sync::Arc;

use brooklet_python::Value;
use brooklet_python::pickle::Pickled;
use brooklet_python::vm::Vm;

use super::{Pipeline, Plan, TaskContext, XorShift, partition_of, unpack_pair};
use crate::error::Error;
use crate::partition::{
    Block, BlockOwner, BlockStore, Chunk, OwnedBlocks, Partition, pickle_records,
};
use crate::task::TaskError;

/// A shuffle: what its map tasks write, and into how many partitions. What they have written is in
/// the block store: a block a map task, a partition in it for each reduce partition.
pub(crate) struct Shuffle {
    writer: Writer,
    partitions: usize,
    blocks: OwnedBlocks,
}

/// Where the program asked for a shuffle.
#[derive(Clone, Debug)]
pub(crate) struct CallSite {
    method: String,
    file: String,
    line: u32,
}

impl CallSite {
    /// The call that the program is in.
    pub(crate) fn current(vm: &Vm) -> Option<CallSite> {
        let (method, file, line) = vm.current_call()?;
        let file = file.to_string();
        Some(CallSite { method, file, line })
    }
}

impl fmt::Display for CallSite {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at {}:{}", self.method, self.file, self.line)
    }
}

/// How records are given to reduce partitions.
enum Writer {
    /// By the hash of their key, after the steps of a pipeline (`RDD.partitionBy`).
    ByKey {
        pipeline: Pipeline,
        function: Pickled,
        call_site: Option<CallSite>,
    },
    /// Chunk by chunk, round robin from a start that depends on the partition (`RDD.coalesce` with a shuffle).
    ByChunk { parent: Arc<Plan> },
}

impl Shuffle {
    /// A shuffle by key; a `function` of `None` is `portable_hash`.
    pub(crate) fn by_key(
        store: &Arc<BlockStore>,
        pipeline: Pipeline,
        function: Pickled,
        call_site: Option<CallSite>,
        partitions: usize,
    ) -> Arc<Shuffle> {
        let writer = Writer::ByKey {
            pipeline,
            function,
            call_site,
        };
        Shuffle::new(store, writer, partitions)
    }

    /// A shuffle of whole chunks.
    pub(crate) fn by_chunk(
        store: &Arc<BlockStore>,
        parent: Arc<Plan>,
        partitions: usize,
    ) -> Arc<Shuffle> {
        Shuffle::new(store, Writer::ByChunk { parent }, partitions)
    }

    fn new(store: &Arc<BlockStore>, writer: Writer, partitions: usize) -> Arc<Shuffle> {
        Arc::new(Shuffle {
            writer,
            partitions,
            blocks: OwnedBlocks::new(store),
        })
    }

    /// Whose its blocks are.
    pub(crate) fn owner(&self) -> BlockOwner {
        self.blocks.owner()
    }

    /// The plan that its map side reads.
    pub(crate) fn parent(&self) -> &Arc<Plan> {
        match &self.writer {
            Writer::ByKey { pipeline, .. } => &pipeline.base,
            Writer::ByChunk { parent } => parent,
        }
    }

    /// Why its map side cannot run, known before any task does.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match &self.writer {
            Writer::ByKey { pipeline, .. } => pipeline.check(),
            Writer::ByChunk { .. } => Ok(()),
        }
    }

    /// The last operator of its map side.
    pub(crate) fn operator(&self) -> &'static str {
        match &self.writer {
            Writer::ByKey { pipeline, .. } => pipeline.operator().unwrap_or("partitionBy"),
            Writer::ByChunk { .. } => "repartition",
        }
    }

    /// Where the program asked for it, if it is one by key.
    pub(crate) fn call_site(&self) -> Option<String> {
        match &self.writer {
            Writer::ByKey { call_site, .. } => Some(match call_site {
                Some(call_site) => call_site.to_string(),
                None => "RDD at PythonRDD.scala:59".to_owned(),
            }),
            Writer::ByChunk { .. } => None,
        }
    }

    /// How many reduce partitions there are.
    pub(crate) fn partitions(&self) -> usize {
        self.partitions
    }

    /// Map tasks whose output is missing.
    pub(crate) fn missing(&self, store: &BlockStore) -> Vec<usize> {
        let outputs = store.blocks(self.owner(), self.parent().partitions());
        let missing = outputs.iter().enumerate();
        missing
            .filter(|(_, output)| output.is_none())
            .map(|(at, _)| at)
            .collect()
    }

    /// Keeps what a map task wrote.
    pub(crate) fn put(&self, store: &BlockStore, task: usize, output: Block) {
        store.put(self.blocks.id(task), output);
    }

    /// A reduce partition: what the map tasks wrote for it, in their order.
    pub(crate) fn fetch(&self, store: &BlockStore, partition: usize) -> Partition {
        let outputs = store.blocks(self.owner(), self.parent().partitions());
        let parts = outputs.iter().flatten();
        Partition::concatenate(parts.map(|output| output.partition(partition).clone()))
    }

    /// Runs a map task.
    pub(crate) fn write(
        &self,
        task: &mut TaskContext<'_>,
        index: usize,
    ) -> Result<Block, TaskError> {
        let written = match &self.writer {
            Writer::ByKey {
                pipeline, function, ..
            } => self.write_by_key(task, index, pipeline, function)?,
            Writer::ByChunk { parent } => {
                let mut written = vec![Vec::new(); self.partitions];
                let start = XorShift::new(index as u64).next_int(self.partitions as u32);
                let mut position = start as usize;
                for chunk in parent.partition(task, index)?.chunks() {
                    position += 1;
                    written[position % self.partitions].push(chunk.clone());
                }
                written
            }
        };
        Ok(Block::new(
            written.into_iter().map(Partition::new).collect(),
        ))
    }

    /// PySpark flushes its buckets, each into a chunk, after so many records: first ten for each
    /// partition (1000 at most), then half as many again each time.
    fn write_by_key(
        &self,
        task: &mut TaskContext<'_>,
        index: usize,
        pipeline: &Pipeline,
        function: &Pickled,
    ) -> Result<Vec<Vec<Chunk>>, TaskError> {
        let mut records = pipeline.open(task, index)?;
        let vm = &mut *task.vm;
        let function = function.unpickle(vm)?;
        let mut written = vec![Vec::new(); self.partitions];
        let mut buckets: Vec<Vec<Value>> = vec![Vec::new(); self.partitions];
        let mut flush_after = (10 * self.partitions).min(1000) as f64;
        let mut count = 0_usize;
        while let Some(record) = records.next(vm)? {
            let (key, value) = unpack_pair(vm, &record)?;
            let partition = partition_of(vm, &function, &key, self.partitions)?;
            let pair = match record {
                Value::Tuple(_) => record,
                _ => Value::tuple(vec![key, value]),
            };
            buckets[partition].push(pair);
            count += 1;
            if count as f64 > flush_after {
                flush(vm, &mut buckets, &mut written)?;
                flush_after *= 1.5;
                count = 0;
            }
        }
        flush(vm, &mut buckets, &mut written)?;
        drop(records);
        task.take_updates()?;
        Ok(written)
    }
}

fn flush(
    vm: &mut Vm,
    buckets: &mut [Vec<Value>],
    written: &mut [Vec<Chunk>],
) -> brooklet_python::Result<()> {
    for (bucket, written) in buckets.iter_mut().zip(written) {
        if !bucket.is_empty() {
            let rows = std::mem::take(bucket);
            written.push(Chunk::new(pickle_records(vm, &rows)?));
        }
    }
    Ok(())
}
