//! Iteration.

use std::rc::Rc;

use super::generator::GeneratorKind;
use super::replay::Request;
use super::{ExceptionKind, Level, Raise, Result, Step, Vm};
use crate::value::{
    Args, ByteArray, Bytes, Dict, List, PyIterator, Range, Set, Special, Str, Tuple, Value,
    ViewKind,
};

impl Vm {
    /// `iter(value)`.
    ///
    /// # Errors
    /// `TypeError`: `'int' object is not iterable`.
    pub fn iter(&mut self, value: &Value) -> Result<Value> {
        Ok(match value {
            Value::List(items) => Value::iterator("list_iterator", ListItems(items.clone(), 0)),
            Value::Tuple(items) => Value::iterator("tuple_iterator", TupleItems(items.clone(), 0)),
            Value::Range(range) => Value::iterator("range_iterator", RangeItems::new(range)),
            Value::Dict(dict) => dict_iterator(dict, ViewKind::Keys),
            Value::DictView(view) => dict_iterator(&view.dict, view.kind),
            Value::Set(set) | Value::FrozenSet(set) => {
                Value::iterator("set_iterator", SetItems::new(set))
            }
            Value::Str(text) if text.is_ascii() => {
                Value::iterator("str_ascii_iterator", Characters::new(text))
            }
            Value::Str(text) => Value::iterator("str_iterator", Characters::new(text)),
            Value::Bytes(data) => Value::iterator("bytes_iterator", ByteItems(data.clone(), 0)),
            Value::ByteArray(data) => {
                Value::iterator("bytearray_iterator", ByteArrayItems(data.clone(), 0))
            }
            Value::Generator(generator) if generator.kind != GeneratorKind::Plain => {
                return Err(self.not_iterable(value));
            }
            Value::Generator(_) | Value::Iterator(_) => value.clone(),
            Value::Instance(_) | Value::Class(_) => return self.iter_object(value),
            _ => return Err(self.not_iterable(value)),
        })
    }

    fn iter_object(&mut self, value: &Value) -> Result<Value> {
        if let Some(method) = self.special_method(value, Special::Iter) {
            let iterator = self.call(&method, Args::none())?;
            if self.is_iterator(&iterator) {
                return Ok(iterator);
            }
            let name = self.type_name(&iterator);
            return Err(self.type_error(format!("iter() returned non-iterator of type '{name}'")));
        }
        if self.forbids(value, Special::Iter) {
            return Err(self.not_iterable(value));
        }
        if let Value::Instance(instance) = value {
            if let Some(inner) = instance.inner_value() {
                return match self.iter(&inner) {
                    Ok(iterator) => Ok(iterator),
                    Err(_) => Err(self.not_iterable(value)),
                };
            }
            if self.special_method(value, Special::GetItem).is_some() {
                return Ok(Value::iterator("iterator", Subscripts(value.clone(), 0)));
            }
        }
        Err(self.not_iterable(value))
    }

    fn not_iterable(&mut self, value: &Value) -> super::Raise {
        let name = self.type_name(value);
        self.type_error(format!("'{name}' object is not iterable"))
    }

    /// Whether `next` can be asked of a value.
    pub(crate) fn is_iterator(&mut self, value: &Value) -> bool {
        match value {
            Value::Generator(generator) => generator.kind == GeneratorKind::Plain,
            Value::Iterator(_) => true,
            Value::Instance(_) => self.special_method(value, Special::Next).is_some(),
            _ => false,
        }
    }

    /// The next item of an iterator (a value that [`Vm::iter`] gave), `None` at the end.
    ///
    /// # Errors
    /// What the iterator raises, `StopIteration` aside.
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        let answer = match iterator {
            Value::Iterator(iterator) if self.notes.is_none() => return iterator.next(self),
            Value::Iterator(iterator) => self.noting(|vm| {
                let item = if iterator.calls_back {
                    iterator.next(vm)?
                } else {
                    vm.unnoted(|vm| iterator.next(vm))?
                };
                item.ok_or(Raise::StopIteration(Value::None))
            }),
            iterator => self.perform(Request::Next(iterator.clone())),
        };
        self.item(answer)
    }

    /// Begins to get the next item of an iterator. Its end is [`Raise::StopIteration`] or that exception.
    pub(crate) fn begin_next(&mut self, iterator: &Value) -> Result<Step> {
        let give = |item: Option<Value>| item.ok_or(Raise::StopIteration(Value::None));
        match iterator {
            Value::Iterator(iterator) if iterator.calls_back => {
                if let Some(begun) = iterator.begin_next(self) {
                    return begun;
                }
                let iterator = iterator.clone();
                self.operate(Level::Uncounted, move |vm| give(iterator.next(vm)?))
            }
            Value::Iterator(iterator) => give(iterator.next(self)?).map(Step::Done),
            Value::Generator(generator) => self.begin_send(generator, Value::None),
            _ => match self.special_method(iterator, Special::Next) {
                Some(method) => self.begin_call_bare(&method),
                None => {
                    let name = self.type_name(iterator);
                    Err(self.type_error(format!("'{name}' object is not an iterator")))
                }
            },
        }
    }

    /// All items of an iterable.
    ///
    /// # Errors
    /// As [`Vm::iter`] and [`Vm::next`].
    pub fn collect(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        Ok(match iterable {
            Value::List(items) => items.to_vec(),
            Value::Tuple(items) => items.to_vec(),
            Value::Set(set) | Value::FrozenSet(set) => set.to_vec(),
            Value::Dict(dict) => dict.keys(),
            Value::DictView(view) => view_items(&view.dict, view.kind),
            _ => {
                let iterator = self.iter(iterable)?;
                let count = match &iterator {
                    Value::Iterator(iterator) => iterator.size_hint(),
                    _ => 0,
                };
                self.check_room(count, size_of::<Value>())?;
                let mut items = Vec::with_capacity(count as usize);
                while let Some(item) = self.next(&iterator)? {
                    items.push(item);
                }
                items
            }
        })
    }
}

/// What a view of a dict shows now.
pub(crate) fn view_items(dict: &Dict, kind: ViewKind) -> Vec<Value> {
    match kind {
        ViewKind::Keys => dict.keys(),
        ViewKind::Values => dict.values(),
        ViewKind::Items => dict
            .items()
            .into_iter()
            .map(|(key, value)| Value::tuple(vec![key, value]))
            .collect(),
    }
}

fn dict_iterator(dict: &Rc<Dict>, kind: ViewKind) -> Value {
    let type_name = match kind {
        ViewKind::Keys => "dict_keyiterator",
        ViewKind::Values => "dict_valueiterator",
        ViewKind::Items => "dict_itemiterator",
    };
    let state = DictItems {
        dict: dict.clone(),
        kind,
        position: 0,
        length: dict.len(),
        given: 0,
    };
    Value::iterator(type_name, state)
}

struct ListItems(Rc<List>, usize);

impl PyIterator for ListItems {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let item = self.0.get(self.1);
        self.1 += 1;
        Ok(item)
    }

    fn size_hint(&self) -> u64 {
        self.0.len().saturating_sub(self.1) as u64
    }
}

struct TupleItems(Rc<Tuple>, usize);

impl PyIterator for TupleItems {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let item = self.0.get(self.1).cloned();
        self.1 += 1;
        Ok(item)
    }

    fn size_hint(&self) -> u64 {
        self.0.len().saturating_sub(self.1) as u64
    }
}

/// The values of a `range`, or of a part of one.
pub(crate) struct RangeItems {
    next: i64,
    step: i64,
    left: u64,
}

impl RangeItems {
    pub(crate) fn new(range: &Range) -> RangeItems {
        RangeItems {
            next: range.start,
            step: range.step,
            left: range.len(),
        }
    }
}

impl PyIterator for RangeItems {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        if self.left == 0 {
            return Ok(None);
        }
        let value = self.next;
        self.left -= 1;
        self.next = self.next.wrapping_add(self.step);
        Ok(Some(Value::Int(value)))
    }

    fn size_hint(&self) -> u64 {
        self.left
    }
}

struct DictItems {
    dict: Rc<Dict>,
    kind: ViewKind,
    position: usize,
    /// How many items the dict had at the start: it must not grow or shrink.
    length: usize,
    given: usize,
}

impl PyIterator for DictItems {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.dict.len() != self.length {
            // From here on, every request fails in the same way.
            self.length = usize::MAX;
            return Err(vm.runtime_error("dictionary changed size during iteration"));
        }
        let Some((position, key, value)) = self.dict.item_from(self.position) else {
            return Ok(None);
        };
        if self.given == self.length {
            return Err(vm.runtime_error("dictionary keys changed during iteration"));
        }
        self.given += 1;
        self.position = position;
        Ok(Some(match self.kind {
            ViewKind::Keys => key,
            ViewKind::Values => value,
            ViewKind::Items => Value::tuple(vec![key, value]),
        }))
    }

    fn size_hint(&self) -> u64 {
        self.length.saturating_sub(self.given).min(self.dict.len()) as u64
    }
}

struct SetItems {
    set: Rc<Set>,
    position: usize,
    length: usize,
}

impl SetItems {
    fn new(set: &Rc<Set>) -> SetItems {
        SetItems {
            set: set.clone(),
            position: 0,
            length: set.len(),
        }
    }
}

impl PyIterator for SetItems {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if self.set.len() != self.length {
            self.length = usize::MAX;
            return Err(vm.runtime_error("Set changed size during iteration"));
        }
        let Some((position, item)) = self.set.item_from(self.position) else {
            return Ok(None);
        };
        self.position = position;
        Ok(Some(item))
    }
}

struct Characters {
    text: Str,
    /// In bytes.
    offset: usize,
}

impl Characters {
    fn new(text: &Str) -> Characters {
        Characters {
            text: text.clone(),
            offset: 0,
        }
    }
}

impl PyIterator for Characters {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let rest = &self.text.as_str()[self.offset..];
        let Some(character) = rest.chars().next() else {
            return Ok(None);
        };
        let length = character.len_utf8();
        self.offset += length;
        Ok(Some(Value::str(&rest[..length])))
    }
}

struct ByteItems(Rc<Bytes>, usize);

impl PyIterator for ByteItems {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let item = self.0.get(self.1).map(|byte| Value::Int(i64::from(*byte)));
        self.1 += 1;
        Ok(item)
    }
}

struct ByteArrayItems(Rc<ByteArray>, usize);

impl PyIterator for ByteArrayItems {
    fn next(&mut self, _: &mut Vm) -> Result<Option<Value>> {
        let item = self.0.borrow().get(self.1).copied();
        self.1 += 1;
        Ok(item.map(|byte| Value::Int(i64::from(byte))))
    }
}

/// `object[0]`, `object[1]`, … until `IndexError`.
struct Subscripts(Value, i64);

impl PyIterator for Subscripts {
    fn calls_back(&self) -> bool {
        true
    }

    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        let index = Value::Int(self.1);
        match vm.get_item(&self.0, &index) {
            Ok(item) => {
                self.1 += 1;
                Ok(Some(item))
            }
            Err(raise)
                if vm.is_exception(&raise, ExceptionKind::IndexError)
                    || vm.is_exception(&raise, ExceptionKind::StopIteration) =>
            {
                Ok(None)
            }
            Err(raise) => Err(raise),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn a_list_that_grows_gives_its_new_items() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let list = Rc::new(List::new(vec![Value::Int(1)]));
        let iterator = vm.iter(&Value::List(list.clone())).unwrap();
        assert!(matches!(vm.next(&iterator), Ok(Some(Value::Int(1)))));
        list.borrow_mut().push(Value::Int(2));
        assert!(matches!(vm.next(&iterator), Ok(Some(Value::Int(2)))));
        assert!(matches!(vm.next(&iterator), Ok(None)));
    }

    #[test]
    fn a_dict_must_not_grow() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let dict = Rc::new(Dict::new());
        dict.set_str("a", Value::None);
        let iterator = vm.iter(&Value::Dict(dict.clone())).unwrap();
        dict.set_str("b", Value::None);
        let raise = vm.next(&iterator).err().unwrap();
        assert_eq!(
            format!("{raise:?}"),
            "RuntimeError: dictionary changed size during iteration"
        );
    }
}
