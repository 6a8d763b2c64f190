//! Libraries: the modules that programs can import, as entries that upper layers hand to a machine.
//!
//! A module is described once, by its [`ModuleEntry`]: what fills it, and what messages call its
//! classes. A module is made when it is first imported.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use brooklet_python_compiler::bytecode::Code;
use brooklet_python_compiler::compiler::compile;

use crate::value::{Class, Module, NativeFn, Value};
use crate::vm::{Raise, Result, Step, Vm};

/// What the file names of the library's own code begin with: tracebacks leave it out, as its lines
/// are not the program's.
pub(crate) const LIBRARY_FILES: &str = "<lib>/";

/// The texts of modules that were imported, compiled once for all threads.
static COMPILED: Mutex<Vec<(&str, Arc<Code>)>> = Mutex::new(Vec::new());

/// Modules that belong together, and those that they add to.
pub struct Library {
    /// The library below.
    pub base: Option<&'static Library>,
    /// Its modules, in groups. A name stands in one group only.
    pub modules: &'static [&'static [ModuleEntry]],
    /// Functions of its modules that are built-in names too: `open` of `io`.
    pub builtins: &'static [(&'static str, NativeFn)],
    /// What importing a module raises that is known but is not here; `None` where it is not known.
    pub missing: fn(&mut Vm, &str) -> Option<Raise>,
}

/// A module that programs can import.
pub struct ModuleEntry {
    name: &'static str,
    define: Option<fn(&mut Vm, &Module) -> Result<()>>,
    text: Option<fn() -> &'static str>,
    is_c: bool,
    c_classes: &'static [&'static str],
    counted: Option<&'static [&'static str]>,
    late_builtins: &'static [&'static str],
}

impl ModuleEntry {
    /// A module that is filled by Rust code; `name` is its dotted name.
    pub const fn rust(name: &'static str, define: fn(&mut Vm, &Module) -> Result<()>) -> Self {
        let mut entry = ModuleEntry::new(name);
        entry.define = Some(define);
        entry
    }

    /// A module that is filled by running a text of Python, compiled when it is first imported. A
    /// function gives the text, so that it can travel on its own.
    pub const fn python(name: &'static str, text: fn() -> &'static str) -> Self {
        ModuleEntry::new(name).and_python(text)
    }

    const fn new(name: &'static str) -> Self {
        ModuleEntry {
            name,
            define: None,
            text: None,
            is_c: false,
            c_classes: &[],
            counted: None,
            late_builtins: &[],
        }
    }

    /// What Rust code has filled is completed by running a text of Python.
    #[must_use]
    pub const fn and_python(mut self, text: fn() -> &'static str) -> Self {
        self.text = Some(text);
        self
    }

    /// CPython has it in C: messages name those of its classes that are Rust here with the module,
    /// `datetime.timedelta`.
    #[must_use]
    pub const fn in_c(mut self) -> Self {
        self.is_c = true;
        self
    }

    /// Classes that are Python here and C in CPython, so that messages name them with the module too.
    #[must_use]
    pub const fn c_classes(mut self, names: &'static [&'static str]) -> Self {
        self.c_classes = names;
        self
    }

    /// Functions that are Python here and C in CPython: of them only those of these qualified names
    /// are levels of recursion.
    #[must_use]
    pub const fn counting(mut self, names: &'static [&'static str]) -> Self {
        self.counted = Some(names);
        self
    }

    /// Names of the module that are built-in names: one brings the module when it is first used.
    #[must_use]
    pub const fn late_builtins(mut self, names: &'static [&'static str]) -> Self {
        self.late_builtins = names;
        self
    }

    /// Its dotted name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The code of its Python text, if it has one.
    ///
    /// # Panics
    /// If the text has a mistake.
    pub fn code(&self) -> Option<Arc<Code>> {
        let text = self.text?;
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, code)) = compiled.iter().find(|(name, _)| *name == self.name) {
            return Some(code.clone());
        }
        let file = format!("{LIBRARY_FILES}{}.py", self.name);
        let mut code = match compile(text(), &file) {
            Ok(code) => code,
            Err(faults) => panic!("{file}, line {}: {}", faults[0].line, faults[0].message),
        };
        if let Some(names) = self.counted
            && let Some(code) = Arc::get_mut(&mut code)
        {
            code.count_only(names);
        }
        compiled.push((self.name, code.clone()));
        Some(code)
    }

    fn begin(&self, vm: &mut Vm) -> Result<Step> {
        let module = Rc::new(Module::new(self.name));
        if let Some(define) = self.define {
            define(vm, &module)?;
        }
        let Some(code) = self.code() else {
            return Ok(Step::Done(Value::Module(module)));
        };
        let globals = module.globals.clone();
        vm.after(
            |vm| vm.begin_module(&code, &globals),
            move |_, ended| ended.map(|_| Step::Done(Value::Module(module))),
        )
    }
}

impl Library {
    /// No modules at all.
    pub const EMPTY: Library = Library {
        base: None,
        modules: &[],
        builtins: &[],
        missing: |_, _| None,
    };

    /// This library and those below it.
    fn all(&'static self) -> impl Iterator<Item = &'static Library> {
        std::iter::successors(Some(self), |library| library.base)
    }

    fn entry(&'static self, name: &str) -> Option<&'static ModuleEntry> {
        let mut groups = self.all().flat_map(|library| library.modules);
        groups.find_map(|group| group.iter().find(|entry| entry.name == name))
    }
}

impl Vm {
    /// The module that defines a built-in name, where that is made when it is first used.
    pub(crate) fn module_of_builtin(&self, name: &str) -> Option<&'static str> {
        let modules = self.library.all().flat_map(|library| library.modules);
        let mut entries = modules.flat_map(|group| group.iter());
        let entry = entries.find(|entry| entry.late_builtins.contains(&name));
        entry.map(|entry| entry.name)
    }

    /// Whether the library has a module of this name.
    pub(crate) fn is_library_module(&self, name: &str) -> bool {
        self.library.entry(name).is_some()
    }

    /// Begins to make a module of the library by its dotted name.
    ///
    /// # Errors
    /// What the module raises while it is made, and what the library says of a missing one.
    pub(crate) fn begin_library_module(&mut self, name: &str) -> Option<Result<Step>> {
        let library = self.library;
        if let Some(entry) = library.entry(name) {
            return Some(entry.begin(self));
        }
        library
            .all()
            .find_map(|library| (library.missing)(self, name))
            .map(Err)
    }

    /// Whether messages name a class with its module, as those of C modules.
    pub(crate) fn is_named_with_module(&self, class: &Class) -> bool {
        let Some(entry) = self.library.entry(class.module.as_str()) else {
            return false;
        };
        if class.builtin {
            entry.is_c
        } else {
            entry.c_classes.contains(&class.name.as_str())
        }
    }

    /// Whether the attributes of a class cannot be set: it is built in, or its module is one of C. What
    /// CPython has in Python, programs may change, also where it is Rust here.
    pub(crate) fn is_immutable(&self, class: &Class) -> bool {
        let module = class.module.as_str();
        let is_c = |entry: &ModuleEntry| entry.is_c || module == "builtins";
        class.builtin && self.library.entry(module).is_none_or(is_c)
    }

    /// Defines the built-in names that are functions of the library's modules.
    pub(crate) fn install_library(&mut self) {
        for (name, call) in self.library.all().flat_map(|library| library.builtins) {
            self.builtins.set_str(name, Value::native(name, *call));
        }
    }
}
