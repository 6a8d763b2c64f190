//! Drawing from sequences.

use std::collections::HashSet;

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::elementary::ln;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Random;
use brooklet_python::native_class::receiver;
use brooklet_python::signature::bind;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("choice", choice),
    ("shuffle", shuffle),
    ("sample", sample),
    ("choices", choices),
];

fn choice(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "choice")?;
    let [items] = bind(vm, args, "Random.choice", 1, ["seq"], 1)?.map(Option::unwrap_or_default);
    let length = vm.length(&items)?;
    if length == 0 {
        return Err(vm.index_error("Cannot choose from an empty sequence"));
    }
    let index = this.index(length);
    vm.get_item(&items, &Value::from(index))
}

fn shuffle(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "shuffle")?;
    let [items] = bind(vm, args, "Random.shuffle", 1, ["x"], 1)?.map(Option::unwrap_or_default);
    for index in (1..vm.length(&items)?).rev() {
        let (here, there) = (Value::from(index), Value::from(this.index(index + 1)));
        let (first, second) = (vm.get_item(&items, &here)?, vm.get_item(&items, &there)?);
        vm.set_item(&items, here, second)?;
        vm.set_item(&items, there, first)?;
    }
    Ok(Value::None)
}

fn is_sequence(value: &Value) -> bool {
    match value {
        Value::Str(_)
        | Value::Bytes(_)
        | Value::ByteArray(_)
        | Value::Tuple(_)
        | Value::List(_)
        | Value::Range(_) => true,
        Value::Instance(instance) => match instance.inner_value() {
            Some(inner) => is_sequence(&inner),
            None => instance.class.name.as_str() == "deque",
        },
        _ => false,
    }
}

/// Sums so far.
fn accumulate(vm: &mut Vm, items: Vec<Value>) -> Result<Vec<Value>> {
    let mut sums: Vec<Value> = Vec::with_capacity(items.len());
    for item in items {
        let sum = match sums.last() {
            Some(last) => vm.binary(BinaryOp::Add, last, &item)?,
            None => item,
        };
        sums.push(sum);
    }
    Ok(sums)
}

/// Where `value` would go after all that are not greater, within the first `end` items.
fn place(vm: &mut Vm, sorted: &[Value], value: &Value, end: usize) -> Result<usize> {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = (low + high) / 2;
        if vm.less(value, &sorted[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

fn sample(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "sample")?;
    let counts = args
        .take_keyword("counts")
        .filter(|counts| !counts.is_none());
    let [population, k] =
        bind(vm, args, "Random.sample", 1, ["population", "k"], 2)?.map(Option::unwrap_or_default);
    if !is_sequence(&population) {
        return Err(
            vm.type_error("Population must be a sequence.  For dicts or sets, use sorted(d).")
        );
    }
    let length = vm.length(&population)?;
    let k = vm.to_index(&k)?;
    let Some(counts) = counts else {
        let mut chosen = Vec::new();
        for at in indices(vm, &this, length, &k)? {
            chosen.push(vm.get_item(&population, &Value::from(at))?);
        }
        return Ok(Value::list(chosen));
    };
    let counts = vm.collect(&counts)?;
    let mut sums = accumulate(vm, counts)?;
    if sums.len() as u64 != length {
        return Err(vm.value_error("The number of counts does not match the population"));
    }
    let total = match sums.pop() {
        Some(Value::Int(total)) => total,
        _ => return Err(vm.type_error("Counts must be integers")),
    };
    if total <= 0 {
        return Err(vm.value_error("Total of counts must be greater than zero"));
    }
    let mut chosen = Vec::new();
    for at in indices(vm, &this, total.unsigned_abs(), &k)? {
        let place = place(vm, &sums, &Value::from(at), sums.len())?;
        chosen.push(vm.get_item(&population, &Value::from(place))?);
    }
    Ok(Value::list(chosen))
}

/// Different indices below `n`. Which way they are drawn depends on how large a table would be.
fn indices(vm: &mut Vm, this: &Random, n: u64, k: &BigInt) -> Result<Vec<u64>> {
    let Some(k) = k.to_u64().filter(|k| *k <= n) else {
        return Err(vm.value_error("Sample larger than population or is negative"));
    };
    let mut table = 21;
    if k > 5 {
        let exponent = ln((k * 3) as f64) / ln(4.0);
        table += 4_u64.pow(exponent.ceil() as u32);
    }
    vm.check_room(k, size_of::<u64>())?;
    let k = k as usize;
    let mut chosen = Vec::with_capacity(k);
    if n <= table {
        let mut pool: Vec<u64> = (0..n).collect();
        for _ in 0..k {
            let at = this.index(pool.len() as u64) as usize;
            chosen.push(pool.swap_remove(at));
        }
        return Ok(chosen);
    }
    let mut selected = HashSet::new();
    while chosen.len() < k {
        let at = this.index(n);
        if selected.insert(at) {
            chosen.push(at);
        }
    }
    Ok(chosen)
}

fn choices(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "choices")?;
    let sums = args
        .take_keyword("cum_weights")
        .filter(|sums| !sums.is_none());
    let k = args.take_keyword("k").map_or(Ok(1), |k| vm.to_i64(&k))?;
    let [population, weights] = bind(vm, args, "Random.choices", 1, ["population", "weights"], 1)?;
    let population = population.unwrap_or_default();
    let n = vm.length(&population)?;
    let weights = weights.filter(|weights| !weights.is_none());
    let sums = match (sums, weights) {
        (Some(_), Some(_)) => {
            return Err(vm.type_error("Cannot specify both weights and cumulative weights"));
        }
        (Some(sums), None) => vm.collect(&sums)?,
        (None, Some(Value::Int(k))) => {
            return Err(vm.type_error(format!(
                "The number of choices must be a keyword argument: k={k}"
            )));
        }
        (None, Some(weights)) => {
            let weights = vm.collect(&weights)?;
            accumulate(vm, weights)?
        }
        (None, None) => {
            let mut chosen = Vec::new();
            for _ in 0..k {
                let at = (this.random() * n as f64).floor() as u64;
                chosen.push(vm.get_item(&population, &Value::from(at))?);
            }
            return Ok(Value::list(chosen));
        }
    };
    if sums.len() as u64 != n {
        return Err(vm.value_error("The number of weights does not match the population"));
    }
    let Some(last) = sums.last() else {
        return Err(vm.error(ExceptionKind::IndexError, "list index out of range"));
    };
    let total = vm.to_f64(last)?;
    if total <= 0.0 {
        return Err(vm.value_error("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(vm.value_error("Total of weights must be finite"));
    }
    let mut chosen = Vec::new();
    for _ in 0..k {
        let drawn = Value::Float(this.random() * total);
        let at = place(vm, &sums, &drawn, sums.len() - 1)?;
        chosen.push(vm.get_item(&population, &Value::from(at))?);
    }
    Ok(Value::list(chosen))
}
