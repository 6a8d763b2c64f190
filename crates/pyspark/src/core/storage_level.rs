//! `StorageLevel`: where partitions are kept. Here it is a name only: memory is all there is.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::freeze::FrozenNative;
use brooklet_python::modules::native_class::{
    NativeClass, class, data, freeze_state, object, object_of, receiver, state_items,
};
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::arguments::{flag, given};
use brooklet_python::modules::signature::bind;

/// A storage level.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct StorageLevel {
    disk: bool,
    memory: bool,
    off_heap: bool,
    deserialized: bool,
    replication: i64,
}

/// The levels that have names.
const NAMED: &[(&str, StorageLevel)] = &[
    ("NONE", level(false, false, false, false, 1)),
    ("DISK_ONLY", level(true, false, false, false, 1)),
    ("DISK_ONLY_2", level(true, false, false, false, 2)),
    ("DISK_ONLY_3", level(true, false, false, false, 3)),
    ("MEMORY_ONLY", StorageLevel::MEMORY_ONLY),
    ("MEMORY_ONLY_2", level(false, true, false, false, 2)),
    ("MEMORY_AND_DISK", level(true, true, false, false, 1)),
    ("MEMORY_AND_DISK_2", level(true, true, false, false, 2)),
    ("OFF_HEAP", level(true, true, true, false, 1)),
    ("MEMORY_AND_DISK_DESER", level(true, true, false, true, 1)),
];

const fn level(
    disk: bool,
    memory: bool,
    off_heap: bool,
    deserialized: bool,
    replication: i64,
) -> StorageLevel {
    StorageLevel {
        disk,
        memory,
        off_heap,
        deserialized,
        replication,
    }
}

impl StorageLevel {
    /// Not kept.
    pub(crate) const NONE: StorageLevel = level(false, false, false, false, 1);
    /// What `cache()` means.
    pub(crate) const MEMORY_ONLY: StorageLevel = level(false, true, false, false, 1);

    /// The level that a value is.
    pub(crate) fn of(value: &Value) -> Option<StorageLevel> {
        data::<StorageLevel>(value).map(|level| *level)
    }

    /// The level as a Python object.
    pub(crate) fn to_value(self, vm: &mut Vm) -> Value {
        object(vm, self)
    }
}

impl NativeData for StorageLevel {
    fn freeze(&self, vm: &mut Vm) -> Result<Arc<dyn FrozenNative>> {
        let parts = [self.disk, self.memory, self.off_heap, self.deserialized];
        let mut parts = parts.map(Value::Bool).to_vec();
        parts.push(Value::Int(self.replication));
        freeze_state(vm, &Value::tuple(parts), rebuild)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn rebuild(vm: &mut Vm, state: Value) -> Result<Value> {
    let parts = state_items::<5>(state).map(Some);
    let level = from_parts(vm, parts)?;
    Ok(object(vm, level))
}

impl NativeClass for StorageLevel {
    const MODULE: &'static str = "pyspark.storagelevel";
    const NAME: &'static str = "StorageLevel";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(new)
            .methods(&[
                ("__repr__", repr),
                ("__str__", to_string),
                ("__eq__", equal),
            ])
            .properties(&[
                ("useDisk", |vm, args| Ok(Value::Bool(this(vm, &args)?.disk))),
                ("useMemory", |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.memory))
                }),
                ("useOffHeap", |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.off_heap))
                }),
                ("deserialized", |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.deserialized))
                }),
                ("replication", |vm, args| {
                    Ok(Value::Int(this(vm, &args)?.replication))
                }),
            ])
    }
}

/// The class with its named levels, which are instances of it.
pub(super) fn class_with_names(vm: &mut Vm) -> Rc<Class> {
    let class = class::<StorageLevel>(vm);
    for (name, level) in NAMED {
        if class.attributes.get_str(name).is_none() {
            class.attributes.set_str(name, object_of(&class, *level));
        }
    }
    class
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<StorageLevel>> {
    receiver::<StorageLevel>(vm, args, "StorageLevel")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let names = [
        "useDisk",
        "useMemory",
        "useOffHeap",
        "deserialized",
        "replication",
    ];
    let parts = bind(vm, args, "StorageLevel.__init__", 0, names, 4)?;
    let level = from_parts(vm, parts)?;
    Ok(object_of(class, level))
}

fn from_parts(vm: &mut Vm, parts: [Option<Value>; 5]) -> Result<StorageLevel> {
    let [disk, memory, off_heap, deserialized, replication] = parts;
    Ok(StorageLevel {
        disk: flag(vm, disk, false)?,
        memory: flag(vm, memory, false)?,
        off_heap: flag(vm, off_heap, false)?,
        deserialized: flag(vm, deserialized, false)?,
        replication: match replication {
            Some(replication) => vm.to_i64(&replication)?,
            None => 1,
        },
    })
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = this(vm, &args)?;
    let other = StorageLevel::of(&given(args.get(1).cloned()));
    Ok(Value::Bool(other == Some(*own)))
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = this(vm, &args)?;
    let [disk, memory, off_heap, deserialized] =
        [level.disk, level.memory, level.off_heap, level.deserialized].map(python_bool);
    let replication = level.replication;
    Ok(Value::from(format!(
        "StorageLevel({disk}, {memory}, {off_heap}, {deserialized}, {replication})"
    )))
}

fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = this(vm, &args)?;
    let mut text = String::new();
    for (part, name) in [
        (level.disk, "Disk "),
        (level.memory, "Memory "),
        (level.off_heap, "OffHeap "),
    ] {
        if part {
            text += name;
        }
    }
    text += match level.deserialized {
        true => "Deserialized ",
        false => "Serialized ",
    };
    text += &format!("{}x Replicated", level.replication);
    Ok(Value::from(text))
}
