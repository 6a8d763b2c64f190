//! Exact functions of integers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::as_integer;
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn factorial(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "math.factorial", 0)?;
    let n = vm.to_index(&value)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_u64().filter(|n| *n <= i64::MAX as u64) else {
        return Err(vm.overflow_error("factorial() argument should not exceed 9223372036854775807"));
    };
    Ok(Value::from(product(1, n)))
}

/// The product of `low..=high`, halves first so that the factors are of like size.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigInt::one(), |product, factor| product * factor);
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

pub(super) fn gcd(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "math.gcd")?;
    let mut result = BigInt::zero();
    for value in &args.positional {
        result = result.gcd(&vm.to_index(value)?);
    }
    Ok(Value::from(result))
}

pub(super) fn lcm(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "math.lcm")?;
    let mut result = BigInt::one();
    for value in &args.positional {
        result = result.lcm(&vm.to_index(value)?);
    }
    Ok(Value::from(result.abs()))
}

pub(super) fn isqrt(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "math.isqrt", 0)?;
    let n = match as_integer(&value) {
        Some(n) => n,
        None => vm.to_index(&value)?,
    };
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(Value::from(n.sqrt()))
}

/// `n` and `k`, both not negative; `None` for `k` larger than `n`.
fn choose(vm: &mut Vm, n: &Value, k: &Value) -> Result<Option<(BigInt, u64)>> {
    let (n, k) = (vm.to_index(n)?, vm.to_index(k)?);
    if n.is_negative() {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    if k > n {
        return Ok(None);
    }
    match k.to_u64() {
        Some(k) => Ok(Some((n, k))),
        None => Err(vm.overflow_error("k must not exceed 9223372036854775807")),
    }
}

pub(super) fn comb(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "comb", 0, 2, 2)?;
    let Some((n, mut k)) = choose(vm, &args[0], &args[1])? else {
        return Ok(Value::Int(0));
    };
    if let Some(other) = (&n - k).to_u64() {
        k = k.min(other);
    }
    let mut result = BigInt::one();
    for i in 0..k {
        result = result * (&n - i) / (i + 1);
    }
    Ok(Value::from(result))
}

pub(super) fn perm(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "perm", 0, 1, 2)?;
    let Some(k) = super::super::optional(args.get(1)) else {
        return factorial(vm, Args::one(args[0].clone()));
    };
    let Some((n, k)) = choose(vm, &args[0], &k)? else {
        return Ok(Value::Int(0));
    };
    let result = (0..k).fold(BigInt::one(), |product, i| product * (&n - i));
    Ok(Value::from(result))
}
