//! `sortByKey`, `sortBy` and `repartitionAndSortWithinPartitions`.

use brooklet_python::Value;
use brooklet_python::value::{Args, iterate};
use brooklet_python::vm::{Result, Vm};

use super::partial::{bound, partial};
use crate::error::Error;
use crate::partition::Records;
use crate::plan::{Step, part};
use crate::rdd::{PartitionFunction, Rdd};

/// How many keys are sampled for each partition, to find the bounds.
const SAMPLES: f64 = 20.0;

impl Rdd {
    /// Pairs in the order of their keys (or of what `key` gives for them), equal keys in the order
    /// in which they came (`RDD.sortByKey`).
    ///
    /// For one partition, the RDD is coalesced. For more, a job counts the records and another one
    /// samples keys, of which equally spaced ones become the bounds of the partitions. A key goes
    /// to the partition of the first bound that is not less than what `key` gives for the key;
    /// `key` is not called for the bounds.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[(3, 'c'), (1, 'a'), (2, 'b')]", 2);
    /// let sorted = rdd.sort_by_key(&mut example.vm, true, None, None).unwrap();
    /// assert_eq!(example.layout(&sorted), "[[(1, 'a'), (2, 'b')], [(3, 'c')]]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`]; `TypeError` for keys that cannot be compared.
    pub fn sort_by_key(
        &self,
        vm: &mut Vm,
        ascending: bool,
        partitions: Option<usize>,
        key: Option<&Value>,
    ) -> crate::Result<Rdd> {
        let partitions = partitions.unwrap_or_else(|| self.default_reduce_partitions());
        let sort = sort_step(ascending, key);
        if partitions == 1 {
            let whole = match self.partitions() > 1 {
                true => self.coalesce(vm, 1)?,
                false => self.clone(),
            };
            return Ok(whole.then(sort, true));
        }
        let count = self.count(vm)?;
        if count == 0 {
            return Ok(self.clone());
        }
        let fraction = (partitions as f64 * SAMPLES / count as f64).min(1.0);
        let sampled = self.sample(vm, false, &Value::Float(fraction), Some(&Value::Int(1)))?;
        let mut keys = sampled.keys().collect(vm)?;
        vm.sort(&mut keys, key, false)?;
        let mut bounds = Vec::with_capacity(partitions.saturating_sub(1));
        for at in 1..partitions {
            let at = (keys.len() as f64 * at as f64 / partitions as f64) as usize;
            let Some(bound) = keys.get(at) else {
                return Err(Error::Raised(vm.index_error("list index out of range")));
            };
            bounds.push(bound.clone());
        }
        let values = vec![
            Value::list(bounds),
            key.cloned().unwrap_or_default(),
            Value::Bool(ascending),
        ];
        let function = PartitionFunction::Program(partial(range_partition, values));
        let partitioned = self.partition_by(vm, Some(partitions), &function)?;
        Ok(partitioned.then(sort, true))
    }

    /// Records in the order of what the function gives for them (`RDD.sortBy`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[3, 1, 2]", 2);
    /// let negative = example.value("lambda x: -x");
    /// let sorted = rdd.sort_by(&mut example.vm, &negative, true, Some(1)).unwrap();
    /// assert_eq!(example.layout(&sorted), "[[3, 2, 1]]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::sort_by_key`].
    pub fn sort_by(
        &self,
        vm: &mut Vm,
        function: &Value,
        ascending: bool,
        partitions: Option<usize>,
    ) -> crate::Result<Rdd> {
        let keyed = self.key_by(function);
        Ok(keyed.sort_by_key(vm, ascending, partitions, None)?.values())
    }

    /// Pairs in the partitions that `hash` says, each in the order of its keys
    /// (`RDD.repartitionAndSortWithinPartitions`).
    ///
    /// # Errors
    /// What pickling a function raises.
    pub fn repartition_and_sort(
        &self,
        vm: &mut Vm,
        partitions: Option<usize>,
        hash: &PartitionFunction,
        ascending: bool,
        key: Option<&Value>,
    ) -> crate::Result<Rdd> {
        let partitioned = self.partition_by(vm, partitions, hash)?;
        Ok(partitioned.then(sort_step(ascending, key), true))
    }
}

fn sort_step(ascending: bool, key: Option<&Value>) -> Step {
    let arguments = vec![Value::Bool(!ascending), key.cloned().unwrap_or_default()];
    Step::new("sortByKey", open, arguments)
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let mut records = Vec::new();
    while let Some(record) = input.next(vm)? {
        records.push(record);
    }
    let key = partial(key_of, vec![arguments[1].clone()]);
    vm.sort(
        &mut records,
        Some(&key),
        arguments[0].is(&Value::Bool(true)),
    )?;
    Ok(Records::new(iterate(records)))
}

/// What a pair is sorted by; the key function, or `None`, is bound.
fn key_of(vm: &mut Vm, args: Args) -> Result<Value> {
    let key = part(vm, &args[1], 0)?;
    apply(vm, &bound(&args[0], 0), key)
}

fn apply(vm: &mut Vm, function: &Value, key: Value) -> Result<Value> {
    match function {
        Value::None => Ok(key),
        function => vm.call_one(function, key),
    }
}

/// The partition of a key: the number of bounds less than it, counted from the end when
/// descending; bounds, key function and direction are bound.
fn range_partition(vm: &mut Vm, args: Args) -> Result<Value> {
    let key = apply(vm, &bound(&args[0], 1), args[1].clone())?;
    let Value::List(bounds) = bound(&args[0], 0) else {
        return Ok(Value::Int(0));
    };
    let bounds = bounds.to_vec();
    let (mut low, mut high) = (0, bounds.len());
    while low < high {
        let middle = (low + high) / 2;
        match vm.less(&bounds[middle], &key)? {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    let ascending = bound(&args[0], 2).is(&Value::Bool(true));
    Ok(Value::from(match ascending {
        true => low,
        false => bounds.len() - low,
    }))
}
