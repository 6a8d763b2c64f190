//! `stats`: count, mean, variance and extremes of numbers (`RDD.stats`).

use brooklet_python::Value;
use brooklet_python::value::iterate;
use brooklet_python::vm::{Result, Vm};

use crate::error::Error;
use crate::partition::Records;
use crate::plan::Step;
use crate::rdd::Rdd;
use crate::rdd::StatCounter;

impl Rdd {
    /// The statistics of the partitions, merged in order.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 3, 4]", 2);
    /// let stats = rdd.stats(&mut example.vm).unwrap();
    /// assert_eq!((stats.mean, stats.variance(), stats.max), (2.5, 1.25, 4.0));
    /// ```
    ///
    /// # Errors
    /// `ValueError` for an RDD without partitions; as [`Rdd::collect`]; `TypeError` for records
    /// that are no numbers.
    pub fn stats(&self, vm: &mut Vm) -> crate::Result<StatCounter> {
        let counters = self.then(Step::new("stats", open, Vec::new()), false);
        let mut merged: Option<StatCounter> = None;
        for counter in counters.collect(vm)? {
            let counter = StatCounter::from_value(vm, &counter)?;
            match &mut merged {
                Some(merged) => merged.merge_stats(&counter),
                None => merged = Some(counter),
            }
        }
        match merged {
            Some(merged) => Ok(merged),
            None => {
                let raise = vm.value_error("Can not reduce() empty RDD");
                Err(Error::Raised(raise))
            }
        }
    }
}

fn open(vm: &mut Vm, _: usize, _: &[Value], mut input: Records) -> Result<Records> {
    let mut counter = StatCounter::default();
    while let Some(record) = input.next(vm)? {
        counter.merge(vm, &record)?;
    }
    Ok(Records::new(iterate(vec![counter.to_value()])))
}
