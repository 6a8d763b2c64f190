//! `set` and `frozenset`, whose items come in the order in which CPython 3.11 gives them.
//!
//! The order in which a set prints is the order of its hash table's slots, so the table has
//! CPython's shape: a power of two of slots, short linear runs before a perturbed jump, a
//! rebuild at three fifths full. Operations make their tables in CPython's steps too.

mod algebra;
mod display;
mod table;

use std::cell::{Cell, RefCell};

use table::{Slot, Table};

use super::Value;
use crate::vm::{Result, Vm};

/// A Python `set` or `frozenset`.
#[derive(Default)]
pub struct Set {
    table: RefCell<Table>,
    /// Of a `frozenset`, once known.
    hash: Cell<Option<i64>>,
}

/// What looking an item up without calling back gave.
enum Lookup {
    At(usize),
    Absent,
    /// The item in this slot has the same hash; whether it is equal, only the machine can tell.
    Ask(usize, Value),
}

impl Set {
    /// An empty set.
    pub fn new() -> Set {
        Set::default()
    }

    /// A set of these items, added in order.
    ///
    /// # Errors
    /// `TypeError` for an item that cannot be hashed.
    pub fn from_items(vm: &mut Vm, items: impl IntoIterator<Item = Value>) -> Result<Set> {
        let set = Set::new();
        for item in items {
            set.add(vm, item)?;
        }
        Ok(set)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.table.borrow().used
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the item is there.
    ///
    /// # Errors
    /// `TypeError` for an item that cannot be hashed, and what a user's `__eq__` raises.
    pub fn contains(&self, vm: &mut Vm, item: &Value) -> Result<bool> {
        let hash = vm.hash(item)?;
        self.contains_hashed(vm, hash, item)
    }

    fn contains_hashed(&self, vm: &mut Vm, hash: i64, item: &Value) -> Result<bool> {
        Ok(self.find(vm, hash, item)?.is_some())
    }

    /// Looks an item up; begins again where an `__eq__` changed the set meanwhile.
    fn find(&self, vm: &mut Vm, hash: i64, item: &Value) -> Result<Option<usize>> {
        let mut skipped = Vec::new();
        loop {
            match self.look_up(hash, item, &skipped) {
                Lookup::At(at) => return Ok(Some(at)),
                Lookup::Absent => return Ok(None),
                Lookup::Ask(at, candidate) => {
                    let equal = vm.equal(&candidate, item)?;
                    let unchanged = matches!(
                        self.table.borrow().slots.get(at),
                        Some(Slot::Item { value, .. }) if value.is(&candidate)
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

    fn look_up(&self, hash: i64, item: &Value, skipped: &[usize]) -> Lookup {
        let table = self.table.borrow();
        for at in table.probes(hash) {
            match &table.slots[at] {
                Slot::Empty => break,
                Slot::Item { hash: other, value } if *other == hash && !skipped.contains(&at) => {
                    match value.plainly_equal(item) {
                        Some(true) => return Lookup::At(at),
                        Some(false) => {}
                        None => return Lookup::Ask(at, value.clone()),
                    }
                }
                _ => {}
            }
        }
        Lookup::Absent
    }

    /// Adds an item; whether it is new.
    ///
    /// # Errors
    /// As [`Set::contains`].
    pub fn add(&self, vm: &mut Vm, item: Value) -> Result<bool> {
        let hash = vm.hash(&item)?;
        self.add_hashed(vm, hash, item)
    }

    fn add_hashed(&self, vm: &mut Vm, hash: i64, item: Value) -> Result<bool> {
        if self.contains_hashed(vm, hash, &item)? {
            return Ok(false);
        }
        self.table.borrow_mut().place(hash, item);
        Ok(true)
    }

    /// Removes an item; whether it was there.
    ///
    /// # Errors
    /// As [`Set::contains`].
    pub fn remove(&self, vm: &mut Vm, item: &Value) -> Result<bool> {
        let hash = vm.hash(item)?;
        self.remove_hashed(vm, hash, item)
    }

    fn remove_hashed(&self, vm: &mut Vm, hash: i64, item: &Value) -> Result<bool> {
        let Some(at) = self.find(vm, hash, item)? else {
            return Ok(false);
        };
        let old = self.table.borrow_mut().take(at);
        drop(old);
        Ok(true)
    }

    /// A copy, as `set(other)` and `other.copy()` make it.
    #[must_use]
    pub fn copy(&self) -> Set {
        let copy = Set::new();
        copy.fill_from(self);
        copy
    }

    /// Removes and gives the item in the first slot at or after where the last `pop` ended.
    pub fn pop(&self) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        if table.used == 0 {
            return None;
        }
        let mask = table.mask();
        let mut at = table.finger & mask;
        loop {
            if let Some(value) = table.take(at) {
                table.finger = at + 1;
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }

    /// Removes all items.
    pub fn clear(&self) {
        let finger = self.table.borrow().finger;
        let old = self.table.take();
        self.table.borrow_mut().finger = finger;
        drop(old);
    }

    /// Takes another set's items over (for `&=` and the like, which keep the object).
    pub fn replace_with(&self, other: Set) {
        let finger = self.table.borrow().finger;
        let old = self.table.replace(other.table.into_inner());
        self.table.borrow_mut().finger = finger;
        drop(old);
    }

    /// The items, in the order of their slots.
    pub fn to_vec(&self) -> Vec<Value> {
        self.table
            .borrow()
            .items()
            .map(|(_, value)| value.clone())
            .collect()
    }

    /// The items with their hashes, in the order of their slots.
    fn hashed_items(&self) -> Vec<(i64, Value)> {
        self.table
            .borrow()
            .items()
            .map(|(hash, value)| (hash, value.clone()))
            .collect()
    }

    /// The item in the first occupied slot at or after a position, with the position after it.
    pub fn item_from(&self, position: usize) -> Option<(usize, Value)> {
        let table = self.table.borrow();
        table
            .slots
            .get(position..)?
            .iter()
            .enumerate()
            .find_map(|(at, slot)| match slot {
                Slot::Item { value, .. } => Some((position + at + 1, value.clone())),
                _ => None,
            })
    }

    /// CPython's hash of a `frozenset`, kept once known.
    pub fn hash(&self) -> i64 {
        if let Some(hash) = self.hash.get() {
            return hash;
        }
        let table = self.table.borrow();
        let mut hash: u64 = 0;
        for (item, _) in table.items() {
            let item = item as u64;
            hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
        }
        hash ^= (table.used as u64 + 1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        let hash = if hash as i64 == -1 {
            590_923_713
        } else {
            hash as i64
        };
        self.hash.set(Some(hash));
        hash
    }
}
