//! `zipWithIndex` and `zipWithUniqueId`: each record with a number.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::rdd::Rdd;

impl Rdd {
    /// Each record with its position in the RDD; runs a counting job when there is more than one
    /// partition (`RDD.zipWithIndex`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['a', 'b', 'c']", 2);
    /// let numbered = rdd.zip_with_index(&mut example.vm).unwrap();
    /// assert_eq!(example.layout(&numbered), "[[('a', 0)], [('b', 1), ('c', 2)]]");
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`].
    pub fn zip_with_index(&self, vm: &mut Vm) -> crate::Result<Rdd> {
        let mut starts = vec![Value::Int(0)];
        if self.partitions() > 1 {
            let mut sizes = self.partition_sizes(vm)?;
            sizes.pop();
            let mut start = 0_usize;
            for size in sizes {
                start += size;
                starts.push(Value::from(start));
            }
        }
        let arguments = vec![Value::list(starts)];
        Ok(self.then(Step::new("zipWithIndex", open, arguments), false))
    }

    /// Each record with `position * n + partition`, without a job (`RDD.zipWithUniqueId`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['a', 'b', 'c']", 2);
    /// let numbered = rdd.zip_with_unique_id();
    /// assert_eq!(example.layout(&numbered), "[[('a', 0)], [('b', 1), ('c', 3)]]");
    /// ```
    pub fn zip_with_unique_id(&self) -> Rdd {
        let arguments = vec![Value::from(self.partitions())];
        self.then(Step::new("zipWithUniqueId", open_unique, arguments), false)
    }
}

fn open(vm: &mut Vm, partition: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let start = vm.get_item(&arguments[0], &Value::from(partition))?;
    let start = vm.to_i64(&start)?;
    Ok(numbered(input, start, 1))
}

fn open_unique(
    vm: &mut Vm,
    partition: usize,
    arguments: &[Value],
    input: Records,
) -> Result<Records> {
    let partitions = vm.to_i64(&arguments[0])?;
    Ok(numbered(input, partition as i64, partitions))
}

fn numbered(mut input: Records, mut number: i64, step: i64) -> Records {
    from_fn(move |vm| {
        let Some(record) = input.next(vm)? else {
            return Ok(None);
        };
        let pair = Value::tuple(vec![record, Value::Int(number)]);
        number += step;
        Ok(Some(pair))
    })
}
