//! Attributes.

use std::rc::Rc;

use super::{ExceptionKind, Raise, Result, Vm};
use crate::value::{Args, Class, Instance, Method, Module, Payload, Special, Str, Value};

impl Vm {
    /// `object.name`.
    ///
    /// # Errors
    /// `AttributeError`: `'int' object has no attribute 'x'`.
    pub fn get_attribute(&mut self, object: &Value, name: &str) -> Result<Value> {
        self.load_attribute(object, &Str::new(name))
    }

    /// `object.name`, or `None` where there is no such attribute.
    ///
    /// # Errors
    /// What a property raises, `AttributeError` aside.
    pub fn find_attribute(&mut self, object: &Value, name: &str) -> Result<Option<Value>> {
        match self.get_attribute(object, name) {
            Ok(value) => Ok(Some(value)),
            Err(raise) if self.is_exception(&raise, ExceptionKind::AttributeError) => Ok(None),
            Err(raise) => Err(raise),
        }
    }

    /// What a module's `__getattr__` gives for a name that it does not define.
    pub(super) fn missing_in_module(&mut self, module: &Module, name: &Str) -> Result<Value> {
        if let Some(getattr) = module.globals.get_str("__getattr__") {
            return self.call_one(&getattr, Value::Str(name.clone()));
        }
        let message = format!("module '{}' has no attribute '{name}'", module.name);
        Err(self.attribute_error(message))
    }

    /// `object.name`, for a name that is hashed already.
    pub(super) fn load_attribute(&mut self, object: &Value, name: &Str) -> Result<Value> {
        match object {
            Value::Instance(instance) => self.instance_attribute(object, instance, name),
            Value::Class(class) => self.class_attribute(class, name),
            Value::Module(module) => match module.globals.get_name(name) {
                Some(value) => Ok(value),
                None if name.as_str() == "__dict__" => Ok(Value::Dict(module.globals.clone())),
                None => self.missing_in_module(module, name),
            },
            Value::Super(parts) => {
                let (start, receiver) = &**parts;
                self.super_attribute(start, receiver, name)
            }
            Value::Function(function) => {
                if let Some(value) = function.attributes.get_name(name) {
                    return Ok(value);
                }
                self.plain_attribute(object, name)
            }
            Value::Method(method) if matches!(method.function, Value::Function(_)) => {
                let own = self.types.method.lookup(name).is_some();
                if own || name.as_str() == "__class__" {
                    return self.plain_attribute(object, name);
                }
                self.load_attribute(&method.function, name)
            }
            _ => self.plain_attribute(object, name),
        }
    }

    /// An attribute of a value that has none of its own: its class decides.
    fn plain_attribute(&mut self, object: &Value, name: &Str) -> Result<Value> {
        let class = self.class_of(object);
        if let Some(found) = class.lookup(name) {
            return self.bind_class_attribute(&found, object, &class);
        }
        if name.as_str() == "__class__" {
            return Ok(Value::Class(class));
        }
        Err(self.no_attribute(object, name))
    }

    /// `AttributeError` for an attribute that an object does not have.
    pub fn no_attribute(&mut self, object: &Value, name: &Str) -> Raise {
        let message = match object {
            Value::Class(class) => {
                format!("type object '{}' has no attribute '{name}'", class.name)
            }
            _ => format!(
                "'{}' object has no attribute '{name}'",
                self.type_name(object)
            ),
        };
        let raise = self.attribute_error(message);
        if let Raise::Exception(exception) = &raise {
            exception
                .attributes()
                .set_str("name", Value::Str(name.clone()));
            exception.attributes().set_str("obj", object.clone());
        }
        raise
    }

    fn instance_attribute(
        &mut self,
        object: &Value,
        instance: &Rc<Instance>,
        name: &Str,
    ) -> Result<Value> {
        let class = &instance.class;
        let Some(method) = self.special_method(object, Special::GetAttribute) else {
            return match self.own_or_class_attribute(object, instance, name)? {
                Ok(value) => Ok(value),
                Err(raised) => self.missing_attribute(object, class, name, raised),
            };
        };
        match self.call_one(&method, Value::Str(name.clone())) {
            Err(raise) if self.is_exception(&raise, ExceptionKind::AttributeError) => {
                self.missing_attribute(object, class, name, Some(raise))
            }
            found => found,
        }
    }

    /// What `object.__getattribute__` does.
    pub(crate) fn instance_attribute_plainly(
        &mut self,
        object: &Value,
        instance: &Rc<Instance>,
        name: &Str,
    ) -> Result<Value> {
        match self.own_or_class_attribute(object, instance, name)? {
            Ok(value) => Ok(value),
            Err(Some(raise)) => Err(self.about_attribute(raise, object, name)),
            Err(None) => Err(self.no_attribute(object, name)),
        }
    }

    /// An attribute that is there without `__getattr__`; where it is not, the `AttributeError` of
    /// the property that stands for it, if one does.
    fn own_or_class_attribute(
        &mut self,
        object: &Value,
        instance: &Rc<Instance>,
        name: &Str,
    ) -> Result<Result<Value, Option<Raise>>> {
        let class = &instance.class;
        let found = class.lookup(name);
        if let Some(Value::Property(_)) = &found {
            let value =
                self.bind_class_attribute(found.as_ref().unwrap_or(&Value::None), object, class);
            return match value {
                Err(raise) if self.is_exception(&raise, ExceptionKind::AttributeError) => {
                    Ok(Err(Some(raise)))
                }
                other => other.map(Ok),
            };
        }
        if let Some(found) = &found
            && self.is_data_descriptor(found)
        {
            return self.bind_class_attribute(found, object, class).map(Ok);
        }
        if let Some(value) = instance
            .attributes_if_any()
            .and_then(|attributes| attributes.get_name(name))
        {
            return Ok(Ok(value));
        }
        if let Some(found) = found {
            return self.bind_class_attribute(&found, object, class).map(Ok);
        }
        match name.as_str() {
            "__class__" => return Ok(Ok(Value::Class(class.clone()))),
            "__dict__" if class.slot_names().is_none() => {
                return Ok(Ok(Value::Dict(instance.attributes().clone())));
            }
            _ => {}
        }
        Ok(Err(None))
    }

    fn is_data_descriptor(&mut self, value: &Value) -> bool {
        matches!(value, Value::Instance(_)) && self.special_method(value, Special::Set).is_some()
    }

    /// `__getattr__`, or the error.
    fn missing_attribute(
        &mut self,
        object: &Value,
        class: &Rc<Class>,
        name: &Str,
        raised: Option<Raise>,
    ) -> Result<Value> {
        if let Some(fallback) = class.lookup_special(Special::GetAttr) {
            let bound = self.bind_class_attribute(&fallback, object, class)?;
            let found = self.call_one(&bound, Value::Str(name.clone()));
            return found.map_err(|raise| self.about_attribute(raise, object, name));
        }
        Err(match raised {
            Some(raise) => self.about_attribute(raise, object, name),
            None => self.no_attribute(object, name),
        })
    }

    /// An exception of the program's own code, which knows now what attribute was looked for.
    fn about_attribute(&mut self, raise: Raise, object: &Value, name: &Str) -> Raise {
        if self.is_exception(&raise, ExceptionKind::AttributeError)
            && let Raise::Exception(exception) = &raise
            && exception.attributes().get_str("name").is_none()
        {
            let attributes = exception.attributes();
            attributes.set_str("name", Value::Str(name.clone()));
            attributes.set_str("obj", object.clone());
        }
        raise
    }

    fn class_attribute(&mut self, class: &Rc<Class>, name: &Str) -> Result<Value> {
        if class.metaclass.is_none() {
            return self.class_attribute_plainly(class, name);
        }
        let object = Value::Class(class.clone());
        let found = match self.special_method(&object, Special::GetAttribute) {
            Some(method) => self.call_one(&method, Value::Str(name.clone())),
            None => self.class_attribute_plainly(class, name),
        };
        match found {
            Err(raise) if self.is_exception(&raise, ExceptionKind::AttributeError) => {
                match self.special_method(&object, Special::GetAttr) {
                    Some(fallback) => self.call_one(&fallback, Value::Str(name.clone())),
                    None => Err(raise),
                }
            }
            found => found,
        }
    }

    /// What `type.__getattribute__` does: data descriptors of the metaclass, then attributes of the
    /// class and its ancestors, then what else the metaclass has.
    pub(crate) fn class_attribute_plainly(
        &mut self,
        class: &Rc<Class>,
        name: &Str,
    ) -> Result<Value> {
        let of_metaclass = match &class.metaclass {
            Some(metaclass) => metaclass.lookup(name),
            None => self.types.type_.attributes.get_name(name),
        };
        if let Some(found) = of_metaclass
            && (matches!(found, Value::Property(_)) || self.is_data_descriptor(&found))
        {
            let object = Value::Class(class.clone());
            let metaclass = self.class_of(&object);
            return self.bind_class_attribute(&found, &object, &metaclass);
        }
        if let Some(found) = class.lookup(name) {
            return self.take_from_class(found, class);
        }
        let object = Value::Class(class.clone());
        let metaclass = self.class_of(&object);
        if let Some(found) = metaclass.lookup(name) {
            return self.bind_class_attribute(&found, &object, &metaclass);
        }
        match name.as_str() {
            "__dict__" => Ok(Value::Dict(Rc::new(class.attributes.copy()))),
            "__class__" => Ok(Value::Class(metaclass)),
            _ => Err(self.no_attribute(&object, name)),
        }
    }

    /// What an attribute of a class gives that is looked up on the class itself.
    fn take_from_class(&mut self, found: Value, class: &Rc<Class>) -> Result<Value> {
        match &found {
            Value::StaticMethod(function) => Ok(function.as_ref().clone()),
            Value::ClassMethod(method) => {
                Ok(bound(method.function.clone(), Value::Class(class.clone())))
            }
            Value::Instance(_) => match self.special_method(&found, Special::Get) {
                Some(get) => self.call_two(&get, Value::None, Value::Class(class.clone())),
                None => Ok(found),
            },
            _ => Ok(found),
        }
    }

    fn super_attribute(
        &mut self,
        start: &Rc<Class>,
        receiver: &Value,
        name: &Str,
    ) -> Result<Value> {
        // The receiver is an object of a class, or itself the class that is looked at.
        let as_class = match receiver {
            Value::Class(class) if class.is_subclass(start) => Some(class.clone()),
            _ => None,
        };
        let is_class = as_class.is_some();
        let class = as_class.unwrap_or_else(|| self.class_of(receiver));
        let found = class
            .resolution_order()
            .skip_while(|other| !Rc::ptr_eq(other, start))
            .skip(1)
            .find_map(|other| other.attributes.get_name(name));
        match found {
            Some(found) if is_class => self.take_from_class(found, &class),
            Some(found) => self.bind_class_attribute(&found, receiver, &class),
            None => {
                let message = format!("'super' object has no attribute '{name}'");
                Err(self.attribute_error(message))
            }
        }
    }

    /// What looking a class attribute up on an object gives: methods are bound, properties called.
    pub(super) fn bind_class_attribute(
        &mut self,
        found: &Value,
        object: &Value,
        class: &Rc<Class>,
    ) -> Result<Value> {
        match found {
            Value::Function(_) => Ok(bound(found.clone(), object.clone())),
            Value::Native(native) if native.binds => Ok(bound(found.clone(), object.clone())),
            Value::StaticMethod(function) => Ok(function.as_ref().clone()),
            Value::ClassMethod(method) => {
                Ok(bound(method.function.clone(), Value::Class(class.clone())))
            }
            Value::Property(property) => {
                if property.getter.is_none() {
                    return Err(self.attribute_error("unreadable attribute"));
                }
                let getter = property.getter.clone();
                self.call_one(&getter, object.clone())
            }
            Value::Instance(_) => match self.special_method(found, Special::Get) {
                Some(get) => self.call_two(&get, object.clone(), Value::Class(class.clone())),
                None => Ok(found.clone()),
            },
            _ => Ok(found.clone()),
        }
    }

    /// The function that `object.name(…)` calls with the object first, where nothing else has a say.
    pub(super) fn plain_method(&mut self, object: &Value, name: &Str) -> Option<Value> {
        let plain = match object {
            Value::Instance(instance) if instance.class.overrides(Special::GetAttribute) => false,
            Value::Instance(instance) => instance
                .attributes_if_any()
                .is_none_or(|attributes| attributes.get_name(name).is_none()),
            Value::Class(_) | Value::Module(_) | Value::Super(_) | Value::Function(_) => false,
            _ => true,
        };
        if !plain {
            return None;
        }
        let class = self.class_of(object);
        match class.lookup(name)? {
            found @ Value::Function(_) => Some(found),
            Value::Native(native) if native.binds => Some(Value::Native(native)),
            _ => None,
        }
    }

    /// `object.name` of an instance where no code of the program has a say.
    pub(super) fn own_attribute(&mut self, object: &Value, name: &Str) -> Option<Value> {
        let Value::Instance(instance) = object else {
            return None;
        };
        let class = &instance.class;
        if class.overrides(Special::GetAttribute) {
            return None;
        }
        let found = class.lookup(name);
        if matches!(found, Some(Value::Property(_) | Value::Instance(_))) {
            return None;
        }
        let own = instance
            .attributes_if_any()
            .and_then(|attributes| attributes.get_name(name));
        match (own, found) {
            (Some(own), _) => Some(own),
            (None, Some(found)) => self.bind_class_attribute(&found, object, class).ok(),
            (None, None) => None,
        }
    }

    /// `object.name = value`.
    ///
    /// # Errors
    /// `AttributeError` where it cannot be set.
    pub fn set_attribute(&mut self, object: &Value, name: &str, value: Value) -> Result<()> {
        self.store_attribute(object, &Str::new(name), value)
    }

    /// `object.name = value`, for a name that is hashed already.
    pub(super) fn store_attribute(
        &mut self,
        object: &Value,
        name: &Str,
        value: Value,
    ) -> Result<()> {
        if let Some(setter) = self.special_method(object, Special::SetAttr) {
            self.call_two(&setter, Value::Str(name.clone()), value)?;
            return Ok(());
        }
        self.store_attribute_plainly(object, name, value)
    }

    fn rename_class(&mut self, class: &Class, which: &Str, value: &Value) -> Result<()> {
        let Value::Str(given) = value else {
            let (class, kind) = (class.current_name(), self.type_name(value));
            let message = format!("can only assign string to {class}.{which}, not '{kind}'");
            return Err(self.type_error(message));
        };
        match which.as_str() {
            "__name__" => class.rename(given.clone()),
            _ => class.rename_qualified(given.clone()),
        }
        Ok(())
    }

    /// What `object.__setattr__` does.
    ///
    /// # Errors
    /// As [`Vm::set_attribute`].
    pub fn store_attribute_plainly(
        &mut self,
        object: &Value,
        name: &Str,
        value: Value,
    ) -> Result<()> {
        match object {
            Value::Class(class) if self.is_immutable(class) => {
                let message = format!(
                    "cannot set '{name}' attribute of immutable type '{}'",
                    self.class_name(class)
                );
                return Err(self.type_error(message));
            }
            Value::Class(class) => {
                if name.as_str() == "__del__" {
                    class.expect_finalizers(self);
                }
                if let Some(metaclass) = class.metaclass.clone()
                    && self.store_by_descriptor(object, &metaclass, name, &value)?
                {
                    return Ok(());
                }
                if matches!(name.as_str(), "__name__" | "__qualname__") {
                    return self.rename_class(class, name, &value);
                }
                class.set_name(name, value);
                return Ok(());
            }
            Value::Module(module) => {
                module.globals.set_name(name, value);
                return Ok(());
            }
            _ => {}
        }
        let class = self.class_of(object);
        if self.store_by_descriptor(object, &class, name, &value)? {
            return Ok(());
        }
        match object {
            Value::Instance(instance) => {
                if let Some(slots) = class.slot_names()
                    && !slots.contains(name)
                {
                    return Err(self.no_attribute(object, name));
                }
                instance.attributes().set_name(name, value);
                Ok(())
            }
            Value::Function(function) => {
                function.attributes.set_name(name, value);
                Ok(())
            }
            other if class.lookup(name).is_some() => {
                let message = format!(
                    "'{}' object attribute '{name}' is read-only",
                    self.type_name(other)
                );
                Err(self.attribute_error(message))
            }
            other => Err(self.no_attribute(other, name)),
        }
    }

    /// Leaves a store to a property or another data descriptor of the object's class; false where
    /// there is none.
    fn store_by_descriptor(
        &mut self,
        object: &Value,
        class: &Rc<Class>,
        name: &Str,
        value: &Value,
    ) -> Result<bool> {
        match class.lookup(name) {
            Some(Value::Property(property)) => {
                if property.setter.is_none() {
                    let owner = class.current_qualname();
                    let message = format!("property '{name}' of '{owner}' object has no setter");
                    return Err(self.attribute_error(message));
                }
                let setter = property.setter.clone();
                self.call_two(&setter, object.clone(), value.clone())?;
                Ok(true)
            }
            Some(found @ Value::Instance(_)) => match self.special_method(&found, Special::Set) {
                Some(set) => {
                    self.call_two(&set, object.clone(), value.clone())?;
                    Ok(true)
                }
                None => Ok(false),
            },
            _ => Ok(false),
        }
    }

    /// `del object.name`.
    ///
    /// # Errors
    /// `AttributeError`.
    pub fn delete_attribute(&mut self, object: &Value, name: &str) -> Result<()> {
        if let Some(deleter) = self.special_method(object, Special::DelAttr) {
            self.call_one(&deleter, Value::str(name))?;
            return Ok(());
        }
        self.delete_attribute_plainly(object, name)
    }

    /// What `object.__delattr__` does.
    ///
    /// # Errors
    /// As [`Vm::delete_attribute`].
    pub fn delete_attribute_plainly(&mut self, object: &Value, name: &str) -> Result<()> {
        let class = self.class_of(object);
        if let Some(Value::Property(property)) = class.lookup_str(name) {
            if property.deleter.is_none() {
                let owner = class.current_qualname();
                let message = format!("property '{name}' of '{owner}' object has no deleter");
                return Err(self.attribute_error(message));
            }
            let deleter = property.deleter.clone();
            self.call_one(&deleter, object.clone())?;
            return Ok(());
        }
        if let Some(found @ Value::Instance(_)) = class.lookup_str(name)
            && let Some(delete) = self.special_method(&found, Special::Delete)
        {
            self.call_one(&delete, object.clone())?;
            return Ok(());
        }
        let removed = match object {
            Value::Instance(instance) => instance.attributes().remove_str(name),
            Value::Function(function) => function.attributes.remove_str(name),
            Value::Class(class) if !self.is_immutable(class) => class.remove_str(name),
            Value::Module(module) => module.globals.remove_str(name),
            _ => None,
        };
        match removed {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(object, &Str::new(name))),
        }
    }

    /// The built-in value that an object is or is derived from.
    pub fn unwrap_builtin(&self, value: &Value) -> Value {
        match value {
            Value::Instance(instance) => instance.inner_value().unwrap_or_else(|| value.clone()),
            _ => value.clone(),
        }
    }

    /// A built-in value as an instance of a class: bare if the class is the value's own.
    pub fn wrap_builtin(&self, class: &Rc<Class>, inner: Value) -> Value {
        if class.builtin && Rc::ptr_eq(class, &self.class_of(&inner)) {
            return inner;
        }
        Value::Instance(class.instance(Payload::Value(inner)))
    }

    /// Refuses to make an object of a class with abstract methods.
    pub(super) fn check_abstract(&mut self, class: &Rc<Class>) -> Result<()> {
        if class.builtin && class.metaclass.is_none() {
            return Ok(());
        }
        let Some(Value::FrozenSet(names)) = class.attributes.get_str("__abstractmethods__") else {
            return Ok(());
        };
        if names.is_empty() {
            return Ok(());
        }
        let mut names: Vec<String> = names
            .to_vec()
            .iter()
            .filter_map(|name| name.as_str().map(String::from))
            .collect();
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let message = format!(
            "Can't instantiate abstract class {} with abstract method{plural} {}",
            class.name,
            names.join(", ")
        );
        Err(self.type_error(message))
    }

    /// `callable(*args)` of an attribute that may be missing; `None` if it is.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_special(
        &mut self,
        object: &Value,
        special: Special,
        args: Args,
    ) -> Result<Option<Value>> {
        match self.special_method(object, special) {
            Some(method) => self.call(&method, args).map(Some),
            None => Ok(None),
        }
    }
}

fn bound(function: Value, receiver: Value) -> Value {
    Value::Method(Rc::new(Method { function, receiver }))
}
