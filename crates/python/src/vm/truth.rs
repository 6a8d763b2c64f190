//! Truth and length.

use super::{Result, Vm};
use crate::value::{Args, Special, Value};

impl Vm {
    /// `bool(value)`.
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    pub fn truth(&mut self, value: &Value) -> Result<bool> {
        Ok(match value {
            Value::Bool(value) => *value,
            Value::None => false,
            Value::Int(value) => *value != 0,
            Value::Float(value) => *value != 0.0,
            Value::Complex(value) => value.real != 0.0 || value.imag != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(data) => !data.is_empty(),
            Value::ByteArray(data) => !data.borrow().is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::List(items) => !items.is_empty(),
            Value::Dict(dict) => !dict.is_empty(),
            Value::DictView(view) => !view.dict.is_empty(),
            Value::Set(set) | Value::FrozenSet(set) => !set.is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::Instance(_) | Value::Class(_) => {
                if let Some(method) = self.special_method(value, Special::Bool) {
                    return match self.call(&method, Args::none())? {
                        Value::Bool(truth) => Ok(truth),
                        other => {
                            let name = self.type_name(&other);
                            Err(self.type_error(format!(
                                "__bool__ should return bool, returned {name}"
                            )))
                        }
                    };
                }
                if self.special_method(value, Special::Len).is_some() {
                    return Ok(self.length(value)? != 0);
                }
                match self.unwrap_builtin(value) {
                    Value::Instance(_) | Value::Class(_) => true,
                    inner => return self.truth(&inner),
                }
            }
            _ => true,
        })
    }

    /// `len(value)`.
    ///
    /// # Errors
    /// `TypeError`: `object of type 'int' has no len()`.
    pub fn length(&mut self, value: &Value) -> Result<u64> {
        let length = match value {
            Value::Str(text) => text.len(),
            Value::Bytes(data) => data.len(),
            Value::ByteArray(data) => data.borrow().len(),
            Value::Tuple(items) => items.len(),
            Value::List(items) => items.len(),
            Value::Dict(dict) => dict.len(),
            Value::DictView(view) => view.dict.len(),
            Value::Set(set) | Value::FrozenSet(set) => set.len(),
            Value::Range(range) => return Ok(range.len()),
            Value::Instance(_) | Value::Class(_) => {
                if let Some(method) = self.special_method(value, Special::Len) {
                    let length = self.call(&method, Args::none())?;
                    let length = self.to_i64(&length)?;
                    return u64::try_from(length)
                        .map_err(|_| self.value_error("__len__() should return >= 0"));
                }
                let inner = match value {
                    Value::Instance(instance) => instance.inner_value(),
                    _ => None,
                };
                return match inner.map(|inner| self.length(&inner)) {
                    Some(Ok(length)) => Ok(length),
                    _ => Err(self.no_length(value)),
                };
            }
            _ => return Err(self.no_length(value)),
        };
        Ok(length as u64)
    }

    fn no_length(&mut self, value: &Value) -> super::Raise {
        let name = self.type_name(value);
        self.type_error(format!("object of type '{name}' has no len()"))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn empty_containers_are_false() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        for value in [
            Value::None,
            Value::Int(0),
            Value::Float(-0.0),
            Value::str(""),
            Value::tuple(vec![]),
            Value::list(vec![]),
        ] {
            assert!(!vm.truth(&value).unwrap());
        }
        assert!(vm.truth(&Value::list(vec![Value::None])).unwrap());
        assert!(vm.truth(&Value::Float(f64::NAN)).unwrap());
    }

    #[test]
    fn numbers_have_no_length() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let raise = vm.length(&Value::Int(5)).unwrap_err();
        assert_eq!(
            format!("{raise:?}"),
            "TypeError: object of type 'int' has no len()"
        );
    }
}
