//! `datetime`. The local time zone is UTC.

mod date;
mod iso_format;
mod stamp;
mod time_of_day;
mod timedelta;
mod timezone;

use std::rc::Rc;

use self::stamp::Stamp;
use self::time_of_day::TimeOfDay;
use self::timedelta::TimeDelta;
use self::timezone::TimeZone;
use brooklet_python::native_class::object_of;
use brooklet_python::value::{Class, ClassBuilder, Layout, Module, NativeFn, Property, Value};
use brooklet_python::vm::{Result, Vm};

/// The classes of the module.
struct Classes {
    date: Rc<Class>,
    datetime: Rc<Class>,
    time: Rc<Class>,
    timedelta: Rc<Class>,
    tzinfo: Rc<Class>,
    timezone: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    let object = vm.types.object.clone();
    vm.extension(|| {
        let class = |name, base: &Rc<Class>| {
            ClassBuilder::new("datetime", name, base).layout(Layout::Native)
        };
        let date = date::define(class("date", &object)).build();
        let tzinfo = class("tzinfo", &object).layout(Layout::Object).build();
        Classes {
            datetime: stamp::define(class("datetime", &date)).build(),
            date,
            time: time_of_day::define(class("time", &object)).build(),
            timedelta: timedelta::define(class("timedelta", &object)).build(),
            timezone: timezone::define(class("timezone", &tzinfo)).build(),
            tzinfo,
        }
    })
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    let classes = classes(vm);
    for class in [
        &classes.date,
        &classes.datetime,
        &classes.time,
        &classes.timedelta,
        &classes.tzinfo,
        &classes.timezone,
    ] {
        module.set(class.name.as_str(), Value::Class(class.clone()));
    }
    let microsecond = delta(vm, 1);
    let set = |class: &Rc<Class>, name: &str, value: Value| class.set_str(name, value);
    set(
        &classes.timedelta,
        "min",
        delta(vm, -timedelta::LARGEST_DAYS * timedelta::DAY),
    );
    set(
        &classes.timedelta,
        "max",
        delta(vm, (timedelta::LARGEST_DAYS + 1) * timedelta::DAY - 1),
    );
    set(&classes.timedelta, "resolution", microsecond.clone());
    let (first, last) = (Stamp::of_date(1, 1, 1), Stamp::of_date(9999, 12, 31));
    let day = delta(vm, timedelta::DAY);
    set(
        &classes.date,
        "min",
        object_of(&classes.date, first.clone()),
    );
    set(&classes.date, "max", object_of(&classes.date, last.clone()));
    set(&classes.date, "resolution", day);
    let midnight = TimeOfDay::default();
    let latest = TimeOfDay {
        hour: 23,
        minute: 59,
        second: 59,
        microsecond: 999_999,
        zone: Value::None,
    };
    set(
        &classes.datetime,
        "min",
        object_of(&classes.datetime, first.at(&midnight)),
    );
    set(
        &classes.datetime,
        "max",
        object_of(&classes.datetime, last.at(&latest)),
    );
    set(&classes.datetime, "resolution", microsecond.clone());
    set(&classes.time, "min", object_of(&classes.time, midnight));
    set(&classes.time, "max", object_of(&classes.time, latest));
    set(&classes.time, "resolution", microsecond);
    let utc = timezone::utc(vm);
    set(&classes.timezone, "utc", utc.clone());
    module.set("UTC", utc);
    module.set("MINYEAR", Value::Int(1));
    module.set("MAXYEAR", Value::Int(9999));
    Ok(())
}

/// A `timedelta` of so many microseconds.
fn delta(vm: &mut Vm, microseconds: i128) -> Value {
    let class = classes(vm).timedelta.clone();
    object_of(&class, TimeDelta { microseconds })
}

/// A read-only attribute, with the message of an attribute of a C structure.
macro_rules! member {
    ($class:ident, $name:literal, $owner:literal, $get:expr) => {
        $class = $class.attribute(
            $name,
            crate::datetime::read_only(
                $name,
                |vm, args| {
                    let this = brooklet_python::native_class::data(&args[0]);
                    match this {
                        Some(this) => Ok(brooklet_python::value::Value::from($get(&*this))),
                        None => Err(vm.type_error("descriptor requires another class")),
                    }
                },
                |vm, _| {
                    Err(vm.attribute_error(concat!(
                        "attribute '",
                        $name,
                        "' of '",
                        $owner,
                        "' objects is not writable"
                    )))
                },
            ),
        );
    };
}
use member;

fn read_only(name: &str, getter: NativeFn, setter: NativeFn) -> Value {
    let property = Property {
        getter: Value::native(name, getter),
        setter: Value::native(name, setter),
        deleter: Value::native(name, setter),
        doc: Value::None,
    };
    Value::Property(Rc::new(property))
}

/// Seconds east of UTC of a time zone, `None` without one.
///
/// # Errors
/// What the zone's `utcoffset` raises.
fn offset_of(vm: &mut Vm, zone: &Value, moment: &Value) -> Result<Option<i128>> {
    use brooklet_python::native_class::data;
    if zone.is_none() {
        return Ok(None);
    }
    if let Some(zone) = data::<TimeZone>(zone) {
        return Ok(Some(zone.offset));
    }
    let offset = vm.call_method(
        zone,
        "utcoffset",
        brooklet_python::value::Args::one(moment.clone()),
    )?;
    Ok(data::<TimeDelta>(&offset).map(|delta| delta.microseconds))
}

/// The name of a time zone.
fn name_of(vm: &mut Vm, zone: &Value, moment: &Value) -> Result<Option<String>> {
    use brooklet_python::native_class::data;
    if zone.is_none() {
        return Ok(None);
    }
    if let Some(zone) = data::<TimeZone>(zone) {
        return Ok(Some(zone.name()));
    }
    let name = vm.call_method(
        zone,
        "tzname",
        brooklet_python::value::Args::one(moment.clone()),
    )?;
    Ok(name.as_str().map(ToString::to_string))
}

/// A value that must be a time zone or `None`.
fn checked_zone(vm: &mut Vm, zone: Option<Value>) -> Result<Value> {
    let zone = zone.unwrap_or_default();
    let tzinfo = classes(vm).tzinfo.clone();
    if zone.is_none() || vm.is_instance(&zone, &tzinfo) {
        return Ok(zone);
    }
    let name = vm.type_name(&zone);
    Err(vm.type_error(format!(
        "tzinfo argument must be None or of a tzinfo subclass, not type '{name}'"
    )))
}

/// An `int` in a range.
fn ranged(vm: &mut Vm, value: i64, low: i64, high: i64, what: &str) -> Result<()> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(vm.value_error(format!("{what} must be in {low}..{high}")))
}
