//! `collections.defaultdict`: a dict that makes the values that are missing.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::BinaryOp;

use brooklet_python::value::{Args, Class, ClassBuilder, Dict, Payload, Value};
use brooklet_python::vm::{Result, Vm};

struct DefaultDict(Rc<Class>);

pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let dict = vm.types.dict.clone();
    let slot = vm.extension(|| {
        let class = ClassBuilder::new("collections", "defaultdict", &dict)
            .constructor(new)
            .methods(&[
                ("__init__", init),
                ("copy", copy),
                ("__copy__", copy),
                ("__or__", or),
            ])
            .replayed(&[("__missing__", missing), ("__repr__", repr)]);
        DefaultDict(class.build())
    });
    slot.0.clone()
}

fn inner(value: &Value) -> Option<Rc<Dict>> {
    match value {
        Value::Dict(dict) => Some(dict.clone()),
        Value::Instance(instance) => match instance.inner_value() {
            Some(Value::Dict(dict)) => Some(dict),
            _ => None,
        },
        _ => None,
    }
}

fn receiver(vm: &mut Vm, args: &Args, method: &str) -> Result<Rc<Dict>> {
    match args.get(0).and_then(inner) {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error(format!(
            "descriptor '{method}' requires a 'collections.defaultdict' object"
        ))),
    }
}

fn set_factory(object: &Value, factory: Value) {
    if let Value::Instance(instance) = object {
        instance.attributes().set_str("default_factory", factory);
    }
}

fn factory(object: &Value) -> Value {
    match object {
        Value::Instance(instance) => instance
            .attributes()
            .get_str("default_factory")
            .unwrap_or_default(),
        _ => Value::None,
    }
}

fn instance(class: &Rc<Class>, dict: Dict, factory: Value) -> Value {
    let object = Value::Instance(class.instance(Payload::Value(Value::Dict(Rc::new(dict)))));
    set_factory(&object, factory);
    object
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let object = instance(class, Dict::new(), Value::None);
    // A derived class may have an `__init__` of its own that takes something else.
    if class.builtin {
        fill(vm, &object, args)?;
    }
    Ok(object)
}

fn fill(vm: &mut Vm, object: &Value, mut args: Args) -> Result<()> {
    if !args.positional.is_empty() {
        let factory = args.take_first();
        if !factory.is_none() && !crate::is_callable(vm, &factory) {
            return Err(vm.type_error("first argument must be callable or None"));
        }
        set_factory(object, factory);
    }
    if args.is_empty() {
        return Ok(());
    }
    let dict = inner(object).unwrap_or_default();
    vm.call_method(&Value::Dict(dict), "update", args)?;
    Ok(())
}

fn init(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let object = args.take_first();
    fill(vm, &object, args)?;
    Ok(Value::None)
}

fn missing(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = receiver(vm, &args, "__missing__")?;
    let key = args.exactly_one(vm, "__missing__", 1)?;
    let factory = factory(&args[0]);
    if factory.is_none() {
        return Err(vm.key_error(key));
    }
    let value = vm.call(&factory, Args::none())?;
    dict.set(vm, key, value.clone())?;
    Ok(value)
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = receiver(vm, &args, "__repr__")?;
    let factory = vm.repr(&factory(&args[0]))?;
    let items = vm.repr(&Value::Dict(dict))?;
    let name = vm.class_of(&args[0]).name.clone();
    Ok(Value::from(format!("{name}({factory}, {items})")))
}

fn copy(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = receiver(vm, &args, "copy")?;
    let class = vm.class_of(&args[0]);
    Ok(instance(&class, dict.copy(), factory(&args[0])))
}

fn or(vm: &mut Vm, args: Args) -> Result<Value> {
    let dict = receiver(vm, &args, "__or__")?;
    let Some(other) = args.get(1).and_then(inner) else {
        return Ok(Value::NotImplemented);
    };
    let joined = vm.binary(BinaryOp::Or, &Value::Dict(dict), &Value::Dict(other))?;
    let class = vm.class_of(&args[0]);
    let joined = inner(&joined).map(|dict| dict.copy()).unwrap_or_default();
    Ok(instance(&class, joined, factory(&args[0])))
}
