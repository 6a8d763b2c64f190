//! `dict`: a hash table that keeps the order of insertion.

use std::cell::RefCell;
use std::rc::Rc;

use hashbrown::HashTable;

use super::{Str, Value};
use crate::vm::{Result, Vm};

/// A Python `dict`.
#[derive(Default)]
pub struct Dict(RefCell<Table>);

#[derive(Default, Clone)]
struct Table {
    /// In the order of insertion; `None` where an entry was removed.
    entries: Vec<Option<Entry>>,
    index: HashTable<u32>,
    live: usize,
}

#[derive(Clone)]
struct Entry {
    hash: i64,
    key: Value,
    value: Value,
}

/// Which part of a dict a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ViewKind {
    /// `keys()`.
    Keys,
    /// `values()`.
    Values,
    /// `items()`.
    Items,
}

/// What `dict.keys()`, `.values()` and `.items()` give.
pub struct DictView {
    /// The dict that is shown.
    pub dict: Rc<Dict>,
    /// Which part of it.
    pub kind: ViewKind,
}

/// What looking a key up without calling back gave.
enum Lookup {
    At(u32),
    Absent,
    /// The key of this entry has the same hash; whether it is equal, only the machine can tell.
    Ask(u32, Value),
}

/// The hash by which the index finds a key: Python's hashes of numbers differ in few bits, and
/// the index needs its top and its lowest ones to differ.
fn spread(hash: i64) -> u64 {
    let mixed = (hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}

impl Table {
    /// Looks a key up as far as that goes without calling back.
    fn look_up(&self, hash: i64, key: &Value, skipped: &[u32]) -> Lookup {
        let mut ask = None;
        let found = self.index.find(spread(hash), |at| {
            let Some(entry) = &self.entries[*at as usize] else {
                return false;
            };
            if entry.hash != hash || ask.is_some() || skipped.contains(at) {
                return false;
            }
            entry.key.plainly_equal(key).unwrap_or_else(|| {
                ask = Some((*at, entry.key.clone()));
                false
            })
        });
        match (found, ask) {
            (Some(at), _) => Lookup::At(*at),
            (None, Some((at, candidate))) => Lookup::Ask(at, candidate),
            (None, None) => Lookup::Absent,
        }
    }

    fn find_str(&self, hash: i64, name: &str) -> Option<u32> {
        self.index
            .find(spread(hash), |at| {
                matches!(&self.entries[*at as usize],
                    Some(Entry { hash: other, key: Value::Str(key), .. }) if *other == hash && key.as_str() == name)
            })
            .copied()
    }

    fn push(&mut self, hash: i64, key: Value, value: Value) {
        let at = self.entries.len() as u32;
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.index.insert_unique(spread(hash), at, |at| {
            entries[*at as usize]
                .as_ref()
                .map_or(0, |entry| spread(entry.hash))
        });
        self.live += 1;
    }

    fn take(&mut self, at: u32) -> (Value, Value) {
        let entry = self.entries[at as usize]
            .take()
            .expect("the index holds live entries only");
        if let Ok(slot) = self
            .index
            .find_entry(spread(entry.hash), |other| *other == at)
        {
            slot.remove();
        }
        self.live -= 1;
        if self.entries.len() > 16 && self.live * 2 < self.entries.len() {
            self.compact();
        }
        (entry.key, entry.value)
    }

    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.index.clear();
        let entries = &self.entries;
        let hash_at = |at: &u32| {
            entries[*at as usize]
                .as_ref()
                .map_or(0, |entry| spread(entry.hash))
        };
        for at in 0..entries.len() as u32 {
            self.index.insert_unique(hash_at(&at), at, hash_at);
        }
    }
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// A dict with these items; later ones win.
    ///
    /// # Errors
    /// `TypeError` for a key that cannot be hashed.
    pub fn from_items(
        vm: &mut Vm,
        items: impl IntoIterator<Item = (Value, Value)>,
    ) -> Result<Dict> {
        let dict = Dict::new();
        for (key, value) in items {
            dict.set(vm, key, value)?;
        }
        Ok(dict)
    }

    /// Looks a key up; begins again where an `__eq__` changed the dict meanwhile.
    fn find(&self, vm: &mut Vm, hash: i64, key: &Value) -> Result<Option<u32>> {
        let mut skipped = Vec::new();
        loop {
            let lookup = self.0.borrow().look_up(hash, key, &skipped);
            match lookup {
                Lookup::At(at) => return Ok(Some(at)),
                Lookup::Absent => return Ok(None),
                Lookup::Ask(at, candidate) => {
                    let equal = vm.equal(&candidate, key)?;
                    let unchanged = matches!(
                        self.0.borrow().entries.get(at as usize),
                        Some(Some(entry)) if entry.key.is(&candidate)
                    );
                    if !unchanged {
                        skipped.clear();
                    } else if equal {
                        return Ok(Some(at));
                    } else {
                        skipped.push(at);
                    }
                }
            }
        }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.borrow().live
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a key.
    ///
    /// # Errors
    /// `TypeError` for a key that cannot be hashed, and what a user's `__eq__` raises.
    pub fn get(&self, vm: &mut Vm, key: &Value) -> Result<Option<Value>> {
        if let Value::Str(name) = key {
            return Ok(self.get_name(name));
        }
        let hash = vm.hash(key)?;
        let found = self.find(vm, hash, key)?;
        let table = self.0.borrow();
        Ok(found
            .and_then(|at| table.entries[at as usize].as_ref())
            .map(|entry| entry.value.clone()))
    }

    /// Whether there is such a key.
    ///
    /// # Errors
    /// As [`Dict::get`].
    pub fn contains(&self, vm: &mut Vm, key: &Value) -> Result<bool> {
        Ok(self.get(vm, key)?.is_some())
    }

    /// Sets the value of a key; a key that is there keeps its place and its first form.
    ///
    /// # Errors
    /// As [`Dict::get`].
    pub fn set(&self, vm: &mut Vm, key: Value, value: Value) -> Result<()> {
        let hash = vm.hash(&key)?;
        let found = self.find(vm, hash, &key)?;
        let mut table = self.0.borrow_mut();
        // What the old value drops must not run while the table is borrowed.
        let old = match found {
            Some(at) => table.entries[at as usize]
                .as_mut()
                .map(|entry| std::mem::replace(&mut entry.value, value)),
            None => {
                table.push(hash, key, value);
                None
            }
        };
        drop(table);
        drop(old);
        Ok(())
    }

    /// Removes a key; gives its value.
    ///
    /// # Errors
    /// As [`Dict::get`].
    pub fn remove(&self, vm: &mut Vm, key: &Value) -> Result<Option<Value>> {
        let hash = vm.hash(key)?;
        let found = self.find(vm, hash, key)?;
        Ok(found.map(|at| self.0.borrow_mut().take(at).1))
    }

    /// The value of a `str` key.
    pub fn get_name(&self, name: &Str) -> Option<Value> {
        let table = self.0.borrow();
        let at = table.find_str(name.hash(), name.as_str())?;
        table.entries[at as usize]
            .as_ref()
            .map(|entry| entry.value.clone())
    }

    /// The value of a `str` key.
    pub fn get_str(&self, name: &str) -> Option<Value> {
        let table = self.0.borrow();
        let at = table.find_str(crate::vm::hash::hash_str(name), name)?;
        table.entries[at as usize]
            .as_ref()
            .map(|entry| entry.value.clone())
    }

    /// Sets the value of a `str` key.
    pub fn set_name(&self, name: &Str, value: Value) {
        let mut table = self.0.borrow_mut();
        let old = match table.find_str(name.hash(), name.as_str()) {
            Some(at) => table.entries[at as usize]
                .as_mut()
                .map(|entry| std::mem::replace(&mut entry.value, value)),
            None => {
                table.push(name.hash(), Value::Str(name.clone()), value);
                None
            }
        };
        drop(table);
        drop(old);
    }

    /// Sets the value of a `str` key.
    pub fn set_str(&self, name: &str, value: Value) {
        self.set_name(&Str::new(name), value);
    }

    /// Removes a `str` key; gives its value.
    pub fn remove_str(&self, name: &str) -> Option<Value> {
        let mut table = self.0.borrow_mut();
        let at = table.find_str(crate::vm::hash::hash_str(name), name)?;
        Some(table.take(at).1)
    }

    /// The first live item at or after a position, with the position after it: for iteration.
    pub fn item_from(&self, position: usize) -> Option<(usize, Value, Value)> {
        let table = self.0.borrow();
        let rest = table.entries.get(position..)?;
        let (at, entry) = rest
            .iter()
            .enumerate()
            .find_map(|(at, entry)| Some((at, entry.as_ref()?)))?;
        Some((position + at + 1, entry.key.clone(), entry.value.clone()))
    }

    /// Removes and gives the last item.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let mut table = self.0.borrow_mut();
        let at = table.entries.iter().rposition(Option::is_some)?;
        let item = table.take(at as u32);
        Some(item)
    }

    /// Removes all items.
    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.0.borrow_mut());
        drop(old);
    }

    /// A copy.
    #[must_use]
    pub fn copy(&self) -> Dict {
        Dict(RefCell::new(self.0.borrow().clone()))
    }

    /// The keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.0
            .borrow()
            .entries
            .iter()
            .flatten()
            .map(|entry| entry.key.clone())
            .collect()
    }

    /// The values, in order.
    pub fn values(&self) -> Vec<Value> {
        self.0
            .borrow()
            .entries
            .iter()
            .flatten()
            .map(|entry| entry.value.clone())
            .collect()
    }

    /// The items, in order.
    pub fn items(&self) -> Vec<(Value, Value)> {
        self.0
            .borrow()
            .entries
            .iter()
            .flatten()
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }
}
