//! Making classes from their bodies.

use std::rc::Rc;

use super::frame::FrameKind;
use super::{Result, Vm};
use crate::value::{Args, Class, ClassMethod, Dict, Set, Special, Str, Value};

impl Vm {
    /// `class name(bases, **keywords): body`.
    pub(super) fn build_class(
        &mut self,
        body: &Value,
        name: &Value,
        bases: Vec<Value>,
        keywords: &Value,
    ) -> Result<Value> {
        let Value::Function(body) = body else {
            unreachable!("the compiler makes a function of the body")
        };
        let bases = self.resolve_bases(bases)?;
        let code = body.code.clone();
        let names = Rc::new(Dict::new());
        let module = body
            .globals
            .get_str("__name__")
            .unwrap_or_else(|| Value::str("builtins"));
        names.set_str("__module__", module.clone());
        names.set_str("__qualname__", Value::str(&code.code.qualname));
        if let Some(doc) = &code.code.doc {
            names.set_str("__doc__", Value::str(doc));
        }
        let base = self.frames.len();
        self.check_recursion()?;
        self.push_body_frame(
            code.clone(),
            body.globals.clone(),
            names.clone(),
            body.closure.clone(),
            FrameKind::Entry,
        );
        let class_cell = code
            .code
            .cells
            .iter()
            .position(|(cell, _)| &**cell == "__class__")
            .map(|at| self.top_frame().cells[at].clone());
        self.run_nested(base)?;
        let name = name.as_str().unwrap_or_default();
        let module = module.as_str().unwrap_or("__main__").to_string();
        let class =
            self.finish_class(name, &code.code.qualname, &module, bases, names, keywords)?;
        if let Some(cell) = class_cell {
            *cell.borrow_mut() = Some(Value::Class(class.clone()));
        }
        Ok(Value::Class(class))
    }

    fn resolve_bases(&mut self, bases: Vec<Value>) -> Result<Vec<Rc<Class>>> {
        let mut classes: Vec<Rc<Class>> = Vec::new();
        let original = Value::tuple(bases.clone());
        for base in bases {
            match &base {
                Value::Class(class) if self.cannot_be_base(class) => {
                    return Err(self.type_error(format!(
                        "type '{}' is not an acceptable base type",
                        class.name
                    )));
                }
                Value::Class(class) => classes.push(class.clone()),
                other => {
                    let entries =
                        self.call_special(other, Special::MroEntries, Args::one(original.clone()))?;
                    let Some(entries) = entries else {
                        let name = self.type_name(other);
                        return Err(self.type_error(format!("bases must be types, not '{name}'")));
                    };
                    for entry in self.collect(&entries)? {
                        if let Value::Class(class) = entry
                            && !classes.iter().any(|known| Rc::ptr_eq(known, &class))
                        {
                            classes.push(class);
                        }
                    }
                }
            }
        }
        if classes.is_empty() {
            classes.push(self.types.object.clone());
        }
        Ok(classes)
    }

    fn cannot_be_base(&self, class: &Rc<Class>) -> bool {
        let types = &self.types;
        [
            &types.bool,
            &types.none,
            &types.range,
            &types.slice,
            &types.function,
            &types.generator,
        ]
        .iter()
        .any(|final_class| Rc::ptr_eq(final_class, class))
    }

    /// Makes a class of the names that its body defined, and tells its bases.
    ///
    /// # Errors
    /// What the bases' `__init_subclass__` raises; `TypeError` for a metaclass that is not supported.
    pub fn finish_class(
        &mut self,
        name: &str,
        qualname: &str,
        module: &str,
        bases: Vec<Rc<Class>>,
        names: Rc<Dict>,
        keywords: &Value,
    ) -> Result<Rc<Class>> {
        let mut keywords: Vec<(Value, Value)> = match keywords {
            Value::Dict(keywords) => keywords.items(),
            _ => Vec::new(),
        };
        let metaclass = keywords
            .iter()
            .position(|(key, _)| key.as_str() == Some("metaclass"));
        let mut abstract_class = bases
            .iter()
            .any(|base| base.lookup_str("__abstractmethods__").is_some());
        if let Some(at) = metaclass {
            let (_, metaclass) = keywords.remove(at);
            match &metaclass {
                Value::Class(class) if class.name.as_str() == "ABCMeta" => abstract_class = true,
                Value::Class(class) if Rc::ptr_eq(class, &self.types.type_) => {}
                _ => return Err(self.type_error("metaclasses are not supported by Brooklet")),
            }
        }
        if names.get_str("__eq__").is_some() && names.get_str("__hash__").is_none() {
            names.set_str("__hash__", Value::None);
        }
        for implicit in ["__init_subclass__", "__class_getitem__"] {
            if let Some(function @ Value::Function(_)) = names.get_str(implicit) {
                names.set_str(
                    implicit,
                    Value::ClassMethod(Rc::new(ClassMethod { function })),
                );
            }
        }
        if names.get_str("__doc__").is_none() {
            names.set_str("__doc__", Value::None);
        }
        names.remove_str("__qualname__");
        let class = Class::derive(self, name, qualname, module, bases, names)?;
        self.program_classes.insert(class.id, class.clone());
        if abstract_class {
            let names = self.abstract_names(&class)?;
            class.set_str("__abstractmethods__", names);
        }
        self.tell_attributes(&class)?;
        let parent = Value::Super(Rc::new((class.clone(), Value::Class(class.clone()))));
        if let Some(hook) = self.find_attribute(&parent, "__init_subclass__")? {
            let mut args = Args::none();
            for (key, value) in keywords {
                if let Value::Str(key) = key {
                    args.keywords.push((key, value));
                }
            }
            self.call(&hook, args)?;
        } else if let Some((key, _)) = keywords.first() {
            let key = key.as_str().unwrap_or_default();
            return Err(self.type_error(format!(
                "{name}.__init_subclass__() got an unexpected keyword argument '{key}'"
            )));
        }
        // `Enum` and `NamedTuple` rebuild the classes that are derived from them; not themselves.
        let hook = class
            .ancestors
            .iter()
            .find_map(|ancestor| ancestor.attributes.get_str("__finish_class__"));
        if let Some(hook) = hook
            && let Value::Class(rebuilt) = self.call_one(&hook, Value::Class(class.clone()))?
        {
            return Ok(rebuilt);
        }
        Ok(class)
    }

    fn tell_attributes(&mut self, class: &Rc<Class>) -> Result<()> {
        for (key, value) in class.attributes.items() {
            if let Some(tell) = self.special_method(&value, Special::SetName) {
                self.call_two(&tell, Value::Class(class.clone()), key)?;
            }
        }
        Ok(())
    }

    fn abstract_names(&mut self, class: &Rc<Class>) -> Result<Value> {
        let mut names: Vec<Str> = Vec::new();
        for owner in class.resolution_order() {
            for key in owner.attributes.keys() {
                if let Value::Str(key) = key
                    && !names.contains(&key)
                {
                    names.push(key);
                }
            }
        }
        let is_abstract = |value: &Value| {
            let function = match value {
                Value::Property(property) => property.getter.clone(),
                Value::StaticMethod(function) => function.as_ref().clone(),
                Value::ClassMethod(method) => method.function.clone(),
                other => other.clone(),
            };
            matches!(&function, Value::Function(function)
                if matches!(function.attributes.get_str("__isabstractmethod__"), Some(Value::Bool(true))))
        };
        names.retain(|name| class.lookup(name).is_some_and(|value| is_abstract(&value)));
        let set = Set::from_items(self, names.into_iter().map(Value::Str))?;
        Ok(Value::FrozenSet(Rc::new(set)))
    }
}
