//! A class of `pyspark`: its methods in groups.

use crate::{Method, Signature};

/// A class that programs import or are given objects of.
#[derive(Debug, Clone, Copy)]
pub struct Class {
    /// Its name.
    pub name: &'static str,
    /// The module that programs import it from.
    pub module: &'static str,
    /// The class that it is derived from, if that is described too.
    pub base: Option<&'static str>,
    /// What it is, in one sentence.
    pub sentence: &'static str,
    /// What it has.
    pub groups: &'static [Group],
}

/// Methods that belong together.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// The heading under which they are listed.
    pub title: &'static str,
    /// The class of Spark that their rules come from.
    pub rule: &'static str,
    /// The methods, in the order in which to list them.
    pub methods: &'static [Method],
}

impl Class {
    /// All it has, each entry with its group.
    pub fn methods(&self) -> impl Iterator<Item = (&'static Group, &'static Method)> + use<> {
        self.groups
            .iter()
            .flat_map(|group| group.methods.iter().map(move |method| (group, method)))
    }

    /// The entry of a name, if there is one.
    pub fn find(&self, name: &str) -> Option<&'static Method> {
        self.methods()
            .map(|(_, method)| method)
            .find(|method| method.name() == name)
    }

    /// The entry of a name, found while the program is compiled.
    ///
    /// # Panics
    /// If there is none: a compile error in a constant.
    pub const fn method(&self, name: &str) -> &'static Method {
        let mut group = 0;
        while group < self.groups.len() {
            let methods = self.groups[group].methods;
            let mut at = 0;
            while at < methods.len() {
                if methods[at].is_called(name) {
                    return &methods[at];
                }
                at += 1;
            }
            group += 1;
        }
        panic!("the class has no entry of that name");
    }

    /// How a method is called.
    ///
    /// # Panics
    /// If the class has no such entry, or one that is not called: a compile error in a constant.
    pub const fn signature(&self, name: &str) -> Signature {
        self.method(name).signature(self.name)
    }

    /// The name of an entry that is read like an attribute.
    ///
    /// # Panics
    /// If the class has no such entry, or one that is called: a compile error in a constant.
    pub const fn property(&self, name: &str) -> &'static str {
        let method = self.method(name);
        assert!(!method.kind.is_called(), "the entry is a method");
        method.name()
    }
}
