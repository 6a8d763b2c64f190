//! `coalesce` and `repartition`: another number of partitions.

use brooklet_python::vm::Vm;

use crate::error::{Error, Result};
use crate::partition::Serializer;
use crate::plan::Shuffle;
use crate::plan::physical::{CoalescedRdd, ShuffledRdd};
use crate::rdd::Rdd;

/// The largest chunk that `repartition` moves, in records.
const CHUNK: usize = 10;

impl Rdd {
    /// Puts neighbouring partitions together; never makes more (`RDD.coalesce`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[0, 1, 2, 3, 4]", 5);
    /// let fewer = rdd.coalesce(&mut example.vm, 2).unwrap();
    /// assert_eq!(example.layout(&fewer), "[[0, 1], [2, 3, 4]]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for less than one partition; what pickling a function raises.
    pub fn coalesce(&self, vm: &mut Vm, partitions: i64) -> Result<Rdd> {
        let partitions = positive(vm, partitions)?;
        let node = CoalescedRdd::new(self.realize(vm)?, partitions);
        let plan = self.context().plan(node, None);
        Ok(Rdd::physical(
            self.context(),
            plan,
            self.serializer().clone(),
            None,
        ))
    }

    /// Moves chunks of ten records round robin (`RDD.repartition`): the first chunk of partition
    /// `i` goes to `(R(i, n) + 1) % n`, R being the first draw of an
    /// [`XorShift`](crate::XorShift) seeded with `i`.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(8))", 8);
    /// let moved = rdd.repartition(&mut example.vm, 4).unwrap();
    /// assert_eq!(example.layout(&moved), "[[2, 5, 6], [0, 1], [7], [3, 4]]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` for less than one partition; what pickling a function raises.
    pub fn repartition(&self, vm: &mut Vm, partitions: i64) -> Result<Rdd> {
        let partitions = positive(vm, partitions)?;
        let chunked = self.reserialized(Serializer::Batched(CHUNK));
        let context = self.context();
        let parent = chunked.realize(vm)?;
        let shuffle = Shuffle::by_chunk(context.store(), parent, partitions);
        // The numbered chunks, their shuffle, and its coalescing, whose values this RDD is.
        context.skip_rdd_ids(3);
        let plan = context.plan(ShuffledRdd::new(shuffle), None);
        Ok(Rdd::physical(
            self.context(),
            plan,
            chunked.serializer().clone(),
            None,
        ))
    }
}

fn positive(vm: &Vm, partitions: i64) -> Result<usize> {
    match usize::try_from(partitions) {
        Ok(partitions) if partitions > 0 => Ok(partitions),
        _ => {
            let raise = vm.value_error("Number of partitions must be positive.");
            Err(Error::Raised(raise))
        }
    }
}
