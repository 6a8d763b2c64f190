//! The special methods of a class, found by number.
//!
//! A table is filled from the class and its ancestors when first read. A write to an attribute of
//! the class or of an ancestor gives the class a new version; one to a special method also empties
//! the table.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Class, Layout, Special, Str, Value};

/// What [`Slots::defined`] says of a table that is not filled: no special method has the last bit.
const EMPTY: u128 = u128::MAX;

/// Versions are never given twice, so that one tells both the class and its state.
static NEXT_VERSION: AtomicU64 = AtomicU64::new(1);

/// The special methods that a class and its ancestors define.
pub(super) struct Slots {
    version: Cell<u64>,
    /// A bit for each special method that is defined at all.
    defined: Cell<u128>,
    /// A bit for each whose nearest definition is not that of a built-in class.
    overridden: Cell<u128>,
    /// The definitions, in the order of the bits of `defined`.
    values: RefCell<Vec<Value>>,
    /// The classes that are derived directly from this one.
    derived: RefCell<Vec<Weak<Class>>>,
}

impl Slots {
    pub(super) fn new() -> Slots {
        Slots {
            version: Cell::new(next_version()),
            defined: Cell::new(EMPTY),
            overridden: Cell::new(0),
            values: RefCell::default(),
            derived: RefCell::default(),
        }
    }
}

fn next_version() -> u64 {
    NEXT_VERSION.fetch_add(1, Ordering::Relaxed)
}

fn bit(special: Special) -> u128 {
    1 << special as u32
}

impl Class {
    /// Changes with every write to an attribute of the class or of an ancestor, and is never that
    /// of another class: what was looked up on the class holds as long as its version is the same.
    pub fn version(&self) -> u64 {
        self.slots.version.get()
    }

    /// Sets an attribute.
    pub fn set_name(&self, name: &Str, value: Value) {
        self.attributes.set(name, value);
        self.attribute_changed(name.as_str());
    }

    /// Sets an attribute.
    pub fn set_str(&self, name: &str, value: Value) {
        self.set_name(&Str::new(name), value);
    }

    /// Removes an attribute; gives its value.
    pub fn remove_str(&self, name: &str) -> Option<Value> {
        let old = self.attributes.remove(name)?;
        self.attribute_changed(name);
        Some(old)
    }

    /// The special method that the class or an ancestor defines.
    pub fn lookup_special(self: &Rc<Class>, special: Special) -> Option<Value> {
        self.definition(special, &self.slots.defined)
    }

    /// The special method, unless it is that of a built-in class: those stand for what the machine
    /// does anyway.
    pub fn overridden(self: &Rc<Class>, special: Special) -> Option<Value> {
        self.definition(special, &self.slots.overridden)
    }

    /// Whether [`Class::overridden`] gives a method.
    pub(crate) fn overrides(self: &Rc<Class>, special: Special) -> bool {
        self.fill_slots();
        self.slots.overridden.get() & bit(special) != 0
    }

    fn definition(self: &Rc<Class>, special: Special, wanted: &Cell<u128>) -> Option<Value> {
        self.fill_slots();
        if wanted.get() & bit(special) == 0 {
            return None;
        }
        let before = self.slots.defined.get() & (bit(special) - 1);
        Some(self.slots.values.borrow()[before.count_ones() as usize].clone())
    }

    #[inline]
    fn fill_slots(self: &Rc<Class>) {
        if self.slots.defined.get() == EMPTY {
            self.find_slots();
        }
    }

    #[cold]
    fn find_slots(self: &Rc<Class>) {
        let mut found: [Option<Value>; Special::COUNT] = [const { None }; Special::COUNT];
        let mut overridden = 0;
        let mut order: Vec<&Rc<Class>> = self.resolution_order().collect();
        order.reverse();
        for class in order {
            let plain = class.stands_for_the_machine();
            for (key, value) in class.attributes.items() {
                let Some(special) = key.as_str().and_then(Special::named) else {
                    continue;
                };
                found[special as usize] = Some(value);
                match plain {
                    true => overridden &= !bit(special),
                    false => overridden |= bit(special),
                }
            }
        }
        let mut defined = 0;
        let mut values = Vec::new();
        for (at, value) in found.into_iter().enumerate() {
            if let Some(value) = value {
                defined |= 1 << at;
                values.push(value);
            }
        }
        let old = self.slots.values.replace(values);
        self.slots.defined.set(defined);
        self.slots.overridden.set(overridden);
        drop(old);
    }

    /// Whether its special methods are there for programs that call them by name, and the machine
    /// itself does what they do.
    fn stands_for_the_machine(&self) -> bool {
        self.ancestors.is_empty()
            || self.builtin && self.layout != Layout::Native && self.module.as_str() == "builtins"
    }

    fn attribute_changed(&self, name: &str) {
        self.changed(Special::named(name).is_some());
    }

    fn changed(&self, special: bool) {
        self.slots.version.set(next_version());
        if special {
            self.slots.defined.set(EMPTY);
        }
        for class in self.subclasses() {
            class.changed(special);
        }
    }

    /// The classes that are derived directly from this one, in the order in which they were made.
    pub fn subclasses(&self) -> Vec<Rc<Class>> {
        let derived = self.slots.derived.borrow();
        derived.iter().filter_map(Weak::upgrade).collect()
    }

    /// Makes a class known to its bases.
    pub(super) fn announce(self: &Rc<Class>) {
        for base in &self.bases {
            let mut derived = base.slots.derived.borrow_mut();
            if derived.len() == derived.capacity() {
                derived.retain(|class| class.strong_count() > 0);
            }
            derived.push(Rc::downgrade(self));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Dict;
    use crate::vm::{SilentHost, Vm};

    fn class(vm: &mut Vm, name: &str, bases: &[&Rc<Class>]) -> Rc<Class> {
        let bases = bases.iter().map(|base| (*base).clone()).collect();
        let names = Rc::new(Dict::new());
        Class::derive(vm, name, name, "__main__", bases, names).expect("the bases fit")
    }

    fn set(class: &Class, name: &str, value: i64) {
        class.set_str(name, Value::Int(value));
    }

    fn number(value: Option<Value>) -> Option<i64> {
        match value {
            Some(Value::Int(number)) => Some(number),
            _ => None,
        }
    }

    #[test]
    fn a_write_to_an_ancestor_reaches_every_descendant() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let object = vm.types.object.clone();
        let base = class(&mut vm, "Base", &[&object]);
        let mixin = class(&mut vm, "Mixin", &[&object]);
        let middle = class(&mut vm, "Middle", &[&base]);
        let last = class(&mut vm, "Last", &[&middle, &mixin]);
        assert!(!last.overrides(Special::Len));
        set(&mixin, "__len__", 1);
        assert_eq!(number(last.overridden(Special::Len)), Some(1));
        set(&base, "__len__", 2);
        assert_eq!(number(last.overridden(Special::Len)), Some(2));
        base.remove_str("__len__");
        assert_eq!(number(last.overridden(Special::Len)), Some(1));
        assert!(!middle.overrides(Special::Len));
    }

    #[test]
    fn versions_tell_both_the_class_and_its_state() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let object = vm.types.object.clone();
        let base = class(&mut vm, "Base", &[&object]);
        let derived = class(&mut vm, "Derived", &[&base]);
        let other = class(&mut vm, "Other", &[&object]);
        let versions = [base.version(), derived.version(), other.version()];
        assert!(versions[0] != versions[1] && versions[1] != versions[2]);
        set(&base, "size", 1);
        assert_ne!(base.version(), versions[0]);
        assert_ne!(derived.version(), versions[1]);
        assert_eq!(other.version(), versions[2]);
        let version = base.version();
        set(&derived, "size", 2);
        assert_eq!(base.version(), version);
    }

    #[test]
    fn what_object_and_int_define_is_not_overridden() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let int = vm.types.int.clone();
        let derived = class(&mut vm, "Number", &[&int]);
        assert!(derived.lookup_special(Special::Add).is_some());
        assert!(derived.overridden(Special::Add).is_none());
        set(&derived, "__add__", 1);
        assert_eq!(number(derived.overridden(Special::Add)), Some(1));
    }

    #[test]
    fn a_built_in_class_before_a_mixin_hides_what_the_mixin_defines() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let (object, int) = (vm.types.object.clone(), vm.types.int.clone());
        let mixin = class(&mut vm, "Mixin", &[&object]);
        set(&mixin, "__add__", 1);
        let before = class(&mut vm, "Before", &[&int, &mixin]);
        let after = class(&mut vm, "After", &[&mixin, &int]);
        assert!(!before.overrides(Special::Add));
        assert!(after.overrides(Special::Add));
    }

    #[test]
    fn a_class_that_is_gone_is_not_told() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let object = vm.types.object.clone();
        let base = class(&mut vm, "Base", &[&object]);
        drop(class(&mut vm, "Gone", &[&base]));
        let kept = class(&mut vm, "Kept", &[&base]);
        let names: Vec<String> = base
            .subclasses()
            .iter()
            .map(|class| class.name.to_string())
            .collect();
        assert_eq!(names, ["Kept"]);
        drop(kept);
    }
}
