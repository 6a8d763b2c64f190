//! What both generators have: words of 32 and 64 bits, and numbers made of them.

use brooklet_python::native_class::object;
use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;

/// A source of random words.
pub(super) trait Bits {
    fn word(&mut self) -> u32;
    fn long(&mut self) -> u64;
    /// A float in `0.0..1.0` of 53 random bits.
    fn float(&mut self) -> f64;
}

/// A number up to `most`, by drawing as many bits as it has until they fit.
pub(super) fn masked(bits: &mut dyn Bits, most: u64) -> u64 {
    if most == 0 {
        return 0;
    }
    let mask = u64::MAX >> most.leading_zeros();
    loop {
        let drawn = match most <= u64::from(u32::MAX) {
            true => u64::from(bits.word()),
            false => bits.long(),
        };
        if drawn & mask <= most {
            return drawn & mask;
        }
    }
}

/// A number up to `most`, by Lemire's multiplication.
pub(super) fn multiplied(bits: &mut dyn Bits, most: u64) -> u64 {
    if most == 0 {
        return 0;
    }
    if most == u64::from(u32::MAX) {
        return u64::from(bits.word());
    }
    if most == u64::MAX {
        return bits.long();
    }
    if most < u64::from(u32::MAX) {
        let count = most as u32 + 1;
        let mut product = u64::from(bits.word()) * u64::from(count);
        if (product as u32) < count {
            let threshold = (u32::MAX - most as u32) % count;
            while (product as u32) < threshold {
                product = u64::from(bits.word()) * u64::from(count);
            }
        }
        return product >> 32;
    }
    let count = most + 1;
    let mut product = u128::from(bits.long()) * u128::from(count);
    if (product as u64) < count {
        let threshold = (u64::MAX - most) % count;
        while (product as u64) < threshold {
            product = u128::from(bits.long()) * u128::from(count);
        }
    }
    (product >> 64) as u64
}

/// So many floats as a row; one float of Python's own for `None`.
///
/// # Errors
/// `TypeError` for a count that is no int.
pub(super) fn drawn(
    vm: &mut Vm,
    count: Option<&Value>,
    mut draw: impl FnMut() -> f64,
) -> Result<Value> {
    match count {
        None | Some(Value::None) => Ok(Value::Float(draw())),
        Some(count) => {
            let count = vm.to_i64(count)?;
            let values = (0..count).map(|_| draw()).collect();
            Ok(object(vm, Array::row(values)))
        }
    }
}
