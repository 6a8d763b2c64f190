//! Sums, products and distances.

use brooklet_python_compiler::bytecode::BinaryOp;

use super::domain_error;
use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// `math.fsum`: Shewchuk's exact sum ("Adaptive Precision Floating-Point Arithmetic", 1997), rounded
/// once at the end.
pub(super) fn fsum(vm: &mut Vm, args: Args) -> Result<Value> {
    let iterable = args.exactly_one(vm, "math.fsum", 0)?;
    let iterator = vm.iter(&iterable)?;
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    while let Some(item) = vm.next(&iterator)? {
        let value = vm.to_f64(&item)?;
        if !value.is_finite() {
            special += value;
            infinities += if value.is_infinite() { value } else { 0.0 };
            continue;
        }
        add_exactly(&mut partials, value);
        if partials.last().is_some_and(|last| !last.is_finite()) {
            return Err(vm.error(
                ExceptionKind::OverflowError,
                "intermediate overflow in fsum",
            ));
        }
    }
    if f64::is_nan(infinities) {
        return Err(vm.value_error("-inf + inf in fsum"));
    }
    if special != 0.0 || f64::is_nan(special) {
        return Ok(Value::Float(special));
    }
    Ok(Value::Float(rounded(&partials)))
}

/// Adds to a sum that is kept as numbers that do not overlap, the smallest first.
pub(crate) fn add_exactly(partials: &mut Vec<f64>, value: f64) {
    let mut x = value;
    let mut kept = 0;
    for index in 0..partials.len() {
        let mut y = partials[index];
        if x.abs() < y.abs() {
            std::mem::swap(&mut x, &mut y);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    partials.push(x);
}

/// The float nearest to a sum of numbers that do not overlap, halves to even.
pub(crate) fn rounded(partials: &[f64]) -> f64 {
    let mut parts = partials.iter().rev().copied();
    let Some(mut high) = parts.next() else {
        return 0.0;
    };
    let mut low = 0.0;
    for next in parts.by_ref() {
        let sum = high + next;
        low = next - (sum - high);
        high = sum;
        if low != 0.0 {
            break;
        }
    }
    // What is left decides where the kept part lies exactly half way.
    if let Some(rest) = parts.next()
        && ((low < 0.0 && rest < 0.0) || (low > 0.0 && rest > 0.0))
    {
        let doubled = low * 2.0;
        let sum = high + doubled;
        if doubled == sum - high {
            high = sum;
        }
    }
    high
}

pub(super) fn prod(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let start = args.take_keyword("start");
    let iterable = args.exactly_one(vm, "math.prod", 0)?;
    let mut product = start.unwrap_or(Value::Int(1));
    let iterator = vm.iter(&iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        product = vm.binary(BinaryOp::Multiply, &product, &item)?;
    }
    Ok(product)
}

pub(super) fn hypot(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "math.hypot")?;
    let mut coordinates = Vec::with_capacity(args.len());
    for value in &args.positional {
        coordinates.push(vm.to_f64(value)?);
    }
    Ok(Value::Float(norm(&coordinates)))
}

pub(super) fn dist(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "dist", 0, 2, 2)?;
    let (p, q) = (vm.collect(&args[0])?, vm.collect(&args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(&q) {
        differences.push(vm.to_f64(a)? - vm.to_f64(b)?);
    }
    if differences.iter().any(|d| d.is_nan()) && p.is_empty() {
        return Err(domain_error(vm));
    }
    Ok(Value::Float(norm(&differences)))
}

/// A product as a float and what rounding lost (Dekker's split; the factors are near 1).
fn exact_square(x: f64) -> (f64, f64) {
    const SPLIT: f64 = 134_217_729.0;
    let shifted = x * SPLIT;
    let high = shifted - (shifted - x);
    let low = x - high;
    let square = x * x;
    let lost = ((high * high - square) + 2.0 * high * low) + low * low;
    (square, lost)
}

/// The Euclidean length, to within half a unit in the last place nearly always.
fn norm(coordinates: &[f64]) -> f64 {
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let largest = coordinates.iter().fold(0.0, |max: f64, x| max.max(x.abs()));
    if largest == 0.0 || coordinates.len() == 1 {
        return largest;
    }
    // A power of two as scale loses nothing.
    let (_, exponent) = super::rounding::split(largest);
    let (mut sum, mut lost) = (0.0, 0.0);
    for x in coordinates {
        let (square, rest) = exact_square(super::rounding::scale(x.abs(), -exponent));
        let next = sum + square;
        lost += if sum >= square {
            (sum - next) + square
        } else {
            (square - next) + sum
        };
        lost += rest;
        sum = next;
    }
    let root = (sum + lost).sqrt();
    // One step of Newton's method against the sum in full precision.
    let (square, rest) = exact_square(root);
    let error = ((sum - square) - rest) + lost;
    super::rounding::scale(root + error / (2.0 * root), exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_exactly() {
        let mut partials = Vec::new();
        for _ in 0..10 {
            add_exactly(&mut partials, 0.1);
        }
        assert_eq!(rounded(&partials), 1.0);
        let mut partials = Vec::new();
        for x in [1e100, 1.0, -1e100, 1e-30] {
            add_exactly(&mut partials, x);
        }
        assert_eq!(rounded(&partials), 1.0);
    }

    #[test]
    fn lengths_do_not_overflow() {
        assert_eq!(norm(&[3.0, 4.0]), 5.0);
        assert_eq!(norm(&[3e300, 4e300]), 5e300);
        assert_eq!(norm(&[3e-320, 4e-320]), 5e-320);
        assert_eq!(norm(&[1.0, 1.0, 1.0]), 3.0_f64.sqrt());
    }
}
