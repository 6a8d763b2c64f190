use std::collections::HashMap;

use super::value::Value;

/// What is known of the names: the module's first, then those of the functions being read.
#[derive(Debug)]
pub(crate) struct Scopes<'p> {
    levels: Vec<HashMap<&'p str, Value<'p>>>,
}

impl Default for Scopes<'_> {
    fn default() -> Self {
        Scopes {
            levels: vec![HashMap::new()],
        }
    }
}

impl<'p> Scopes<'p> {
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'p>> {
        self.levels.iter().rev().find_map(|level| level.get(name))
    }

    pub(crate) fn set(&mut self, name: &'p str, value: Value<'p>) {
        if let Some(level) = self.levels.last_mut() {
            level.insert(name, value);
        }
    }

    /// How many levels there are besides the module's.
    pub(crate) fn depth(&self) -> usize {
        self.levels.len() - 1
    }

    pub(crate) fn enter(&mut self) {
        self.levels.push(HashMap::new());
    }

    pub(crate) fn leave(&mut self) {
        self.levels.pop();
    }

    /// What is known now, to be joined after a branch.
    pub(crate) fn snapshot(&self) -> HashMap<&'p str, Value<'p>> {
        self.levels.last().cloned().unwrap_or_default()
    }

    /// Puts a snapshot in the place of what is known; returns that.
    pub(crate) fn replace(
        &mut self,
        snapshot: HashMap<&'p str, Value<'p>>,
    ) -> HashMap<&'p str, Value<'p>> {
        match self.levels.last_mut() {
            Some(level) => std::mem::replace(level, snapshot),
            None => snapshot,
        }
    }

    /// What is known after a branch: either this or `other`.
    pub(crate) fn join(&mut self, other: HashMap<&'p str, Value<'p>>) {
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        for (name, value) in other {
            let joined = match level.remove(name) {
                Some(mine) => mine.or(value),
                None => value,
            };
            level.insert(name, joined);
        }
    }
}
