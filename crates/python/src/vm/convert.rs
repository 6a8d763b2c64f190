//! Conversions between values and Rust's types.

use brooklet_python_text::numeric::integer::to_float;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{Result, Vm};
use crate::value::{Args, Special, Value};

impl Vm {
    /// A value as an index: an `int`, a `bool`, or what `__index__` gives.
    ///
    /// # Errors
    /// `TypeError`: `'str' object cannot be interpreted as an integer`.
    pub fn to_index(&mut self, value: &Value) -> Result<BigInt> {
        match self.find_index(value)? {
            Some(index) => Ok(index),
            None => {
                let name = self.type_name(value);
                let message = format!("'{name}' object cannot be interpreted as an integer");
                Err(self.type_error(message))
            }
        }
    }

    /// A value as an index, `None` where its class has none.
    ///
    /// # Errors
    /// What `__index__` raises, `TypeError` where it does not give an `int`.
    pub fn find_index(&mut self, value: &Value) -> Result<Option<BigInt>> {
        Ok(Some(match value {
            Value::Int(int) => BigInt::from(*int),
            Value::Bool(bool) => BigInt::from(i64::from(*bool)),
            Value::BigInt(big) => big.as_ref().clone(),
            Value::Instance(instance) => {
                if let Some(inner @ (Value::Int(_) | Value::BigInt(_))) = instance.inner_value() {
                    return self.find_index(&inner);
                }
                let Some(index) = self.call_special(value, Special::Index, Args::none())? else {
                    return Ok(None);
                };
                if matches!(index, Value::Instance(_))
                    || !self.is_instance(&index, &self.types.int.clone())
                {
                    let name = self.type_name(&index);
                    let message = format!("__index__ returned non-int (type {name})");
                    return Err(self.type_error(message));
                }
                return self.find_index(&index);
            }
            _ => return Ok(None),
        }))
    }

    /// A value as a 64-bit index.
    ///
    /// # Errors
    /// As [`Vm::to_index`]; `OverflowError` where it does not fit.
    pub fn to_i64(&mut self, value: &Value) -> Result<i64> {
        match value {
            Value::Int(int) => Ok(*int),
            Value::Bool(bool) => Ok(i64::from(*bool)),
            _ => match self.to_index(value)?.to_i64() {
                Some(index) => Ok(index),
                None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            },
        }
    }

    /// A value as an `int` of C.
    ///
    /// # Errors
    /// As [`Vm::to_index`]; `OverflowError` past 32 bits.
    pub fn to_c_int(&mut self, value: &Value) -> Result<i32> {
        match self.to_index(value)?.to_i32() {
            Some(int) => Ok(int),
            None => Err(self.overflow_error("Python int too large to convert to C int")),
        }
    }

    /// A value as a `float`: a number, or what `__float__` or `__index__` gives.
    ///
    /// # Errors
    /// `TypeError`: `must be real number, not str`; `OverflowError` for a large `int`.
    pub fn to_f64(&mut self, value: &Value) -> Result<f64> {
        match self.find_f64(value)? {
            Some(float) => Ok(float),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("must be real number, not {name}")))
            }
        }
    }

    /// A value as a `float`, `None` where it is no real number.
    ///
    /// # Errors
    /// What `__float__` and `__index__` raise; `OverflowError` for a large `int`.
    pub fn find_f64(&mut self, value: &Value) -> Result<Option<f64>> {
        Ok(Some(match value {
            Value::Float(float) => *float,
            Value::Int(int) => *int as f64,
            Value::Bool(bool) => f64::from(u8::from(*bool)),
            Value::BigInt(big) => match to_float(big) {
                Some(float) => float,
                None => return Err(self.overflow_error("int too large to convert to float")),
            },
            Value::Instance(instance) => {
                if let Some(float) = self.call_special(value, Special::Float, Args::none())? {
                    return match self.unwrap_builtin(&float) {
                        Value::Float(float) => Ok(Some(float)),
                        _ => {
                            let (class, name) = (self.type_name(value), self.type_name(&float));
                            let message =
                                format!("{class}.__float__ returned non-float (type {name})");
                            Err(self.type_error(message))
                        }
                    };
                }
                if let Some(inner) = instance.inner_value() {
                    return self.find_f64(&inner);
                }
                return match self.find_index(value)? {
                    Some(index) => self.find_f64(&Value::from(index)),
                    None => Ok(None),
                };
            }
            _ => return Ok(None),
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn indices_and_floats() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        assert_eq!(vm.to_i64(&Value::Bool(true)).expect("an index"), 1);
        assert_eq!(vm.to_f64(&Value::Int(3)).expect("a float"), 3.0);
        let raise = vm.to_i64(&Value::Float(1.0)).expect_err("not an index");
        let message = "TypeError: 'float' object cannot be interpreted as an integer";
        assert_eq!(format!("{raise:?}"), message);
        let huge = Value::from(BigInt::from(10).pow(400));
        assert!(vm.to_i64(&huge).is_err() && vm.to_f64(&huge).is_err());
    }
}
