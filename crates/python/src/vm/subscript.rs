//! `object[key]`.

use std::rc::Rc;

use num_traits::ToPrimitive;

use super::{ExceptionKind, Raise, Result, Vm};
use crate::value::{ByteArray, Instance, List, Range, Slice, Special, Str, Value};

/// A slice over a sequence of a known length: which indices it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    /// The first index; the length of the sequence (or -1, going down) where there is none.
    pub start: i64,
    /// The index after the last one.
    pub stop: i64,
    /// The difference between neighbours; not 0.
    pub step: i64,
    /// How many indices there are.
    pub count: usize,
}

impl SliceIndices {
    /// The indices.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |at| (self.start + at * self.step) as usize)
    }

    /// The items at the indices.
    pub fn pick<T: Clone>(self, items: &[T]) -> Vec<T> {
        if self.step == 1 {
            let start = self.start as usize;
            return items[start..start + self.count].to_vec();
        }
        self.iter().map(|at| items[at].clone()).collect()
    }

    /// Removes the items at the indices.
    fn remove<T>(self, items: &mut Vec<T>) -> Vec<T> {
        if self.step == 1 {
            let start = self.start as usize;
            return items.drain(start..start + self.count).collect();
        }
        let mut places: Vec<usize> = self.iter().collect();
        places.sort_unstable();
        let mut at = 0;
        let mut next = places.into_iter().peekable();
        items
            .extract_if(.., |_| {
                let found = next.next_if_eq(&at).is_some();
                at += 1;
                found
            })
            .collect()
    }
}

/// What an index that is out of range, or no index, is called in messages.
struct Words {
    /// `list` in `list indices must be integers or slices, not str`.
    indices: &'static str,
    /// What `IndexError` says.
    range: &'static str,
}

const LIST: Words = Words {
    indices: "list",
    range: "list index out of range",
};
const LIST_ASSIGNMENT: Words = Words {
    indices: "list",
    range: "list assignment index out of range",
};
const TUPLE: Words = Words {
    indices: "tuple",
    range: "tuple index out of range",
};
const TEXT: Words = Words {
    indices: "string",
    range: "string index out of range",
};
const BYTES: Words = Words {
    indices: "byte",
    range: "index out of range",
};
const BYTE_ARRAY: Words = Words {
    indices: "bytearray",
    range: "bytearray index out of range",
};
const RANGE: Words = Words {
    indices: "range",
    range: "range object index out of range",
};

impl Vm {
    /// `object[key]`.
    ///
    /// # Errors
    /// `TypeError`, `IndexError`, `KeyError`.
    pub fn get_item(&mut self, object: &Value, key: &Value) -> Result<Value> {
        match (object, key) {
            (Value::List(items), Value::Slice(slice)) => {
                let indices = self.slice_indices(slice, items.len())?;
                let items = indices.pick(&items.borrow());
                Ok(Value::list(items))
            }
            (Value::List(items), _) => {
                let at = self.index_in(key, items.len(), &LIST)?;
                items.get(at).ok_or_else(|| self.index_error(LIST.range))
            }
            (Value::Tuple(items), Value::Slice(slice)) => {
                let indices = self.slice_indices(slice, items.len())?;
                if indices.step == 1 && indices.count == items.len() {
                    return Ok(object.clone());
                }
                Ok(Value::tuple(indices.pick(items)))
            }
            (Value::Tuple(items), _) => {
                let at = self.index_in(key, items.len(), &TUPLE)?;
                Ok(items[at].clone())
            }
            (Value::Dict(dict), _) => match dict.get(self, key)? {
                Some(value) => Ok(value),
                None => Err(self.key_error(key.clone())),
            },
            (Value::Str(text), Value::Slice(slice)) => {
                let indices = self.slice_indices(slice, text.len())?;
                Ok(Value::Str(slice_text(text, indices)))
            }
            (Value::Str(text), _) => {
                let at = self.index_in(key, text.len(), &TEXT)?;
                let mut buffer = [0; 4];
                Ok(Value::str(text.char_at(at).encode_utf8(&mut buffer)))
            }
            (Value::Bytes(data), Value::Slice(slice)) => {
                let indices = self.slice_indices(slice, data.len())?;
                Ok(Value::bytes(indices.pick(data)))
            }
            (Value::Bytes(data), _) => {
                let at = self.index_in(key, data.len(), &BYTES)?;
                Ok(Value::Int(i64::from(data[at])))
            }
            (Value::ByteArray(data), Value::Slice(slice)) => {
                let length = data.borrow().len();
                let indices = self.slice_indices(slice, length)?;
                let part = indices.pick(&data.borrow());
                Ok(Value::ByteArray(Rc::new(ByteArray::new(part))))
            }
            (Value::ByteArray(data), _) => {
                let length = data.borrow().len();
                let at = self.index_in(key, length, &BYTE_ARRAY)?;
                let byte = data.borrow()[at];
                Ok(Value::Int(i64::from(byte)))
            }
            (Value::Range(range), Value::Slice(slice)) => {
                let length = i64::try_from(range.len()).unwrap_or(i64::MAX);
                let bounds = self.slice_bounds(slice, length)?;
                Ok(Value::Range(Rc::new(slice_range(range, bounds))))
            }
            (Value::Range(range), _) => {
                let at = self.place_in(key, range.len(), &RANGE)?;
                Ok(Value::Int(range.get(at)))
            }
            (Value::Instance(instance), _) => self.get_item_of_instance(object, instance, key),
            (Value::Class(_), _) => self.get_item_of_class(object, key),
            _ => {
                let name = self.type_name(object);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    fn get_item_of_instance(
        &mut self,
        object: &Value,
        instance: &Rc<Instance>,
        key: &Value,
    ) -> Result<Value> {
        if let Some(method) = self.special_method(object, Special::GetItem) {
            return self.call_one(&method, key.clone());
        }
        match instance.inner_value() {
            Some(Value::Dict(dict)) => {
                if let Some(value) = dict.get(self, key)? {
                    return Ok(value);
                }
                match self.special_method(object, Special::Missing) {
                    Some(method) => self.call_one(&method, key.clone()),
                    None => Err(self.key_error(key.clone())),
                }
            }
            Some(
                inner @ (Value::List(_)
                | Value::Tuple(_)
                | Value::Str(_)
                | Value::Bytes(_)
                | Value::ByteArray(_)),
            ) => self.get_item(&inner, key),
            _ => {
                let name = self.type_name(object);
                Err(self.type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// `Class[key]`: what `__class_getitem__` (or a metaclass) gives.
    fn get_item_of_class(&mut self, object: &Value, key: &Value) -> Result<Value> {
        if let Some(method) = self.special_method(object, Special::GetItem) {
            return self.call_one(&method, key.clone());
        }
        if let Some(method) = self.find_attribute(object, "__class_getitem__")? {
            return self.call_one(&method, key.clone());
        }
        let Value::Class(class) = object else {
            return Err(self.type_error("a class was expected"));
        };
        Err(self.type_error(format!("type '{}' is not subscriptable", class.name)))
    }

    /// `object[key] = value`.
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn set_item(&mut self, object: &Value, key: Value, value: Value) -> Result<()> {
        match (object, &key) {
            (Value::List(items), Value::Slice(slice)) => self.set_list_slice(items, slice, &value),
            (Value::List(items), _) => {
                let at = self.index_in(&key, items.len(), &LIST_ASSIGNMENT)?;
                let old = match items.borrow_mut().get_mut(at) {
                    Some(place) => std::mem::replace(place, value),
                    None => return Err(self.index_error(LIST_ASSIGNMENT.range)),
                };
                drop(old);
                Ok(())
            }
            (Value::Dict(dict), _) => dict.set(self, key, value),
            (Value::ByteArray(data), Value::Slice(slice)) => {
                self.set_byte_slice(data, slice, &value)
            }
            (Value::ByteArray(data), _) => {
                let length = data.borrow().len();
                let at = self.index_in(&key, length, &BYTE_ARRAY)?;
                let byte = self.byte_from(&value)?;
                data.borrow_mut()[at] = byte;
                Ok(())
            }
            (Value::Instance(_) | Value::Class(_), _) => {
                if let Some(method) = self.special_method(object, Special::SetItem) {
                    self.call_two(&method, key, value)?;
                    return Ok(());
                }
                match self.unwrap_builtin(object) {
                    inner @ (Value::List(_) | Value::Dict(_) | Value::ByteArray(_)) => {
                        self.set_item(&inner, key, value)
                    }
                    _ => Err(self.no_item_assignment(object)),
                }
            }
            _ => Err(self.no_item_assignment(object)),
        }
    }

    fn no_item_assignment(&mut self, object: &Value) -> Raise {
        let name = self.type_name(object);
        self.type_error(format!("'{name}' object does not support item assignment"))
    }

    /// `del object[key]`.
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn delete_item(&mut self, object: &Value, key: &Value) -> Result<()> {
        match (object, key) {
            (Value::List(items), Value::Slice(slice)) => {
                let indices = self.slice_indices(slice, items.len())?;
                let removed = indices.remove(&mut items.borrow_mut());
                drop(removed);
                Ok(())
            }
            (Value::List(items), _) => {
                let at = self.index_in(key, items.len(), &LIST_ASSIGNMENT)?;
                let removed = items.borrow_mut().remove(at);
                drop(removed);
                Ok(())
            }
            (Value::Dict(dict), _) => match dict.remove(self, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key.clone())),
            },
            (Value::ByteArray(data), Value::Slice(slice)) => {
                let length = data.borrow().len();
                let indices = self.slice_indices(slice, length)?;
                indices.remove(&mut data.borrow_mut());
                Ok(())
            }
            (Value::ByteArray(data), _) => {
                let length = data.borrow().len();
                let at = self.index_in(key, length, &BYTE_ARRAY)?;
                data.borrow_mut().remove(at);
                Ok(())
            }
            (Value::Instance(_) | Value::Class(_), _) => {
                if let Some(method) = self.special_method(object, Special::DelItem) {
                    self.call_one(&method, key.clone())?;
                    return Ok(());
                }
                match self.unwrap_builtin(object) {
                    inner @ (Value::List(_) | Value::Dict(_) | Value::ByteArray(_)) => {
                        self.delete_item(&inner, key)
                    }
                    _ => Err(self.no_item_deletion(object, key)),
                }
            }
            _ => Err(self.no_item_deletion(object, key)),
        }
    }

    /// CPython's words differ where an index goes to the slots of sequences.
    fn no_item_deletion(&mut self, object: &Value, key: &Value) -> Raise {
        let name = self.type_name(object);
        let has_sequence_slots = match object {
            Value::Instance(instance) => !instance.class.builtin,
            Value::Set(_) | Value::FrozenSet(_) | Value::DictView(_) | Value::Range(_) => true,
            _ => matches!(object, Value::Str(_) | Value::Bytes(_) | Value::Tuple(_)),
        };
        let is_index = matches!(key, Value::Int(_) | Value::Bool(_) | Value::BigInt(_));
        let verb = match has_sequence_slots && is_index {
            true => "doesn't",
            false => "does not",
        };
        self.type_error(format!("'{name}' object {verb} support item deletion"))
    }

    /// The place that an index means, negative ones counted from the end.
    fn index_in(&mut self, key: &Value, length: usize, words: &Words) -> Result<usize> {
        let place = self.place_in(key, length as u64, words)?;
        Ok(place as usize)
    }

    /// The same for a sequence that may be longer than memory: a range.
    fn place_in(&mut self, key: &Value, length: u64, words: &Words) -> Result<u64> {
        let index = match key {
            Value::Int(index) => *index,
            Value::Bool(index) => i64::from(*index),
            Value::BigInt(_) if words.indices == RANGE.indices => {
                return Err(self.index_error(words.range));
            }
            Value::BigInt(_) => {
                return Err(self.index_error("cannot fit 'int' into an index-sized integer"));
            }
            _ => return self.index_of_object(key, length, words),
        };
        let place = if index < 0 {
            index.checked_add_unsigned(length)
        } else {
            Some(index)
        };
        match place.and_then(|place| u64::try_from(place).ok()) {
            Some(place) if place < length => Ok(place),
            _ => Err(self.index_error(words.range)),
        }
    }

    /// The same for an object that gives its index by `__index__`.
    fn index_of_object(&mut self, key: &Value, length: u64, words: &Words) -> Result<u64> {
        let is_index = matches!(self.unwrap_builtin(key), Value::Int(_) | Value::BigInt(_))
            || self.special_method(key, Special::Index).is_some();
        if is_index {
            let index = Value::from(self.to_index(key)?);
            return self.place_in(&index, length, words);
        }
        let (indices, name) = (words.indices, self.type_name(key));
        Err(self.type_error(if indices == TEXT.indices {
            format!("string indices must be integers, not '{name}'")
        } else {
            format!("{indices} indices must be integers or slices, not {name}")
        }))
    }

    /// The indices that a slice means for a sequence of a length.
    ///
    /// # Errors
    /// `TypeError` for parts that are no integers, `ValueError`: `slice step cannot be zero`.
    pub fn slice_indices(&mut self, slice: &Slice, length: usize) -> Result<SliceIndices> {
        let (start, stop, step) = self.slice_bounds(slice, length as i64)?;
        let count = if step > 0 && start < stop {
            (stop - start - 1) / step + 1
        } else if step < 0 && stop < start {
            (start - stop - 1) / -step + 1
        } else {
            0
        };
        Ok(SliceIndices {
            start,
            stop,
            step,
            count: count as usize,
        })
    }

    /// Start, stop and step of a slice for a sequence of a length.
    fn slice_bounds(&mut self, slice: &Slice, length: i64) -> Result<(i64, i64, i64)> {
        let step = self.slice_part(&slice.step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let (lowest, highest) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let clamp = |part: i64| {
            if part < 0 {
                part.saturating_add(length).max(lowest)
            } else {
                part.min(highest)
            }
        };
        let start = self.slice_part(&slice.start)?;
        let start = start.map_or(if step > 0 { lowest } else { highest }, clamp);
        let stop = self.slice_part(&slice.stop)?;
        let stop = stop.map_or(if step > 0 { highest } else { lowest }, clamp);
        Ok((start, stop, step))
    }

    fn slice_part(&mut self, part: &Value) -> Result<Option<i64>> {
        match part {
            Value::None => Ok(None),
            Value::Int(part) => Ok(Some(*part)),
            Value::Bool(part) => Ok(Some(i64::from(*part))),
            _ => match self.to_index(part) {
                Ok(part) => {
                    let limit = if part.sign() == num_bigint::Sign::Minus {
                        i64::MIN
                    } else {
                        i64::MAX
                    };
                    Ok(Some(part.to_i64().unwrap_or(limit)))
                }
                Err(raise)
                    if self.is_exception(&raise, ExceptionKind::TypeError)
                        && self.special_method(part, Special::Index).is_none() =>
                {
                    Err(self.type_error(
                        "slice indices must be integers or None or have an __index__ method",
                    ))
                }
                Err(raise) => Err(raise),
            },
        }
    }

    fn set_list_slice(&mut self, items: &Rc<List>, slice: &Slice, value: &Value) -> Result<()> {
        let step = self.slice_part(&slice.step)?.unwrap_or(1);
        let new = match self.collect(value) {
            Ok(new) => new,
            Err(raise)
                if self.is_exception(&raise, ExceptionKind::TypeError)
                    && self.iter(value).is_err() =>
            {
                return Err(self.type_error(if step == 1 {
                    "can only assign an iterable"
                } else {
                    "must assign iterable to extended slice"
                }));
            }
            Err(raise) => return Err(raise),
        };
        let indices = self.slice_indices(slice, items.len())?;
        if indices.step == 1 {
            let start = indices.start as usize;
            let end = start + indices.count;
            let old: Vec<Value> = items.borrow_mut().splice(start..end, new).collect();
            drop(old);
            return Ok(());
        }
        if new.len() != indices.count {
            return Err(self.value_error(format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                new.len(),
                indices.count
            )));
        }
        let mut old = Vec::with_capacity(new.len());
        let mut places = items.borrow_mut();
        for (at, item) in indices.iter().zip(new) {
            old.push(std::mem::replace(&mut places[at], item));
        }
        drop(places);
        drop(old);
        Ok(())
    }

    fn set_byte_slice(&mut self, data: &Rc<ByteArray>, slice: &Slice, value: &Value) -> Result<()> {
        let new = match self.unwrap_builtin(value) {
            Value::Bytes(new) => new.to_vec(),
            Value::ByteArray(new) => new.borrow().clone(),
            Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::None => {
                return Err(self.type_error(
                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
                ));
            }
            other => {
                let mut new = Vec::new();
                for item in self.collect(&other)? {
                    new.push(self.byte_from(&item)?);
                }
                new
            }
        };
        let length = data.borrow().len();
        let indices = self.slice_indices(slice, length)?;
        if indices.step == 1 {
            let start = indices.start as usize;
            data.borrow_mut().splice(start..start + indices.count, new);
            return Ok(());
        }
        if new.len() != indices.count {
            return Err(self.value_error(format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                new.len(),
                indices.count
            )));
        }
        for (at, byte) in indices.iter().zip(new) {
            data.borrow_mut()[at] = byte;
        }
        Ok(())
    }

    /// A value as a byte.
    ///
    /// # Errors
    /// `TypeError` for what is no integer; `ValueError`: `byte must be in range(0, 256)`.
    pub(crate) fn byte_from(&mut self, value: &Value) -> Result<u8> {
        let byte = self.to_index(value)?;
        byte.to_u8()
            .ok_or_else(|| self.value_error("byte must be in range(0, 256)"))
    }
}

fn slice_text(text: &Str, indices: SliceIndices) -> Str {
    let start = indices.start.max(0) as usize;
    if indices.step == 1 {
        if indices.count == text.len() {
            return text.clone();
        }
        return text.substring(start, start + indices.count);
    }
    let characters: Vec<char> = text.as_str().chars().collect();
    let picked: String = indices.iter().map(|at| characters[at]).collect();
    Str::from(picked)
}

fn slice_range(range: &Range, (start, stop, step): (i64, i64, i64)) -> Range {
    let at = |index: i64| range.start.wrapping_add(index.wrapping_mul(range.step));
    Range {
        start: at(start),
        stop: at(stop),
        step: range.step.wrapping_mul(step),
    }
}
