//! `partitionBy`: place pairs by the hash of their key (`RDD.partitionBy`).

use brooklet_python::vm::Vm;

use crate::partition::pickle_record;
use crate::rdd::physical::ShuffledRdd;
use crate::rdd::{PartitionFunction, Partitioner, Plan, Rdd};
use crate::serializer::Serializer;
use crate::shuffle::{CallSite, Shuffle};

impl Rdd {
    /// Partition `function(key) % partitions` gets the pair; there, pairs are ordered by input
    /// partition and position. An RDD that is placed so already is given back as it is.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[(1, 'a'), (2, 'b'), (3, 'c')]", 2);
    /// let hash = PartitionFunction::Portable;
    /// let placed = rdd.partition_by(&mut example.vm, Some(2), &hash).unwrap();
    /// assert_eq!(example.layout(&placed), "[[(2, 'b')], [(1, 'a'), (3, 'c')]]");
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn partition_by(
        &self,
        vm: &mut Vm,
        partitions: Option<usize>,
        function: &PartitionFunction,
    ) -> crate::Result<Rdd> {
        let partitioner = Partitioner {
            partitions: partitions.unwrap_or_else(|| self.default_reduce_partitions()),
            function: function.clone(),
        };
        if self.partitioner().is_some_and(|own| own.same(&partitioner)) {
            return Ok(self.clone());
        }
        let context = self.context();
        let pipeline = self.pipeline(vm)?;
        let pickled = pickle_record(vm, &function.to_value())?;
        let shuffle = Shuffle::by_key(
            pipeline,
            pickled,
            CallSite::current(vm),
            partitioner.partitions,
        );
        let placed_by = partitioner.placed_by(context);
        let node = Box::new(ShuffledRdd::new(shuffle));
        // The keyed records, their pairs, and the shuffle, whose values this RDD is.
        context.skip_rdd_ids(3);
        let plan = Plan::new(context, node, Some(placed_by));
        Ok(Rdd::physical(
            context,
            plan,
            Serializer::Unlimited,
            Some(partitioner),
        ))
    }
}
