//! `type`.

use std::rc::Rc;

use super::union_type;
use crate::value::{Args, Class, ClassBuilder, Special, Value};
use crate::vm::{Result, Step, Vm, repr_class};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(new)
        .resumable(&[("__call__", call)])
        .methods(&[
            ("__or__", union_type::join_method),
            ("__init__", initialize),
            ("__instancecheck__", has_instance),
            ("__subclasscheck__", has_subclass),
            ("__repr__", |vm, args| {
                Ok(Value::from(repr_class(&*this(vm, &args)?)))
            }),
            ("__subclasses__", subclasses),
            ("mro", |vm, args| {
                Ok(Value::list(resolution_order(&this(vm, &args)?)))
            }),
        ])
        .class_methods(&[("__prepare__", |_, _| Ok(Value::Dict(Rc::default())))])
        .properties(&[
            ("__base__", base),
            ("__bases__", |vm, args| {
                let class = this(vm, &args)?;
                Ok(Value::tuple(
                    class.bases.iter().cloned().map(Value::Class).collect(),
                ))
            }),
            ("__module__", get_module),
            ("__mro__", |vm, args| {
                Ok(Value::tuple(resolution_order(&this(vm, &args)?)))
            }),
            ("__name__", |vm, args| {
                Ok(Value::Str(this(vm, &args)?.current_name()))
            }),
            ("__qualname__", |vm, args| {
                Ok(Value::Str(this(vm, &args)?.current_qualname()))
            }),
        ])
}

/// The class that a method of `type` is called on.
fn this(vm: &mut Vm, args: &Args) -> Result<Rc<Class>> {
    match args.get(0) {
        Some(Value::Class(class)) => Ok(class.clone()),
        _ => Err(vm.type_error("a class was expected as the receiver")),
    }
}

fn resolution_order(class: &Rc<Class>) -> Vec<Value> {
    class
        .resolution_order()
        .cloned()
        .map(Value::Class)
        .collect()
}

/// What the class body (or the program later) says, else what Brooklet knows.
fn get_module(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(this(vm, &args)?.current_module())
}

fn base(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = this(vm, &args)?;
    Ok(class
        .bases
        .first()
        .cloned()
        .map_or(Value::None, Value::Class))
}

/// `type(object)`.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let is_type = Rc::ptr_eq(class, &vm.types.type_);
    if is_type && args.len() == 1 && args.keywords.is_empty() {
        return Ok(Value::Class(vm.class_of(&args[0])));
    }
    let given = args.len();
    Err(vm.type_error(match is_type {
        true => "type() takes 1 or 3 arguments".to_string(),
        false => format!("type.__new__() takes exactly 3 arguments ({given} given)"),
    }))
}

/// Begins `type.__new__(class, name, bases, names, **keywords)` of `type` or of a metaclass.
pub(crate) fn begin_new(vm: &mut Vm, class: &Rc<Class>, mut args: Args) -> Result<Step> {
    let expected = |vm: &mut Vm, at: usize, kind: &str| {
        let name = vm.type_name(&args[at]);
        let position = at + 1;
        vm.type_error(format!(
            "type.__new__() argument {position} must be {kind}, not {name}"
        ))
    };
    let Value::Str(name) = vm.unwrap_builtin(&args[0]) else {
        return Err(expected(vm, 0, "str"));
    };
    let Value::Tuple(bases) = &args[1] else {
        return Err(expected(vm, 1, "tuple"));
    };
    let Value::Dict(names) = vm.unwrap_builtin(&args[2]) else {
        return Err(expected(vm, 2, "dict"));
    };
    let metaclass = vm.most_derived_metaclass(class.clone(), bases)?;
    if !Rc::ptr_eq(&metaclass, class)
        && let Some(Value::StaticMethod(new)) = metaclass.lookup_special(Special::New)
    {
        args.positional.insert(0, Value::Class(metaclass));
        return vm.begin_call((*new).clone(), args);
    }
    let bases = bases.to_vec();
    let names = Rc::new(names.copy());
    vm.begin_new_class(&metaclass, name.as_str(), &bases, names, args.keywords)
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Step> {
    let class = this(vm, &args)?;
    args.take_first();
    vm.begin_class_plainly(&class, args)
}

fn initialize(vm: &mut Vm, args: Args) -> Result<Value> {
    if !matches!(args.len(), 2 | 4) {
        return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::None)
}

fn has_instance(vm: &mut Vm, args: Args) -> Result<Value> {
    let object = args.exactly_one(vm, "type.__instancecheck__", 1)?;
    let class = this(vm, &args)?;
    Ok(Value::Bool(vm.is_instance(&object, &class)))
}

fn has_subclass(vm: &mut Vm, args: Args) -> Result<Value> {
    let Value::Class(derived) = args.exactly_one(vm, "type.__subclasscheck__", 1)? else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    Ok(Value::Bool(derived.is_subclass(&this(vm, &args)?)))
}

fn subclasses(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = this(vm, &args)?;
    let derived = class.subclasses().into_iter().map(Value::Class).collect();
    Ok(Value::list(derived))
}
