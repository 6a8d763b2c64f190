//! `time`, on the program's own clock.

use std::rc::Rc;

use super::civil::{DAYS, Moment};
use super::{civil_parse, optional};
use brooklet_python::value::{Args, Class, ClassBuilder, Module, Payload, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Step, Suspension, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("time_ns", time_ns),
            ("monotonic_ns", time_ns),
            ("perf_counter_ns", time_ns),
            ("sleep", sleep),
            ("gmtime", gmtime),
            ("localtime", gmtime),
            ("mktime", mktime),
            ("strftime", strftime),
            ("strptime", strptime),
            ("asctime", asctime),
            ("ctime", ctime),
        ],
    );
    for name in ["time", "monotonic", "perf_counter", "process_time"] {
        super::resumable_functions(module, &[(name, time)]);
    }
    module.set("struct_time", Value::Class(struct_time(vm)));
    module.set("timezone", Value::Int(0));
    module.set("altzone", Value::Int(0));
    module.set("daylight", Value::Int(0));
    module.set(
        "tzname",
        Value::tuple(vec![Value::str("UTC"), Value::str("UTC")]),
    );
    Ok(())
}

fn time(vm: &mut Vm, args: Args) -> Result<Step> {
    args.between(vm, "time", 0, 0, 0)?;
    vm.after(
        |vm| vm.read_clock().map(|()| Step::Done(Value::None)),
        |vm, read| {
            read?;
            Ok(Step::Done(Value::Float(vm.host.now_ms() / 1000.0)))
        },
    )
}

fn time_ns(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "time_ns", 0, 0, 0)?;
    Ok(Value::Int((vm.host.now_ms() * 1e6).round() as i64))
}

/// In seconds: what 63 bits of nanoseconds hold.
const LONGEST_SLEEP: f64 = 9_223_372_036.0;

fn sleep(vm: &mut Vm, args: Args) -> Result<Value> {
    let seconds = args.exactly_one(vm, "time.sleep", 0)?;
    let too_long = match seconds {
        Value::Float(_) => "timestamp out of range for platform time_t",
        _ => "timestamp too large to convert to C _PyTime_t",
    };
    let seconds = match seconds {
        Value::Float(seconds) if seconds.is_nan() => {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        Value::Float(seconds) => seconds,
        other => vm.to_i64(&other)? as f64,
    };
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    if seconds > LONGEST_SLEEP {
        return Err(vm.error(ExceptionKind::OverflowError, too_long));
    }
    Err(Raise::Suspend(Suspension::Sleep {
        ms: seconds * 1000.0,
    }))
}

const FIELDS: [&str; 9] = [
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
];

struct StructTime(Rc<Class>);

fn struct_time(vm: &mut Vm) -> Rc<Class> {
    let tuple = vm.types.tuple.clone();
    let slot = vm.extension(|| {
        let class = ClassBuilder::new("time", "struct_time", &tuple)
            .constructor(new)
            .methods(&[("__repr__", repr)])
            .properties(&[
                (FIELDS[0], |vm, args| field(vm, &args, 0)),
                (FIELDS[1], |vm, args| field(vm, &args, 1)),
                (FIELDS[2], |vm, args| field(vm, &args, 2)),
                (FIELDS[3], |vm, args| field(vm, &args, 3)),
                (FIELDS[4], |vm, args| field(vm, &args, 4)),
                (FIELDS[5], |vm, args| field(vm, &args, 5)),
                (FIELDS[6], |vm, args| field(vm, &args, 6)),
                (FIELDS[7], |vm, args| field(vm, &args, 7)),
                (FIELDS[8], |vm, args| field(vm, &args, 8)),
                ("tm_zone", |_, _| Ok(Value::str("UTC"))),
                ("tm_gmtoff", |_, _| Ok(Value::Int(0))),
            ]);
        StructTime(class.build())
    });
    slot.0.clone()
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let items = args.exactly_one(vm, "struct_time", 0)?;
    let items = vm.collect(&items)?;
    if items.len() != FIELDS.len() {
        let given = items.len();
        return Err(vm.type_error(format!(
            "time.struct_time() takes an at least 9-sequence ({given}-sequence given)"
        )));
    }
    Ok(Value::Instance(
        class.instance(Payload::Value(Value::tuple(items))),
    ))
}

fn items(vm: &mut Vm, value: &Value) -> Result<Vec<Value>> {
    match value {
        Value::Tuple(items) => Ok(items.to_vec()),
        Value::Instance(instance) if instance.inner_value().is_some() => {
            let inner = instance.inner_value().unwrap_or_default();
            items(vm, &inner)
        }
        _ => Err(vm.type_error("Tuple or struct_time argument required")),
    }
}

fn field(vm: &mut Vm, args: &Args, index: usize) -> Result<Value> {
    Ok(items(vm, &args[0])?[index].clone())
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut parts = Vec::new();
    for (name, value) in FIELDS.iter().zip(items(vm, &args[0])?) {
        parts.push(format!("{name}={}", vm.repr(&value)?));
    }
    Ok(Value::from(format!(
        "time.struct_time({})",
        parts.join(", ")
    )))
}

/// A `struct_time` of a moment.
pub(super) fn struct_of(vm: &mut Vm, moment: &Moment, dst: i64) -> Value {
    let class = struct_time(vm);
    let fields = [
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.weekday(),
        moment.day_of_year(),
        dst,
    ];
    let tuple = Value::tuple(fields.into_iter().map(Value::Int).collect());
    Value::Instance(class.instance(Payload::Value(tuple)))
}

fn moment_of(vm: &mut Vm, value: Option<&Value>) -> Result<Moment> {
    let Some(value) = value else {
        return Ok(now(vm));
    };
    let items = items(vm, value)?;
    if items.len() != FIELDS.len() {
        return Err(vm.type_error("strftime(): illegal time tuple argument"));
    }
    let mut fields = [0; 9];
    for (slot, item) in fields.iter_mut().zip(&items) {
        *slot = vm.to_i64(item)?;
    }
    let [year, month, day, hour, minute, second, ..] = fields;
    if !(0..=12).contains(&month) {
        return Err(vm.value_error("month out of range"));
    }
    Ok(Moment {
        year,
        month: month.max(1),
        day: day.max(1),
        hour,
        minute,
        second,
        microsecond: 0,
        offset: Some(0),
        zone: Some("UTC".to_string()),
    })
}

fn now(vm: &mut Vm) -> Moment {
    Moment {
        offset: Some(0),
        zone: Some("UTC".to_string()),
        ..Moment::from_seconds((vm.host.now_ms() / 1000.0).floor() as i64)
    }
}

fn gmtime(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "gmtime", 0, 0, 1)?;
    let moment = match optional(args.get(0)) {
        None => now(vm),
        Some(seconds) => Moment::from_seconds(vm.to_f64(&seconds)?.floor() as i64),
    };
    Ok(struct_of(vm, &moment, 0))
}

fn mktime(vm: &mut Vm, args: Args) -> Result<Value> {
    let tuple = args.exactly_one(vm, "time.mktime", 0)?;
    Ok(Value::Float(moment_of(vm, Some(&tuple))?.seconds() as f64))
}

fn strftime(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "strftime", 0, 1, 2)?;
    let moment = moment_of(vm, args.get(1))?;
    let Some(format) = args[0].as_str() else {
        let name = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("strftime() argument 1 must be str, not {name}")));
    };
    Ok(Value::from(moment.format(format)))
}

fn strptime(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "strptime", 0, 1, 2)?;
    let format = args
        .get(1)
        .cloned()
        .unwrap_or_else(|| Value::str("%a %b %d %H:%M:%S %Y"));
    let moment = read(vm, &args[0], &format, 0)?;
    Ok(struct_of(vm, &moment, -1))
}

/// Reads a moment by a format, as `time.strptime` and `datetime.strptime` do; messages count the
/// arguments from `first`.
pub(super) fn read(vm: &mut Vm, text: &Value, format: &Value, first: usize) -> Result<Moment> {
    for (index, value) in [text, format].into_iter().enumerate() {
        let index = first + index;
        if value.as_str().is_none() {
            let name = vm.type_name(value);
            return Err(vm.type_error(format!(
                "strptime() argument {index} must be str, not {name}"
            )));
        }
    }
    let (text_repr, format_repr) = (vm.repr(text)?, vm.repr(format)?);
    civil_parse::parse(
        text.as_str().unwrap_or_default(),
        &text_repr,
        format.as_str().unwrap_or_default(),
        &format_repr,
    )
    .map_err(|message| vm.value_error(message))
}

fn ascii_time(moment: &Moment) -> Value {
    let day = &DAYS[moment.weekday() as usize][..3];
    Value::from(format!("{day} {}", moment.format("%b %e %H:%M:%S %Y")))
}

fn asctime(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "asctime", 0, 0, 1)?;
    Ok(ascii_time(&moment_of(vm, args.get(0))?))
}

fn ctime(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "ctime", 0, 0, 1)?;
    let moment = match optional(args.get(0)) {
        None => now(vm),
        Some(seconds) => Moment::from_seconds(vm.to_f64(&seconds)?.floor() as i64),
    };
    Ok(ascii_time(&moment))
}
