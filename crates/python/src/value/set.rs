//! `set` and `frozenset`, whose items come in the order in which CPython 3.11 gives them.
//!
//! The order in which a set prints is the order of its hash table's slots, so the table has
//! CPython's shape: a power of two of slots, short linear runs before a perturbed jump, a
//! rebuild at three fifths full.

use std::cell::{Cell, RefCell};

use super::Value;
use crate::vm::{Result, Vm};

const MIN_SLOTS: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A Python `set` or `frozenset`.
pub struct Set {
    table: RefCell<Table>,
    hash: Cell<Option<i64>>,
}

#[derive(Clone)]
enum Slot {
    Empty,
    Removed,
    Item { hash: i64, value: Value },
}

#[derive(Clone)]
struct Table {
    slots: Vec<Slot>,
    /// Slots that are not empty: items and removed ones.
    fill: usize,
    used: usize,
}

impl Default for Set {
    fn default() -> Set {
        Set {
            table: RefCell::new(Table::with_slots(MIN_SLOTS)),
            hash: Cell::new(None),
        }
    }
}

impl Table {
    fn with_slots(count: usize) -> Table {
        Table {
            slots: vec![Slot::Empty; count],
            fill: 0,
            used: 0,
        }
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The slots that are tried for a hash, in order; goes on for ever.
    fn probes(&self, hash: i64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.mask();
        let mut perturb = hash as u64;
        let mut at = hash as usize & mask;
        let mut left = if at + LINEAR_PROBES <= mask {
            LINEAR_PROBES
        } else {
            0
        };
        let mut next = at;
        let mut first = true;
        std::iter::from_fn(move || {
            if first {
                first = false;
                return Some(at);
            }
            if left > 0 {
                left -= 1;
                next += 1;
                return Some(next);
            }
            perturb >>= PERTURB_SHIFT;
            at = (at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize))
                & mask;
            left = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            next = at;
            Some(at)
        })
    }

    fn find(&self, vm: &mut Vm, hash: i64, value: &Value) -> Result<Option<usize>> {
        for at in self.probes(hash) {
            match &self.slots[at] {
                Slot::Empty => return Ok(None),
                Slot::Removed => {}
                Slot::Item {
                    hash: other,
                    value: item,
                } => {
                    if *other == hash && (item.is(value) || vm.equal(item, value)?) {
                        return Ok(Some(at));
                    }
                }
            }
        }
        Ok(None)
    }

    /// Puts an item that is not there yet into the first slot that is empty.
    fn place(&mut self, hash: i64, value: Value) {
        let at = self
            .probes(hash)
            .find(|at| matches!(self.slots[*at], Slot::Empty))
            .expect("a table always has an empty slot");
        self.slots[at] = Slot::Item { hash, value };
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 >= self.mask() * 3 {
            let wanted = if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            };
            self.rebuild(wanted);
        }
    }

    /// Puts all items, in the order of their slots, into a table of more than `wanted` slots.
    fn rebuild(&mut self, wanted: usize) {
        let mut count = MIN_SLOTS;
        while count <= wanted {
            count *= 2;
        }
        let old = std::mem::replace(self, Table::with_slots(count));
        for slot in old.slots {
            if let Slot::Item { hash, value } = slot {
                let at = self
                    .probes(hash)
                    .find(|at| matches!(self.slots[*at], Slot::Empty))
                    .expect("the table is larger than its items");
                self.slots[at] = Slot::Item { hash, value };
                self.fill += 1;
                self.used += 1;
            }
        }
    }

    fn items(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Item { hash, value } => Some((*hash, value)),
            _ => None,
        })
    }
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
        Ok(self.table.borrow().find(vm, hash, item)?.is_some())
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
        if self.table.borrow().find(vm, hash, &item)?.is_some() {
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
        let found = self.table.borrow().find(vm, hash, item)?;
        let Some(at) = found else { return Ok(false) };
        let mut table = self.table.borrow_mut();
        let old = std::mem::replace(&mut table.slots[at], Slot::Removed);
        table.used -= 1;
        drop(table);
        drop(old);
        Ok(true)
    }

    /// Adds all items of another set, in the order of its slots.
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn merge(&self, vm: &mut Vm, other: &Set) -> Result<()> {
        if other.is_empty() || std::ptr::eq(self, other) {
            return Ok(());
        }
        {
            let theirs = other.table.borrow();
            let mut table = self.table.borrow_mut();
            if (table.fill + theirs.used) * 5 >= table.mask() * 3 {
                let wanted = (table.used + theirs.used) * 2;
                table.rebuild(wanted);
            }
            if table.fill == 0 && table.mask() == theirs.mask() && theirs.fill == theirs.used {
                *table = theirs.clone();
                return Ok(());
            }
            if table.fill == 0 {
                for (hash, value) in theirs.items() {
                    let at = table
                        .probes(hash)
                        .find(|at| matches!(table.slots[*at], Slot::Empty))
                        .expect("the table was made larger than its items");
                    table.slots[at] = Slot::Item {
                        hash,
                        value: value.clone(),
                    };
                    table.fill += 1;
                    table.used += 1;
                }
                return Ok(());
            }
        }
        let theirs: Vec<(i64, Value)> = other
            .table
            .borrow()
            .items()
            .map(|(hash, value)| (hash, value.clone()))
            .collect();
        for (hash, value) in theirs {
            self.add_hashed(vm, hash, value)?;
        }
        Ok(())
    }

    /// A copy, as `set(other)` and `other.copy()` make it.
    ///
    /// # Errors
    /// What a user's `__eq__` raises.
    pub fn copy(&self, vm: &mut Vm) -> Result<Set> {
        let copy = Set::new();
        copy.merge(vm, self)?;
        Ok(copy)
    }

    /// Removes the item in the first slot at or after where the last one was popped.
    pub fn pop(&self) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let at = table
            .slots
            .iter()
            .position(|slot| matches!(slot, Slot::Item { .. }))?;
        let Slot::Item { value, .. } = std::mem::replace(&mut table.slots[at], Slot::Removed)
        else {
            return None;
        };
        table.used -= 1;
        Some(value)
    }

    /// Removes all items.
    pub fn clear(&self) {
        let old = self.table.replace(Table::with_slots(MIN_SLOTS));
        drop(old);
    }

    /// Takes another set's items over (for `&=` and the like, which keep the object).
    pub fn replace_with(&self, other: Set) {
        let old = self.table.replace(other.table.into_inner());
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
    ///
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
