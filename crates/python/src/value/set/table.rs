//! The hash table of a set.

use crate::value::Value;

const MIN_SLOTS: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Above so many items, tables grow by 2 instead of 4.
const LARGE: usize = 50_000;

#[derive(Clone)]
pub(super) enum Slot {
    Empty,
    Removed,
    Item { hash: i64, value: Value },
}

/// A power of two of slots; the order of the slots is the order of iteration.
#[derive(Clone)]
pub(super) struct Table {
    pub(super) slots: Vec<Slot>,
    /// Slots that are not empty: items and removed ones.
    pub(super) fill: usize,
    pub(super) used: usize,
    /// Where the next `pop` begins to look.
    pub(super) finger: usize,
}

impl Default for Table {
    fn default() -> Table {
        Table::with_slots(MIN_SLOTS)
    }
}

impl Table {
    fn with_slots(count: usize) -> Table {
        Table {
            slots: vec![Slot::Empty; count],
            fill: 0,
            used: 0,
            finger: 0,
        }
    }

    pub(super) fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    /// The slots that are tried for a hash, in order; goes on for ever.
    pub(super) fn probes(&self, hash: i64) -> Probes {
        Probes::new(self.mask(), hash)
    }

    /// Puts an item that is not there yet where a search for it ends: into the last removed slot
    /// on the way, else into the empty one.
    pub(super) fn place(&mut self, hash: i64, value: Value) {
        let mut removed = None;
        for at in self.probes(hash) {
            match self.slots[at] {
                Slot::Empty => break,
                Slot::Removed => removed = Some(at),
                Slot::Item { .. } => {}
            }
        }
        if let Some(at) = removed {
            self.slots[at] = Slot::Item { hash, value };
            self.used += 1;
            return;
        }
        self.place_clean(hash, value);
        if self.fill * 5 >= self.mask() * 3 {
            self.rebuild(self.room_for_growth());
        }
    }

    /// The same for a table with room enough and no removed slots.
    pub(super) fn place_clean(&mut self, hash: i64, value: Value) {
        let at = self
            .probes(hash)
            .find(|at| matches!(self.slots[*at], Slot::Empty))
            .unwrap_or_default();
        self.slots[at] = Slot::Item { hash, value };
        self.fill += 1;
        self.used += 1;
    }

    fn room_for_growth(&self) -> usize {
        if self.used > LARGE {
            self.used * 2
        } else {
            self.used * 4
        }
    }

    /// Makes room for so many items more, if the table would be too full with them.
    pub(super) fn make_room(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.rebuild((self.used + more) * 2);
        }
    }

    /// Clears removed slots out if they are more than a quarter.
    pub(super) fn tidy(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.rebuild(self.room_for_growth());
        }
    }

    /// Puts all items, in the order of their slots, into a table of more than `wanted` slots.
    fn rebuild(&mut self, wanted: usize) {
        let mut count = MIN_SLOTS;
        while count <= wanted {
            count *= 2;
        }
        let mut table = Table::with_slots(count);
        table.finger = self.finger;
        for slot in std::mem::take(&mut self.slots) {
            if let Slot::Item { hash, value } = slot {
                table.place_clean(hash, value);
            }
        }
        *self = table;
    }

    /// Empties a slot and gives what was in it.
    pub(super) fn take(&mut self, at: usize) -> Option<Value> {
        match std::mem::replace(&mut self.slots[at], Slot::Removed) {
            Slot::Item { value, .. } => {
                self.used -= 1;
                Some(value)
            }
            other => {
                self.slots[at] = other;
                None
            }
        }
    }

    pub(super) fn items(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Item { hash, value } => Some((*hash, value)),
            _ => None,
        })
    }
}

/// The slots that are tried for a hash: a short run of neighbours, then a jump.
pub(super) struct Probes {
    mask: usize,
    perturb: u64,
    /// Where the run begins.
    at: usize,
    next: usize,
    /// How many slots of the run are left.
    left: usize,
}

impl Probes {
    fn new(mask: usize, hash: i64) -> Probes {
        let at = hash as usize & mask;
        Probes {
            mask,
            perturb: hash as u64,
            at,
            next: at,
            left: Probes::run_length(at, mask),
        }
    }

    fn run_length(at: usize, mask: usize) -> usize {
        if at + LINEAR_PROBES <= mask {
            LINEAR_PROBES + 1
        } else {
            1
        }
    }
}

impl Iterator for Probes {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            self.perturb >>= PERTURB_SHIFT;
            let jump = (self.at as u64)
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb);
            self.at = jump as usize & self.mask;
            self.next = self.at;
            self.left = Probes::run_length(self.at, self.mask);
        }
        let slot = self.next;
        self.next += 1;
        self.left -= 1;
        Some(slot)
    }
}
