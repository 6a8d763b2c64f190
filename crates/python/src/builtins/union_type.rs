//! `int | str`: a choice of classes, for annotations and `isinstance`.

use std::rc::Rc;

use crate::value::{Args, Class, ClassBuilder, Layout, NativeData, Payload, Value};
use crate::vm::{Result, Vm};

struct Union {
    /// Classes, `None` as the class of `None`, and generic aliases.
    members: Vec<Value>,
}

impl NativeData for Union {}

struct UnionClass(Rc<Class>);

fn union_class(vm: &mut Vm) -> Rc<Class> {
    let object = vm.types.object.clone();
    vm.extension(|| {
        let class = ClassBuilder::new("types", "UnionType", &object)
            .layout(Layout::Native)
            .methods(&[
                ("__or__", join_method),
                ("__ror__", join_reflected),
                ("__repr__", repr),
                ("__eq__", equal),
            ])
            .properties(&[("__args__", |_, args| {
                Ok(Value::tuple(members(&args[0]).unwrap_or_default()))
            })]);
        UnionClass(class.build())
    })
    .0
    .clone()
}

/// The members of a union; `None` for another value.
pub(crate) fn members(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Instance(instance) => Some(instance.native::<Union>()?.members.clone()),
        _ => None,
    }
}

/// `left | right` for classes, `None`, aliases and unions; `None` where they are no types.
pub(crate) fn join(vm: &mut Vm, left: &Value, right: &Value) -> Option<Value> {
    let mut joined: Vec<Value> = Vec::new();
    for side in [left, right] {
        let side = match side {
            Value::None => vec![Value::Class(vm.types.none.clone())],
            Value::Class(_) => vec![side.clone()],
            Value::Instance(instance) if instance.class.name.as_str() == "GenericAlias" => {
                vec![side.clone()]
            }
            other => members(other)?,
        };
        for member in side {
            if !joined.iter().any(|known| known.is(&member)) {
                joined.push(member);
            }
        }
    }
    if let [one] = &joined[..] {
        return Some(one.clone());
    }
    let class = union_class(vm);
    let data = Union { members: joined };
    Some(Value::Instance(
        class.instance(Payload::Native(Rc::new(data))),
    ))
}

pub(super) fn join_method(vm: &mut Vm, args: Args) -> Result<Value> {
    let right = args.exactly_one(vm, "__or__", 1)?;
    Ok(join(vm, &args[0], &right).unwrap_or(Value::NotImplemented))
}

pub(super) fn join_reflected(vm: &mut Vm, args: Args) -> Result<Value> {
    let left = args.exactly_one(vm, "__ror__", 1)?;
    Ok(join(vm, &left, &args[0]).unwrap_or(Value::NotImplemented))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut names = Vec::new();
    for member in members(&args[0]).unwrap_or_default() {
        names.push(match &member {
            Value::Class(class) if Rc::ptr_eq(class, &vm.types.none) => "None".to_string(),
            Value::Class(class) => crate::vm::full_class_name(class),
            other => vm.repr(other)?,
        });
    }
    Ok(Value::from(names.join(" | ")))
}

fn equal(vm: &mut Vm, args: Args) -> Result<Value> {
    let other = args.exactly_one(vm, "__eq__", 1)?;
    let (Some(left), Some(right)) = (members(&args[0]), members(&other)) else {
        return Ok(Value::NotImplemented);
    };
    let same = left.len() == right.len()
        && left
            .iter()
            .all(|member| right.iter().any(|other| other.is(member)));
    Ok(Value::Bool(same))
}
