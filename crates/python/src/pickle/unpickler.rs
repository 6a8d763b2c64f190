//! Unpickling values.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::{
    Pickled, PickledCall, PickledClass, PickledFunctions, PickledInstance, PickledPayload, state,
};
use crate::value::{
    Args, ByteArray, CellRef, Class, ClassMethod, Complex, Dict, DictView, ExceptionState,
    Function, Instance, Method, Native, NativeCall, Payload, Property, Range, Set, Slice, Special,
    Str, Value, iterate,
};
use crate::vm::{Result, Vm};

pub(super) fn unpickle(vm: &mut Vm, pickled: &Pickled) -> Result<Value> {
    Unpickler { vm, group: None }.value(pickled)
}

/// Unpickles one pickled value.
struct Unpickler<'a> {
    vm: &'a mut Vm,
    group: Option<Group>,
}

/// The functions that were pickled together, as far as they are unpickled.
struct Group {
    pickled: Arc<PickledFunctions>,
    functions: Vec<Option<Rc<Function>>>,
    cells: Vec<Option<CellRef>>,
    globals: Vec<Option<Rc<Dict>>>,
}

impl Unpickler<'_> {
    fn value(&mut self, pickled: &Pickled) -> Result<Value> {
        Ok(match pickled {
            Pickled::None => Value::None,
            Pickled::Ellipsis => Value::Ellipsis,
            Pickled::NotImplemented => Value::NotImplemented,
            Pickled::Bool(value) => Value::Bool(*value),
            Pickled::Int(value) => Value::Int(*value),
            Pickled::Float(value) => Value::Float(*value),
            Pickled::BigInt(value) => Value::BigInt(Rc::new((**value).clone())),
            Pickled::Complex(real, imag) => Value::Complex(Rc::new(Complex {
                real: *real,
                imag: *imag,
            })),
            Pickled::Str(text) => Value::str(text),
            Pickled::Bytes(data) => Value::bytes(data.to_vec()),
            Pickled::ByteArray(data) => Value::ByteArray(Rc::new(ByteArray::new(data.to_vec()))),
            Pickled::Tuple(items) => Value::tuple(self.values(items)?),
            Pickled::List(items) => Value::list(self.values(items)?),
            Pickled::Dict(items) => {
                let dict = Dict::new();
                self.fill(&dict, items)?;
                Value::Dict(Rc::new(dict))
            }
            Pickled::Set(items) => Value::Set(Rc::new(self.set(items)?)),
            Pickled::FrozenSet(items) => Value::FrozenSet(Rc::new(self.set(items)?)),
            Pickled::Range(start, stop, step) => Value::Range(Rc::new(Range {
                start: *start,
                stop: *stop,
                step: *step,
            })),
            Pickled::Iterator(iterator) => {
                let items = self.values(&iterator.1)?;
                Value::iterator(iterator.0, iterate(items))
            }
            Pickled::DictView(kind, dict) => match self.value(dict)? {
                Value::Dict(dict) => Value::DictView(Rc::new(DictView { dict, kind: *kind })),
                other => other,
            },
            Pickled::Slice(parts) => {
                let [start, stop, step] = &**parts;
                let slice = Slice {
                    start: self.value(start)?,
                    stop: self.value(stop)?,
                    step: self.value(step)?,
                };
                Value::Slice(Rc::new(slice))
            }
            Pickled::Module(name) => Value::Module(self.vm.import(name)?),
            Pickled::Native(native) => Value::Native(Rc::new(Native {
                name: Str::new(&native.name),
                qualname: Str::new(&native.qualname),
                call: match native.call {
                    PickledCall::Plain(call) => NativeCall::Plain(call),
                    PickledCall::Replayed(call, level) => NativeCall::Replayed(call, level),
                    PickledCall::Resumable(call) => NativeCall::Resumable(call),
                },
                binds: native.binds,
            })),
            Pickled::BuiltinClass(path) => {
                let (module, name) = &**path;
                self.builtin_class(module, name)?
            }
            Pickled::Class(class) => Value::Class(self.class(class)?),
            Pickled::ClassReference(id) => match self.vm.program_classes.get(id) {
                Some(class) => Value::Class(class.clone()),
                None => return Err(self.vm.runtime_error("a class was used before it was made")),
            },
            Pickled::Instance(instance) => self.instance(instance)?,
            Pickled::Reduced(parts) => {
                let parts = [&parts[0], &parts[1], &parts[2]].map(|part| self.value(part));
                let [callable, arguments, state] = parts;
                state::made(self.vm, &[callable?, arguments?, state?])?
            }
            Pickled::Object(object) => object.unpickle(self.vm)?,
            Pickled::Method(parts) => {
                let method = Method {
                    function: self.value(&parts.0)?,
                    receiver: self.value(&parts.1)?,
                };
                Value::Method(Rc::new(method))
            }
            Pickled::StaticMethod(function) => Value::StaticMethod(Rc::new(self.value(function)?)),
            Pickled::ClassMethod(function) => Value::ClassMethod(Rc::new(ClassMethod {
                function: self.value(function)?,
            })),
            Pickled::Property(parts) => {
                let [getter, setter, deleter, doc] = &**parts;
                Value::Property(Rc::new(Property {
                    getter: self.value(getter)?,
                    setter: self.value(setter)?,
                    deleter: self.value(deleter)?,
                    doc: self.value(doc)?,
                }))
            }
            Pickled::Function(functions) => {
                let group = Group {
                    pickled: functions.clone(),
                    functions: vec![None; functions.functions.len()],
                    cells: vec![None; functions.cells.len()],
                    globals: vec![None; functions.globals.len()],
                };
                let outer = self.group.replace(group);
                let function = self.function(0);
                self.group = outer;
                Value::Function(function?)
            }
            Pickled::FunctionReference(index) => Value::Function(self.function(*index as usize)?),
        })
    }

    fn values(&mut self, pickled: &[Pickled]) -> Result<Vec<Value>> {
        pickled.iter().map(|item| self.value(item)).collect()
    }

    fn set(&mut self, items: &[Pickled]) -> Result<Set> {
        let items = self.values(items)?;
        Set::from_items(self.vm, items)
    }

    fn fill(&mut self, dict: &Dict, items: &[(Pickled, Pickled)]) -> Result<()> {
        for (key, value) in items {
            let key = self.value(key)?;
            let value = self.value(value)?;
            dict.set(self.vm, key, value)?;
        }
        Ok(())
    }

    fn fill_class(&mut self, class: &Rc<Class>, attributes: &[(Pickled, Pickled)]) -> Result<()> {
        for (name, value) in attributes {
            if let Pickled::Str(name) = name {
                let value = self.value(value)?;
                self.set_class_attribute(class, name, value)?;
            }
        }
        Ok(())
    }

    /// Sets an attribute as cloudpickle does, by what the metaclass says to that; those of an
    /// enumeration never change.
    fn set_class_attribute(&mut self, class: &Rc<Class>, name: &str, value: Value) -> Result<()> {
        let metaclass = class.metaclass.as_ref();
        let by_metaclass = metaclass.is_some_and(|metaclass| metaclass.overrides(Special::SetAttr));
        if by_metaclass && !is_enumeration(class) {
            return self
                .vm
                .set_attribute(&Value::Class(class.clone()), name, value);
        }
        class.set_str(name, value);
        Ok(())
    }

    fn builtin_class(&mut self, module: &str, name: &str) -> Result<Value> {
        if module == "builtins" {
            let named = self.vm.types.named();
            if let Some(class) = named.into_iter().find(|class| class.name.as_str() == name) {
                return Ok(Value::Class(class));
            }
        }
        let module = match module {
            "builtins" => self.vm.module_of_builtin(name).unwrap_or(module),
            _ => module,
        };
        let mut found = Value::Module(self.vm.import(module)?);
        for part in name.split('.') {
            found = self.vm.get_attribute(&found, part)?;
        }
        Ok(found)
    }

    /// A class that came before is the same class, with its attributes as they came last.
    fn class(&mut self, pickled: &Arc<PickledClass>) -> Result<Rc<Class>> {
        let known = self.vm.program_classes.get(&pickled.id).cloned();
        let Some(class) = known else {
            let outer = self.group.take();
            let class = self.new_class(pickled);
            self.group = outer;
            return class;
        };
        // A class that this machine made itself is nobody's copy; an enumeration never changes.
        let is_news = match self.vm.unpickled_classes.get(&pickled.id) {
            Some(latest) => !Arc::ptr_eq(latest, pickled),
            None => false,
        };
        if is_news && !is_enumeration(&class) {
            self.vm
                .unpickled_classes
                .insert(pickled.id, pickled.clone());
            let outer = self.group.take();
            let filled = self.fill_class(&class, &pickled.attributes);
            self.group = outer;
            filled?;
        }
        Ok(class)
    }

    fn new_class(&mut self, pickled: &Arc<PickledClass>) -> Result<Rc<Class>> {
        let mut bases = Vec::new();
        for base in &pickled.bases {
            if let Value::Class(base) = self.value(base)? {
                bases.push(base);
            }
        }
        let metaclass = match &pickled.metaclass {
            Some(metaclass) => match self.value(metaclass)? {
                Value::Class(metaclass) => Some(metaclass),
                _ => None,
            },
            None => None,
        };
        let (name, qualname, module) = (&pickled.name, &pickled.qualname, &pickled.module);
        let class = match metaclass {
            Some(metaclass) if !self.vm.is_library_module(metaclass.module.as_str()) => {
                self.class_by_metaclass(metaclass, bases, pickled)?
            }
            metaclass => {
                let attributes = Rc::new(Dict::new());
                Class::derive_by(
                    self.vm, metaclass, name, qualname, module, bases, attributes,
                )?
            }
        };
        self.vm.program_classes.remove(&class.id());
        class.become_copy_of(pickled.id);
        // Its methods may refer to it.
        self.vm.program_classes.insert(pickled.id, class.clone());
        self.vm
            .unpickled_classes
            .insert(pickled.id, pickled.clone());
        self.fill_class(&class, &pickled.attributes)?;
        Ok(class)
    }

    /// Has a metaclass of the program make a class without attributes, as cloudpickle does.
    fn class_by_metaclass(
        &mut self,
        metaclass: Rc<Class>,
        bases: Vec<Rc<Class>>,
        pickled: &PickledClass,
    ) -> Result<Rc<Class>> {
        let metaclass = Value::Class(metaclass);
        let name = Value::str(&pickled.name);
        let bases = Value::tuple(bases.into_iter().map(Value::Class).collect());
        let names = self.vm.prepared_namespace(&metaclass, &name, &bases, &[])?;
        for (key, value) in [
            ("__module__", &pickled.module),
            ("__qualname__", &pickled.qualname),
        ] {
            self.vm
                .set_item(&names, Value::str(key), Value::str(value))?;
        }
        match self.vm.call(&metaclass, Args::of([name, bases, names]))? {
            Value::Class(class) => Ok(class),
            _ => Err(self.vm.type_error("a metaclass gave no class")),
        }
    }

    fn instance(&mut self, pickled: &PickledInstance) -> Result<Value> {
        let class = match self.value(&pickled.class)? {
            Value::Class(class) => class,
            _ => return Err(self.vm.type_error("an instance has no class")),
        };
        if let Some(member) = self.known_member(&class, pickled) {
            return Ok(member);
        }
        let payload = match &pickled.payload {
            PickledPayload::None => Payload::None,
            PickledPayload::Value(value) => Payload::Value(self.value(value)?),
            PickledPayload::Exception(args) => {
                let args = self.values(args)?;
                Payload::Exception(Box::new(ExceptionState {
                    args,
                    ..ExceptionState::default()
                }))
            }
            PickledPayload::Native(data) => match data.unpickle(self.vm)? {
                Value::Instance(inner) => inner.payload().clone(),
                other => Payload::Value(other),
            },
        };
        let instance = Rc::new(Instance::new(class, payload));
        if !pickled.attributes.is_empty() {
            self.refuse_attributes_of_copy(&instance.class, pickled)?;
            self.fill(instance.attributes(), &pickled.attributes)?;
        }
        let value = Value::Instance(instance);
        if let Some(state) = &pickled.state {
            let state = self.value(state)?;
            state::set(self.vm, &value, &state)?;
        }
        Ok(value)
    }

    /// Cloudpickle makes classes without their `__slots__`, so that the instances of such a copy
    /// come with attributes for which those of the class itself have no place.
    fn refuse_attributes_of_copy(
        &self,
        class: &Rc<Class>,
        pickled: &PickledInstance,
    ) -> Result<()> {
        let is_own = !self.vm.unpickled_classes.contains_key(&class.id());
        if !(is_own && pickled.of_copied_class && has_slots_only(class)) {
            return Ok(());
        }
        let name = class.name.as_str();
        let message = format!("'{name}' object has no attribute '__dict__'");
        Err(self.vm.attribute_error(message))
    }

    /// The member of an enumeration is the one that its class has.
    fn known_member(&self, class: &Rc<Class>, pickled: &PickledInstance) -> Option<Value> {
        let (_, name) = pickled
            .attributes
            .iter()
            .find(|(key, _)| matches!(key, Pickled::Str(key) if &**key == "_name_"))?;
        let Pickled::Str(name) = name else {
            return None;
        };
        if !is_enumeration(class) {
            return None;
        }
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
        let shared = self.group().pickled.clone();
        let pickled = &shared.functions[index];
        let globals_index = pickled.globals as usize;
        let fresh = self.group().globals[globals_index].is_none();
        let globals = self.group().globals[globals_index]
            .get_or_insert_with(|| Rc::new(Dict::new()))
            .clone();
        let closure: Vec<CellRef> = pickled
            .closure
            .iter()
            .map(|cell| {
                self.group().cells[*cell as usize]
                    .get_or_insert_with(CellRef::default)
                    .clone()
            })
            .collect();
        let function = Rc::new(Function {
            code: self.vm.code_object(&pickled.code),
            globals: globals.clone(),
            name: RefCell::new(Str::new(&pickled.name)),
            qualname: RefCell::new(Str::new(&pickled.qualname)),
            defaults: RefCell::new(Vec::new()),
            keyword_defaults: RefCell::new(Vec::new()),
            closure,
            attributes: Rc::new(Dict::new()),
        });
        self.group().functions[index] = Some(function.clone());
        let defaults = self.values(&pickled.defaults)?;
        *function.defaults.borrow_mut() = defaults;
        for (name, value) in &pickled.keyword_defaults {
            let value = self.value(value)?;
            function
                .keyword_defaults
                .borrow_mut()
                .push((Str::new(name), value));
        }
        self.fill(&function.attributes, &pickled.attributes)?;
        for (at, cell) in pickled.closure.iter().zip(&function.closure) {
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

fn is_enumeration(class: &Class) -> bool {
    class.attributes.get_str("_member_map_").is_some()
}
