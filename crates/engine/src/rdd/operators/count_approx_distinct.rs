//! `countApproxDistinct`: about how many distinct records there are (`RDD.countApproxDistinct`).

use brooklet_python::Value;
use brooklet_python::value::iterate;
use brooklet_python::vm::{Result, Vm};

use crate::error::Error;
use crate::partition::Records;
use crate::plan::Step;
use crate::plan::portable_hash;
use crate::rdd::Rdd;
use crate::rdd::hyper_log_log::HyperLogLog;

/// The highest precision that registers can be numbered with.
const MOST_PRECISE: u32 = 31;

impl Rdd {
    /// An estimate that deviates by about `relative_deviation`, of the lower 32 bits of the
    /// records' hashes.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("['a', 'b', 'a']", 2);
    /// assert_eq!(rdd.count_approx_distinct(&mut example.vm, 0.05).unwrap(), 2);
    /// ```
    ///
    /// # Errors
    /// As [`Rdd::collect`]; `IllegalArgumentException` for a deviation that is too small.
    pub fn count_approx_distinct(
        &self,
        vm: &mut Vm,
        relative_deviation: f64,
    ) -> crate::Result<u64> {
        let precision = HyperLogLog::precision_for(relative_deviation);
        if precision > MOST_PRECISE {
            return Err(Error::Java {
                class: "java.lang.IllegalArgumentException",
                message: "p must be between 4 and sp (inclusive)".to_string(),
            });
        }
        let arguments = vec![Value::Int(i64::from(precision))];
        let counted = self.then(Step::new("countApproxDistinct", open, arguments), false);
        let mut counter = HyperLogLog::new(precision);
        for registers in counted.collect(vm)? {
            for register in vm.collect(&registers)? {
                let register = vm.to_i64(&register)?;
                counter.raise((register >> 8) as u32, register as u8);
            }
        }
        Ok(counter.estimate())
    }
}

/// Gives one record: the registers, each a number whose last byte is its content.
fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let precision = vm.to_i64(&arguments[0])? as u32;
    let mut counter = HyperLogLog::new(precision);
    while let Some(record) = input.next(vm)? {
        counter.offer(portable_hash(vm, &record)? as u32);
    }
    let packed = counter
        .into_registers()
        .map(|(register, run)| Value::Int(i64::from(register) << 8 | i64::from(run)));
    Ok(Records::new(iterate(vec![Value::list(packed.collect())])))
}
