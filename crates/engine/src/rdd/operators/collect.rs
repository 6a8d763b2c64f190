//! Jobs that bring records to the driver.

use brooklet_python::Value;
use brooklet_python::vm::Vm;

use crate::error::{Error, Result, TaskFailure};
use crate::partition::Partition;
use crate::rdd::Rdd;

impl Rdd {
    /// All records, in order (`RDD.collect`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[3, 1, 2]", 2);
    /// assert_eq!(rdd.collect(&mut example.vm).unwrap().len(), 3);
    /// ```
    ///
    /// # Errors
    /// What pickling a function raises; [`Error::Job`](crate::Error::Job).
    pub fn collect(&self, vm: &mut Vm) -> Result<Vec<Value>> {
        let all: Vec<usize> = (0..self.partitions()).collect();
        self.run_job(vm, &all)
    }

    /// The records of some partitions, in the order in which they are named (`SparkContext.runJob`).
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn run_job(&self, vm: &mut Vm, partitions: &[usize]) -> Result<Vec<Value>> {
        let mut records = Vec::new();
        for partition in self.compute(vm, partitions)? {
            records.extend(partition.values(vm)?);
        }
        Ok(records)
    }

    /// How many partitions there are, for a program that asks.
    ///
    /// # Errors
    /// What a job would fail with before any task runs: a missing file.
    pub fn checked_partitions(&self) -> Result<usize> {
        self.base().node().map_or(Ok(()), |node| node.check())?;
        Ok(self.partitions())
    }

    /// Some partitions, computed.
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn compute(&self, vm: &mut Vm, partitions: &[usize]) -> Result<Vec<Partition>> {
        let plan = self.realize(vm)?;
        let computed = self.context().scheduler().run_job(vm, &plan, partitions);
        match computed {
            Err(Error::Job(failure)) => match failure.cause {
                TaskFailure::UnequalChunks { left, right } if self.is_physical() => {
                    let message = TaskFailure::unequal_chunks(left, right);
                    Err(Error::Raised(vm.value_error(message)))
                }
                _ => Err(Error::Job(failure)),
            },
            computed => computed,
        }
    }
}
