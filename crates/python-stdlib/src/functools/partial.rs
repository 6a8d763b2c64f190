//! `functools.partial`.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{
    NativeClass, data, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, Dict, NativeData, Str, Value};
use brooklet_python::vm::{Result, Vm};

/// A function with some of its arguments.
pub(super) struct Partial {
    pub(super) function: Value,
    pub(super) args: Args,
}

impl Partial {
    fn keywords(&self) -> Value {
        let keywords = Dict::new();
        for (name, value) in &self.args.keywords {
            keywords.set_name(name, value.clone());
        }
        Value::Dict(Rc::new(keywords))
    }

    /// The arguments of a call: the kept ones first, keywords of the call over kept ones.
    fn joined(&self, args: Args) -> Args {
        let mut joined = self.args.clone();
        joined.positional.extend(args.positional);
        for (name, value) in args.keywords {
            set_keyword(&mut joined, name, value);
        }
        joined
    }
}

fn set_keyword(args: &mut Args, name: Str, value: Value) {
    match args.keywords.iter_mut().find(|(known, _)| *known == name) {
        Some((_, slot)) => *slot = value,
        None => args.keywords.push((name, value)),
    }
}

impl NativeData for Partial {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::tuple(vec![
            self.function.clone(),
            Value::tuple(self.args.positional.to_vec()),
            self.keywords(),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [function, positional, keywords] = state_items(state);
            let mut args = Args::of(vm.collect(&positional)?);
            if let Value::Dict(keywords) = keywords {
                for (name, value) in keywords.items() {
                    if let Value::Str(name) = name {
                        args.keywords.push((name, value));
                    }
                }
            }
            Ok(object(vm, Partial { function, args }))
        })
    }
}

impl NativeClass for Partial {
    const MODULE: &'static str = "functools";
    const NAME: &'static str = "partial";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(|vm, class, mut args| {
                if args.positional.is_empty() {
                    return Err(vm.type_error("type 'partial' takes at least one argument"));
                }
                let function = args.take_first();
                if !crate::is_callable(vm, &function) {
                    return Err(vm.type_error("the first argument must be callable"));
                }
                let partial = match data::<Partial>(&function) {
                    Some(inner) => Partial {
                        function: inner.function.clone(),
                        args: inner.joined(args),
                    },
                    None => Partial { function, args },
                };
                Ok(object_of(class, partial))
            })
            .resumable(&[("__call__", |vm, mut args| {
                let this = receiver::<Partial>(vm, &args, "__call__")?;
                args.take_first();
                let args = this.joined(args);
                vm.begin_call(this.function.clone(), args)
            })])
            .replayed(&[("__repr__", |vm, args| {
                let this = receiver::<Partial>(vm, &args, "__repr__")?;
                let mut text = format!("functools.partial({}", vm.repr(&this.function)?);
                for value in &this.args.positional {
                    text.push_str(", ");
                    text.push_str(&vm.repr(value)?);
                }
                for (name, value) in &this.args.keywords {
                    text.push_str(&format!(", {name}={}", vm.repr(value)?));
                }
                text.push(')');
                Ok(Value::from(text))
            })])
            .properties(&[
                ("func", |vm, args| {
                    Ok(receiver::<Partial>(vm, &args, "func")?.function.clone())
                }),
                ("args", |vm, args| {
                    let this = receiver::<Partial>(vm, &args, "args")?;
                    Ok(Value::tuple(this.args.positional.to_vec()))
                }),
                ("keywords", |vm, args| {
                    Ok(receiver::<Partial>(vm, &args, "keywords")?.keywords())
                }),
            ])
    }
}
