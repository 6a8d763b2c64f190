//! Count, mean, variance and extremes in one pass (`pyspark.statcounter.StatCounter`).

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

/// Statistics that take numbers one by one (Welford) and merge (Chan et al.).
#[derive(Clone, Debug, PartialEq)]
pub struct StatCounter {
    /// How many numbers there were.
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// The sum of the squared differences from the mean.
    pub squares: f64,
    /// The largest, minus infinity if there was none.
    pub max: f64,
    /// The smallest, infinity if there was none.
    pub min: f64,
}

impl Default for StatCounter {
    fn default() -> StatCounter {
        StatCounter {
            count: 0,
            mean: 0.0,
            squares: 0.0,
            max: f64::NEG_INFINITY,
            min: f64::INFINITY,
        }
    }
}

impl StatCounter {
    /// Takes a number.
    ///
    /// # Errors
    /// `TypeError` for what is no number.
    pub fn merge(&mut self, vm: &mut Vm, value: &Value) -> Result<()> {
        let delta = vm.binary(BinaryOp::Subtract, value, &Value::Float(self.mean))?;
        let delta = vm.to_f64(&delta)?;
        let value = vm.to_f64(value)?;
        self.count += 1;
        self.mean += delta / self.count as f64;
        self.squares += delta * (value - self.mean);
        self.max = larger(self.max, value);
        self.min = -larger(-self.min, -value);
        Ok(())
    }

    /// Takes all that another has taken.
    pub fn merge_stats(&mut self, other: &StatCounter) {
        if self.count == 0 {
            *self = other.clone();
            return;
        }
        if other.count == 0 {
            return;
        }
        let (own, others) = (self.count as f64, other.count as f64);
        let delta = other.mean - self.mean;
        if other.count * 10 < self.count {
            self.mean += delta * others / (own + others);
        } else if self.count * 10 < other.count {
            self.mean = other.mean - delta * own / (own + others);
        } else {
            self.mean = (self.mean * own + other.mean * others) / (own + others);
        }
        self.max = larger(self.max, other.max);
        self.min = -larger(-self.min, -other.min);
        self.squares += other.squares + delta * delta * own * others / (own + others);
        self.count += other.count;
    }

    /// The sum of the numbers.
    pub fn sum(&self) -> f64 {
        self.count as f64 * self.mean
    }

    /// The variance of the numbers themselves.
    pub fn variance(&self) -> f64 {
        match self.count {
            0 => f64::NAN,
            count => self.squares / count as f64,
        }
    }

    /// The variance of what the numbers are a sample of.
    pub fn sample_variance(&self) -> f64 {
        match self.count {
            0 | 1 => f64::NAN,
            count => self.squares / (count - 1) as f64,
        }
    }

    /// The square root of the variance.
    pub fn stdev(&self) -> f64 {
        self.variance().sqrt()
    }

    /// The square root of the sample variance.
    pub fn sample_stdev(&self) -> f64 {
        self.sample_variance().sqrt()
    }

    /// As a tuple, to travel.
    pub fn to_value(&self) -> Value {
        let floats = [self.mean, self.squares, self.max, self.min].map(Value::Float);
        let count = Value::Int(self.count as i64);
        Value::tuple(std::iter::once(count).chain(floats).collect())
    }

    /// From the tuple.
    ///
    /// # Errors
    /// `TypeError` for anything else.
    pub fn from_value(vm: &mut Vm, value: &Value) -> Result<StatCounter> {
        let parts = vm.collect(value)?;
        let [count, mean, squares, max, min] = &parts[..] else {
            return Err(vm.type_error("not the state of a StatCounter"));
        };
        Ok(StatCounter {
            count: vm.to_i64(count)? as u64,
            mean: vm.to_f64(mean)?,
            squares: vm.to_f64(squares)?,
            max: vm.to_f64(max)?,
            min: vm.to_f64(min)?,
        })
    }
}

/// The larger number; not a number if one of them is not (`numpy.maximum`).
fn larger(one: f64, other: f64) -> f64 {
    if one.is_nan() || one > other {
        one
    } else {
        other
    }
}
