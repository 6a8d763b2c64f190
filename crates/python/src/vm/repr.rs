//! `repr`, `str` and `ascii`.

use brooklet_python_text::numeric::integer::{TOO_MANY_DIGITS, to_decimal};
use brooklet_python_text::repr::{number as repr_number, text as repr_text};
use num_bigint::BigInt;

use super::hash::identity;
use super::iterate::view_items;
use super::{Level, Result, Vm};
use crate::builtins::exceptions;
use crate::value::{Args, DictView, Instance, Payload, Special, Value, ViewKind};

impl Vm {
    /// `repr(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn repr(&mut self, value: &Value) -> Result<String> {
        if !value.may_call_back() {
            return self.repr_here(value);
        }
        self.deeper(Level::Repr, |vm| vm.repr_here(value))
    }

    fn repr_here(&mut self, value: &Value) -> Result<String> {
        Ok(match value {
            Value::None => "None".to_string(),
            Value::Ellipsis => "Ellipsis".to_string(),
            Value::NotImplemented => "NotImplemented".to_string(),
            Value::Bool(true) => "True".to_string(),
            Value::Bool(false) => "False".to_string(),
            Value::Int(value) => value.to_string(),
            Value::BigInt(value) => return self.repr_big_int(value),
            Value::Float(value) => repr_number::repr_float(*value),
            Value::Complex(value) => repr_number::repr_complex(value),
            Value::Str(text) => repr_text::repr_str(text.as_str()),
            Value::Bytes(data) => repr_text::repr_bytes(data),
            Value::ByteArray(data) => repr_text::repr_bytearray(&data.borrow()),
            Value::Tuple(items) => {
                return self.repr_guarded(value, "(...)", |vm| {
                    let comma = if items.len() == 1 { "," } else { "" };
                    Ok(format!("({}{comma})", vm.repr_items(items)?))
                });
            }
            Value::List(items) => {
                return self.repr_guarded(value, "[...]", |vm| {
                    let mut out = "[".to_string();
                    let mut at = 0;
                    while let Some(item) = items.get(at) {
                        if at > 0 {
                            out.push_str(", ");
                        }
                        out.push_str(&vm.repr(&item)?);
                        at += 1;
                    }
                    out.push(']');
                    Ok(out)
                });
            }
            Value::Dict(dict) => {
                return self.repr_guarded(value, "{...}", |vm| {
                    let mut out = "{".to_string();
                    let mut position = 0;
                    while let Some((next, key, value)) = dict.item_from(position) {
                        if out.len() > 1 {
                            out.push_str(", ");
                        }
                        position = next;
                        out.push_str(&vm.repr(&key)?);
                        out.push_str(": ");
                        out.push_str(&vm.repr(&value)?);
                    }
                    out.push('}');
                    Ok(out)
                });
            }
            Value::DictView(view) => return self.repr_view(value, view),
            Value::Set(set) => {
                let items = set.to_vec();
                return self.repr_set(value, "set", &items);
            }
            Value::FrozenSet(set) => {
                let items = set.to_vec();
                return self.repr_set(value, "frozenset", &items);
            }
            Value::Range(range) if range.step == 1 => {
                format!("range({}, {})", range.start, range.stop)
            }
            Value::Range(range) => {
                format!("range({}, {}, {})", range.start, range.stop, range.step)
            }
            Value::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step].map(Value::clone);
                format!("slice({})", self.repr_items(&parts)?)
            }
            Value::Instance(instance) => return self.repr_instance(value, instance),
            _ => return self.repr_object(value),
        })
    }

    /// `repr(value)` of an `int` that does not fit 64 bits.
    ///
    /// # Errors
    /// `ValueError` for more than 4300 digits.
    pub(super) fn repr_big_int(&mut self, value: &BigInt) -> Result<String> {
        to_decimal(value).ok_or_else(|| self.value_error(TOO_MANY_DIGITS))
    }

    /// The `repr` of items, with commas between them.
    fn repr_items(&mut self, items: &[Value]) -> Result<String> {
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            out.push_str(&self.repr(item)?);
        }
        Ok(out)
    }

    /// Makes the `repr` of a container, which may hold itself: there it is `inside`.
    ///
    /// # Errors
    /// What `make` raises; `RecursionError` where containers are nested too deep.
    pub fn repr_guarded(
        &mut self,
        container: &Value,
        inside: &str,
        make: impl FnOnce(&mut Vm) -> Result<String>,
    ) -> Result<String> {
        let address = identity(container);
        if self.repr_guard.contains(&address) {
            return Ok(inside.to_string());
        }
        self.repr_guard.push(address);
        let made = self.inside_container("while getting the repr of an object", make);
        self.repr_guard.pop();
        made
    }

    fn repr_set(&mut self, value: &Value, class: &str, items: &[Value]) -> Result<String> {
        if items.is_empty() {
            return Ok(format!("{class}()"));
        }
        self.repr_guarded(value, &format!("{class}(...)"), |vm| {
            let items = vm.repr_items(items)?;
            Ok(if class == "set" {
                format!("{{{items}}}")
            } else {
                format!("{class}({{{items}}})")
            })
        })
    }

    fn repr_view(&mut self, value: &Value, view: &DictView) -> Result<String> {
        let class = self.type_name(value);
        let mut view_of_dict = identity(&Value::Dict(view.dict.clone()));
        // A view is another object than its dict, though it lies nowhere itself.
        view_of_dict ^= match view.kind {
            ViewKind::Keys => 1,
            ViewKind::Values => 2,
            ViewKind::Items => 3,
        };
        if self.repr_guard.contains(&view_of_dict) {
            return Ok("...".to_string());
        }
        self.repr_guard.push(view_of_dict);
        let items = self.inside_container("while getting the repr of an object", |vm| {
            vm.repr_items(&view_items(&view.dict, view.kind))
        });
        self.repr_guard.pop();
        Ok(format!("{class}([{}])", items?))
    }

    fn repr_instance(&mut self, value: &Value, instance: &Instance) -> Result<String> {
        if let Some(method) = self.special_method(value, Special::Repr) {
            let text = self.call(&method, Args::none())?;
            return self.expect_text(text, "__repr__");
        }
        let is_exception = matches!(&*instance.payload(), Payload::Exception(_));
        if is_exception {
            return exceptions::repr(self, instance);
        }
        match instance.inner_value() {
            Some(Value::Set(set)) => {
                let class = instance.class.name.to_string();
                let items = set.to_vec();
                if items.is_empty() {
                    return Ok(format!("{class}()"));
                }
                self.repr_guarded(value, &format!("{class}(...)"), |vm| {
                    Ok(format!("{class}({{{}}})", vm.repr_items(&items)?))
                })
            }
            Some(Value::FrozenSet(set)) => {
                let class = instance.class.name.to_string();
                self.repr_set(value, &class, &set.to_vec())
            }
            Some(inner) => self.repr(&inner),
            None => self.repr_object(value),
        }
    }

    fn expect_text(&mut self, text: Value, method: &str) -> Result<String> {
        match self.unwrap_builtin(&text) {
            Value::Str(text) => Ok(text.to_string()),
            _ => {
                let name = self.type_name(&text);
                Err(self.type_error(format!("{method} returned non-string (type {name})")))
            }
        }
    }

    /// `str(value)`.
    ///
    /// # Errors
    /// What `__str__` raises.
    pub fn str(&mut self, value: &Value) -> Result<String> {
        match value {
            Value::Str(text) => Ok(text.to_string()),
            Value::Instance(instance) => {
                self.deeper(Level::Str, |vm| vm.str_of_instance(value, instance))
            }
            Value::Class(_) => match self.special_method(value, Special::Str) {
                Some(method) => {
                    let text = self.call(&method, Args::none())?;
                    self.expect_text(text, "__str__")
                }
                None => self.repr(value),
            },
            _ => self.repr(value),
        }
    }

    fn str_of_instance(&mut self, value: &Value, instance: &Instance) -> Result<String> {
        if let Some(method) = self.special_method(value, Special::Str) {
            let text = self.call(&method, Args::none())?;
            return self.expect_text(text, "__str__");
        }
        let is_exception = matches!(&*instance.payload(), Payload::Exception(_));
        if is_exception {
            return exceptions::text(self, instance);
        }
        match instance.inner_value() {
            Some(Value::Str(text)) => Ok(text.to_string()),
            _ => self.repr(value),
        }
    }

    /// `ascii(value)`.
    ///
    /// # Errors
    /// What `__repr__` raises.
    pub fn ascii(&mut self, value: &Value) -> Result<String> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        Ok(repr_text::escape_non_ascii(&text))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::value::{Dict, List, Set};
    use crate::vm::SilentHost;

    #[test]
    fn containers_show_their_items() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let one = Value::tuple(vec![Value::Int(1)]);
        let dict = Dict::new();
        dict.set_str("a", one);
        let value = Value::list(vec![Value::Dict(Rc::new(dict)), Value::Float(2.0)]);
        assert_eq!(vm.repr(&value).unwrap(), "[{'a': (1,)}, 2.0]");
        let set = Set::from_items(&mut vm, [Value::Int(3), Value::Int(1)]).unwrap();
        assert_eq!(
            vm.repr(&Value::FrozenSet(Rc::new(set))).unwrap(),
            "frozenset({1, 3})"
        );
        assert_eq!(vm.repr(&Value::Set(Rc::new(Set::new()))).unwrap(), "set()");
    }

    #[test]
    fn a_list_that_holds_itself() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let list = Rc::new(List::new(vec![Value::Int(1)]));
        list.borrow_mut().push(Value::List(list.clone()));
        assert_eq!(vm.repr(&Value::List(list)).unwrap(), "[1, [...]]");
    }
}
