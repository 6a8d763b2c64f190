//! What `type.__new__` does.

use std::rc::Rc;

use super::step::{Routine, Turn};
use super::{Raise, Result, Step, Vm};
use crate::builtins::cell;
use crate::value::{Args, Class, ClassMethod, Dict, Payload, Special, Str, Value};

impl Vm {
    /// Begins to make a class of names (a dict that is the class's own from then on), and to tell its
    /// attributes and its bases.
    ///
    /// # Errors
    /// What `__set_name__` and the bases' `__init_subclass__` raise; `TypeError` for bases that do
    /// not go together.
    pub(crate) fn begin_new_class(
        &mut self,
        metaclass: &Rc<Class>,
        name: &str,
        bases: &[Value],
        names: Rc<Dict>,
        keywords: Vec<(Str, Value)>,
    ) -> Result<Step> {
        let bases = self.classes_to_derive_from(bases)?;
        let qualname = match names.remove_str("__qualname__") {
            Some(Value::Str(qualname)) => qualname,
            Some(other) => {
                let given = self.type_name(&other);
                let message = format!("type __qualname__ must be a str, not {given}");
                return Err(self.type_error(message));
            }
            None => Str::new(name),
        };
        if names.get_str("__module__").is_none() {
            let module = self.running_globals().get_str("__name__");
            names.set_str(
                "__module__",
                module.unwrap_or_else(|| Value::str("builtins")),
            );
        }
        let module = names.get_str("__module__").unwrap_or_default();
        let module = module.as_str().unwrap_or("__main__").to_string();
        complete(&names);
        let class_cell = names.remove_str("__classcell__");
        let own = (!Rc::ptr_eq(metaclass, &self.types.type_)).then(|| metaclass.clone());
        let class = Class::derive_by(self, own, name, qualname.as_str(), &module, bases, names)?;
        self.program_classes.insert(class.id(), class.clone());
        if let Some(cell) = class_cell.as_ref().and_then(cell::unwrap) {
            *cell.borrow_mut() = Some(Value::Class(class.clone()));
        }
        let attributes = class.attributes.items().into_iter();
        self.run_routine(Telling {
            class,
            attributes,
            told: None,
            keywords: Some(keywords),
        })
    }

    /// What a failure of `__set_name__` becomes: an exception whose cause it is.
    fn set_name_failed(&mut self, of: &Value, key: &Value, owner: &str, raise: Raise) -> Raise {
        let Raise::Exception(cause) = raise else {
            return raise;
        };
        let (kind, key) = (self.type_name(of), key.as_str().unwrap_or_default());
        let message =
            format!("Error calling __set_name__ on '{kind}' instance '{key}' in '{owner}'");
        let raise = self.runtime_error(message);
        if let Raise::Exception(error) = &raise
            && let Payload::Exception(state) = &mut *error.payload_mut()
        {
            state.cause = Some(cause.clone());
            state.context = Some(cause);
            state.suppress_context = true;
        }
        raise
    }

    fn classes_to_derive_from(&mut self, bases: &[Value]) -> Result<Vec<Rc<Class>>> {
        if bases.is_empty() {
            return Ok(vec![self.types.object.clone()]);
        }
        let mut classes = Vec::new();
        for base in bases {
            match base {
                Value::Class(class) if self.cannot_be_base(class) => {
                    return Err(self.type_error(format!(
                        "type '{}' is not an acceptable base type",
                        class.name
                    )));
                }
                Value::Class(class) => classes.push(class.clone()),
                other => {
                    let name = self.type_name(other);
                    return Err(self.type_error(format!("bases must be types, not '{name}'")));
                }
            }
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
            &types.coroutine,
            &types.async_generator,
        ]
        .iter()
        .any(|final_class| Rc::ptr_eq(final_class, class))
    }
}

/// Tells the attributes of a new class their names, and then its bases that it is derived from them.
struct Telling {
    class: Rc<Class>,
    attributes: std::vec::IntoIter<(Value, Value)>,
    /// The attribute that is being told its name.
    told: Option<(Value, Value)>,
    /// Those of the class statement, until the bases are told.
    keywords: Option<Vec<(Str, Value)>>,
}

impl Telling {
    /// What telling an attribute its name gave; a failure says which attribute it was.
    fn named<T>(&self, vm: &mut Vm, told: Option<(Value, Value)>, gave: Result<T>) -> Result<T> {
        gave.map_err(|raise| match told {
            Some((key, value)) => vm.set_name_failed(&value, &key, self.class.name.as_str(), raise),
            None => raise,
        })
    }
}

impl Routine for Telling {
    fn advance(&mut self, vm: &mut Vm, answer: Result<Value>) -> Result<Turn> {
        let told = self.told.take();
        self.named(vm, told, answer)?;
        let owner = Value::Class(self.class.clone());
        for (key, value) in self.attributes.by_ref() {
            if let Some(tell) = vm.special_method(&value, Special::SetName) {
                self.told = Some((key.clone(), value.clone()));
                let begun = vm.begin_call(tell, Args::two(owner, key.clone()));
                return self.named(vm, Some((key, value)), begun).map(Turn::Await);
            }
        }
        let Some(keywords) = self.keywords.take() else {
            return Ok(Turn::End(owner));
        };
        let parent = Value::Super(Rc::new((self.class.clone(), owner)));
        let hook = vm.get_attribute(&parent, Special::InitSubclass.name())?;
        let mut args = Args::none();
        args.keywords = keywords;
        vm.begin_call(hook, args).map(Turn::Await)
    }
}

/// What a class has though its body does not say so.
fn complete(names: &Dict) {
    if names.get_str(Special::Eq.name()).is_some() && names.get_str(Special::Hash.name()).is_none()
    {
        names.set_str(Special::Hash.name(), Value::None);
    }
    if let Some(function @ Value::Function(_)) = names.get_str(Special::New.name()) {
        names.set_str(Special::New.name(), Value::StaticMethod(Rc::new(function)));
    }
    for implicit in [Special::InitSubclass, Special::ClassGetItem] {
        if let Some(function @ Value::Function(_)) = names.get_str(implicit.name()) {
            let method = ClassMethod { function };
            names.set_str(implicit.name(), Value::ClassMethod(Rc::new(method)));
        }
    }
    if names.get_str("__doc__").is_none() {
        names.set_str("__doc__", Value::None);
    }
}
