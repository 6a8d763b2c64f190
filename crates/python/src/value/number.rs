//! Numbers.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Value;

/// A Python `complex`.
#[derive(Clone, Copy, PartialEq)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

/// The one form of an `int`: [`Value::Int`] where it fits 64 bits, else [`Value::BigInt`].
pub fn int_from_big(value: BigInt) -> Value {
    match value.to_i64() {
        Some(small) => Value::Int(small),
        None => Value::BigInt(Rc::new(value)),
    }
}
