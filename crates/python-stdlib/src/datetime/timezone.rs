//! `datetime.timezone`: a fixed offset from UTC.

use std::sync::Arc;

use super::timedelta::{DAY, TimeDelta};
use super::{classes, delta};
use crate::civil::offset_text;
use brooklet_python::native_class::{data, object_of, pickle_state, state_items};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, Value};
use brooklet_python::vm::{Result, Vm};

/// A fixed offset from UTC.
#[derive(Clone)]
pub(super) struct TimeZone {
    /// Microseconds east of UTC.
    pub(super) offset: i128,
    name: Option<String>,
}

impl TimeZone {
    /// `UTC`, `UTC+01:00`, or the name it was given.
    pub(super) fn name(&self) -> String {
        match &self.name {
            Some(name) => name.clone(),
            None if self.offset == 0 => "UTC".to_string(),
            None => format!("UTC{}", offset_text(self.offset, ":")),
        }
    }
}

impl NativeData for TimeZone {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let name = self.name.as_ref().map_or(Value::None, Value::str);
        let state = Value::tuple(vec![Value::Int(self.offset as i64), name]);
        pickle_state(vm, &state, |vm, state| {
            let [offset, name] = state_items(state);
            let offset = i128::from(vm.to_i64(&offset)?);
            if offset == 0 && name.is_none() {
                return Ok(utc(vm));
            }
            let class = classes(vm).timezone.clone();
            Ok(object_of(
                &class,
                TimeZone {
                    offset,
                    name: name.as_str().map(ToString::to_string),
                },
            ))
        })
    }
}

struct Utc(Value);

/// The one object that `timezone.utc` is.
pub(super) fn utc(vm: &mut Vm) -> Value {
    let class = classes(vm).timezone.clone();
    vm.extension(|| {
        Utc(object_of(
            &class,
            TimeZone {
                offset: 0,
                name: None,
            },
        ))
    })
    .0
    .clone()
}

/// A zone of so many microseconds east of UTC.
pub(super) fn of_offset(vm: &mut Vm, offset: i128) -> Value {
    if offset == 0 {
        return utc(vm);
    }
    let class = classes(vm).timezone.clone();
    object_of(&class, TimeZone { offset, name: None })
}

fn this(vm: &mut Vm, args: &Args) -> Result<TimeZone> {
    match args.get(0).and_then(data::<TimeZone>) {
        Some(this) => Ok((*this).clone()),
        None => Err(vm.type_error("descriptor requires a 'datetime.timezone' object")),
    }
}

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    class
        .constructor(|vm, class, args| {
            let [offset, name] = args.bind(vm, "timezone", 0, ["offset", "name"], 1)?;
            let Some(given) = offset.as_ref().and_then(data::<TimeDelta>) else {
                let kind = vm.type_name(&offset.unwrap_or_default());
                return Err(vm.type_error(format!("timezone() argument 1 must be datetime.timedelta, not {kind}")));
            };
            let offset = given.microseconds;
            if offset.abs() >= DAY {
                let shown = delta(vm, offset);
                let text = vm.repr(&shown)?;
                return Err(vm.value_error(format!(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {text}."
                )));
            }
            if offset == 0 && name.is_none() {
                return Ok(utc(vm));
            }
            let name = name.as_ref().and_then(Value::as_str).map(ToString::to_string);
            Ok(object_of(class, TimeZone { offset, name }))
        })
        .methods(&[
            ("utcoffset", |vm, args| {
                let this = this(vm, &args)?;
                Ok(delta(vm, this.offset))
            }),
            ("dst", |_, _| Ok(Value::None)),
            ("tzname", |vm, args| Ok(Value::from(this(vm, &args)?.name()))),
            ("__str__", |vm, args| Ok(Value::from(this(vm, &args)?.name()))),
            ("__repr__", |vm, args| {
                let this = this(vm, &args)?;
                if this.offset == 0 && this.name.is_none() {
                    return Ok(Value::str("datetime.timezone.utc"));
                }
                let offset = delta(vm, this.offset);
                let mut text = format!("datetime.timezone({}", vm.repr(&offset)?);
                if let Some(name) = &this.name {
                    text.push_str(&format!(", {}", vm.repr(&Value::str(name))?));
                }
                text.push(')');
                Ok(Value::from(text))
            }),
            ("__eq__", |vm, args| {
                let this = this(vm, &args)?;
                Ok(match args.get(1).and_then(data::<TimeZone>) {
                    Some(other) => Value::Bool(this.offset == other.offset),
                    None => Value::NotImplemented,
                })
            }),
            ("__hash__", |vm, args| {
                let this = this(vm, &args)?;
                let offset = delta(vm, this.offset);
                vm.hash(&offset).map(Value::Int)
            }),
        ])
}
