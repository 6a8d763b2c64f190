//! `itemgetter`, `attrgetter` and `methodcaller`: functions that can be pickled.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{
    NativeClass, class, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, Class, ClassBuilder, Dict, NativeData, Str, Value};
use brooklet_python::vm::{Result, Vm};

fn called_with_one(vm: &mut Vm, args: &Args, name: &str) -> Result<()> {
    if args.len() == 2 && args.keywords.is_empty() {
        return Ok(());
    }
    args.between(vm, name, 1, 1, 1)
}

fn list_of_reprs(vm: &mut Vm, values: &[Value]) -> Result<String> {
    let mut parts = Vec::with_capacity(values.len());
    for value in values {
        parts.push(vm.repr(value)?);
    }
    Ok(parts.join(", "))
}

/// `itemgetter(*keys)`.
pub(super) struct ItemGetter {
    keys: Vec<Value>,
}

impl ItemGetter {
    pub(super) fn of(vm: &mut Vm, key: Value) -> Value {
        object(vm, ItemGetter { keys: vec![key] })
    }
}

impl NativeData for ItemGetter {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::tuple(self.keys.clone()), |vm, state| {
            let keys = vm.collect(&state)?;
            let class = class::<ItemGetter>(vm);
            Ok(object_of(&class, ItemGetter { keys }))
        })
    }
}

impl NativeClass for ItemGetter {
    const MODULE: &'static str = "operator";
    const NAME: &'static str = "itemgetter";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, args| {
                args.no_keywords(vm, "itemgetter")?;
                if args.positional.is_empty() {
                    return Err(vm.type_error("itemgetter expected 1 argument, got 0"));
                }
                let keys = args.positional.to_vec();
                Ok(object_of(class, ItemGetter { keys }))
            })
            .replayed_uncounted(&[
                ("__call__", |vm, args| {
                    let this = receiver::<ItemGetter>(vm, &args, "__call__")?;
                    called_with_one(vm, &args, "itemgetter")?;
                    if let [key] = &this.keys[..] {
                        return vm.get_item(&args[1], key);
                    }
                    let mut items = Vec::with_capacity(this.keys.len());
                    for key in &this.keys {
                        items.push(vm.get_item(&args[1], key)?);
                    }
                    Ok(Value::tuple(items))
                }),
                ("__repr__", |vm, args| {
                    let this = receiver::<ItemGetter>(vm, &args, "__repr__")?;
                    let keys = list_of_reprs(vm, &this.keys)?;
                    Ok(Value::from(format!("operator.itemgetter({keys})")))
                }),
            ])
    }
}

/// `attrgetter(*names)`; a name may have dots.
pub(super) struct AttributeGetter {
    names: Vec<Str>,
}

impl AttributeGetter {
    fn of_names(vm: &mut Vm, class: &Rc<Class>, names: &[Value]) -> Result<Value> {
        let mut texts = Vec::with_capacity(names.len());
        for name in names {
            match name {
                Value::Str(name) => texts.push(name.clone()),
                _ => return Err(vm.type_error("attribute name must be a string")),
            }
        }
        Ok(object_of(class, AttributeGetter { names: texts }))
    }

    fn values(&self) -> Vec<Value> {
        self.names.iter().cloned().map(Value::Str).collect()
    }
}

fn attribute_path(vm: &mut Vm, object: &Value, path: &str) -> Result<Value> {
    let mut value = object.clone();
    for name in path.split('.') {
        value = vm.get_attribute(&value, name)?;
    }
    Ok(value)
}

impl NativeData for AttributeGetter {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &Value::tuple(self.values()), |vm, state| {
            let names = vm.collect(&state)?;
            let class = class::<AttributeGetter>(vm);
            AttributeGetter::of_names(vm, &class, &names)
        })
    }
}

impl NativeClass for AttributeGetter {
    const MODULE: &'static str = "operator";
    const NAME: &'static str = "attrgetter";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, args| {
                args.no_keywords(vm, "attrgetter")?;
                if args.positional.is_empty() {
                    return Err(vm.type_error("attrgetter expected 1 argument, got 0"));
                }
                AttributeGetter::of_names(vm, class, &args.positional)
            })
            .replayed_uncounted(&[
                ("__call__", |vm, args| {
                    let this = receiver::<AttributeGetter>(vm, &args, "__call__")?;
                    called_with_one(vm, &args, "attrgetter")?;
                    if let [name] = &this.names[..] {
                        return attribute_path(vm, &args[1], name.as_str());
                    }
                    let mut items = Vec::with_capacity(this.names.len());
                    for name in &this.names {
                        items.push(attribute_path(vm, &args[1], name.as_str())?);
                    }
                    Ok(Value::tuple(items))
                }),
                ("__repr__", |vm, args| {
                    let this = receiver::<AttributeGetter>(vm, &args, "__repr__")?;
                    let names = list_of_reprs(vm, &this.values())?;
                    Ok(Value::from(format!("operator.attrgetter({names})")))
                }),
            ])
    }
}

/// `methodcaller(name, *args, **keywords)`.
pub(super) struct MethodCaller {
    name: Str,
    args: Args,
}

impl NativeData for MethodCaller {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let keywords = Dict::new();
        for (name, value) in &self.args.keywords {
            keywords.set_name(name, value.clone());
        }
        let state = Value::tuple(vec![
            Value::Str(self.name.clone()),
            Value::tuple(self.args.positional.to_vec()),
            Value::Dict(Rc::new(keywords)),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [name, positional, keywords] = state_items(state);
            let (Value::Str(name), Value::Dict(keywords)) = (name, keywords) else {
                return Err(vm.type_error("method name must be a string"));
            };
            let mut args = Args::of(vm.collect(&positional)?);
            for (key, value) in keywords.items() {
                if let Value::Str(key) = key {
                    args.keywords.push((key, value));
                }
            }
            let class = class::<MethodCaller>(vm);
            Ok(object_of(&class, MethodCaller { name, args }))
        })
    }
}

impl NativeClass for MethodCaller {
    const MODULE: &'static str = "operator";
    const NAME: &'static str = "methodcaller";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, mut args| {
                if args.positional.is_empty() {
                    return Err(
                        vm.type_error("methodcaller needs at least one argument, the method name")
                    );
                }
                match args.take_first() {
                    Value::Str(name) => Ok(object_of(class, MethodCaller { name, args })),
                    _ => Err(vm.type_error("method name must be a string")),
                }
            })
            .replayed(&[
                ("__call__", |vm, args| {
                    let this = receiver::<MethodCaller>(vm, &args, "__call__")?;
                    called_with_one(vm, &args, "methodcaller")?;
                    vm.call_method(&args[1], this.name.as_str(), this.args.clone())
                }),
                ("__repr__", |vm, args| {
                    let this = receiver::<MethodCaller>(vm, &args, "__repr__")?;
                    let mut text = vm.repr(&Value::Str(this.name.clone()))?;
                    for value in &this.args.positional {
                        text.push_str(", ");
                        text.push_str(&vm.repr(value)?);
                    }
                    for (name, value) in &this.args.keywords {
                        text.push_str(&format!(", {name}={}", vm.repr(value)?));
                    }
                    Ok(Value::from(format!("operator.methodcaller({text})")))
                }),
            ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LIBRARY;
    use brooklet_python::native_class::data;
    use brooklet_python::vm::SilentHost;

    #[test]
    fn keeps_what_it_was_made_with() {
        let mut vm = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
        let class = class::<ItemGetter>(&mut vm);
        let getter =
            class.constructor().unwrap()(&mut vm, &class, Args::one(Value::Int(1))).unwrap();
        assert_eq!(data::<ItemGetter>(&getter).unwrap().keys.len(), 1);
        assert!(data::<AttributeGetter>(&getter).is_none());
    }
}
