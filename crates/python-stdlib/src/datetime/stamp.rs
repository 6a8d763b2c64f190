//! `datetime.datetime`.

use std::rc::Rc;
use std::sync::Arc;

use num_traits::ToPrimitive;

use super::date::{EPOCH, c_int, check_date, required, this};
use super::time_of_day::{TimeOfDay, check_time, clock_text};
use super::timedelta::DAY;
use super::{checked_zone, classes, delta, iso_format, offset_of, timezone};
use crate::civil::{civil_from_days, offset_text};
use crate::{optional, time};
use brooklet_python::native_class::{data, object_of, pickle_state, state_items};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, NativeData, NativeFn, Payload, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// The first float past the seconds that `time_t` holds.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// A `date` or a `datetime`.
#[derive(Clone, Default)]
pub(super) struct Stamp {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) microsecond: i64,
    /// A time zone or `None`.
    pub(super) zone: Value,
    pub(super) is_date: bool,
}

impl Stamp {
    pub(super) fn of_date(year: i64, month: i64, day: i64) -> Stamp {
        Stamp {
            year,
            month,
            day,
            is_date: true,
            ..Stamp::default()
        }
    }

    /// The date at a time.
    pub(super) fn at(&self, time: &TimeOfDay) -> Stamp {
        Stamp {
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            microsecond: time.microsecond,
            zone: time.zone.clone(),
            is_date: false,
            ..self.clone()
        }
    }

    fn time(&self, zone: Value) -> TimeOfDay {
        TimeOfDay {
            hour: self.hour,
            minute: self.minute,
            second: self.second,
            microsecond: self.microsecond,
            zone,
        }
    }

    /// The moment so many microseconds after 1970, without a zone.
    fn since_1970(vm: &mut Vm, microseconds: i128) -> Result<Stamp> {
        let (year, month, day) = civil_from_days(microseconds.div_euclid(DAY) as i64);
        if !(1..=9999).contains(&year) {
            return Err(vm.value_error(format!("year {year} is out of range")));
        }
        let rest = microseconds.rem_euclid(DAY) as i64;
        Ok(Stamp {
            year,
            month,
            day,
            hour: rest / 3_600_000_000,
            minute: rest / 60_000_000 % 60,
            second: rest / 1_000_000 % 60,
            microsecond: rest % 1_000_000,
            zone: Value::None,
            is_date: false,
        })
    }

    /// Microseconds since 1970-01-01 of its fields.
    pub(super) fn microseconds(&self) -> i128 {
        let seconds = self.hour * 3600 + self.minute * 60 + self.second;
        i128::from(self.days()) * DAY
            + i128::from(seconds) * 1_000_000
            + i128::from(self.microsecond)
    }

    /// Microseconds that its zone is east of UTC.
    pub(super) fn offset(&self, vm: &mut Vm, value: &Value) -> Result<Option<i128>> {
        offset_of(vm, &self.zone, value)
    }
}

impl NativeData for Stamp {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let microseconds = Value::Int(self.microseconds() as i64);
        let state = Value::tuple(vec![
            microseconds,
            self.zone.clone(),
            Value::Bool(self.is_date),
        ]);
        pickle_state(vm, &state, |vm, state| {
            let [microseconds, zone, is_date] = state_items(state);
            let microseconds = i128::from(vm.to_i64(&microseconds)?);
            let mut stamp = Stamp::since_1970(vm, microseconds)?;
            stamp.zone = zone;
            stamp.is_date = vm.truth(&is_date)?;
            let classes = classes(vm);
            let class = if stamp.is_date {
                &classes.date
            } else {
                &classes.datetime
            };
            Ok(object_of(class, stamp))
        })
    }
}

/// An instance of a class that a class method was called on: for `datetime`, a date is midnight.
pub(super) fn new_of(vm: &mut Vm, class: &Value, stamp: Stamp) -> Result<Value> {
    let Value::Class(class) = class else {
        return Err(vm.type_error("a class is required"));
    };
    let datetime = classes(vm).datetime.clone();
    let is_date = !class.is_subclass(&datetime);
    Ok(Value::Instance(class.instance(Payload::Native(Rc::new(
        Stamp { is_date, ..stamp },
    )))))
}

const FIELDS: [&str; 8] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "microsecond",
    "tzinfo",
];

const METHODS: &[(&str, NativeFn)] = &[
    ("date", |vm, args| {
        let this = this(vm, &args)?;
        let class = classes(vm).date.clone();
        Ok(object_of(
            &class,
            Stamp::of_date(this.year, this.month, this.day),
        ))
    }),
    ("time", |vm, args| {
        let this = this(vm, &args)?;
        let class = classes(vm).time.clone();
        Ok(object_of(&class, this.time(Value::None)))
    }),
    ("timetz", |vm, args| {
        let this = this(vm, &args)?;
        let class = classes(vm).time.clone();
        Ok(object_of(&class, this.time(this.zone.clone())))
    }),
    ("timestamp", |vm, args| {
        let this = this(vm, &args)?;
        let offset = this.offset(vm, &args[0])?;
        if offset.is_none() && this.days() <= -EPOCH + 1 {
            // Local time is looked up a day earlier, which would be before the first one.
            return Err(vm.value_error("year 0 is out of range"));
        }
        let offset = offset.unwrap_or(0);
        Ok(Value::Float((this.microseconds() - offset) as f64 / 1e6))
    }),
    ("utctimetuple", |vm, args| {
        let this = this(vm, &args)?;
        let offset = this.offset(vm, &args[0])?.unwrap_or(0);
        let utc = Stamp::since_1970(vm, this.microseconds() - offset)?;
        Ok(time::struct_of(vm, &utc.moment(), 0))
    }),
    ("utcoffset", |vm, args| {
        let this = this(vm, &args)?;
        Ok(match this.offset(vm, &args[0])? {
            Some(offset) => delta(vm, offset),
            None => Value::None,
        })
    }),
    ("tzname", |vm, args| {
        let this = this(vm, &args)?;
        Ok(super::name_of(vm, &this.zone, &args[0])?.map_or(Value::None, Value::from))
    }),
    ("dst", |_, _| Ok(Value::None)),
    ("astimezone", astimezone),
    ("isoformat", isoformat),
    ("__str__", |vm, args| {
        isoformat(vm, Args::two(args[0].clone(), Value::str(" ")))
    }),
    ("replace", replace),
];

const CLASS_METHODS: &[(&str, NativeFn)] = &[
    ("now", |vm, args| {
        let class = args[0].clone();
        let [zone] = args.bind(vm, "now", 1, ["tz"], 0)?;
        let now = (vm.host.now_ms() * 1000.0).round() as i128;
        in_zone(vm, &class, now, zone)
    }),
    ("today", |vm, args| {
        let now = (vm.host.now_ms() * 1000.0).round() as i128;
        in_zone(vm, &args[0], now, None)
    }),
    ("utcnow", |vm, args| {
        let now = (vm.host.now_ms() * 1000.0).round() as i128;
        in_zone(vm, &args[0], now, None)
    }),
    ("fromtimestamp", |vm, args| {
        let class = args[0].clone();
        let [seconds, zone] = args.bind(vm, "fromtimestamp", 1, ["timestamp", "tz"], 1)?;
        let microseconds = from_seconds(vm, &seconds.unwrap_or_default())?;
        in_zone(vm, &class, microseconds, zone)
    }),
    ("utcfromtimestamp", |vm, args| {
        let seconds = args.exactly_one(vm, "utcfromtimestamp", 1)?;
        let microseconds = from_seconds(vm, &seconds)?;
        in_zone(vm, &args[0], microseconds, None)
    }),
    ("strptime", |vm, args| {
        args.between(vm, "strptime", 1, 2, 2)?;
        let moment = time::read(vm, &args[1], &args[2], 1)?;
        let zone = match (moment.offset, &moment.zone) {
            (Some(offset), _) => timezone::of_offset(vm, i128::from(offset) * 1_000_000),
            _ => Value::None,
        };
        check_date(vm, moment.year, moment.month, moment.day)?;
        let stamp = Stamp {
            year: moment.year,
            month: moment.month,
            day: moment.day,
            hour: moment.hour,
            minute: moment.minute,
            second: moment.second,
            microsecond: moment.microsecond,
            zone,
            is_date: false,
        };
        check_time(vm, &stamp.time(Value::None))?;
        new_of(vm, &args[0], stamp)
    }),
    ("fromisoformat", |vm, args| {
        let text = args.exactly_one(vm, "fromisoformat", 1)?;
        let Some(text) = text.as_str() else {
            return Err(vm.type_error("fromisoformat: argument must be str"));
        };
        let stamp = iso_format::datetime(vm, text)?;
        new_of(vm, &args[0], stamp)
    }),
    ("combine", |vm, args| {
        let class = args[0].clone();
        let [date, time, zone] = args.bind(vm, "combine", 1, ["date", "time", "tzinfo"], 2)?;
        let (date, time) = (date.unwrap_or_default(), time.unwrap_or_default());
        let Some(day) = data::<Stamp>(&date) else {
            let name = vm.type_name(&date);
            return Err(vm.type_error(format!(
                "combine() argument 1 must be datetime.date, not {name}"
            )));
        };
        let Some(clock) = data::<TimeOfDay>(&time) else {
            let name = vm.type_name(&time);
            return Err(vm.type_error(format!(
                "combine() argument 2 must be datetime.time, not {name}"
            )));
        };
        let mut stamp = day.at(&clock);
        if let Some(zone) = zone {
            stamp.zone = checked_zone(vm, Some(zone))?;
        }
        new_of(vm, &class, stamp)
    }),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    let mut class = class
        .constructor(|vm, class, mut args| {
            args.take_keyword("fold");
            let [year, month, day, hour, minute, second, microsecond, zone] =
                args.bind(vm, "function", 0, FIELDS, 0)?;
            let optional =
                |vm: &mut Vm, value: Option<Value>| value.map_or(Ok(0), |value| c_int(vm, &value));
            let stamp = Stamp {
                year: required(vm, year, "year", 1)?,
                month: required(vm, month, "month", 2)?,
                day: required(vm, day, "day", 3)?,
                hour: optional(vm, hour)?,
                minute: optional(vm, minute)?,
                second: optional(vm, second)?,
                microsecond: optional(vm, microsecond)?,
                zone: checked_zone(vm, zone)?,
                is_date: false,
            };
            check_date(vm, stamp.year, stamp.month, stamp.day)?;
            check_time(vm, &stamp.time(Value::None))?;
            Ok(object_of(class, stamp))
        })
        .methods(METHODS)
        .class_methods(CLASS_METHODS);
    super::member!(class, "hour", "datetime.datetime", |this: &Stamp| this.hour);
    super::member!(class, "minute", "datetime.datetime", |this: &Stamp| this
        .minute);
    super::member!(class, "second", "datetime.datetime", |this: &Stamp| this
        .second);
    super::member!(class, "microsecond", "datetime.datetime", |this: &Stamp| {
        this.microsecond
    });
    super::member!(class, "tzinfo", "datetime.datetime", |this: &Stamp| this
        .zone
        .clone());
    super::member!(class, "fold", "datetime.datetime", |_: &Stamp| 0_i64);
    class
}

/// A timestamp of seconds as microseconds, halves to even: what `_PyTime_ObjectToTimeval` reads and
/// `gmtime` can show.
pub(super) fn from_seconds(vm: &mut Vm, timestamp: &Value) -> Result<i128> {
    let (seconds, microseconds) = match vm.unwrap_builtin(timestamp) {
        Value::Float(float) if float.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        Value::Float(float) => {
            let whole = float.floor();
            let fits = (-TWO_TO_63..TWO_TO_63).contains(&whole);
            let fraction = ((float - whole) * 1e6).round_ties_even() as i128;
            (fits.then_some(whole as i64), fraction)
        }
        _ => (vm.to_index(timestamp)?.to_i64(), 0),
    };
    let Some(seconds) = seconds else {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    };
    let (year, ..) = civil_from_days(seconds.div_euclid(86_400));
    if i32::try_from(year - 1900).is_err() {
        let args = vec![
            Value::Int(75),
            Value::str("Value too large for defined data type"),
        ];
        return Err(vm.error_with(ExceptionKind::OSError, args));
    }
    Ok(i128::from(seconds) * 1_000_000 + microseconds)
}

/// A moment as the fields that a zone shows; without one, UTC.
fn in_zone(vm: &mut Vm, class: &Value, microseconds: i128, zone: Option<Value>) -> Result<Value> {
    let zone = checked_zone(vm, optional(zone.as_ref()))?;
    let utc = Stamp::since_1970(vm, microseconds)?;
    let moment = new_of(vm, class, utc)?;
    let offset = offset_of(vm, &zone, &moment)?.unwrap_or(0);
    let mut stamp = Stamp::since_1970(vm, microseconds + offset)
        .map_err(|_| vm.overflow_error("date value out of range"))?;
    stamp.zone = zone;
    new_of(vm, class, stamp)
}

fn astimezone(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let value = args[0].clone();
    let class = Value::Class(vm.class_of(&value));
    let [zone] = args.bind(vm, "astimezone", 1, ["tz"], 0)?;
    let zone = match optional(zone.as_ref()) {
        Some(zone) => zone,
        None => timezone::utc(vm),
    };
    let offset = this.offset(vm, &value)?.unwrap_or(0);
    in_zone(vm, &class, this.microseconds() - offset, Some(zone))
}

fn isoformat(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let value = args[0].clone();
    let [separator, spec] = args.bind(vm, "isoformat", 1, ["sep", "timespec"], 0)?;
    let separator = separator
        .as_ref()
        .and_then(Value::as_str)
        .unwrap_or("T")
        .to_string();
    let mut text = this.date_text();
    text.push_str(&separator);
    text.push_str(&clock_text(
        vm,
        &this.time(Value::None),
        spec.as_ref().and_then(Value::as_str),
    )?);
    if let Some(offset) = this.offset(vm, &value)? {
        text.push_str(&offset_text(offset, ":"));
    }
    Ok(Value::from(text))
}

fn replace(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let mut this = this(vm, &args)?;
    let class = Value::Class(vm.class_of(&args[0]));
    args.take_keyword("fold");
    let [year, month, day, hour, minute, second, microsecond, zone] =
        args.bind(vm, "replace", 1, FIELDS, 0)?;
    let parts = [year, month, day, hour, minute, second, microsecond];
    let fields = [
        &mut this.year,
        &mut this.month,
        &mut this.day,
        &mut this.hour,
        &mut this.minute,
        &mut this.second,
        &mut this.microsecond,
    ];
    for (field, part) in fields.into_iter().zip(parts) {
        if let Some(part) = part {
            *field = c_int(vm, &part)?;
        }
    }
    if let Some(zone) = zone {
        this.zone = checked_zone(vm, Some(zone))?;
    }
    check_date(vm, this.year, this.month, this.day)?;
    check_time(vm, &this.time(Value::None))?;
    new_of(vm, &class, this)
}
