//! Whole numbers of any size.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A Python `int`: each value has one form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Int {
    /// One that fits 64 bits.
    Small(i64),
    /// One that does not.
    Big(BigInt),
}

impl From<BigInt> for Int {
    fn from(value: BigInt) -> Int {
        match value.to_i64() {
            Some(small) => Int::Small(small),
            None => Int::Big(value),
        }
    }
}
