//! `round`, `abs` and `divmod` as the built-in functions give them.

use brooklet_python_compiler::bytecode::BinaryOp;
use brooklet_python_text::numeric::float_division::divide_with_remainder;
use brooklet_python_text::numeric::round::{to_places, to_whole};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::value::{Args, Special, Value, int_from_big};
use crate::vm::{Result, Vm};

impl Vm {
    /// `round(value, places)`; `places` is `None` where the call has none.
    ///
    /// # Errors
    /// `TypeError` for what cannot be rounded, `ValueError` and `OverflowError` for NaN and infinities.
    pub fn round(&mut self, value: &Value, places: Option<&Value>) -> Result<Value> {
        let places = places.filter(|places| !places.is_none());
        if let Some(method) = self.special_method(value, Special::Round) {
            return match places {
                Some(places) => self.call_one(&method, places.clone()),
                None => self.call(&method, Args::none()),
            };
        }
        match self.unwrap_builtin(value) {
            Value::Float(float) => self.round_float(float, places),
            int @ (Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => {
                let int = Value::from(self.to_index(&int)?);
                match places {
                    Some(places) => self.round_int(int, places),
                    None => Ok(int),
                }
            }
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!("type {name} doesn't define __round__ method")))
            }
        }
    }

    fn round_float(&mut self, value: f64, places: Option<&Value>) -> Result<Value> {
        if let Some(places) = places {
            let places = self.to_index(places)?;
            let clamped = places
                .to_i64()
                .unwrap_or(if places.is_negative() { -400 } else { 400 });
            return match to_places(value, clamped) {
                Some(rounded) => Ok(Value::Float(rounded)),
                None => Err(self.overflow_error("rounded value too large to represent")),
            };
        }
        match to_whole(value) {
            Some(whole) => Ok(int_from_big(whole)),
            None if value.is_nan() => Err(self.value_error("cannot convert float NaN to integer")),
            None => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    fn round_int(&mut self, int: Value, places: &Value) -> Result<Value> {
        let places = self.to_index(places)?;
        if !places.is_negative() {
            return Ok(int);
        }
        let value = self.to_index(&int)?;
        // With more places than the number has digits, what is left is 0.
        let Some(tens) = (-places)
            .to_u32()
            .filter(|tens| u64::from(*tens) <= value.bits())
        else {
            return Ok(Value::Int(0));
        };
        let unit = BigInt::from(10).pow(tens);
        let (quotient, rest) = value.div_mod_floor(&unit);
        let twice: BigInt = rest * 2;
        let up = twice > unit || twice == unit && quotient.is_odd();
        Ok(int_from_big((quotient + i32::from(up)) * unit))
    }

    /// `abs(value)`.
    ///
    /// # Errors
    /// `TypeError` for what has no absolute value.
    pub fn absolute(&mut self, value: &Value) -> Result<Value> {
        if let Some(result) = self.call_special(value, Special::Abs, Args::none())? {
            return Ok(result);
        }
        Ok(match self.unwrap_builtin(value) {
            Value::Int(int) => match int.checked_abs() {
                Some(int) => Value::Int(int),
                None => int_from_big(BigInt::from(int).abs()),
            },
            Value::Bool(bool) => Value::Int(i64::from(bool)),
            Value::BigInt(big) => int_from_big(big.abs()),
            Value::Float(float) => Value::Float(float.abs()),
            Value::Complex(number) => {
                let size = number.real.hypot(number.imag);
                if size.is_infinite() && number.real.is_finite() && number.imag.is_finite() {
                    return Err(self.overflow_error("absolute value too large"));
                }
                Value::Float(size)
            }
            _ => {
                let name = self.type_name(value);
                return Err(self.type_error(format!("bad operand type for abs(): '{name}'")));
            }
        })
    }

    /// `divmod(left, right)`.
    ///
    /// # Errors
    /// `TypeError` where the operands do not fit, `ZeroDivisionError`.
    pub fn divmod(&mut self, left: &Value, right: &Value) -> Result<Value> {
        if let Some(value) = self.divmod_special(left, right)? {
            return Ok(value);
        }
        use Value::{BigInt, Bool, Float, Int};
        match (self.unwrap_builtin(left), self.unwrap_builtin(right)) {
            (a @ (Int(_) | Bool(_) | BigInt(_)), b @ (Int(_) | Bool(_) | BigInt(_))) => {
                let quotient = self.binary(BinaryOp::FloorDivide, &a, &b)?;
                let rest = self.binary(BinaryOp::Modulo, &a, &b)?;
                Ok(Value::tuple(vec![quotient, rest]))
            }
            (
                a @ (Int(_) | Bool(_) | BigInt(_) | Float(_)),
                b @ (Int(_) | Bool(_) | BigInt(_) | Float(_)),
            ) => {
                let (a, b) = (self.to_f64(&a)?, self.to_f64(&b)?);
                if b.is_zero() {
                    return Err(self.zero_division("float divmod()"));
                }
                let (quotient, rest) = divide_with_remainder(a, b);
                Ok(Value::tuple(vec![
                    Value::Float(quotient),
                    Value::Float(rest),
                ]))
            }
            _ => {
                let (left, right) = (self.type_name(left), self.type_name(right));
                Err(self.type_error(format!(
                    "unsupported operand type(s) for divmod(): '{left}' and '{right}'"
                )))
            }
        }
    }

    fn divmod_special(&mut self, left: &Value, right: &Value) -> Result<Option<Value>> {
        for (object, name, argument) in [
            (left, Special::DivMod, right),
            (right, Special::RDivMod, left),
        ] {
            if let Some(value) = self.call_special(object, name, Args::one(argument.clone()))?
                && !matches!(value, Value::NotImplemented)
            {
                return Ok(Some(value));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    fn rounded(value: impl Into<Value>, places: i64) -> String {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let value = vm
            .round(&value.into(), Some(&Value::Int(places)))
            .expect("a number");
        vm.repr(&value).expect("a number")
    }

    #[test]
    fn ints_round_to_even_tens() {
        assert_eq!(rounded(15i64, -1), "20");
        assert_eq!(rounded(25i64, -1), "20");
        assert_eq!(rounded(-15i64, -1), "-20");
        assert_eq!(rounded(5i64, -2), "0");
        assert_eq!(rounded(55i64, -2), "100");
        assert_eq!(rounded(5i64, 3), "5");
        assert_eq!(rounded(2.675, 2), "2.67");
    }
}
