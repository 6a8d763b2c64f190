//! `{1, 2, 3}`: set displays of constants.

use super::Set;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// One-letter texts of which CPython 3.11 holds a second object, as a name that it uses itself.
const LETTERS_THAT_ARE_NAMES: &str = "BCLST_abcdefhijklmnopqrstvwxy";

impl Set {
    /// The set that a display of three or more constants gives.
    ///
    /// CPython's compiler makes a `frozenset` of them, and makes it anew from its own items when it
    /// looks for equal constants, and once more when the code object replaces a text in it by
    /// CPython's own copy; the set is then filled from that. With each step, items whose hashes
    /// collide may change places. (Texts of several letters are replaced where the process happens
    /// to know them as names; that is not followed here.)
    ///
    /// # Errors
    /// `TypeError` for an item that cannot be hashed.
    pub(crate) fn of_constants(vm: &mut Vm, items: Vec<Value>) -> Result<Set> {
        let is_name = |item: &Value| {
            let text = item.as_str().unwrap_or_default();
            text.len() == 1 && LETTERS_THAT_ARE_NAMES.contains(text)
        };
        let replaced = items.iter().any(is_name);
        let mut constant = Set::from_items(vm, items)?;
        for _ in 0..1 + usize::from(replaced) {
            constant = Set::from_items(vm, constant.to_vec())?;
        }
        Ok(constant.copy())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    #[test]
    fn collisions_change_places() {
        let mut vm = Vm::new(Rc::new(SilentHost));
        let mut shown = |items: Vec<Value>| {
            let set = Set::of_constants(&mut vm, items).unwrap();
            vm.repr(&Value::Set(Rc::new(set))).unwrap()
        };
        let ints = [8, 16, 24, 32, 0].map(Value::Int).to_vec();
        assert_eq!(shown(ints), "{32, 0, 16, 8, 24}");
        let texts = ["spark", "streaming", "in", "a", "tab"]
            .map(Value::str)
            .to_vec();
        assert_eq!(shown(texts), "{'in', 'tab', 'a', 'spark', 'streaming'}");
    }
}
