//! `collections.abc` and `numbers`: classes that say what belongs to them by what it can do, or by a list.

use std::collections::HashMap;
use std::rc::Rc;

use brooklet_python::value::{Args, Class, ClassBuilder, Module, Value};
use brooklet_python::vm::{Result, Vm};

/// An abstract class: its name, its bases, the methods that make a class belong to it, and the classes
/// that belong to it in any case.
type Abstract = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const COLLECTIONS: &[Abstract] = &[
    ("Hashable", &[], &["__hash__"], &[]),
    ("Sized", &[], &["__len__"], &[]),
    ("Container", &[], &["__contains__"], &[]),
    ("Iterable", &[], &["__iter__"], &[]),
    (
        "Callable",
        &[],
        &["__call__"],
        &["function", "builtin_function_or_method", "method"],
    ),
    ("Iterator", &["Iterable"], &["__next__", "__iter__"], &[]),
    (
        "Generator",
        &["Iterator"],
        &["send", "throw", "close", "__next__", "__iter__"],
        &[],
    ),
    ("Awaitable", &[], &["__await__"], &["coroutine"]),
    (
        "Coroutine",
        &["Awaitable"],
        &["__await__", "send", "throw", "close"],
        &["coroutine"],
    ),
    ("AsyncIterable", &[], &["__aiter__"], &["async_generator"]),
    (
        "AsyncIterator",
        &["AsyncIterable"],
        &["__anext__", "__aiter__"],
        &["async_generator"],
    ),
    (
        "AsyncGenerator",
        &["AsyncIterator"],
        &["__anext__", "__aiter__", "asend", "athrow", "aclose"],
        &["async_generator"],
    ),
    (
        "Reversible",
        &["Iterable"],
        &["__reversed__", "__iter__"],
        &["tuple", "str", "range", "bytes", "bytearray", "list"],
    ),
    (
        "Collection",
        &["Sized", "Iterable", "Container"],
        &["__len__", "__iter__", "__contains__"],
        &[],
    ),
    (
        "Sequence",
        &["Reversible", "Collection"],
        &[],
        &[
            "tuple",
            "str",
            "range",
            "bytes",
            "bytearray",
            "list",
            "deque",
        ],
    ),
    (
        "MutableSequence",
        &["Sequence"],
        &[],
        &["list", "bytearray", "deque"],
    ),
    ("ByteString", &["Sequence"], &[], &["bytes", "bytearray"]),
    (
        "Set",
        &["Collection"],
        &[],
        &["set", "frozenset", "dict_keys", "dict_items"],
    ),
    ("MutableSet", &["Set"], &[], &["set"]),
    (
        "Mapping",
        &["Collection"],
        &[],
        &["dict", "mappingproxy", "ChainMap"],
    ),
    ("MutableMapping", &["Mapping"], &[], &["dict", "ChainMap"]),
    (
        "MappingView",
        &["Sized"],
        &[],
        &["dict_keys", "dict_values", "dict_items"],
    ),
    ("KeysView", &["MappingView", "Set"], &[], &["dict_keys"]),
    (
        "ValuesView",
        &["MappingView", "Collection"],
        &[],
        &["dict_values"],
    ),
    ("ItemsView", &["MappingView", "Set"], &[], &["dict_items"]),
];

const NUMBERS: &[Abstract] = &[
    (
        "Number",
        &[],
        &[],
        &["int", "float", "complex", "Fraction", "Decimal"],
    ),
    (
        "Complex",
        &["Number"],
        &[],
        &["int", "float", "complex", "Fraction"],
    ),
    ("Real", &["Complex"], &[], &["int", "float", "Fraction"]),
    ("Rational", &["Real"], &[], &["int", "Fraction"]),
    ("Integral", &["Rational"], &[], &["int"]),
];

pub(super) fn define_collections(vm: &mut Vm, module: &Module) -> Result<()> {
    define(vm, module, "collections.abc", COLLECTIONS)?;
    module.set("_complete", Value::native("_complete", complete));
    Ok(())
}

/// Gives the names of a dict to a class.
fn complete(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "_complete", 0, 2, 2)?;
    if let (Value::Class(class), Value::Dict(names)) = (&args[0], &args[1]) {
        for (name, value) in names.items() {
            class.set_str(name.as_str().unwrap_or_default(), value);
        }
    }
    Ok(Value::None)
}

pub(super) fn define_numbers(vm: &mut Vm, module: &Module) -> Result<()> {
    define(vm, module, "numbers", NUMBERS)
}

fn define(vm: &mut Vm, module: &Module, home: &'static str, classes: &[Abstract]) -> Result<()> {
    let metaclass = match vm.import("abc")?.globals.get_str("ABCMeta") {
        Some(Value::Class(metaclass)) => metaclass,
        _ => return Err(vm.type_error("abc.ABCMeta is no class")),
    };
    let mut made: HashMap<&str, Rc<Class>> = HashMap::new();
    for (name, bases, ..) in classes {
        let mut bases = bases.iter().map(|base| made[base].clone());
        let first = bases.next().unwrap_or_else(|| vm.types.object.clone());
        let builder = ClassBuilder::new(home, name, &first);
        let class = bases
            .fold(builder, |builder, base| builder.also(&base))
            .metaclass(&metaclass)
            .attribute("_abc_impl", Value::list(Vec::new()))
            .attribute(
                "__instancecheck__",
                Value::native("__instancecheck__", has_instance),
            )
            .attribute(
                "__subclasscheck__",
                Value::native("__subclasscheck__", has_subclass),
            )
            .class_methods(&[("__class_getitem__", |_, args| Ok(args[0].clone()))])
            .build();
        module.set(name, Value::Class(class.clone()));
        made.insert(name, class);
    }
    Ok(())
}

fn has_instance(vm: &mut Vm, args: Args) -> Result<Value> {
    let class = vm.class_of(&args[1]);
    Ok(Value::Bool(belongs(&args[0], &class)))
}

fn has_subclass(_: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Bool(match args.get(1) {
        Some(Value::Class(class)) => belongs(&args[0], class),
        _ => false,
    }))
}

/// Whether a class belongs to an abstract one, without having been registered with it.
fn belongs(wanted: &Value, class: &Rc<Class>) -> bool {
    let Value::Class(wanted) = wanted else {
        return false;
    };
    let mut known = COLLECTIONS.iter().chain(NUMBERS);
    let Some((_, _, methods, members)) = known.find(|(name, ..)| *name == wanted.name.as_str())
    else {
        return false;
    };
    let has = |name: &&str| {
        let found = class.lookup_str(name);
        found.is_some_and(|found| !found.is_none())
    };
    let is_member = |class: &Rc<Class>| {
        let home = class.module.as_str();
        let is_known = matches!(
            home,
            "builtins" | "collections" | "fractions" | "decimal" | "types"
        );
        is_known && members.contains(&class.name.as_str())
    };
    !methods.is_empty() && methods.iter().all(has) || class.resolution_order().any(is_member)
}
