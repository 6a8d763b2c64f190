//! The machine that runs bytecode, and Python's protocols: calls, attributes, operators, iteration.

mod arithmetic;
mod attribute;
mod call;
mod class_body;
mod compare;
mod compare_number;
mod contains;
mod convert;
mod errors;
mod finalize;
mod format;
mod frame;
mod generator;
pub mod hash;
mod host;
mod import;
mod instruction;
mod iterate;
mod new_class;
mod pattern;
mod print_error;
mod program_module;
mod replay;
mod repr;
mod repr_object;
mod room;
mod run;
mod sort;
mod stack;
pub(crate) mod step;
mod subscript;
mod suggestion;
mod threads;
mod truth;
mod types;
mod unwind;
mod wait_clock;

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_unicode::class::continues_identifier;

pub use errors::Raise;
pub(crate) use finalize::Finalizers;
pub use frame::Frame;
pub use generator::{Generator, Yielded};
pub(crate) use hash::identity;
pub use host::{Host, SilentHost, Stream, Suspension};
pub(crate) use iterate::{RangeItems, view_items};
pub(crate) use print_error::entry_text;
pub use replay::Level;
pub(crate) use repr_object::{full_class_name, repr_class};
pub use run::Outcome;
pub(crate) use step::{Routine, Turn};
pub use step::{Step, Visitor};
pub use threads::{TURN_MS, WaitId, WaitQueue};
pub use types::{ExceptionKind, Types};
pub use wait_clock::WaitClock;

use brooklet_python_compiler::bytecode::Code;

use crate::library::Library;
use crate::pickle::PickledClass;
use crate::value::CodeObject;
use crate::value::{Class, Dict, Instance, Module, Value};

/// How deep containers may be nested in one another where they are shown, compared or hashed.
const CONTAINER_DEPTH_LIMIT: usize = 200;

/// What every operation of the machine gives.
pub type Result<T, E = Raise> = std::result::Result<T, E>;

/// One thread's Python machine.
pub struct Vm {
    /// The classes that Brooklet defines.
    pub types: Rc<Types>,
    /// The built-in names.
    pub builtins: Rc<Dict>,
    /// Modules that were imported.
    pub modules: HashMap<String, Rc<Module>>,
    /// The world outside: output, clock, files.
    pub host: Rc<dyn Host>,
    /// The modules that can be imported.
    pub(crate) library: &'static Library,
    frames: Vec<Box<Frame>>,
    spare_frames: Vec<Box<Frame>>,
    /// How many jumps back and calls may still be made before the machine gives way.
    fuel: u64,
    /// How many runs are nested in one another on Rust's stack.
    nesting: usize,
    /// How many of them Rust code waits for that cannot be left.
    pinned: usize,
    /// The notes of the operation that runs, if it can be left.
    notes: Option<replay::Notes>,
    /// How many levels of recursion there are.
    depth: usize,
    /// How many there may be.
    recursion_limit: usize,
    /// Views of shared code, by its address.
    code_objects: HashMap<usize, (Arc<Code>, Rc<CodeObject>)>,
    /// Classes of the program, by identity, so that unpickling one twice gives one class.
    pub(crate) program_classes: HashMap<u64, Rc<Class>>,
    /// What those of them that were unpickled were unpickled from last.
    pub(crate) unpickled_classes: HashMap<u64, Arc<PickledClass>>,
    /// Containers and instances whose `repr` is being made, by address.
    repr_guard: Vec<usize>,
    /// How many containers inside one another are being walked on Rust's stack.
    container_depth: usize,
    /// What went and has something left to run.
    pub(crate) finalizers: Rc<Finalizers>,
    /// State that modules keep in the machine (the generator of `random`, say), by type.
    extensions: HashMap<TypeId, Rc<dyn Any>>,
    /// The threads of the program.
    threads: threads::Threads,
    /// Jumps back since the host was last asked whether to give up.
    ticks: u64,
}

impl Vm {
    /// A machine with the built-in names, whose programs can import nothing.
    pub fn new(host: Rc<dyn Host>) -> Vm {
        Vm::with_library(host, &Library::EMPTY)
    }

    /// A machine whose programs can import the modules of a library.
    pub fn with_library(host: Rc<dyn Host>, library: &'static Library) -> Vm {
        let types = Rc::new(Types::new());
        let mut vm = Vm {
            types,
            builtins: Rc::new(Dict::new()),
            modules: HashMap::new(),
            host,
            library,
            frames: Vec::new(),
            spare_frames: Vec::new(),
            fuel: u64::MAX,
            nesting: 0,
            pinned: 0,
            notes: None,
            depth: 0,
            recursion_limit: run::RECURSION_LIMIT,
            code_objects: HashMap::new(),
            program_classes: HashMap::new(),
            unpickled_classes: HashMap::new(),
            repr_guard: Vec::new(),
            container_depth: 0,
            finalizers: Rc::default(),
            extensions: HashMap::new(),
            threads: threads::Threads::new(),
            ticks: 0,
        };
        crate::builtins::install(&mut vm);
        vm.install_library();
        vm
    }

    /// This machine's view of shared code.
    pub fn code_object(&mut self, code: &Arc<Code>) -> Rc<CodeObject> {
        let address = Arc::as_ptr(code) as usize;
        let (_, object) = self
            .code_objects
            .entry(address)
            .or_insert_with(|| (code.clone(), CodeObject::new(code.clone())));
        object.clone()
    }

    /// State of type `T` that a module keeps in the machine, made when first asked for.
    pub fn extension<T: 'static>(&mut self, make: impl FnOnce() -> T) -> Rc<T> {
        let id = TypeId::of::<T>();
        let any = match self.extension_of(id) {
            Some(any) => any,
            None => self.keep_extension(id, Rc::new(make())),
        };
        any.downcast().expect("the entry has the type of its key")
    }

    // Apart from the above, as each type makes one of that.
    fn extension_of(&self, id: TypeId) -> Option<Rc<dyn Any>> {
        self.extensions.get(&id).cloned()
    }

    fn keep_extension(&mut self, id: TypeId, any: Rc<dyn Any>) -> Rc<dyn Any> {
        self.extensions.insert(id, any.clone());
        any
    }

    /// Walks a container that is inside others; `doing` is what for, as the error says it.
    ///
    /// # Errors
    /// `RecursionError` where containers are nested too deep for Rust's stack, and what `walk` raises.
    pub(crate) fn inside_container<T>(
        &mut self,
        doing: &str,
        walk: impl FnOnce(&mut Vm) -> Result<T>,
    ) -> Result<T> {
        if self.container_depth >= CONTAINER_DEPTH_LIMIT {
            let message = format!("maximum recursion depth exceeded {doing}");
            return Err(self.error(ExceptionKind::RecursionError, message));
        }
        self.container_depth += 1;
        let result = walk(self);
        self.container_depth -= 1;
        result
    }

    /// The class of a value.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        self.types.class_of(value)
    }

    /// The name of a value's class, as messages show it.
    ///
    /// CPython names classes of modules that are written in C with their module.
    pub fn type_name(&self, value: &Value) -> String {
        self.class_name(&self.class_of(value))
    }

    /// The name of a class, as messages show it.
    pub(crate) fn class_name(&self, class: &Class) -> String {
        if self.is_named_with_module(class) {
            return format!("{}.{}", class.module, class.name);
        }
        class.current_name().to_string()
    }

    /// Whether a value is an instance of a class or of one derived from it.
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        self.class_of(value).is_subclass(class)
    }

    /// Where in the program's text the call in progress is.
    pub fn current_span(&self) -> Option<brooklet_source::Span> {
        self.running_frame()?.span()
    }

    /// The file of the program, as it was given.
    pub fn program_file(&self) -> Rc<str> {
        let outermost = self.frames.iter().find_map(|frame| frame.code.as_ref());
        outermost.map_or_else(|| "program.py".into(), |code| code.file.clone())
    }

    /// Where the program is now: the file and the line (from 1) of the innermost frame.
    pub fn current_line(&self) -> Option<(Rc<str>, u32)> {
        let frame = self.running_frame()?;
        let code = frame.code.as_ref()?;
        let span = code.code.spans.get(frame.next.saturating_sub(1))?;
        Some((code.file.clone(), code.code.source.line(span.start)))
    }

    /// The file, the line and the name of the function that called into the library.
    pub fn program_call(&self) -> (Rc<str>, u32, Arc<str>) {
        for frame in self.frames.iter().rev() {
            if let (Some(code), Some(span)) = (frame.code.as_ref(), frame.span())
                && !code.file.starts_with(crate::library::LIBRARY_FILES)
            {
                return (
                    code.file.clone(),
                    code.code.source.line(span.start),
                    code.code.name.clone(),
                );
            }
        }
        ("(unknown file)".into(), 0, "(unknown function)".into())
    }

    /// The call of a method that the program is in: the method's name, the file and the line.
    pub fn current_call(&self) -> Option<(String, Rc<str>, u32)> {
        let span = self.current_span()?;
        let (file, line) = self.current_line()?;
        let source = &self.running_frame()?.code.as_ref()?.code.source;
        let text = source.text.get(span.start as usize..span.end as usize)?;
        Some((called_name(text)?.to_owned(), file, line))
    }

    /// The exception that is being handled, if any.
    pub fn handled_exception(&self) -> Option<Rc<Instance>> {
        self.frames
            .iter()
            .rev()
            .find_map(|frame| frame.handled.last().cloned())
    }
}

/// The name of what a call expression calls: what stands before its last parentheses.
fn called_name(call: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let open = call
        .trim_end()
        .rmatch_indices(['(', ')'])
        .find(|(_, found)| {
            match *found {
                ")" => depth += 1,
                _ => depth = depth.saturating_sub(1),
            }
            depth == 0
        });
    let called = &call[..open?.0];
    let name = called.rsplit(|letter: char| !continues_identifier(letter));
    name.into_iter().next().filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::called_name;

    #[test]
    fn the_last_call_of_a_chain_is_named() {
        assert_eq!(
            called_name("a.map(f).reduceByKey(add, (2))"),
            Some("reduceByKey")
        );
        assert_eq!(called_name("join(b)"), Some("join"));
        assert_eq!(called_name("a"), None);
    }
}
