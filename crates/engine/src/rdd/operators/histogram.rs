//! `histogram`: how many numbers fall into each bucket (`RDD.histogram`).

use brooklet_python::Value;
use brooklet_python::value::{Args, Set, iterate};
use brooklet_python::vm::{ExceptionKind, Result, Vm};
use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use crate::error::Error;
use crate::partition::Records;
use crate::plan::{Step, unpack_pair};
use crate::rdd::Rdd;

/// Differences between the widths of buckets that count as none.
const EVEN: f64 = 1e-10;

impl Rdd {
    /// The bounds of the buckets and the number of records in each: `buckets` is how many evenly
    /// wide ones to make, or their sorted bounds. A bucket holds its lower bound; the last one
    /// also its upper one. `None` and NaN are left out.
    ///
    /// ```
    /// # use brooklet_engine::example::Example;
    /// # let mut example = Example::local(2);
    /// let rdd = example.parallelize("[1, 2, 5, 9]", 2);
    /// let buckets = example.value("[0, 3, 9]");
    /// let (_, counts) = rdd.histogram(&mut example.vm, &buckets).unwrap();
    /// assert_eq!(example.repr(&counts), "[2, 2]");
    /// ```
    ///
    /// # Errors
    /// `ValueError` and `TypeError` for buckets that make no sense; as [`Rdd::collect`].
    pub fn histogram(&self, vm: &mut Vm, buckets: &Value) -> crate::Result<(Value, Value)> {
        let bounds = match vm.unwrap_builtin(buckets) {
            Value::Int(count) if count < 1 => {
                let raise = vm.value_error("number of buckets must be >= 1");
                return Err(Error::Raised(raise));
            }
            Value::Int(count) => match self.even_buckets(vm, count)? {
                Made::Done(buckets, counts) => return Ok((buckets, counts)),
                Made::Buckets(bounds) => bounds,
            },
            Value::Bool(true) => match self.even_buckets(vm, 1)? {
                Made::Done(buckets, counts) => return Ok((buckets, counts)),
                Made::Buckets(bounds) => bounds,
            },
            Value::Bool(false) => {
                let raise = vm.value_error("number of buckets must be >= 1");
                return Err(Error::Raised(raise));
            }
            Value::List(_) | Value::Tuple(_) => given_buckets(vm, buckets)?,
            _ => {
                let message = "buckets should be a list or tuple or number(int or long)";
                return Err(Error::Raised(vm.type_error(message)));
            }
        };
        let arguments = vec![bounds.bounds.clone(), bounds.width];
        let counts = self.then(Step::new("histogram", open, arguments), false);
        let counts = counts.reduce(vm, &Value::native("mergeCounters", merge))?;
        Ok((bounds.bounds, counts))
    }

    fn even_buckets(&self, vm: &mut Vm, count: i64) -> crate::Result<Made> {
        let numbers = self.filter(&Value::native("comparable", comparable));
        let extremes = numbers.map(&Value::native("<lambda>", twice), false);
        let extremes = extremes.reduce(vm, &Value::native("minmax", min_max))?;
        let (min, max) = unpack_pair(vm, &extremes)?;
        if vm.equal(&min, &max)? || count == 1 {
            let inside = Value::from(numbers.count(vm)?);
            return Ok(Made::Done(
                Value::list(vec![min, max]),
                Value::list(vec![inside]),
            ));
        }
        let count_value = Value::Int(count);
        let span = vm
            .binary(BinaryOp::Subtract, &max, &min)
            .and_then(|span| Ok((vm.binary(BinaryOp::Divide, &span, &count_value)?, span)));
        let (width, span) = match span {
            Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
                let message = "Can not generate buckets with non-number in RDD";
                return Err(Error::Raised(vm.type_error(message)));
            }
            found => found?,
        };
        let width = vm.to_f64(&width)?;
        if width.is_infinite() {
            let message = "Can not generate buckets with infinite value";
            return Err(Error::Raised(vm.value_error(message)));
        }
        let mut width = Value::Int(width as i64);
        let covered = vm.binary(BinaryOp::Multiply, &width, &count_value)?;
        if !vm.equal(&covered, &span)? {
            let span = vm.binary(BinaryOp::Multiply, &span, &Value::Float(1.0))?;
            width = vm.binary(BinaryOp::Divide, &span, &count_value)?;
        }
        let mut bounds = Vec::new();
        for at in 0..count {
            let offset = vm.binary(BinaryOp::Multiply, &Value::Int(at), &width)?;
            bounds.push(vm.binary(BinaryOp::Add, &offset, &min)?);
        }
        bounds.push(max);
        Ok(Made::Buckets(Buckets {
            bounds: Value::list(bounds),
            width,
        }))
    }
}

/// What a number of buckets came to.
enum Made {
    Buckets(Buckets),
    /// One bucket: bounds and counts.
    Done(Value, Value),
}

struct Buckets {
    bounds: Value,
    /// The width of each if all are evenly wide, else `None`.
    width: Value,
}

fn given_buckets(vm: &mut Vm, buckets: &Value) -> Result<Buckets> {
    let bounds = vm.collect(buckets)?;
    if bounds.len() < 2 {
        return Err(vm.value_error("buckets should have more than one value"));
    }
    if bounds.iter().any(is_missing) {
        return Err(vm.value_error("can not have None or NaN in buckets"));
    }
    let mut sorted = bounds.clone();
    vm.sort(&mut sorted, None, false)?;
    for (one, other) in sorted.iter().zip(&bounds) {
        if !vm.equal(one, other)? {
            return Err(vm.value_error("buckets should be sorted"));
        }
    }
    if Set::from_items(vm, bounds.iter().cloned())?.len() != bounds.len() {
        return Err(vm.value_error("buckets should not contain duplicated values"));
    }
    Ok(Buckets {
        width: even_width(vm, &bounds)?,
        bounds: buckets.clone(),
    })
}

/// The width that all buckets have, or `None`.
fn even_width(vm: &mut Vm, bounds: &[Value]) -> Result<Value> {
    let mut widths = Vec::new();
    for pair in bounds.windows(2) {
        match vm.binary(BinaryOp::Subtract, &pair[1], &pair[0]) {
            Err(raise) if vm.is_exception(&raise, ExceptionKind::TypeError) => {
                return Ok(Value::None);
            }
            width => {
                let width = width?;
                widths.push(vm.to_f64(&width)?);
            }
        }
    }
    let widest = widths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let narrowest = widths.iter().copied().fold(f64::INFINITY, f64::min);
    // Infinite widths have no difference, and are not even.
    let difference = widest - narrowest;
    if difference.is_nan() || difference >= EVEN {
        return Ok(Value::None);
    }
    let span = vm.binary(BinaryOp::Subtract, &bounds[bounds.len() - 1], &bounds[0])?;
    vm.binary(BinaryOp::Divide, &span, &Value::from(bounds.len() - 1))
}

fn is_missing(value: &Value) -> bool {
    match value {
        Value::None => true,
        Value::Float(value) => value.is_nan(),
        _ => false,
    }
}

fn comparable(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(!is_missing(&args[0])))
}

fn twice(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::tuple(vec![args[0].clone(), args[0].clone()]))
}

fn min_max(vm: &mut Vm, args: Args) -> Result<Value> {
    let (low, high) = unpack_pair(vm, &args[0])?;
    let (other_low, other_high) = unpack_pair(vm, &args[1])?;
    let min = if vm.less(&other_low, &low)? {
        other_low
    } else {
        low
    };
    let larger = vm.compare(CompareOp::Greater, &other_high, &high)?;
    let max = if vm.truth(&larger)? { other_high } else { high };
    Ok(Value::tuple(vec![min, max]))
}

fn open(vm: &mut Vm, _: usize, arguments: &[Value], mut input: Records) -> Result<Records> {
    let bounds = vm.collect(&arguments[0])?;
    let (min, max) = (bounds[0].clone(), bounds[bounds.len() - 1].clone());
    let mut counts = vec![0_i64; bounds.len()];
    while let Some(record) = input.next(vm)? {
        if is_missing(&record) {
            continue;
        }
        let above = vm.compare(CompareOp::Greater, &record, &max)?;
        if vm.truth(&above)? || vm.less(&record, &min)? {
            continue;
        }
        let at = match &arguments[1] {
            Value::None => upper_bound(vm, &bounds, &record)? - 1,
            width => {
                let offset = vm.binary(BinaryOp::Subtract, &record, &min)?;
                let at = vm.binary(BinaryOp::Divide, &offset, width)?;
                vm.to_f64(&at)? as usize
            }
        };
        counts[at] += 1;
    }
    if let Some(last) = counts.pop()
        && let Some(counted) = counts.last_mut()
    {
        *counted += last;
    }
    let counts = counts.into_iter().map(Value::Int).collect();
    Ok(Records::new(iterate(vec![Value::list(counts)])))
}

/// How many bounds are not greater than the record.
fn upper_bound(vm: &mut Vm, bounds: &[Value], record: &Value) -> Result<usize> {
    let (mut low, mut high) = (0, bounds.len());
    while low < high {
        let middle = (low + high) / 2;
        match vm.less(record, &bounds[middle])? {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    Ok(low)
}

fn merge(vm: &mut Vm, args: Args) -> Result<Value> {
    let (own, others) = (vm.collect(&args[0])?, vm.collect(&args[1])?);
    let sums = own.iter().zip(&others);
    let sums = sums.map(|(own, other)| vm.binary(BinaryOp::Add, own, other));
    Ok(Value::list(sums.collect::<Result<_>>()?))
}
