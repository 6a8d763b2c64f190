//! Numbers as values.

use std::rc::Rc;

use brooklet_python_text::numeric::Int;
use num_bigint::BigInt;

use super::Value;

/// The one form of an `int`: [`Value::Int`] where it fits 64 bits, else [`Value::BigInt`].
pub fn int_from_big(value: BigInt) -> Value {
    Value::from(Int::from(value))
}

impl From<Int> for Value {
    fn from(value: Int) -> Value {
        match value {
            Int::Small(small) => Value::Int(small),
            Int::Big(big) => Value::BigInt(Rc::new(big)),
        }
    }
}
