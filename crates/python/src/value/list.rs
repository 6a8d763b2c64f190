//! `list`.

use std::cell::{Ref, RefCell, RefMut};

use super::Value;

/// A Python `list`.
#[derive(Default)]
pub struct List(RefCell<Vec<Value>>);

impl List {
    /// Takes the items over.
    pub fn new(items: Vec<Value>) -> List {
        List(RefCell::new(items))
    }

    /// The items, to read. Do not call back into the machine while holding this.
    pub fn borrow(&self) -> Ref<'_, Vec<Value>> {
        self.0.borrow()
    }

    /// The items, to change. Do not call back into the machine while holding this.
    pub fn borrow_mut(&self) -> RefMut<'_, Vec<Value>> {
        self.0.borrow_mut()
    }

    /// How many items there are now.
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether it has grown so that there is room for more items.
    pub fn has_room(&self) -> bool {
        let items = self.0.borrow();
        items.capacity() > items.len()
    }

    /// Whether there is no item now.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index` now, if there is one.
    pub fn get(&self, index: usize) -> Option<Value> {
        self.0.borrow().get(index).cloned()
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.0.borrow().clone()
    }
}
