//! `collections.abc` and `numbers`: classes that say what belongs to them by what it can do.

use std::rc::Rc;

use brooklet_python::value::{Args, ClassBuilder, Module, Special, Value};
use brooklet_python::vm::{Result, Vm};

const COLLECTIONS: [&str; 19] = [
    "Callable",
    "Collection",
    "Container",
    "Generator",
    "Hashable",
    "ItemsView",
    "Iterable",
    "Iterator",
    "KeysView",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "Set",
    "Sized",
    "ValuesView",
    "ByteString",
];

pub(super) fn define_collections(vm: &mut Vm, module: &Module) -> Result<()> {
    define(vm, module, "collections.abc", &COLLECTIONS)
}

pub(super) fn define_numbers(vm: &mut Vm, module: &Module) -> Result<()> {
    define(
        vm,
        module,
        "numbers",
        &["Number", "Complex", "Real", "Rational", "Integral"],
    )
}

fn define(vm: &mut Vm, module: &Module, home: &'static str, names: &[&'static str]) -> Result<()> {
    let metaclass = match vm.import("abc")?.globals.get_str("ABCMeta") {
        Some(Value::Class(metaclass)) => metaclass,
        _ => return Err(vm.type_error("abc.ABCMeta is no class")),
    };
    for name in names {
        let class = ClassBuilder::new(home, name, &vm.types.object)
            .metaclass(&metaclass)
            .attribute("_abc_impl", Value::list(Vec::new()))
            .attribute(
                "__instancecheck__",
                Value::native("__instancecheck__", belongs),
            )
            .class_methods(&[("__class_getitem__", |_, args| Ok(args[0].clone()))])
            .build();
        module.set(name, Value::Class(class));
    }
    Ok(())
}

fn belongs(vm: &mut Vm, args: Args) -> Result<Value> {
    let Some(Value::Class(class)) = args.get(0) else {
        return Ok(Value::Bool(false));
    };
    let value = args.get(1).cloned().unwrap_or_default();
    let inner = vm.unwrap_builtin(&value);
    Ok(Value::Bool(has(vm, class.name.as_str(), &value, &inner)))
}

fn has(vm: &mut Vm, name: &str, value: &Value, inner: &Value) -> bool {
    use Value::*;
    let mut special = |name: Special| vm.special_method(value, name).is_some();
    let is_sequence = matches!(
        inner,
        Str(_) | Bytes(_) | ByteArray(_) | Tuple(_) | List(_) | Range(_)
    );
    let is_sized = is_sequence || matches!(inner, Dict(_) | Set(_) | FrozenSet(_) | DictView(_));
    match name {
        "Number" => has(vm, "Complex", value, inner) || is_of(value, "decimal", "Decimal"),
        "Complex" => matches!(inner, Value::Complex(_)) || has(vm, "Real", value, inner),
        "Real" => matches!(inner, Float(_)) || has(vm, "Rational", value, inner),
        "Rational" => has(vm, "Integral", value, inner) || is_of(value, "fractions", "Fraction"),
        "Integral" => matches!(inner, Int(_) | BigInt(_) | Bool(_)),
        "Sized" | "Collection" | "Container" => {
            is_sized || special(Special::Len) || special(Special::Contains)
        }
        "Iterable" => {
            is_sized || matches!(inner, Generator(_) | Iterator(_)) || special(Special::Iter)
        }
        "Iterator" => {
            matches!(inner, Generator(_) | Iterator(_))
                || (special(Special::Next) && special(Special::Iter))
        }
        "Generator" => matches!(inner, Generator(_)),
        "Reversible" => {
            is_sequence || matches!(inner, Dict(_) | DictView(_)) || special(Special::Reversed)
        }
        "Sequence" => is_sequence || is_deque(value),
        "MutableSequence" => matches!(inner, List(_) | ByteArray(_)) || is_deque(value),
        "ByteString" => matches!(inner, Bytes(_) | ByteArray(_)),
        "Mapping" | "MutableMapping" => {
            matches!(inner, Dict(_)) || is_of(value, "collections", "ChainMap")
        }
        "Set" => matches!(inner, Value::Set(_) | FrozenSet(_)),
        "MutableSet" => matches!(inner, Value::Set(_)),
        "KeysView" | "ValuesView" | "ItemsView" => match inner {
            DictView(view) => format!("{:?}View", view.kind) == name,
            _ => false,
        },
        "Callable" => super::is_callable(vm, value),
        "Hashable" => vm.hash(value).is_ok(),
        _ => false,
    }
}

fn is_deque(value: &Value) -> bool {
    is_of(value, "collections", "deque")
}

fn is_of(value: &Value, module: &str, name: &str) -> bool {
    let instance: &Rc<brooklet_python::value::Instance> = match value {
        Value::Instance(instance) => instance,
        _ => return false,
    };
    instance
        .class
        .resolution_order()
        .any(|class| class.module.as_str() == module && class.name.as_str() == name)
}
