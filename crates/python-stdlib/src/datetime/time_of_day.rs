//! `datetime.time`.

use std::sync::Arc;

use brooklet_python_compiler::bytecode::CompareOp;

use super::date::{c_int, ordered};
use super::{checked_zone, classes, delta, iso_format, name_of, offset_of, ranged};
use crate::civil::{Moment, offset_text};
use brooklet_python::native_class::{data, object_of, pickle_state, state_items};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

/// A time of a day.
#[derive(Clone, Default)]
pub(super) struct TimeOfDay {
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) microsecond: i64,
    /// A time zone or `None`.
    pub(super) zone: Value,
}

impl TimeOfDay {
    fn microseconds(&self) -> i128 {
        i128::from(
            (self.hour * 3600 + self.minute * 60 + self.second) * 1_000_000 + self.microsecond,
        )
    }
}

impl NativeData for TimeOfDay {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::tuple(vec![
            Value::Int(self.microseconds() as i64),
            self.zone.clone(),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [microseconds, zone] = state_items(state);
            let rest = vm.to_i64(&microseconds)?;
            let class = classes(vm).time.clone();
            let time = TimeOfDay {
                hour: rest / 3_600_000_000,
                minute: rest / 60_000_000 % 60,
                second: rest / 1_000_000 % 60,
                microsecond: rest % 1_000_000,
                zone,
            };
            Ok(object_of(&class, time))
        })
    }
}

/// Refuses a time that does not exist.
pub(super) fn check_time(vm: &mut Vm, time: &TimeOfDay) -> Result<()> {
    ranged(vm, time.hour, 0, 23, "hour")?;
    ranged(vm, time.minute, 0, 59, "minute")?;
    ranged(vm, time.second, 0, 59, "second")?;
    ranged(vm, time.microsecond, 0, 999_999, "microsecond")
}

/// `12:34:56.000789`, as exact as `timespec` asks.
pub(super) fn clock_text(vm: &mut Vm, time: &TimeOfDay, spec: Option<&str>) -> Result<String> {
    let (hour, minute, second, micro) = (time.hour, time.minute, time.second, time.microsecond);
    let spec = match spec.unwrap_or("auto") {
        "auto" if micro == 0 => "seconds",
        "auto" => "microseconds",
        other => other,
    };
    Ok(match spec {
        "hours" => format!("{hour:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", micro / 1000),
        "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{micro:06}"),
        _ => return Err(vm.value_error("Unknown timespec value")),
    })
}

const FIELDS: [&str; 5] = ["hour", "minute", "second", "microsecond", "tzinfo"];

const METHODS: &[(&str, NativeFn)] = &[
    ("isoformat", |vm, args| {
        let (this, value) = (this(vm, &args)?, args[0].clone());
        let [spec] = args.bind(vm, "isoformat", 1, ["timespec"], 0)?;
        let mut text = clock_text(vm, &this, spec.as_ref().and_then(Value::as_str))?;
        if let Some(offset) = offset_of(vm, &this.zone, &value)? {
            text.push_str(&offset_text(offset, ":"));
        }
        Ok(Value::from(text))
    }),
    ("__str__", |vm, args| {
        vm.call_method(&args[0], "isoformat", Args::none())
    }),
    ("__repr__", repr),
    ("strftime", |vm, args| {
        let (this, value) = (this(vm, &args)?, args[0].clone());
        let [format] = args
            .bind(vm, "strftime", 1, ["format"], 1)?
            .map(Option::unwrap_or_default);
        let Some(format) = format.as_str() else {
            let name = vm.type_name(&format);
            return Err(vm.type_error(format!("strftime() argument 1 must be str, not {name}")));
        };
        let moment = Moment {
            year: 1900,
            month: 1,
            day: 1,
            hour: this.hour,
            minute: this.minute,
            second: this.second,
            microsecond: this.microsecond,
            offset: offset_of(vm, &this.zone, &value)?
                .map(|offset| offset.div_euclid(1_000_000) as i64),
            zone: name_of(vm, &this.zone, &value)?,
        };
        Ok(Value::from(moment.format(format)))
    }),
    ("__format__", |vm, args| {
        match args.get(1).and_then(Value::as_str) {
            Some("") | None => vm.str(&args[0]).map(Value::from),
            Some(_) => vm.call_method(&args[0], "strftime", Args::one(args[1].clone())),
        }
    }),
    ("replace", replace),
    ("utcoffset", |vm, args| {
        let this = this(vm, &args)?;
        Ok(match offset_of(vm, &this.zone, &Value::None)? {
            Some(offset) => delta(vm, offset),
            None => Value::None,
        })
    }),
    ("tzname", |vm, args| {
        let this = this(vm, &args)?;
        Ok(name_of(vm, &this.zone, &Value::None)?.map_or(Value::None, Value::from))
    }),
    ("__hash__", |vm, args| {
        let this = this(vm, &args)?;
        if let Some(offset) = offset_of(vm, &this.zone, &Value::None)? {
            let since = delta(vm, this.microseconds() - offset);
            return vm.hash(&since).map(Value::Int);
        }
        let micros = this.microsecond;
        let packed = [
            this.hour,
            this.minute,
            this.second,
            micros >> 16,
            micros >> 8,
            micros,
        ]
        .map(|part| part as u8);
        Ok(Value::Int(brooklet_python::vm::hash::hash_bytes(&packed)))
    }),
    ("__eq__", |vm, args| compare(vm, &args, CompareOp::Equal)),
    ("__ne__", |vm, args| compare(vm, &args, CompareOp::NotEqual)),
    ("__lt__", |vm, args| compare(vm, &args, CompareOp::Less)),
    ("__le__", |vm, args| {
        compare(vm, &args, CompareOp::LessEqual)
    }),
    ("__gt__", |vm, args| compare(vm, &args, CompareOp::Greater)),
    ("__ge__", |vm, args| {
        compare(vm, &args, CompareOp::GreaterEqual)
    }),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    let mut class = class
        .constructor(|vm, class, mut args| {
            args.take_keyword("fold");
            let time = changed(vm, TimeOfDay::default(), args, "time", 0)?;
            Ok(object_of(class, time))
        })
        .methods(METHODS)
        .class_methods(&[("fromisoformat", |vm, args| {
            let text = args.exactly_one(vm, "fromisoformat", 1)?;
            let Some(text) = text.as_str() else {
                return Err(vm.type_error("fromisoformat: argument must be str"));
            };
            let time = iso_format::time(vm, text.strip_prefix('T').unwrap_or(text), text)?;
            match &args[0] {
                Value::Class(class) => Ok(object_of(class, time)),
                _ => Ok(Value::None),
            }
        })]);
    super::member!(class, "hour", "datetime.time", |this: &TimeOfDay| this.hour);
    super::member!(class, "minute", "datetime.time", |this: &TimeOfDay| this
        .minute);
    super::member!(class, "second", "datetime.time", |this: &TimeOfDay| this
        .second);
    super::member!(class, "microsecond", "datetime.time", |this: &TimeOfDay| {
        this.microsecond
    });
    super::member!(class, "tzinfo", "datetime.time", |this: &TimeOfDay| this
        .zone
        .clone());
    class
}

fn this(vm: &mut Vm, args: &Args) -> Result<TimeOfDay> {
    match args.get(0).and_then(data::<TimeOfDay>) {
        Some(this) => Ok((*this).clone()),
        None => Err(vm.type_error("descriptor requires a 'datetime.time' object")),
    }
}

/// A time with the fields that arguments give.
fn changed(
    vm: &mut Vm,
    mut time: TimeOfDay,
    args: Args,
    function: &str,
    skip: usize,
) -> Result<TimeOfDay> {
    let [hour, minute, second, microsecond, zone] = args.bind(vm, function, skip, FIELDS, 0)?;
    let fields = [
        &mut time.hour,
        &mut time.minute,
        &mut time.second,
        &mut time.microsecond,
    ];
    for (field, part) in fields.into_iter().zip([hour, minute, second, microsecond]) {
        if let Some(part) = part {
            *field = c_int(vm, &part)?;
        }
    }
    if let Some(zone) = zone {
        time.zone = checked_zone(vm, Some(zone))?;
    }
    check_time(vm, &time)?;
    Ok(time)
}

fn replace(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let class = vm.class_of(&args[0]);
    args.take_keyword("fold");
    let time = changed(vm, this, args, "replace", 1)?;
    Ok(object_of(&class, time))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let mut text = format!("datetime.time({}, {}", this.hour, this.minute);
    if this.second != 0 || this.microsecond != 0 {
        text.push_str(&format!(", {}", this.second));
    }
    if this.microsecond != 0 {
        text.push_str(&format!(", {}", this.microsecond));
    }
    if !this.zone.is_none() {
        text.push_str(&format!(", tzinfo={}", vm.repr(&this.zone)?));
    }
    text.push(')');
    Ok(Value::from(text))
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let this = this(vm, args)?;
    let Some(other) = args.get(1).and_then(data::<TimeOfDay>) else {
        return Ok(Value::NotImplemented);
    };
    let (mine, theirs) = (
        offset_of(vm, &this.zone, &Value::None)?,
        offset_of(vm, &other.zone, &Value::None)?,
    );
    if mine.is_some() != theirs.is_some() {
        return match op {
            CompareOp::Equal => Ok(Value::Bool(false)),
            CompareOp::NotEqual => Ok(Value::Bool(true)),
            _ => Err(vm.type_error("can't compare offset-naive and offset-aware times")),
        };
    }
    let (a, b) = (
        this.microseconds() - mine.unwrap_or(0),
        other.microseconds() - theirs.unwrap_or(0),
    );
    Ok(Value::Bool(ordered(a.cmp(&b), op)))
}
