//! Thawing values.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::{Frozen, FrozenClass, FrozenFunctions, FrozenInstance, FrozenPayload, state};
use crate::value::{
    ByteArray, CellRef, Class, ClassMethod, Complex, Dict, ExceptionState, Function, Instance,
    Method, Native, NativeCall, Payload, Property, Range, Set, Slice, Str, Value,
};
use crate::vm::{Result, Vm};

pub(super) fn thaw(vm: &mut Vm, frozen: &Frozen) -> Result<Value> {
    Thawer { vm, group: None }.value(frozen)
}

/// Thaws one frozen value.
struct Thawer<'a> {
    vm: &'a mut Vm,
    group: Option<Group>,
}

/// The functions that were frozen together, as far as they are thawed.
struct Group {
    frozen: Arc<FrozenFunctions>,
    functions: Vec<Option<Rc<Function>>>,
    cells: Vec<Option<CellRef>>,
    globals: Vec<Option<Rc<Dict>>>,
}

impl Thawer<'_> {
    fn value(&mut self, frozen: &Frozen) -> Result<Value> {
        Ok(match frozen {
            Frozen::None => Value::None,
            Frozen::Ellipsis => Value::Ellipsis,
            Frozen::NotImplemented => Value::NotImplemented,
            Frozen::Bool(value) => Value::Bool(*value),
            Frozen::Int(value) => Value::Int(*value),
            Frozen::Float(value) => Value::Float(*value),
            Frozen::BigInt(value) => Value::BigInt(Rc::new((**value).clone())),
            Frozen::Complex(real, imag) => Value::Complex(Rc::new(Complex {
                real: *real,
                imag: *imag,
            })),
            Frozen::Str(text) => Value::str(text),
            Frozen::Bytes(data) => Value::bytes(data.to_vec()),
            Frozen::ByteArray(data) => Value::ByteArray(Rc::new(ByteArray::new(data.to_vec()))),
            Frozen::Tuple(items) => Value::tuple(self.values(items)?),
            Frozen::List(items) => Value::list(self.values(items)?),
            Frozen::Dict(items) => {
                let dict = Dict::new();
                self.fill(&dict, items)?;
                Value::Dict(Rc::new(dict))
            }
            Frozen::Set(items) => Value::Set(Rc::new(self.set(items)?)),
            Frozen::FrozenSet(items) => Value::FrozenSet(Rc::new(self.set(items)?)),
            Frozen::Range(start, stop, step) => Value::Range(Rc::new(Range {
                start: *start,
                stop: *stop,
                step: *step,
            })),
            Frozen::Slice(parts) => {
                let [start, stop, step] = &**parts;
                let slice = Slice {
                    start: self.value(start)?,
                    stop: self.value(stop)?,
                    step: self.value(step)?,
                };
                Value::Slice(Rc::new(slice))
            }
            Frozen::Module(name) => Value::Module(self.vm.import(name)?),
            Frozen::Native(native) => Value::Native(Rc::new(Native {
                name: Str::new(&native.name),
                qualname: Str::new(&native.qualname),
                call: NativeCall::Plain(native.call),
                binds: native.binds,
            })),
            Frozen::BuiltinClass(path) => {
                let (module, name) = &**path;
                self.builtin_class(module, name)?
            }
            Frozen::Class(class) => Value::Class(self.class(class)?),
            Frozen::ClassReference(id) => match self.vm.program_classes.get(id) {
                Some(class) => Value::Class(class.clone()),
                None => return Err(self.vm.runtime_error("a class was used before it was made")),
            },
            Frozen::Instance(instance) => self.instance(instance)?,
            Frozen::Reduced(parts) => {
                let parts = [&parts[0], &parts[1], &parts[2]].map(|part| self.value(part));
                let [callable, arguments, state] = parts;
                state::made(self.vm, &[callable?, arguments?, state?])?
            }
            Frozen::Object(object) => object.thaw(self.vm)?,
            Frozen::Method(parts) => {
                let method = Method {
                    function: self.value(&parts.0)?,
                    receiver: self.value(&parts.1)?,
                };
                Value::Method(Rc::new(method))
            }
            Frozen::StaticMethod(function) => Value::StaticMethod(Rc::new(self.value(function)?)),
            Frozen::ClassMethod(function) => Value::ClassMethod(Rc::new(ClassMethod {
                function: self.value(function)?,
            })),
            Frozen::Property(parts) => {
                let [getter, setter, deleter, doc] = &**parts;
                Value::Property(Rc::new(Property {
                    getter: self.value(getter)?,
                    setter: self.value(setter)?,
                    deleter: self.value(deleter)?,
                    doc: self.value(doc)?,
                }))
            }
            Frozen::Function(functions) => {
                let group = Group {
                    frozen: functions.clone(),
                    functions: vec![None; functions.functions.len()],
                    cells: vec![None; functions.cells.len()],
                    globals: vec![None; functions.globals.len()],
                };
                let outer = self.group.replace(group);
                let function = self.function(0);
                self.group = outer;
                Value::Function(function?)
            }
            Frozen::FunctionReference(index) => Value::Function(self.function(*index as usize)?),
        })
    }

    fn values(&mut self, frozen: &[Frozen]) -> Result<Vec<Value>> {
        frozen.iter().map(|item| self.value(item)).collect()
    }

    fn set(&mut self, items: &[Frozen]) -> Result<Set> {
        let items = self.values(items)?;
        Set::from_items(self.vm, items)
    }

    fn fill(&mut self, dict: &Dict, items: &[(Frozen, Frozen)]) -> Result<()> {
        for (key, value) in items {
            let key = self.value(key)?;
            let value = self.value(value)?;
            dict.set(self.vm, key, value)?;
        }
        Ok(())
    }

    fn builtin_class(&mut self, module: &str, name: &str) -> Result<Value> {
        if module == "builtins" {
            let named = self.vm.types.named();
            if let Some(class) = named.into_iter().find(|class| class.name.as_str() == name) {
                return Ok(Value::Class(class));
            }
        }
        let mut found = Value::Module(self.vm.import(module)?);
        for part in name.split('.') {
            found = self.vm.get_attribute(&found, part)?;
        }
        Ok(found)
    }

    /// A class that came before is the same class, with its attributes as they came last.
    fn class(&mut self, frozen: &Arc<FrozenClass>) -> Result<Rc<Class>> {
        let known = self.vm.program_classes.get(&frozen.id).cloned();
        let Some(class) = known else {
            let outer = self.group.take();
            let class = self.new_class(frozen);
            self.group = outer;
            return class;
        };
        // A class that this machine made itself is nobody's copy; an enumeration never changes.
        let is_news = match self.vm.thawed_classes.get(&frozen.id) {
            Some(latest) => !Arc::ptr_eq(latest, frozen),
            None => false,
        };
        if is_news && class.lookup_str("__metaclass__").is_none() {
            self.vm.thawed_classes.insert(frozen.id, frozen.clone());
            let outer = self.group.take();
            let filled = self.fill(&class.attributes, &frozen.attributes);
            self.group = outer;
            filled?;
        }
        Ok(class)
    }

    fn new_class(&mut self, frozen: &Arc<FrozenClass>) -> Result<Rc<Class>> {
        let mut bases = Vec::new();
        for base in &frozen.bases {
            if let Value::Class(base) = self.value(base)? {
                bases.push(base);
            }
        }
        let attributes = Rc::new(Dict::new());
        let (name, qualname, module) = (&frozen.name, &frozen.qualname, &frozen.module);
        let class = Class::derive_with_id(
            self.vm, frozen.id, name, qualname, module, bases, attributes,
        )?;
        // Its methods may refer to it.
        self.vm.program_classes.insert(frozen.id, class.clone());
        self.vm.thawed_classes.insert(frozen.id, frozen.clone());
        self.fill(&class.attributes, &frozen.attributes)?;
        Ok(class)
    }

    fn instance(&mut self, frozen: &FrozenInstance) -> Result<Value> {
        let class = match self.value(&frozen.class)? {
            Value::Class(class) => class,
            _ => return Err(self.vm.type_error("an instance has no class")),
        };
        if let Some(member) = self.known_member(&class, frozen) {
            return Ok(member);
        }
        let payload = match &frozen.payload {
            FrozenPayload::None => Payload::None,
            FrozenPayload::Value(value) => Payload::Value(self.value(value)?),
            FrozenPayload::Exception(args) => {
                let args = self.values(args)?;
                Payload::Exception(Box::new(ExceptionState {
                    args,
                    ..ExceptionState::default()
                }))
            }
            FrozenPayload::Native(data) => match data.thaw(self.vm)? {
                Value::Instance(inner) => inner.payload().clone(),
                other => Payload::Value(other),
            },
        };
        let instance = Rc::new(Instance::new(class, payload));
        if !frozen.attributes.is_empty() {
            self.refuse_attributes_of_copy(&instance.class, frozen)?;
            self.fill(instance.attributes(), &frozen.attributes)?;
        }
        let value = Value::Instance(instance);
        if let Some(state) = &frozen.state {
            let state = self.value(state)?;
            state::set(self.vm, &value, &state)?;
        }
        Ok(value)
    }

    /// Cloudpickle makes classes without their `__slots__`, so that the instances of such a copy
    /// come with attributes for which those of the class itself have no place.
    fn refuse_attributes_of_copy(&self, class: &Rc<Class>, frozen: &FrozenInstance) -> Result<()> {
        let is_own = !self.vm.thawed_classes.contains_key(&class.id);
        if !(is_own && frozen.of_copied_class && has_slots_only(class)) {
            return Ok(());
        }
        let name = class.name.as_str();
        let message = format!("'{name}' object has no attribute '__dict__'");
        Err(self.vm.attribute_error(message))
    }

    /// The member of an enumeration is the one that its class has.
    fn known_member(&self, class: &Rc<Class>, frozen: &FrozenInstance) -> Option<Value> {
        let (_, name) = frozen
            .attributes
            .iter()
            .find(|(key, _)| matches!(key, Frozen::Str(key) if &**key == "_name_"))?;
        let Frozen::Str(name) = name else { return None };
        class.lookup_str("__metaclass__")?;
        let member = class.attributes.get_str(name)?;
        let same = matches!(&member, Value::Instance(member) if Rc::ptr_eq(&member.class, class));
        same.then_some(member)
    }

    fn group(&mut self) -> &mut Group {
        self.group
            .as_mut()
            .expect("a reference to a function stands inside a group")
    }

    fn function(&mut self, index: usize) -> Result<Rc<Function>> {
        if let Some(function) = &self.group().functions[index] {
            return Ok(function.clone());
        }
        let shared = self.group().frozen.clone();
        let frozen = &shared.functions[index];
        let globals_index = frozen.globals as usize;
        let fresh = self.group().globals[globals_index].is_none();
        let globals = self.group().globals[globals_index]
            .get_or_insert_with(|| Rc::new(Dict::new()))
            .clone();
        let closure: Vec<CellRef> = frozen
            .closure
            .iter()
            .map(|cell| {
                self.group().cells[*cell as usize]
                    .get_or_insert_with(CellRef::default)
                    .clone()
            })
            .collect();
        let function = Rc::new(Function {
            code: self.vm.code_object(&frozen.code),
            globals: globals.clone(),
            name: RefCell::new(Str::new(&frozen.name)),
            qualname: RefCell::new(Str::new(&frozen.qualname)),
            defaults: RefCell::new(Vec::new()),
            keyword_defaults: RefCell::new(Vec::new()),
            closure,
            attributes: Rc::new(Dict::new()),
        });
        self.group().functions[index] = Some(function.clone());
        let defaults = self.values(&frozen.defaults)?;
        *function.defaults.borrow_mut() = defaults;
        for (name, value) in &frozen.keyword_defaults {
            let value = self.value(value)?;
            function
                .keyword_defaults
                .borrow_mut()
                .push((Str::new(name), value));
        }
        self.fill(&function.attributes, &frozen.attributes)?;
        for (at, cell) in frozen.closure.iter().zip(&function.closure) {
            if cell.borrow().is_none()
                && let Some(value) = &shared.cells[*at as usize]
            {
                let value = self.value(value)?;
                *cell.borrow_mut() = Some(value);
            }
        }
        if fresh {
            globals.set_str("__name__", Value::str("__main__"));
            for (name, value) in &shared.globals[globals_index] {
                let value = self.value(value)?;
                globals.set_str(name, value);
            }
        }
        Ok(function)
    }
}

/// Whether a class and all that it derives from name the attributes of their instances.
fn has_slots_only(class: &Class) -> bool {
    class.builtin && class.name.as_str() == "object"
        || class.attributes.get_str("__slots__").is_some()
            && class.bases.iter().all(|base| has_slots_only(base))
}
