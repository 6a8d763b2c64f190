//! Operations on sets: what they give, and in which slots.

use std::rc::Rc;

use super::Set;
use crate::value::{Dict, Value};
use crate::vm::{Result, Vm};

/// The set that a value is, or holds as an instance of a class derived from one.
fn set_in(value: &Value) -> Option<Rc<Set>> {
    match value {
        Value::Set(set) | Value::FrozenSet(set) => Some(set.clone()),
        Value::Instance(instance) => match instance.inner_value() {
            Some(Value::Set(set) | Value::FrozenSet(set)) => Some(set),
            _ => None,
        },
        _ => None,
    }
}

impl Set {
    /// A set of the items of an iterable, as `set(iterable)` makes it.
    ///
    /// # Errors
    /// `TypeError` for what is not iterable or holds what cannot be hashed.
    pub fn from_iterable(vm: &mut Vm, iterable: &Value) -> Result<Set> {
        let set = Set::new();
        set.update(vm, iterable)?;
        Ok(set)
    }

    /// Adds the items of an iterable.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn update(&self, vm: &mut Vm, iterable: &Value) -> Result<()> {
        if let Some(other) = set_in(iterable) {
            return self.merge(vm, &other);
        }
        if let Value::Dict(dict) = iterable {
            self.table.borrow_mut().make_room(dict.len());
            return self.add_all(vm, dict.keys());
        }
        let iterator = vm.iter(iterable)?;
        while let Some(item) = vm.next(&iterator)? {
            self.add(vm, item)?;
        }
        Ok(())
    }

    fn add_all(&self, vm: &mut Vm, items: Vec<Value>) -> Result<()> {
        for item in items {
            self.add(vm, item)?;
        }
        Ok(())
    }

    /// Adds all items of another set, in the order of its slots.
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn merge(&self, vm: &mut Vm, other: &Set) -> Result<()> {
        if other.is_empty() || std::ptr::eq(self, other) {
            return Ok(());
        }
        self.table.borrow_mut().make_room(other.len());
        if self.table.borrow().fill == 0 {
            self.fill_from(other);
            return Ok(());
        }
        for (hash, item) in other.hashed_items() {
            self.add_hashed(vm, hash, item)?;
        }
        Ok(())
    }

    /// Takes the items of another set into this one, whose table was never used.
    pub(super) fn fill_from(&self, other: &Set) {
        let theirs = other.table.borrow();
        let mut table = self.table.borrow_mut();
        table.make_room(theirs.used);
        if table.mask() == theirs.mask() && theirs.fill == theirs.used {
            table.slots.clone_from(&theirs.slots);
            table.fill = theirs.fill;
            table.used = theirs.used;
            return;
        }
        for (hash, value) in theirs.items() {
            table.place_clean(hash, value.clone());
        }
    }

    /// `self | other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn union(&self, vm: &mut Vm, other: &Value) -> Result<Set> {
        let result = self.copy();
        if !set_in(other).is_some_and(|other| std::ptr::eq(self, &*other)) {
            result.update(vm, other)?;
        }
        Ok(result)
    }

    /// `self & other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn intersection(&self, vm: &mut Vm, other: &Value) -> Result<Set> {
        let result = Set::new();
        if let Some(other) = set_in(other) {
            if std::ptr::eq(self, &*other) {
                return Ok(self.copy());
            }
            let (walked, asked) = if other.len() > self.len() {
                (self, &*other)
            } else {
                (&*other, self)
            };
            for (hash, item) in walked.hashed_items() {
                if asked.contains_hashed(vm, hash, &item)? {
                    result.add_hashed(vm, hash, item)?;
                }
            }
            return Ok(result);
        }
        let iterator = vm.iter(other)?;
        while let Some(item) = vm.next(&iterator)? {
            let hash = vm.hash(&item)?;
            if self.contains_hashed(vm, hash, &item)? {
                result.add_hashed(vm, hash, item)?;
                if result.len() >= self.len() {
                    break;
                }
            }
        }
        Ok(result)
    }

    /// `self - other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn difference(&self, vm: &mut Vm, other: &Value) -> Result<Set> {
        enum Other {
            Set(Rc<Set>),
            Dict(Rc<Dict>),
        }
        let known = match (set_in(other), other) {
            (Some(set), _) => Some((set.len(), Other::Set(set))),
            (None, Value::Dict(dict)) => Some((dict.len(), Other::Dict(dict.clone()))),
            _ => None,
        };
        // Where the other one is small (or not known to be), its items are taken out of a copy.
        let Some((_, other)) = known.filter(|(length, _)| self.len() >> 2 <= *length) else {
            let result = self.copy();
            result.difference_update(vm, other)?;
            return Ok(result);
        };
        let result = Set::new();
        for (hash, item) in self.hashed_items() {
            let common = match &other {
                Other::Set(set) => set.contains_hashed(vm, hash, &item)?,
                Other::Dict(dict) => dict.contains(vm, &item)?,
            };
            if !common {
                result.add_hashed(vm, hash, item)?;
            }
        }
        Ok(result)
    }

    /// `self -= other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn difference_update(&self, vm: &mut Vm, other: &Value) -> Result<()> {
        match set_in(other) {
            Some(other) if std::ptr::eq(self, &*other) => {
                self.clear();
                return Ok(());
            }
            Some(other) => {
                let common = if other.len() >> 3 > self.len() {
                    Rc::new(self.intersection(vm, &Value::Set(other))?)
                } else {
                    other
                };
                for (hash, item) in common.hashed_items() {
                    self.remove_hashed(vm, hash, &item)?;
                }
            }
            None => {
                let iterator = vm.iter(other)?;
                while let Some(item) = vm.next(&iterator)? {
                    self.remove(vm, &item)?;
                }
            }
        }
        self.table.borrow_mut().tidy();
        Ok(())
    }

    /// `self ^ other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn symmetric_difference(self: &Rc<Set>, vm: &mut Vm, other: &Value) -> Result<Set> {
        let result = Set::from_iterable(vm, other)?;
        result.symmetric_difference_update(vm, &Value::Set(self.clone()))?;
        Ok(result)
    }

    /// `self ^= other`.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn symmetric_difference_update(&self, vm: &mut Vm, other: &Value) -> Result<()> {
        let items = match (set_in(other), other) {
            (Some(other), _) if std::ptr::eq(self, &*other) => {
                self.clear();
                return Ok(());
            }
            (Some(other), _) => other.to_vec(),
            (None, Value::Dict(dict)) => dict.keys(),
            _ => Set::from_iterable(vm, other)?.to_vec(),
        };
        for item in items {
            let hash = vm.hash(&item)?;
            if !self.remove_hashed(vm, hash, &item)? {
                self.add_hashed(vm, hash, item)?;
            }
        }
        Ok(())
    }

    /// `self <= other`.
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn is_subset(&self, vm: &mut Vm, other: &Set) -> Result<bool> {
        if self.len() > other.len() {
            return Ok(false);
        }
        for (hash, item) in self.hashed_items() {
            if !other.contains_hashed(vm, hash, &item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether no item is in both.
    ///
    /// # Errors
    /// As [`Set::from_iterable`].
    pub fn is_disjoint(&self, vm: &mut Vm, other: &Value) -> Result<bool> {
        if let Some(other) = set_in(other) {
            let (walked, asked) = if other.len() > self.len() {
                (self, &*other)
            } else {
                (&*other, self)
            };
            for (hash, item) in walked.hashed_items() {
                if asked.contains_hashed(vm, hash, &item)? {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
        let iterator = vm.iter(other)?;
        while let Some(item) = vm.next(&iterator)? {
            if self.contains(vm, &item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
