//! `item in container`.

use std::rc::Rc;

use super::{Result, Vm};
use crate::value::{Special, Value, ViewKind};

impl Vm {
    /// `item in container`.
    ///
    /// # Errors
    /// `TypeError`: `argument of type 'int' is not iterable`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        match container {
            Value::Str(text) => match self.unwrap_builtin(item) {
                Value::Str(part) => Ok(text.as_str().contains(part.as_str())),
                _ => {
                    let name = self.type_name(item);
                    Err(self.type_error(format!(
                        "'in <string>' requires string as left operand, not {name}"
                    )))
                }
            },
            Value::Dict(dict) => dict.contains(self, item),
            Value::Set(set) | Value::FrozenSet(set) => {
                let item = self.hashable_form(item);
                set.contains(self, &item)
            }
            Value::Tuple(items) => {
                for other in items.iter() {
                    if self.equal(other, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::List(items) => {
                let mut at = 0;
                while let Some(other) = items.get(at) {
                    if self.equal(&other, item)? {
                        return Ok(true);
                    }
                    at += 1;
                }
                Ok(false)
            }
            Value::Range(range) => match item {
                Value::Int(value) => Ok(range.position(*value).is_some()),
                Value::Bool(value) => Ok(range.position(i64::from(*value)).is_some()),
                _ => self.contains_by_iteration(container, item),
            },
            Value::Bytes(data) => self.contains_byte(data, item),
            Value::ByteArray(data) => {
                let data = data.borrow().clone();
                self.contains_byte(&data, item)
            }
            Value::DictView(view) => match view.kind {
                ViewKind::Keys => view.dict.contains(self, item),
                ViewKind::Values => self.contains_by_iteration(container, item),
                ViewKind::Items => match self.unwrap_builtin(item) {
                    Value::Tuple(pair) if pair.len() == 2 => {
                        match view.dict.get(self, &pair[0])? {
                            Some(value) => self.equal(&value, &pair[1]),
                            None => Ok(false),
                        }
                    }
                    _ => Ok(false),
                },
            },
            Value::Instance(_) | Value::Class(_) => self.object_contains(container, item),
            Value::Generator(_) | Value::Iterator(_) => self.contains_by_iteration(container, item),
            _ => Err(self.not_a_container(container)),
        }
    }

    fn object_contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        if let Some(method) = self.special_method(container, Special::Contains) {
            let result = self.call_one(&method, item.clone())?;
            return self.truth(&result);
        }
        if self.forbids(container, Special::Contains) {
            let name = self.type_name(container);
            return Err(self.type_error(format!("'{name}' object is not a container")));
        }
        let iterates = [Special::Iter, Special::GetItem]
            .into_iter()
            .any(|name| self.special_method(container, name).is_some());
        match self.unwrap_builtin(container) {
            Value::Instance(_) | Value::Class(_) if iterates => {
                self.contains_by_iteration(container, item)
            }
            Value::Instance(_) | Value::Class(_) => Err(self.not_a_container(container)),
            inner => self.contains(&inner, item),
        }
    }

    fn not_a_container(&mut self, value: &Value) -> super::Raise {
        let name = self.type_name(value);
        self.type_error(format!("argument of type '{name}' is not iterable"))
    }

    fn contains_by_iteration(&mut self, container: &Value, item: &Value) -> Result<bool> {
        let iterator = self.iter(container)?;
        while let Some(other) = self.next(&iterator)? {
            if self.equal(&other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn contains_byte(&mut self, data: &[u8], item: &Value) -> Result<bool> {
        let part = match self.unwrap_builtin(item) {
            Value::Bytes(part) => part.to_vec(),
            Value::ByteArray(part) => part.borrow().clone(),
            Value::Int(byte) => match u8::try_from(byte) {
                Ok(byte) => vec![byte],
                Err(_) => return Err(self.value_error("byte must be in range(0, 256)")),
            },
            Value::Bool(byte) => vec![u8::from(byte)],
            Value::BigInt(_) => {
                return Err(self.value_error("byte must be in range(0, 256)"));
            }
            _ => {
                let name = self.type_name(item);
                return Err(
                    self.type_error(format!("a bytes-like object is required, not '{name}'"))
                );
            }
        };
        Ok(part.is_empty() || data.windows(part.len()).any(|window| window == part))
    }

    /// A set stands for the frozenset of its items where sets look an item up.
    pub(crate) fn hashable_form(&self, item: &Value) -> Value {
        match item {
            Value::Set(set) => Value::FrozenSet(Rc::new(set.copy())),
            _ => item.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Range;
    use crate::vm::SilentHost;

    #[test]
    fn ranges_contain_their_steps() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let range = |start, stop, step| Value::Range(Rc::new(Range { start, stop, step }));
        assert!(vm.contains(&range(0, 10, 3), &Value::Int(9)).unwrap());
        assert!(!vm.contains(&range(0, 9, 3), &Value::Int(9)).unwrap());
        assert!(vm.contains(&range(5, 0, -2), &Value::Int(1)).unwrap());
        assert!(vm.contains(&range(0, 9, 3), &Value::Float(3.0)).unwrap());
    }

    #[test]
    fn numbers_contain_nothing() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let raise = vm.contains(&Value::Int(5), &Value::Int(5)).unwrap_err();
        assert_eq!(
            format!("{raise:?}"),
            "TypeError: argument of type 'int' is not iterable"
        );
    }
}
