//! `list[int]` and the like: a class with the types of what it holds, for annotations.

use std::rc::Rc;
use std::sync::Arc;

use super::union_type;
use crate::native_class::pickle_state;
use crate::pickle::PickledNative;
use crate::value::{Args, Class, ClassBuilder, Layout, NativeData, NativeFn, Payload, Value};
use crate::vm::{Result, Vm};

/// `__class_getitem__`: what makes a class one that annotations may subscript, `list[int]`.
pub const CLASS_METHODS: &[(&str, NativeFn)] = &[("__class_getitem__", subscript)];

struct GenericAlias {
    origin: Rc<Class>,
    arguments: Vec<Value>,
}

impl NativeData for GenericAlias {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let origin = Value::Class(self.origin.clone());
        let state = Value::tuple(vec![origin, Value::tuple(self.arguments.clone())]);
        pickle_state(vm, &state, |vm, state| {
            let parts = vm.collect(&state)?;
            subscript(vm, Args::of(parts))
        })
    }
}

/// The class of aliases, kept in the machine.
struct AliasClass(Rc<Class>);

fn alias_class(vm: &mut Vm) -> Rc<Class> {
    let object = vm.types.object.clone();
    vm.extension(|| {
        let class = ClassBuilder::new("types", "GenericAlias", &object)
            .layout(Layout::Native)
            .methods(&[
                ("__repr__", repr),
                ("__call__", call),
                ("__eq__", equal),
                ("__mro_entries__", |vm, args| {
                    let origin = alias(vm, &args)?.origin.clone();
                    Ok(Value::tuple(vec![Value::Class(origin)]))
                }),
                ("__or__", union_type::join_method),
                ("__ror__", union_type::join_reflected),
            ])
            .properties(&[
                ("__origin__", |vm, args| {
                    Ok(Value::Class(alias(vm, &args)?.origin.clone()))
                }),
                ("__args__", |vm, args| {
                    Ok(Value::tuple(alias(vm, &args)?.arguments.clone()))
                }),
            ]);
        AliasClass(class.build())
    })
    .0
    .clone()
}

fn subscript(vm: &mut Vm, args: Args) -> Result<Value> {
    let arguments = args.exactly_one(vm, "__class_getitem__", 1)?;
    let Value::Class(origin) = args[0].clone() else {
        return Err(vm.type_error("__class_getitem__ is called on a class"));
    };
    let arguments = match arguments {
        Value::Tuple(arguments) => arguments.to_vec(),
        one => vec![one],
    };
    let data = GenericAlias { origin, arguments };
    let class = alias_class(vm);
    Ok(Value::Instance(
        class.instance(Payload::Native(Rc::new(data))),
    ))
}

fn alias(vm: &mut Vm, args: &Args) -> Result<Rc<GenericAlias>> {
    let alias = match args.get(0) {
        Some(Value::Instance(instance)) => instance.native::<GenericAlias>(),
        _ => None,
    };
    alias.ok_or_else(|| vm.type_error("a generic alias was expected"))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let alias = alias(vm, &args)?;
    let mut names = Vec::new();
    for argument in &alias.arguments {
        names.push(match argument {
            Value::Class(class) => crate::vm::full_class_name(class),
            Value::Ellipsis => "...".to_string(),
            other => vm.repr(other)?,
        });
    }
    let origin = crate::vm::full_class_name(&alias.origin);
    Ok(Value::from(format!("{origin}[{}]", names.join(", "))))
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let origin = Value::Class(alias(vm, &args)?.origin.clone());
    args.take_first();
    vm.call(&origin, args)
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let left = alias(vm, &args)?;
    let other = args.exactly_one(vm, "__eq__", 1)?;
    let Ok(right) = alias(vm, &Args::one(other)) else {
        return Ok(Value::NotImplemented);
    };
    let arguments = [&left, &right].map(|alias| Value::tuple(alias.arguments.clone()));
    let same = Rc::ptr_eq(&left.origin, &right.origin) && vm.equal(&arguments[0], &arguments[1])?;
    Ok(Value::Bool(same))
}
