//! `StorageLevel`: where partitions are kept. Here it is a name only: memory is all there is.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_engine::StorageLevel;
use brooklet_pyspark_api::core::STORAGE_LEVEL;
use brooklet_python::native_class::{
    NativeClass, class, data, object, object_of, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use crate::binding::{arguments, constructor, properties};

/// A storage level of the program.
#[derive(Clone, Copy)]
pub(crate) struct StorageLevelObject(StorageLevel);

/// The levels that have names.
const NAMED: &[(&str, StorageLevel)] = &[
    ("NONE", StorageLevel::new(false, false, false, false, 1)),
    ("DISK_ONLY", StorageLevel::new(true, false, false, false, 1)),
    (
        "DISK_ONLY_2",
        StorageLevel::new(true, false, false, false, 2),
    ),
    (
        "DISK_ONLY_3",
        StorageLevel::new(true, false, false, false, 3),
    ),
    ("MEMORY_ONLY", StorageLevel::MEMORY_SERIALIZED),
    (
        "MEMORY_ONLY_2",
        StorageLevel::new(false, true, false, false, 2),
    ),
    (
        "MEMORY_AND_DISK",
        StorageLevel::new(true, true, false, false, 1),
    ),
    (
        "MEMORY_AND_DISK_2",
        StorageLevel::new(true, true, false, false, 2),
    ),
    ("OFF_HEAP", StorageLevel::new(true, true, true, false, 1)),
    (
        "MEMORY_AND_DISK_DESER",
        StorageLevel::new(true, true, false, true, 1),
    ),
];

impl StorageLevelObject {
    /// The level that a value is.
    pub(crate) fn of(value: &Value) -> Option<StorageLevel> {
        data::<StorageLevelObject>(value).map(|level| level.0)
    }

    /// The level as a Python object.
    pub(crate) fn value(vm: &mut Vm, level: StorageLevel) -> Value {
        object(vm, StorageLevelObject(level))
    }
}

/// The level that an argument is.
///
/// # Errors
/// `TypeError` for anything else.
pub(crate) fn storage_level_of(vm: &mut Vm, argument: &Value) -> Result<StorageLevel> {
    match StorageLevelObject::of(argument) {
        Some(level) => Ok(level),
        None => Err(vm.type_error("storageLevel must be of type pyspark.StorageLevel")),
    }
}

impl NativeData for StorageLevelObject {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let level = self.0;
        let parts = [level.disk, level.memory, level.off_heap, level.deserialized];
        let mut parts = parts.map(Value::Bool).to_vec();
        parts.push(Value::Int(level.replication));
        pickle_state(vm, &Value::tuple(parts), rebuild)
    }
}

fn rebuild(vm: &mut Vm, state: Value) -> Result<Value> {
    let parts = state_items(state);
    let level = from_parts(vm, parts)?;
    Ok(StorageLevelObject::value(vm, level))
}

impl NativeClass for StorageLevelObject {
    const MODULE: &'static str = "pyspark.storagelevel";
    const NAME: &'static str = "StorageLevel";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .constructor(constructor![STORAGE_LEVEL => new])
            .methods(&[
                ("__repr__", repr),
                ("__str__", to_string),
                ("__eq__", equal),
            ])
            .properties(properties![STORAGE_LEVEL;
                "useDisk" => |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.0.disk))
                },
                "useMemory" => |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.0.memory))
                },
                "useOffHeap" => |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.0.off_heap))
                },
                "deserialized" => |vm, args| {
                    Ok(Value::Bool(this(vm, &args)?.0.deserialized))
                },
                "replication" => |vm, args| {
                    Ok(Value::Int(this(vm, &args)?.0.replication))
                },
            ])
    }
}

/// The class with its named levels, which are instances of it.
pub(super) fn class_with_names(vm: &mut Vm) -> Rc<Class> {
    let class = class::<StorageLevelObject>(vm);
    for (name, level) in NAMED {
        if class.attributes.get_str(name).is_none() {
            class.set_str(name, object_of(&class, StorageLevelObject(*level)));
        }
    }
    class
}

/// The level of a name, as an attribute of the class.
pub(crate) fn named(vm: &mut Vm, name: &str) -> Value {
    let class = class_with_names(vm);
    class.attributes.get_str(name).unwrap_or_default()
}

fn this(vm: &mut Vm, args: &Args) -> Result<Rc<StorageLevelObject>> {
    receiver::<StorageLevelObject>(vm, args, "StorageLevel")
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let parts = arguments(args);
    let level = from_parts(vm, parts)?;
    Ok(object_of(class, StorageLevelObject(level)))
}

fn from_parts(vm: &mut Vm, parts: [Value; 5]) -> Result<StorageLevel> {
    let [disk, memory, off_heap, deserialized, replication] = parts;
    Ok(StorageLevel {
        disk: vm.truth(&disk)?,
        memory: vm.truth(&memory)?,
        off_heap: vm.truth(&off_heap)?,
        deserialized: vm.truth(&deserialized)?,
        replication: vm.to_i64(&replication)?,
    })
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let own = this(vm, &args)?;
    let other = args.get(1).and_then(StorageLevelObject::of);
    Ok(Value::Bool(other == Some(own.0)))
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = this(vm, &args)?.0;
    let [disk, memory, off_heap, deserialized] =
        [level.disk, level.memory, level.off_heap, level.deserialized].map(python_bool);
    let replication = level.replication;
    Ok(Value::from(format!(
        "StorageLevel({disk}, {memory}, {off_heap}, {deserialized}, {replication})"
    )))
}

fn to_string(vm: &mut Vm, args: Args) -> Result<Value> {
    let level = this(vm, &args)?.0;
    Ok(Value::from(level.to_string()))
}
