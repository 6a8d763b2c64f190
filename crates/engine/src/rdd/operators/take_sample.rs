//! `takeSample`: so many records at random (`RDD.takeSample`).

use brooklet_python::value::Args;
use brooklet_python::vm::Vm;
use brooklet_python::{Result, Value};

use crate::error::Error;
use crate::rdd::Rdd;

/// The largest sample: ten standard deviations below `sys.maxsize`.
const LARGEST_SAMPLE: i64 = i64::MAX - 30_370_004_999;

impl Rdd {
    /// So many records at random, shuffled on the driver. Without replacement there are fewer if
    /// the RDD has no more. It samples by a fraction that is very likely large enough, and again
    /// if it was not.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(50))", 3);
    /// let seed = example.value("3");
    /// let drawn = rdd.take_sample(&mut example.vm, false, 5, Some(&seed)).unwrap();
    /// assert_eq!(drawn.len(), 5);
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a count that is negative or too large; as [`Rdd::collect`].
    pub fn take_sample(
        &self,
        vm: &mut Vm,
        with_replacement: bool,
        count: i64,
        seed: Option<&Value>,
    ) -> crate::Result<Vec<Value>> {
        if count < 0 {
            let raise = vm.value_error("Sample size cannot be negative.");
            return Err(Error::Raised(raise));
        }
        if count > LARGEST_SAMPLE {
            let message = format!("Sample size cannot be greater than {LARGEST_SAMPLE}.");
            return Err(Error::Raised(vm.value_error(message)));
        }
        if count == 0 || self.partitions() == 0 {
            return Ok(Vec::new());
        }
        let total = self.count(vm)?;
        if total == 0 {
            return Ok(Vec::new());
        }
        let wanted = count as usize;
        let class = vm.import("random")?.globals.get_str("Random");
        let seed = seed.cloned().unwrap_or_default();
        let random = vm.call_one(&class.unwrap_or_default(), seed.clone())?;
        if !with_replacement && wanted >= total {
            let all = self.collect(vm)?;
            return Ok(shuffled(vm, &random, all)?);
        }
        let fraction = fraction_for(wanted as f64, total as f64, with_replacement);
        let fraction = Value::Float(fraction);
        let mut seed = seed;
        loop {
            let sample = self.sample(vm, with_replacement, &fraction, Some(&seed))?;
            let drawn = sample.collect(vm)?;
            if drawn.len() >= wanted {
                let mut drawn = shuffled(vm, &random, drawn)?;
                drawn.truncate(wanted);
                return Ok(drawn);
            }
            let limits = Args::two(Value::Int(0), Value::Int(i64::MAX));
            seed = vm.call_method(&random, "randint", limits)?;
        }
    }
}

fn shuffled(vm: &mut Vm, random: &Value, records: Vec<Value>) -> Result<Vec<Value>> {
    let list = Value::list(records);
    vm.call_method(random, "shuffle", Args::one(list.clone()))?;
    vm.collect(&list)
}

/// A fraction that gives fewer than `wanted` of `total` records with a probability under 0.01 %.
fn fraction_for(wanted: f64, total: f64, with_replacement: bool) -> f64 {
    let fraction = wanted / total;
    if with_replacement {
        let deviations = if wanted < 12.0 { 9.0 } else { 5.0 };
        return fraction + deviations * (fraction / total).sqrt();
    }
    let gamma = -(5e-5_f64.ln()) / total;
    (fraction + gamma + (gamma * gamma + 2.0 * gamma * fraction).sqrt()).min(1.0)
}
