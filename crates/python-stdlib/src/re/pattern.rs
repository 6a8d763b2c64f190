//! Compiled patterns and their methods.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_regex::{Flags, Part, Program, Slots, TemplateError, compile, parse_template};

use super::find::{Subject, all, match_at};
use super::match_object::Match;
use super::{compiled, flag, syntax_error};
use crate::{is_callable, optional};
use brooklet_python::native_class::{
    NativeClass, data, object, pickle_state, receiver, state_items,
};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{Args, ClassBuilder, Dict, NativeData, NativeFn, Value, iterate};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// `re.Pattern`.
pub(super) struct Pattern {
    /// A `str` or a `bytes`.
    source: Value,
    /// As given and as found inside; with UNICODE or ASCII.
    flags: i64,
    /// As given to `compile`.
    given_flags: i64,
    pub(super) is_bytes: bool,
    pub(super) program: Program,
}

impl Pattern {
    pub(super) fn new(
        vm: &mut Vm,
        source: &Value,
        text: &str,
        is_bytes: bool,
        given: i64,
    ) -> Result<Pattern> {
        let flags = Flags {
            ignore_case: given & 2 != 0,
            multi_line: given & 8 != 0,
            dot_all: given & 16 != 0,
            verbose: given & 64 != 0,
            ascii: given & 256 != 0 || is_bytes,
        };
        if is_bytes && given & 32 != 0 {
            return Err(vm.value_error("cannot use UNICODE flag with a bytes pattern"));
        }
        if !is_bytes && given & 4 != 0 {
            return Err(vm.value_error("cannot use LOCALE flag with a str pattern"));
        }
        if given & 32 != 0 && given & 256 != 0 {
            return Err(vm.value_error("ASCII and UNICODE flags are incompatible"));
        }
        let program = compile(text, flags).map_err(|error| syntax_error(vm, &error, source))?;
        let found = program.flags;
        let mut bits = given;
        for (set, bit) in [
            (found.ignore_case, 2),
            (found.multi_line, 8),
            (found.dot_all, 16),
            (found.verbose, 64),
        ] {
            bits |= if set { bit } else { 0 };
        }
        if !is_bytes {
            bits |= if found.ascii { 256 } else { 32 };
        }
        Ok(Pattern {
            source: source.clone(),
            flags: bits,
            given_flags: given,
            is_bytes,
            program,
        })
    }
}

impl NativeData for Pattern {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        let state = Value::tuple(vec![self.source.clone(), Value::Int(self.given_flags)]);
        pickle_state(vm, &state, |vm, state| {
            let [source, flags] = state_items(state);
            let flags = vm.to_i64(&flags)?;
            compiled(vm, &source, flags)
        })
    }
}

/// Those that call a function for each match.
const REPLACING: &[(&str, NativeFn)] = &[("sub", sub), ("subn", subn)];

const METHODS: &[(&str, NativeFn)] = &[
    ("match", match_),
    ("fullmatch", fullmatch),
    ("search", search),
    ("findall", findall),
    ("finditer", finditer),
    ("split", split),
    ("__repr__", repr),
    ("__eq__", |_, args| {
        let (a, b) = (
            data::<Pattern>(&args[0]),
            args.get(1).and_then(data::<Pattern>),
        );
        let (Some(a), Some(b)) = (a, b) else {
            return Ok(Value::NotImplemented);
        };
        let same = match (&a.source, &b.source) {
            (Value::Str(a), Value::Str(b)) => a == b,
            (Value::Bytes(a), Value::Bytes(b)) => a[..] == b[..],
            _ => false,
        };
        Ok(Value::Bool(same && a.flags == b.flags))
    }),
    ("__hash__", |vm, args| {
        let this = receiver::<Pattern>(vm, &args, "__hash__")?;
        Ok(Value::Int(vm.hash(&this.source)? ^ this.flags))
    }),
];

impl NativeClass for Pattern {
    const MODULE: &'static str = "re";
    const NAME: &'static str = "Pattern";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.methods(METHODS).replayed(REPLACING).properties(&[
            ("pattern", |vm, args| {
                Ok(receiver::<Pattern>(vm, &args, "pattern")?.source.clone())
            }),
            ("flags", |vm, args| {
                Ok(Value::Int(receiver::<Pattern>(vm, &args, "flags")?.flags))
            }),
            ("groups", |vm, args| {
                Ok(Value::from(
                    receiver::<Pattern>(vm, &args, "groups")?.program.groups,
                ))
            }),
            ("groupindex", |vm, args| {
                let this = receiver::<Pattern>(vm, &args, "groupindex")?;
                let index = Dict::new();
                this.program
                    .names
                    .iter()
                    .for_each(|(name, group)| index.set_str(name, Value::from(*group)));
                Ok(Value::Dict(Rc::new(index)))
            }),
        ])
    }
}

/// Receiver, subject and range of a method that takes `string, pos, endpos`.
fn ranged(
    vm: &mut Vm,
    args: Args,
    method: &str,
) -> Result<(Rc<Pattern>, Value, Subject, (usize, usize))> {
    let this = receiver::<Pattern>(vm, &args, method)?;
    let pattern = args[0].clone();
    let [string, pos, endpos] = args.bind(vm, method, 1, ["string", "pos", "endpos"], 1)?;
    let subject = Subject::new(vm, &this, &string.unwrap_or_default())?;
    let length = subject.text().len() as i64;
    let place = |vm: &mut Vm, value: Option<Value>, default| match value {
        Some(value) => vm.to_i64(&value).map(|place| place.clamp(0, length)),
        None => Ok(default),
    };
    let end = place(vm, endpos, length)?;
    let start = place(vm, pos, 0)?;
    Ok((this, pattern, subject, (start as usize, end as usize)))
}

fn match_or_none(
    vm: &mut Vm,
    slots: Option<Slots>,
    pattern: Value,
    subject: Subject,
    range: (usize, usize),
) -> Value {
    match slots {
        Some(slots) => object(
            vm,
            Match {
                pattern,
                subject,
                slots,
                range,
            },
        ),
        None => Value::None,
    }
}

fn anchored(vm: &mut Vm, args: Args, method: &str, whole: bool) -> Result<Value> {
    let (this, pattern, subject, range) = ranged(vm, args, method)?;
    if range.0 > range.1 {
        return Ok(Value::None);
    }
    let slots = match_at(vm, &this, &subject, range, whole)?;
    Ok(match_or_none(vm, slots, pattern, subject, range))
}

pub(super) fn match_(vm: &mut Vm, args: Args) -> Result<Value> {
    anchored(vm, args, "match", false)
}

pub(super) fn fullmatch(vm: &mut Vm, args: Args) -> Result<Value> {
    anchored(vm, args, "fullmatch", true)
}

pub(super) fn search(vm: &mut Vm, args: Args) -> Result<Value> {
    let (this, pattern, subject, range) = ranged(vm, args, "search")?;
    let slots = all(vm, &this, &subject, range, 1)?.pop();
    Ok(match_or_none(vm, slots, pattern, subject, range))
}

/// What a group matched.
pub(super) fn group(subject: &Subject, slots: &Slots, group: usize) -> Option<Value> {
    Some(subject.part(slots[group * 2]?, slots[group * 2 + 1]?))
}

fn empty(subject: &Subject) -> Value {
    subject.part(0, 0)
}

pub(super) fn findall(vm: &mut Vm, args: Args) -> Result<Value> {
    let (this, _, subject, range) = ranged(vm, args, "findall")?;
    let found = all(vm, &this, &subject, range, usize::MAX)?;
    let text =
        |slots: &Slots, index| group(&subject, slots, index).unwrap_or_else(|| empty(&subject));
    let items = found.iter().map(|slots| match this.program.groups {
        0 => text(slots, 0),
        1 => text(slots, 1),
        count => Value::tuple((1..=count).map(|index| text(slots, index)).collect()),
    });
    Ok(Value::list(items.collect()))
}

pub(super) fn finditer(vm: &mut Vm, args: Args) -> Result<Value> {
    let (this, pattern, subject, range) = ranged(vm, args, "finditer")?;
    let found = all(vm, &this, &subject, range, usize::MAX)?;
    let mut matches = Vec::with_capacity(found.len());
    for slots in found {
        matches.push(object(
            vm,
            Match {
                pattern: pattern.clone(),
                subject: subject.clone(),
                slots,
                range,
            },
        ));
    }
    Ok(Value::iterator("callable_iterator", iterate(matches)))
}

/// A count where 0 (or less, for `split`) means no bound or none at all.
fn bound(vm: &mut Vm, count: Option<Value>) -> Result<i64> {
    count.map_or(Ok(0), |count| vm.to_i64(&count))
}

pub(super) fn split(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Pattern>(vm, &args, "split")?;
    let [string, most] = args.bind(vm, "split", 1, ["string", "maxsplit"], 1)?;
    let subject = Subject::new(vm, &this, &string.unwrap_or_default())?;
    let most = match bound(vm, most)? {
        0 => usize::MAX,
        most => usize::try_from(most).unwrap_or(0),
    };
    let length = subject.text().len();
    let mut parts = Vec::new();
    let mut at = 0;
    for slots in all(vm, &this, &subject, (0, length), most)? {
        let (start, end) = (slots[0].unwrap_or(at), slots[1].unwrap_or(at));
        parts.push(subject.part(at, start));
        parts.extend(
            (1..=this.program.groups)
                .map(|index| group(&subject, &slots, index).unwrap_or_default()),
        );
        at = end;
    }
    parts.push(subject.part(at, length));
    Ok(Value::list(parts))
}

/// What replaces matches.
enum Replacement {
    Function(Value),
    Template(Vec<Part>),
}

/// A template for matches of a pattern.
pub(super) fn read_template(vm: &mut Vm, pattern: &Pattern, given: &Value) -> Result<Vec<Part>> {
    let text = match given {
        Value::Str(text) if !pattern.is_bytes => text.as_str().to_string(),
        Value::Bytes(data) if pattern.is_bytes => data.iter().map(|byte| *byte as char).collect(),
        Value::Str(_) => {
            return Err(vm.type_error("sequence item 0: expected a bytes-like object, str found"));
        }
        Value::Bytes(_) => {
            return Err(vm.type_error("sequence item 0: expected str instance, bytes found"));
        }
        other => {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!(
                "decoding to str: need a bytes-like object, {name} found"
            )));
        }
    };
    parse_template(&text, &pattern.program).map_err(|fault| match fault {
        TemplateError::Syntax(error) => syntax_error(vm, &error, given),
        TemplateError::UnknownName(message) => vm.error(ExceptionKind::IndexError, message),
    })
}

/// Text that is put together: code points, or bytes.
pub(super) struct Joined {
    text: String,
    bytes: Vec<u8>,
    is_bytes: bool,
}

impl Joined {
    pub(super) fn new(is_bytes: bool) -> Joined {
        Joined {
            text: String::new(),
            bytes: Vec::new(),
            is_bytes,
        }
    }

    fn push(&mut self, value: &Value) -> bool {
        match value {
            Value::Str(text) if !self.is_bytes => self.text.push_str(text.as_str()),
            Value::Bytes(data) if self.is_bytes => self.bytes.extend_from_slice(data),
            _ => return false,
        }
        true
    }

    pub(super) fn push_parts(&mut self, parts: &[Part], subject: &Subject, slots: &Slots) {
        for part in parts {
            match part {
                Part::Text(text) if self.is_bytes => {
                    self.bytes.extend(text.chars().map(|c| c as u8))
                }
                Part::Text(text) => self.text.push_str(text),
                Part::Group(index) => {
                    if let Some(matched) = group(subject, slots, *index) {
                        self.push(&matched);
                    }
                }
            }
        }
    }

    pub(super) fn value(self) -> Value {
        if self.is_bytes {
            Value::bytes(self.bytes)
        } else {
            Value::from(self.text)
        }
    }
}

fn substitute(vm: &mut Vm, args: Args, method: &str) -> Result<(Value, usize)> {
    let this = receiver::<Pattern>(vm, &args, method)?;
    let pattern = args[0].clone();
    let [replacement, string, count] = args.bind(vm, method, 1, ["repl", "string", "count"], 2)?;
    let replacement = replacement.unwrap_or_default();
    let subject = Subject::new(vm, &this, &string.unwrap_or_default())?;
    let most = match bound(vm, count)? {
        0 => usize::MAX,
        most => usize::try_from(most).unwrap_or(0),
    };
    let replacement = if is_callable(vm, &replacement) {
        Replacement::Function(replacement)
    } else {
        let given = vm.unwrap_builtin(&replacement);
        Replacement::Template(read_template(vm, &this, &given)?)
    };
    let length = subject.text().len();
    let found = all(vm, &this, &subject, (0, length), most)?;
    let count = found.len();
    let mut joined = Joined::new(this.is_bytes);
    let mut at = 0;
    for slots in found {
        let (start, end) = (slots[0].unwrap_or(at), slots[1].unwrap_or(at));
        joined.push(&subject.part(at, start));
        at = end;
        match &replacement {
            Replacement::Template(parts) => joined.push_parts(parts, &subject, &slots),
            Replacement::Function(function) => {
                let matched = Match {
                    pattern: pattern.clone(),
                    subject: subject.clone(),
                    slots,
                    range: (0, length),
                };
                let matched = object(vm, matched);
                let text = vm.call_one(function, matched)?;
                if optional(Some(&text)).is_some() && !joined.push(&vm.unwrap_builtin(&text)) {
                    let name = vm.type_name(&text);
                    let wanted = if this.is_bytes {
                        "a bytes-like object"
                    } else {
                        "str instance"
                    };
                    return Err(vm.type_error(format!(
                        "sequence item {}: expected {wanted}, {name} found",
                        usize::from(start > 0)
                    )));
                }
            }
        }
    }
    joined.push(&subject.part(at, length));
    Ok((joined.value(), count))
}

pub(super) fn sub(vm: &mut Vm, args: Args) -> Result<Value> {
    substitute(vm, args, "sub").map(|(text, _)| text)
}

pub(super) fn subn(vm: &mut Vm, args: Args) -> Result<Value> {
    let (text, count) = substitute(vm, args, "subn")?;
    Ok(Value::tuple(vec![text, Value::from(count)]))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Pattern>(vm, &args, "__repr__")?;
    let mut text = vm.repr(&this.source)?;
    if text.chars().count() > 200 {
        text = text.chars().take(200).collect();
    }
    let shown = if this.is_bytes {
        this.flags
    } else {
        this.flags & !32
    };
    Ok(Value::from(match shown {
        0 => format!("re.compile({text})"),
        flags => format!("re.compile({text}, {})", flag::names(flags)),
    }))
}
