//! `datetime.date`, and what `datetime.datetime` shares with it.

use std::cmp::Ordering;

use num_traits::ToPrimitive;

use brooklet_python_compiler::bytecode::CompareOp;

use super::stamp::{Stamp, from_seconds, new_of};
use super::timedelta::{DAY, TimeDelta};
use super::{delta, iso_format};
use crate::civil::{DAYS, Moment, civil_from_days, days_from_civil, days_in_month};
use crate::collections::namedtuple;
use crate::time::struct_of;
use brooklet_python::native_class::data;
use brooklet_python::value::{Args, ClassBuilder, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

/// Days from 0001-01-01 (which is day 1) to 1970-01-01.
pub(super) const EPOCH: i64 = 719_163;

const METHODS: &[(&str, NativeFn)] = &[
    ("weekday", |vm, args| {
        Ok(Value::Int(this(vm, &args)?.moment().weekday()))
    }),
    ("isoweekday", |vm, args| {
        Ok(Value::Int(this(vm, &args)?.moment().weekday() + 1))
    }),
    ("toordinal", |vm, args| {
        Ok(Value::Int(this(vm, &args)?.days() + EPOCH))
    }),
    ("isocalendar", isocalendar),
    ("isoformat", |vm, args| {
        Ok(Value::from(this(vm, &args)?.date_text()))
    }),
    ("__str__", |vm, args| {
        vm.call_method(&args[0], "isoformat", Args::none())
    }),
    ("__repr__", repr),
    ("ctime", |vm, args| {
        let moment = this(vm, &args)?.moment();
        let day = &DAYS[moment.weekday() as usize][..3];
        Ok(Value::from(
            format!("{day} {}", moment.format("%b %e %H:%M:%S ")) + &format!("{:04}", moment.year),
        ))
    }),
    ("timetuple", |vm, args| {
        let moment = this(vm, &args)?.moment();
        Ok(struct_of(vm, &moment, -1))
    }),
    ("strftime", |vm, args| {
        let [format] = args
            .clone()
            .bind(vm, "strftime", 1, ["format"], 1)?
            .map(Option::unwrap_or_default);
        let Some(format) = format.as_str() else {
            let name = vm.type_name(&format);
            return Err(vm.type_error(format!("strftime() argument 1 must be str, not {name}")));
        };
        let moment = this(vm, &args)?.full_moment(vm, &args[0])?;
        Ok(Value::from(moment.format(format)))
    }),
    ("__format__", |vm, args| {
        match args.get(1).and_then(Value::as_str) {
            Some("") | None => vm.str(&args[0]).map(Value::from),
            Some(_) => vm.call_method(&args[0], "strftime", Args::one(args[1].clone())),
        }
    }),
    ("replace", replace),
    ("__hash__", |vm, args| this(vm, &args)?.hash(vm, &args[0])),
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
    ("__add__", |vm, args| add(vm, &args, 1)),
    ("__radd__", |vm, args| add(vm, &args, 1)),
    ("__sub__", subtract),
];

const CLASS_METHODS: &[(&str, NativeFn)] = &[
    ("today", |vm, args| {
        let days = (vm.host.now_ms() / 86_400_000.0).floor() as i64;
        of_days(vm, &args[0], days)
    }),
    ("fromtimestamp", |vm, args| {
        let seconds = args.exactly_one(vm, "fromtimestamp", 1)?;
        let microseconds = from_seconds(vm, &seconds)?;
        of_days(vm, &args[0], microseconds.div_euclid(DAY) as i64)
    }),
    ("fromordinal", |vm, args| {
        let ordinal = args.exactly_one(vm, "fromordinal", 1)?;
        let ordinal = c_int(vm, &ordinal)?;
        if ordinal < 1 {
            return Err(vm.value_error("ordinal must be >= 1"));
        }
        of_days(vm, &args[0], ordinal - EPOCH)
    }),
    ("fromisoformat", |vm, args| {
        let text = args.exactly_one(vm, "fromisoformat", 1)?;
        let Some(text) = text.as_str() else {
            return Err(vm.type_error("fromisoformat: argument must be str"));
        };
        let date = iso_format::date(vm, text, text)?;
        new_of(vm, &args[0], date)
    }),
    ("fromisocalendar", |vm, args| {
        let [year, week, day] = args
            .clone()
            .bind(vm, "fromisocalendar", 1, ["year", "week", "day"], 3)?
            .map(Option::unwrap_or_default);
        let part = |vm: &mut Vm, part: &Value| match vm.to_index(part)?.to_i32() {
            Some(part) => Ok(i64::from(part)),
            None => Err(vm.value_error("ISO calendar component out of range")),
        };
        let (year, week, day) = (part(vm, &year)?, part(vm, &week)?, part(vm, &day)?);
        let days = iso_format::days_of_week(vm, year, week, day)?;
        of_days(vm, &args[0], days)
    }),
];

pub(super) fn define(class: ClassBuilder) -> ClassBuilder {
    let mut class = class
        .constructor(|vm, class, args| {
            let [year, month, day] = args.bind(vm, "function", 0, ["year", "month", "day"], 0)?;
            let year = required(vm, year, "year", 1)?;
            let month = required(vm, month, "month", 2)?;
            let day = required(vm, day, "day", 3)?;
            check_date(vm, year, month, day)?;
            new_of(
                vm,
                &Value::Class(class.clone()),
                Stamp::of_date(year, month, day),
            )
        })
        .methods(METHODS)
        .class_methods(CLASS_METHODS);
    super::member!(class, "year", "datetime.date", |this: &Stamp| this.year);
    super::member!(class, "month", "datetime.date", |this: &Stamp| this.month);
    super::member!(class, "day", "datetime.date", |this: &Stamp| this.day);
    class
}

/// An argument that must be there.
pub(super) fn required(
    vm: &mut Vm,
    value: Option<Value>,
    name: &str,
    position: usize,
) -> Result<i64> {
    match value {
        Some(value) => c_int(vm, &value),
        None => Err(vm.type_error(format!(
            "function missing required argument '{name}' (pos {position})"
        ))),
    }
}

/// A field as an `int` of C, which CPython reads with its own words for what does not fit.
pub(super) fn c_int(vm: &mut Vm, value: &Value) -> Result<i64> {
    let Some(int) = vm.to_index(value)?.to_i64() else {
        return Err(vm.overflow_error("Python int too large to convert to C long"));
    };
    if int > i64::from(i32::MAX) {
        return Err(vm.overflow_error("signed integer is greater than maximum"));
    }
    if int < i64::from(i32::MIN) {
        return Err(vm.overflow_error("signed integer is less than minimum"));
    }
    Ok(int)
}

/// Refuses a date that does not exist.
pub(super) fn check_date(vm: &mut Vm, year: i64, month: i64, day: i64) -> Result<()> {
    if !(1..=9999).contains(&year) {
        return Err(vm.value_error(format!("year {year} is out of range")));
    }
    super::ranged(vm, month, 1, 12, "month")?;
    if !(1..=days_in_month(year, month)).contains(&day) {
        return Err(vm.value_error("day is out of range for month"));
    }
    Ok(())
}

pub(super) fn this(vm: &mut Vm, args: &Args) -> Result<Stamp> {
    match args.get(0).and_then(data::<Stamp>) {
        Some(this) => Ok((*this).clone()),
        None => Err(vm.type_error("descriptor requires a 'datetime.date' object")),
    }
}

/// A date (of a class) so many days after 1970-01-01.
fn of_days(vm: &mut Vm, class: &Value, days: i64) -> Result<Value> {
    let (year, month, day) = civil_from_days(days);
    if !(1..=9999).contains(&year) {
        return Err(vm.value_error(format!("year {year} is out of range")));
    }
    new_of(vm, class, Stamp::of_date(year, month, day))
}

/// Whether an order is one that an operator asks for.
pub(super) fn ordered(order: Ordering, op: CompareOp) -> bool {
    match op {
        CompareOp::Less => order.is_lt(),
        CompareOp::LessEqual => order.is_le(),
        CompareOp::Equal => order.is_eq(),
        CompareOp::NotEqual => order.is_ne(),
        CompareOp::Greater => order.is_gt(),
        CompareOp::GreaterEqual => order.is_ge(),
    }
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOp) -> Result<Value> {
    let this = this(vm, args)?;
    let Some(other) = args.get(1).and_then(data::<Stamp>) else {
        return Ok(Value::NotImplemented);
    };
    if this.is_date != other.is_date {
        return match op {
            CompareOp::Equal => Ok(Value::Bool(false)),
            CompareOp::NotEqual => Ok(Value::Bool(true)),
            _ => {
                let (a, b) = (vm.type_name(&args[0]), vm.type_name(&args[1]));
                Err(vm.type_error(format!("can't compare {a} to {b}")))
            }
        };
    }
    let (mine, theirs) = (this.offset(vm, &args[0])?, other.offset(vm, &args[1])?);
    if mine.is_some() != theirs.is_some() {
        return match op {
            CompareOp::Equal => Ok(Value::Bool(false)),
            CompareOp::NotEqual => Ok(Value::Bool(true)),
            _ => Err(vm.type_error("can't compare offset-naive and offset-aware datetimes")),
        };
    }
    let a = this.microseconds() - mine.unwrap_or(0);
    let b = other.microseconds() - theirs.unwrap_or(0);
    Ok(Value::Bool(ordered(a.cmp(&b), op)))
}

/// The moment so many microseconds later; a date moves by whole days.
fn moved(vm: &mut Vm, class: &Value, this: &Stamp, microseconds: i128) -> Result<Value> {
    let step = if this.is_date {
        microseconds.div_euclid(DAY) * DAY
    } else {
        microseconds
    };
    let sum = this.microseconds() + step;
    let (year, month, day) = civil_from_days(sum.div_euclid(DAY) as i64);
    if !(1..=9999).contains(&year) {
        return Err(vm.overflow_error("date value out of range"));
    }
    let rest = sum.rem_euclid(DAY) as i64;
    let moved = Stamp {
        year,
        month,
        day,
        hour: rest / 3_600_000_000,
        minute: rest / 60_000_000 % 60,
        second: rest / 1_000_000 % 60,
        microsecond: rest % 1_000_000,
        zone: this.zone.clone(),
        is_date: this.is_date,
    };
    new_of(vm, class, moved)
}

fn add(vm: &mut Vm, args: &Args, sign: i128) -> Result<Value> {
    let this = this(vm, args)?;
    let Some(other) = args.get(1).and_then(data::<TimeDelta>) else {
        return Ok(Value::NotImplemented);
    };
    let class = Value::Class(vm.class_of(&args[0]));
    moved(vm, &class, &this, sign * other.microseconds)
}

fn subtract(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let Some(other) = args.get(1).and_then(data::<Stamp>) else {
        return add(vm, &args, -1);
    };
    if this.is_date != other.is_date {
        return Ok(Value::NotImplemented);
    }
    let (mine, theirs) = (this.offset(vm, &args[0])?, other.offset(vm, &args[1])?);
    if mine.is_some() != theirs.is_some() {
        return Err(vm.type_error("can't subtract offset-naive and offset-aware datetimes"));
    }
    let difference =
        (this.microseconds() - mine.unwrap_or(0)) - (other.microseconds() - theirs.unwrap_or(0));
    Ok(delta(vm, difference))
}

fn isocalendar(vm: &mut Vm, args: Args) -> Result<Value> {
    let (year, week, day) = this(vm, &args)?.moment().iso_calendar();
    let fields = ["year", "week", "weekday"];
    let class = namedtuple::derive(vm, "datetime", "IsoCalendarDate", &fields, Vec::new())?;
    class.set_str("__module__", Value::str("datetime"));
    let repr: NativeFn = |vm, args| {
        let items = vm.collect(&args[0])?;
        let mut parts = Vec::new();
        for (name, item) in ["year", "week", "weekday"].iter().zip(items) {
            parts.push(format!("{name}={}", vm.repr(&item)?));
        }
        Ok(Value::from(format!(
            "datetime.IsoCalendarDate({})",
            parts.join(", ")
        )))
    };
    let method = brooklet_python::value::Native::method("IsoCalendarDate", "__repr__", repr);
    class.set_str("__repr__", Value::Native(std::rc::Rc::new(method)));
    Ok(namedtuple::instance(
        &class,
        vec![Value::Int(year), Value::Int(week), Value::Int(day)],
    ))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let class = vm.class_of(&args[0]);
    let name = if class.builtin {
        format!("datetime.{}", class.name)
    } else {
        class.name.to_string()
    };
    if this.is_date {
        return Ok(Value::from(format!(
            "{name}({}, {}, {})",
            this.year, this.month, this.day
        )));
    }
    let mut parts = vec![this.year, this.month, this.day, this.hour, this.minute];
    if this.second != 0 || this.microsecond != 0 {
        parts.push(this.second);
    }
    if this.microsecond != 0 {
        parts.push(this.microsecond);
    }
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    let mut text = format!("{name}({}", parts.join(", "));
    if !this.zone.is_none() {
        text.push_str(&format!(", tzinfo={}", vm.repr(&this.zone)?));
    }
    text.push(')');
    Ok(Value::from(text))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = this(vm, &args)?;
    let class = Value::Class(vm.class_of(&args[0]));
    let names = ["year", "month", "day"];
    let parts = args.bind(vm, "replace", 1, names, 0)?;
    let mut fields = [this.year, this.month, this.day];
    for (field, part) in fields.iter_mut().zip(parts) {
        if let Some(part) = part {
            *field = c_int(vm, &part)?;
        }
    }
    let [year, month, day] = fields;
    check_date(vm, year, month, day)?;
    new_of(vm, &class, Stamp::of_date(year, month, day))
}

impl Stamp {
    /// Days since 1970-01-01.
    pub(super) fn days(&self) -> i64 {
        days_from_civil(self.year, self.month, self.day)
    }

    /// The fields that the calendar knows.
    pub(super) fn moment(&self) -> Moment {
        Moment {
            year: self.year,
            month: self.month,
            day: self.day,
            hour: self.hour,
            minute: self.minute,
            second: self.second,
            microsecond: self.microsecond,
            offset: None,
            zone: None,
        }
    }

    /// The same with what the time zone gives.
    fn full_moment(&self, vm: &mut Vm, value: &Value) -> Result<Moment> {
        let mut moment = self.moment();
        moment.offset = self
            .offset(vm, value)?
            .map(|offset| offset.div_euclid(1_000_000) as i64);
        moment.zone = super::name_of(vm, &self.zone, value)?;
        Ok(moment)
    }

    /// `2024-01-05`.
    pub(super) fn date_text(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn hash(&self, vm: &mut Vm, value: &Value) -> Result<Value> {
        let year = self.year as u16;
        let mut packed = vec![
            (year >> 8) as u8,
            year as u8,
            self.month as u8,
            self.day as u8,
        ];
        if !self.is_date {
            if let Some(offset) = self.offset(vm, value)? {
                let since = self.microseconds() + i128::from(EPOCH) * DAY - offset;
                let since = delta(vm, since);
                return vm.hash(&since).map(Value::Int);
            }
            let micros = self.microsecond;
            packed.extend([self.hour as u8, self.minute as u8, self.second as u8]);
            packed.extend([(micros >> 16) as u8, (micros >> 8) as u8, micros as u8]);
        }
        Ok(Value::Int(brooklet_python::vm::hash::hash_bytes(&packed)))
    }
}
