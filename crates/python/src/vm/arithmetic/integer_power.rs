//! Powers of ints, with and without a modulus.

use brooklet_python_compiler::bytecode::BinaryOp;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::integer::MOST_BITS;
use crate::value::{Args, Special, Value, int_from_big};
use crate::vm::{ExceptionKind, Result, Vm};

impl Vm {
    /// `pow(base, exponent, modulus)`.
    ///
    /// # Errors
    /// `TypeError` where one is not an int, `ValueError` for a modulus of 0 and for a negative
    /// exponent where the base has no inverse.
    pub fn power_modulo(
        &mut self,
        base: &Value,
        exponent: &Value,
        modulus: &Value,
    ) -> Result<Value> {
        if modulus.is_none() {
            return self.binary(BinaryOp::Power, base, exponent);
        }
        if let Some(method) = self.special_method(base, Special::Pow) {
            let value = self.call(&method, Args::two(exponent.clone(), modulus.clone()))?;
            if !matches!(value, Value::NotImplemented) {
                return Ok(value);
            }
        }
        let operands = [base, exponent, modulus].map(|value| self.unwrap_builtin(value));
        let is_int =
            |value: &Value| matches!(value, Value::Int(_) | Value::Bool(_) | Value::BigInt(_));
        if !operands.iter().all(is_int) {
            let is_real = |value: &Value| is_int(value) || matches!(value, Value::Float(_));
            if operands
                .iter()
                .any(|value| matches!(value, Value::Complex(_)))
            {
                return Err(self.value_error("complex modulo"));
            }
            if is_real(&operands[0])
                && operands
                    .iter()
                    .any(|value| matches!(value, Value::Float(_)))
            {
                return Err(self.type_error(
                    "pow() 3rd argument not allowed unless all arguments are integers",
                ));
            }
            let names = [base, exponent, modulus].map(|value| self.type_name(value));
            return Err(self.type_error(format!(
                "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                names[0], names[1], names[2]
            )));
        }
        let base = self.to_index(&operands[0])?;
        let exponent = self.to_index(&operands[1])?;
        let modulus = self.to_index(&operands[2])?;
        if modulus.is_zero() {
            return Err(self.value_error("pow() 3rd argument cannot be 0"));
        }
        if !exponent.is_negative() {
            return Ok(int_from_big(base.modpow(&exponent, &modulus)));
        }
        let size = modulus.abs();
        let Some(inverse) = base.mod_floor(&size).modinv(&size) else {
            return Err(self.value_error("base is not invertible for the given modulus"));
        };
        Ok(int_from_big(inverse.modpow(&-exponent, &modulus)))
    }
}

/// A power of a small int that fits 64 bits; `None` where it does not or the exponent is negative.
pub(super) fn power_small(base: i64, exponent: i64) -> Option<i64> {
    let exponent = u32::try_from(exponent).ok()?;
    base.checked_pow(exponent)
}

/// `base ** exponent` for an exponent that is not negative.
pub(super) fn power(vm: &mut Vm, base: &BigInt, exponent: &BigInt) -> Result<BigInt> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(if exponent.is_odd() {
            -BigInt::one()
        } else {
            BigInt::one()
        });
    }
    let bits = base.bits() - 1;
    match exponent.to_u32() {
        Some(count) if bits.saturating_mul(u64::from(count)) <= MOST_BITS => Ok(base.pow(count)),
        _ => Err(vm.error(ExceptionKind::MemoryError, "")),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn powers_modulo() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        for (base, exponent, modulus, expected) in [
            (2, 10, 1000, 24),
            (2, -1, 7, 4),
            (2, 3, -5, -2),
            (-3, 3, 10, 3),
            (5, 0, 1, 0),
        ] {
            let value = vm
                .power_modulo(
                    &Value::Int(base),
                    &Value::Int(exponent),
                    &Value::Int(modulus),
                )
                .expect("it has a value");
            assert!(
                value.is(&Value::Int(expected)),
                "{base} {exponent} {modulus}"
            );
        }
        let raise = vm.power_modulo(&Value::Int(2), &Value::Int(-1), &Value::Int(4));
        assert!(raise.is_err());
    }
}
