//! `partitionBy`: pairs go to the partition of their key (`RDD.partitionBy`).

use brooklet_python::vm::Vm;

use crate::partition::{Serializer, pickle_record};
use crate::plan::physical::ShuffledRdd;
use crate::plan::{CallSite, Shuffle};
use crate::rdd::{PartitionFunction, Partitioner, Rdd};

impl Rdd {
    /// Partition `function(key) % partitions` gets the pair; there, pairs are ordered by input
    /// partition and position. An RDD that has this partitioner already is given back as it is.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # use brooklet_engine::PartitionFunction;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[(1, 'a'), (2, 'b'), (3, 'c')]", 2);
    /// let hash = PartitionFunction::Portable;
    /// let partitioned = rdd.partition_by(&mut example.vm, Some(2), &hash).unwrap();
    /// assert_eq!(example.layout(&partitioned), "[[(2, 'b')], [(1, 'a'), (3, 'c')]]");
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
            context.store(),
            pipeline,
            pickled,
            CallSite::current(vm),
            partitioner.partitions,
        );
        // The keyed records, their pairs, and the shuffle, whose values this RDD is.
        context.skip_rdd_ids(3);
        let plan = context.plan(ShuffledRdd::new(shuffle), Some(partitioner.of_jvm(context)));
        Ok(Rdd::physical(
            context,
            plan,
            Serializer::Unlimited,
            Some(partitioner),
        ))
    }
}
