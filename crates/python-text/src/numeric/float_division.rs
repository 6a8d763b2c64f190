//! Floor division of floats, as CPython's `float_floor_div` and `float_rem` round it.

/// `a % b` for `b != 0`: has the sign of `b`.
pub fn remainder(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        return 0.0_f64.copysign(b);
    }
    if (rest < 0.0) == (b < 0.0) {
        rest
    } else {
        rest + b
    }
}

/// `a // b` and `a % b` for `b != 0`.
pub fn divide_with_remainder(a: f64, b: f64) -> (f64, f64) {
    let rest = remainder(a, b);
    // From the unadjusted remainder the quotient is whole but for rounding.
    let truncated = a % b;
    let mut quotient = (a - truncated) / b;
    if truncated != 0.0 && (truncated < 0.0) != (b < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    let nearest = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (nearest, rest)
}
