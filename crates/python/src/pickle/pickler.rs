//! Pickling values.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::{Code, Constant, Instruction};

use super::{
    Pickled, PickledCall, PickledClass, PickledFunction, PickledFunctions, PickledInstance,
    PickledNativeFunction, PickledPayload, state,
};
use crate::library::LIBRARY_FILES;
use crate::value::{CellRef, Class, Dict, Function, Instance, NativeCall, Payload, Value};
use crate::vm::{ExceptionKind, Result, Vm};

/// Containers deeper than this hold themselves, or are refused as CPython's pickle refuses them.
const DEPTH_LIMIT: usize = 400;

/// Pickles values and all that they reach. A class is pickled once for all of them.
#[derive(Default)]
pub(super) struct Pickler {
    /// Classes whose attributes are being pickled further out.
    open_classes: HashSet<u64>,
    /// Classes that stand alone, as they were pickled.
    classes: HashMap<u64, Pickled>,
    /// The functions that are being pickled together, if any.
    group: Option<Group>,
}

/// Functions that are pickled together: each is pickled once.
#[derive(Default)]
struct Group {
    pickled: PickledFunctions,
    functions: HashMap<usize, u32>,
    cells: HashMap<usize, u32>,
    globals: HashMap<usize, u32>,
    /// Keeps what the addresses above name alive.
    held: Vec<Value>,
}

impl Pickler {
    pub(super) fn new() -> Pickler {
        Pickler::default()
    }

    pub(super) fn value(&mut self, vm: &mut Vm, value: &Value, depth: usize) -> Result<Pickled> {
        if depth > DEPTH_LIMIT {
            let message = "maximum recursion depth exceeded while pickling an object";
            return Err(vm.error(ExceptionKind::RecursionError, message));
        }
        let depth = depth + 1;
        Ok(match value {
            Value::None => Pickled::None,
            Value::Ellipsis => Pickled::Ellipsis,
            Value::NotImplemented => Pickled::NotImplemented,
            Value::Bool(value) => Pickled::Bool(*value),
            Value::Int(value) => Pickled::Int(*value),
            Value::Float(value) => Pickled::Float(*value),
            Value::BigInt(value) => Pickled::BigInt(Arc::new((**value).clone())),
            Value::Complex(value) => Pickled::Complex(value.real, value.imag),
            Value::Str(text) => Pickled::Str(text.as_str().into()),
            Value::Bytes(data) => Pickled::Bytes((***data).into()),
            Value::ByteArray(data) => Pickled::ByteArray(data.borrow().as_slice().into()),
            Value::Tuple(items) => Pickled::Tuple(self.values(vm, items, depth)?),
            Value::List(items) => Pickled::List(self.values(vm, &items.to_vec(), depth)?),
            Value::Dict(dict) => Pickled::Dict(self.items(vm, dict, depth)?.into()),
            Value::Set(set) => Pickled::Set(self.values(vm, &set.to_vec(), depth)?),
            Value::FrozenSet(set) => Pickled::FrozenSet(self.values(vm, &set.to_vec(), depth)?),
            Value::Range(range) => Pickled::Range(range.start, range.stop, range.step),
            Value::Slice(slice) => {
                let parts = [&slice.start, &slice.stop, &slice.step];
                let [start, stop, step] = parts.map(|part| self.value(vm, part, depth));
                Pickled::Slice(Arc::new([start?, stop?, step?]))
            }
            Value::Module(module) => Pickled::Module(module.name.as_str().into()),
            Value::Native(native) => {
                let call = match native.call {
                    NativeCall::Plain(call) => PickledCall::Plain(call),
                    NativeCall::Replayed(call, level) => PickledCall::Replayed(call, level),
                    NativeCall::Resumable(call) => PickledCall::Resumable(call),
                    NativeCall::Closure(_) => return Err(cannot_pickle(vm, value)),
                };
                Pickled::Native(Arc::new(PickledNativeFunction {
                    name: native.name.to_string(),
                    qualname: native.qualname.to_string(),
                    call,
                    binds: native.binds,
                }))
            }
            Value::Method(method) => {
                let function = self.value(vm, &method.function, depth)?;
                Pickled::Method(Arc::new((
                    function,
                    self.value(vm, &method.receiver, depth)?,
                )))
            }
            Value::StaticMethod(function) => {
                Pickled::StaticMethod(Arc::new(self.value(vm, function, depth)?))
            }
            Value::ClassMethod(method) => {
                Pickled::ClassMethod(Arc::new(self.value(vm, &method.function, depth)?))
            }
            Value::Property(property) => {
                let parts = [
                    &property.getter,
                    &property.setter,
                    &property.deleter,
                    &property.doc,
                ];
                let [getter, setter, deleter, doc] = parts.map(|part| self.value(vm, part, depth));
                Pickled::Property(Arc::new([getter?, setter?, deleter?, doc?]))
            }
            Value::Class(class) => self.class(vm, class, depth)?,
            Value::Instance(instance) => self.instance(vm, instance, depth)?,
            Value::Function(function) => self.function(vm, function, depth)?,
            Value::Iterator(iterator) if !is_endless(iterator.type_name) => {
                let items = vm.collect(value)?;
                let items = self.values(vm, &items, depth)?;
                Pickled::Iterator(Arc::new((iterator.type_name, items)))
            }
            Value::DictView(view) => {
                let dict = Value::Dict(view.dict.clone());
                Pickled::DictView(view.kind, Arc::new(self.value(vm, &dict, depth)?))
            }
            Value::Generator(_) | Value::Iterator(_) | Value::Super(_) => {
                return Err(cannot_pickle(vm, value));
            }
        })
    }

    fn values(&mut self, vm: &mut Vm, values: &[Value], depth: usize) -> Result<Arc<[Pickled]>> {
        let pickled: Result<Vec<Pickled>> = values
            .iter()
            .map(|value| self.value(vm, value, depth))
            .collect();
        Ok(pickled?.into())
    }

    fn items(&mut self, vm: &mut Vm, dict: &Dict, depth: usize) -> Result<Vec<(Pickled, Pickled)>> {
        let items = dict.items();
        items
            .iter()
            .map(|(key, value)| Ok((self.value(vm, key, depth)?, self.value(vm, value, depth)?)))
            .collect()
    }

    fn class(&mut self, vm: &mut Vm, class: &Rc<Class>, depth: usize) -> Result<Pickled> {
        let module = class.module.as_str();
        let qualname = match class.builtin {
            true => class.name.as_str(),
            false => class.qualname.as_str(),
        };
        if class.builtin
            || vm.is_library_module(module)
            || (!qualname.contains('<') && vm.is_program_module(module))
        {
            let path = (module.to_owned(), qualname.to_owned());
            return Ok(Pickled::BuiltinClass(Arc::new(path)));
        }
        let is_outermost = self.open_classes.is_empty();
        if is_outermost && let Some(pickled) = self.classes.get(&class.id()) {
            return Ok(pickled.clone());
        }
        if !self.open_classes.insert(class.id()) {
            return Ok(Pickled::ClassReference(class.id()));
        }
        // The methods of a class are a group of their own, so that a class can stand alone.
        let outer = self.group.take();
        let pickled = self.class_contents(vm, class, depth);
        self.group = outer;
        self.open_classes.remove(&class.id());
        if is_outermost && let Ok(pickled) = &pickled {
            self.classes.insert(class.id(), pickled.clone());
        }
        pickled
    }

    fn class_contents(&mut self, vm: &mut Vm, class: &Rc<Class>, depth: usize) -> Result<Pickled> {
        let metaclass = match &class.metaclass {
            Some(metaclass) => Some(self.class(vm, metaclass, depth)?),
            None => None,
        };
        let mut bases = Vec::new();
        for base in &class.bases {
            bases.push(self.class(vm, base, depth)?);
        }
        let attributes = self.items(vm, &class.attributes.copy(), depth)?;
        Ok(Pickled::Class(Arc::new(PickledClass {
            id: class.id(),
            name: class.name.to_string(),
            qualname: class.qualname.to_string(),
            module: class.module.to_string(),
            metaclass,
            bases,
            attributes,
        })))
    }

    fn instance(&mut self, vm: &mut Vm, instance: &Rc<Instance>, depth: usize) -> Result<Pickled> {
        let by_itself = instance.class.pickles_itself();
        if by_itself && let Some(reduced) = self.reduced(vm, instance, depth)? {
            return Ok(reduced);
        }
        let payload = instance.payload().clone();
        let payload = match payload {
            Payload::None => PickledPayload::None,
            Payload::Value(value) => PickledPayload::Value(self.value(vm, &value, depth)?),
            Payload::Exception(state) => {
                let args: Result<Vec<Pickled>> = state
                    .args
                    .iter()
                    .map(|arg| self.value(vm, arg, depth))
                    .collect();
                PickledPayload::Exception(args?)
            }
            Payload::Native(data) => {
                let pickled = data.pickle(vm)?;
                if instance.class.builtin {
                    return Ok(Pickled::Object(pickled));
                }
                PickledPayload::Native(pickled)
            }
        };
        let class = self.class(vm, &instance.class, depth)?;
        let state = match by_itself {
            true => {
                let state = state::of(vm, instance)?;
                Some(self.value(vm, &state, depth)?)
            }
            false => None,
        };
        let attributes = match instance.attributes_if_any() {
            Some(attributes) if !by_itself => self.items(vm, attributes, depth)?,
            _ => Vec::new(),
        };
        Ok(Pickled::Instance(Arc::new(PickledInstance {
            class,
            payload,
            attributes,
            of_copied_class: vm.unpickled_classes.contains_key(&instance.class.id()),
            state,
        })))
    }

    fn reduced(
        &mut self,
        vm: &mut Vm,
        instance: &Rc<Instance>,
        depth: usize,
    ) -> Result<Option<Pickled>> {
        let Some(parts) = state::reduced(vm, instance)? else {
            return Ok(None);
        };
        let [callable, arguments, state] = parts.map(|part| self.value(vm, &part, depth));
        Ok(Some(Pickled::Reduced(Arc::new([
            callable?, arguments?, state?,
        ]))))
    }

    fn function(&mut self, vm: &mut Vm, function: &Rc<Function>, depth: usize) -> Result<Pickled> {
        if let Some(path) = imported_path(vm, function) {
            return Ok(Pickled::BuiltinClass(Arc::new(path)));
        }
        if self.group.is_some() {
            return Ok(Pickled::FunctionReference(
                self.grouped(vm, function, depth)?,
            ));
        }
        self.group = Some(Group::default());
        let index = self.grouped(vm, function, depth);
        let group = self.group.take().unwrap_or_default();
        debug_assert!(matches!(index, Ok(0) | Err(_)));
        index?;
        Ok(Pickled::Function(Arc::new(group.pickled)))
    }

    fn group(&mut self) -> &mut Group {
        self.group
            .as_mut()
            .expect("functions are pickled in a group")
    }

    /// The number of a function in its group; pickles it when it is first met.
    fn grouped(&mut self, vm: &mut Vm, function: &Rc<Function>, depth: usize) -> Result<u32> {
        let address = Rc::as_ptr(function) as usize;
        if let Some(index) = self.group().functions.get(&address) {
            return Ok(*index);
        }
        let globals_address = Rc::as_ptr(&function.globals) as usize;
        let group = self.group();
        let index = group.pickled.functions.len() as u32;
        group.functions.insert(address, index);
        group.held.push(Value::Function(function.clone()));
        let next = group.pickled.globals.len() as u32;
        let globals = *group.globals.entry(globals_address).or_insert(next);
        if globals == next {
            group.pickled.globals.push(Vec::new());
        }
        // Holds the place: functions that this one reaches come after it.
        group.pickled.functions.push(PickledFunction {
            code: function.code.code.clone(),
            globals,
            name: function.name.borrow().as_str().into(),
            qualname: function.qualname.borrow().as_str().into(),
            defaults: Vec::new(),
            keyword_defaults: Vec::new(),
            closure: Vec::new(),
            attributes: Vec::new(),
        });
        let mut defaults = Vec::new();
        for value in function.defaults.borrow().clone() {
            defaults.push(self.value(vm, &value, depth)?);
        }
        let mut keyword_defaults = Vec::new();
        for (name, value) in function.keyword_defaults.borrow().clone() {
            keyword_defaults.push((name.as_str().into(), self.value(vm, &value, depth)?));
        }
        let mut closure = Vec::new();
        for cell in &function.closure {
            closure.push(self.cell(vm, cell, depth)?);
        }
        let attributes = self.items(vm, &function.attributes, depth)?;
        let slot = &mut self.group().pickled.functions[index as usize];
        slot.defaults = defaults;
        slot.keyword_defaults = keyword_defaults;
        slot.closure = closure;
        slot.attributes = attributes;
        let mut names = Vec::new();
        global_names(&function.code.code, &mut names);
        for name in names {
            let known = self.group().pickled.globals[globals as usize]
                .iter()
                .any(|(other, _)| *other == name);
            if known {
                continue;
            }
            let Some(value) = function.globals.get_str(&name) else {
                continue;
            };
            // Marks the name as met before its value is pickled: the value may reach it again.
            let at = self.group().pickled.globals[globals as usize].len();
            self.group().pickled.globals[globals as usize].push((name, Pickled::None));
            let pickled = self.value(vm, &value, depth)?;
            self.group().pickled.globals[globals as usize][at].1 = pickled;
        }
        Ok(index)
    }

    fn cell(&mut self, vm: &mut Vm, cell: &CellRef, depth: usize) -> Result<u32> {
        let address = Rc::as_ptr(cell) as usize;
        if let Some(index) = self.group().cells.get(&address) {
            return Ok(*index);
        }
        let group = self.group();
        let index = group.pickled.cells.len() as u32;
        group.cells.insert(address, index);
        group.pickled.cells.push(None);
        let value = cell.borrow().clone();
        if let Some(value) = value {
            let pickled = self.value(vm, &value, depth)?;
            self.group().pickled.cells[index as usize] = Some(pickled);
        }
        Ok(index)
    }
}

/// The module and the dotted name of a function that a module of ours defines, if it can be found
/// there again.
fn imported_path(vm: &Vm, function: &Function) -> Option<(String, String)> {
    let module = function.globals.get_str("__name__")?;
    let module = module.as_str()?;
    if !function.code.file.starts_with(LIBRARY_FILES) && !vm.is_program_module(module) {
        return None;
    }
    let qualname = function.qualname.borrow();
    let can_be_found = !qualname.as_str().contains('<');
    can_be_found.then(|| (module.to_owned(), qualname.to_string()))
}

/// The globals that code and the code inside it read.
fn global_names(code: &Code, names: &mut Vec<Arc<str>>) {
    for instruction in &code.instructions {
        let index = match instruction {
            Instruction::LoadGlobal(index)
            | Instruction::StoreGlobal(index)
            | Instruction::DeleteGlobal(index)
            | Instruction::LoadName(index) => *index,
            _ => continue,
        };
        let name = &code.names[index as usize];
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            global_names(inner, names);
        }
    }
}

/// Whether an iterator may have no end, so that its items cannot be taken out.
fn is_endless(type_name: &str) -> bool {
    ["count", "cycle", "repeat", "tee"]
        .iter()
        .any(|name| type_name.ends_with(name))
}

fn cannot_pickle(vm: &mut Vm, value: &Value) -> crate::vm::Raise {
    let name = vm.type_name(value);
    vm.type_error(format!("cannot pickle '{name}' object"))
}
