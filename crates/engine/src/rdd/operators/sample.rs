//! `sample`, `sampleByKey` and `randomSplit`: records drawn with Python's Mersenne Twister.
//!
//! Each partition has a `random.Random` of its own, seeded with `seed ^ partition`, whose first
//! ten `randint(0, 1)` are thrown away (`pyspark.rddsampler`).

use brooklet_python::Value;
use brooklet_python::value::Args;
use brooklet_python::vm::{Result, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use crate::error::Error;
use crate::partition::{Records, from_fn};
use crate::plan::Step;
use crate::plan::unpack_pair;
use crate::rdd::Rdd;

/// What the driver's generator draws seeds from when none is given: up to `sys.maxsize`.
const LARGEST_SEED: i64 = i64::MAX;

/// From this mean on, a Poisson number is drawn by counting exponential ones.
const LARGE_MEAN: f64 = 20.0;

impl Rdd {
    /// Each record with probability `fraction`; with replacement, so many times as a Poisson
    /// number of that mean says (`RDD.sample`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(100))", 4);
    /// let (tenth, seed) = (example.value("0.1"), example.value("42"));
    /// let vm = &mut example.vm;
    /// let sampled = rdd.sample(vm, false, &tenth, Some(&seed)).unwrap();
    /// let again = rdd.sample(vm, false, &tenth, Some(&seed)).unwrap();
    /// assert_eq!(example.layout(&sampled), example.layout(&again));
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a negative fraction.
    pub fn sample(
        &self,
        vm: &mut Vm,
        with_replacement: bool,
        fraction: &Value,
        seed: Option<&Value>,
    ) -> crate::Result<Rdd> {
        let mean = vm.to_f64(fraction)?;
        if mean.is_nan() || mean < 0.0 {
            let raise = vm.value_error("Fraction must be nonnegative.");
            return Err(Error::Raised(raise));
        }
        let seed = seed_or_drawn(vm, seed, LARGEST_SEED)?;
        let arguments = vec![Value::Bool(with_replacement), Value::Float(mean), seed];
        Ok(self.then(Step::new("sample", open, arguments), true))
    }

    /// The same with a fraction for each key, from a dict (`RDD.sampleByKey`).
    ///
    /// # Errors
    /// What drawing a seed raises.
    pub fn sample_by_key(
        &self,
        vm: &mut Vm,
        with_replacement: bool,
        fractions: &Value,
        seed: Option<&Value>,
    ) -> crate::Result<Rdd> {
        let seed = seed_or_drawn(vm, seed, LARGEST_SEED)?;
        let arguments = vec![Value::Bool(with_replacement), fractions.clone(), seed];
        Ok(self.then(Step::new("sampleByKey", open_by_key, arguments), true))
    }

    /// An RDD for each weight: every record draws one number, the same in each, which falls into
    /// the share of one of them (`RDD.randomSplit`).
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("list(range(40))", 3);
    /// let (weights, seed) = ([example.value("2"), example.value("3")], example.value("17"));
    /// let vm = &mut example.vm;
    /// let splits = rdd.random_split(vm, &weights, Some(&seed)).unwrap();
    /// let sizes: usize = splits.iter().map(|split| split.count(vm).unwrap()).sum();
    /// assert_eq!(sizes, 40);
    /// ```
    ///
    /// # Errors
    /// `ValueError` for negative weights and for a sum that is not positive.
    pub fn random_split(
        &self,
        vm: &mut Vm,
        weights: &[Value],
        seed: Option<&Value>,
    ) -> crate::Result<Vec<Rdd>> {
        let mut shares = Vec::with_capacity(weights.len());
        for weight in weights {
            shares.push(vm.to_f64(weight)?);
        }
        if !shares.iter().all(|weight| *weight >= 0.0) {
            let raise = vm.value_error("Weights must be nonnegative");
            return Err(Error::Raised(raise));
        }
        let sum = shares.iter().fold(0.0, |sum, weight| sum + weight);
        if sum.is_nan() || sum <= 0.0 {
            let raise = vm.value_error("Sum of weights must be positive");
            return Err(Error::Raised(raise));
        }
        let seed = seed_or_drawn(vm, seed, i64::from(u32::MAX))?;
        let mut lower = 0.0;
        let splits = shares.into_iter().map(|weight| {
            let upper = lower + weight / sum;
            let arguments = vec![Value::Float(lower), Value::Float(upper), seed.clone()];
            lower = upper;
            self.then(Step::new("randomSplit", open_range, arguments), true)
        });
        Ok(splits.collect())
    }
}

/// The seed, or one that the driver's `random` draws.
fn seed_or_drawn(vm: &mut Vm, seed: Option<&Value>, largest: i64) -> Result<Value> {
    match seed {
        Some(seed) if !seed.is_none() => Ok(seed.clone()),
        _ => {
            let random = Value::Module(vm.import("random")?);
            let limits = Args::two(Value::Int(0), Value::Int(largest));
            vm.call_method(&random, "randint", limits)
        }
    }
}

/// The generator of a partition, made when the first record comes.
struct PartitionRandom {
    seed: Value,
    partition: usize,
    generator: Option<Value>,
}

impl PartitionRandom {
    fn new(seed: &Value, partition: usize) -> PartitionRandom {
        PartitionRandom {
            seed: seed.clone(),
            partition,
            generator: None,
        }
    }

    fn generator(&mut self, vm: &mut Vm) -> Result<Value> {
        if let Some(generator) = &self.generator {
            return Ok(generator.clone());
        }
        let partition = Value::from(self.partition);
        let seed = vm.binary(BinaryOp::Xor, &self.seed, &partition)?;
        let class = vm.import("random")?.globals.get_str("Random");
        let generator = vm.call_one(&class.unwrap_or_default(), seed)?;
        for _ in 0..10 {
            let limits = Args::two(Value::Int(0), Value::Int(1));
            vm.call_method(&generator, "randint", limits)?;
        }
        self.generator = Some(generator.clone());
        Ok(generator)
    }

    fn uniform(&mut self, vm: &mut Vm) -> Result<f64> {
        let generator = self.generator(vm)?;
        let drawn = vm.call_method(&generator, "random", Args::none())?;
        vm.to_f64(&drawn)
    }

    fn exponential(&mut self, vm: &mut Vm, rate: f64) -> Result<f64> {
        let generator = self.generator(vm)?;
        let drawn = vm.call_method(&generator, "expovariate", Args::one(Value::Float(rate)))?;
        vm.to_f64(&drawn)
    }

    fn poisson(&mut self, vm: &mut Vm, mean: f64) -> Result<usize> {
        let mut count = 0;
        if mean < LARGE_MEAN {
            let limit = (-mean).exp();
            let mut product = self.uniform(vm)?;
            while product > limit {
                count += 1;
                product *= self.uniform(vm)?;
            }
        } else {
            let mut sum = self.exponential(vm, mean)?;
            while sum < 1.0 {
                count += 1;
                sum += self.exponential(vm, mean)?;
            }
        }
        Ok(count)
    }

    /// How many times a record comes.
    fn times(&mut self, vm: &mut Vm, with_replacement: bool, fraction: f64) -> Result<usize> {
        match with_replacement {
            true => self.poisson(vm, fraction),
            false => Ok(usize::from(self.uniform(vm)? < fraction)),
        }
    }
}

/// Gives each record so many times as `times` says.
fn repeat(
    mut input: Records,
    mut times: impl FnMut(&mut Vm, &Value) -> Result<usize> + 'static,
) -> Records {
    let mut current: Option<(Value, usize)> = None;
    from_fn(move |vm| {
        loop {
            if let Some((record, left)) = &mut current
                && *left > 0
            {
                *left -= 1;
                return Ok(Some(record.clone()));
            }
            let Some(record) = input.next(vm)? else {
                return Ok(None);
            };
            let left = times(vm, &record)?;
            current = Some((record, left));
        }
    })
}

fn open(vm: &mut Vm, partition: usize, arguments: &[Value], input: Records) -> Result<Records> {
    let with_replacement = arguments[0].is(&Value::Bool(true));
    let fraction = vm.to_f64(&arguments[1])?;
    let mut random = PartitionRandom::new(&arguments[2], partition);
    Ok(repeat(input, move |vm, _| {
        random.times(vm, with_replacement, fraction)
    }))
}

fn open_by_key(
    _: &mut Vm,
    partition: usize,
    arguments: &[Value],
    input: Records,
) -> Result<Records> {
    let with_replacement = arguments[0].is(&Value::Bool(true));
    let fractions = arguments[1].clone();
    let mut random = PartitionRandom::new(&arguments[2], partition);
    Ok(repeat(input, move |vm, record| {
        let (key, _) = unpack_pair(vm, record)?;
        let fraction = vm.get_item(&fractions, &key)?;
        let fraction = vm.to_f64(&fraction)?;
        random.times(vm, with_replacement, fraction)
    }))
}

fn open_range(
    vm: &mut Vm,
    partition: usize,
    arguments: &[Value],
    input: Records,
) -> Result<Records> {
    let lower = vm.to_f64(&arguments[0])?;
    let upper = vm.to_f64(&arguments[1])?;
    let mut random = PartitionRandom::new(&arguments[2], partition);
    Ok(repeat(input, move |vm, _| {
        let drawn = random.uniform(vm)?;
        Ok(usize::from(lower <= drawn && drawn < upper))
    }))
}
