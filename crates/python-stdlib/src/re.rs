//! `re`: patterns and matches as objects, on the matcher of `brooklet-python-regex`.

mod find;
mod flag;
mod match_object;
mod pattern;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use brooklet_python_regex::SyntaxError;

use self::match_object::Match;
use self::pattern::Pattern;
use brooklet_python::native_class::{class, data, object};
use brooklet_python::signature::Signature;
use brooklet_python::value::{Args, Class, ClassBuilder, Module, NativeFn, Str, Value};
use brooklet_python::vm::{ExceptionKind, Level, Raise, Result, Vm};

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("match", |vm, args| {
        with_pattern(vm, args, "match", &["string"], pattern::match_)
    }),
    ("fullmatch", |vm, args| {
        with_pattern(vm, args, "fullmatch", &["string"], pattern::fullmatch)
    }),
    ("search", |vm, args| {
        with_pattern(vm, args, "search", &["string"], pattern::search)
    }),
    ("findall", |vm, args| {
        with_pattern(vm, args, "findall", &["string"], pattern::findall)
    }),
    ("finditer", |vm, args| {
        with_pattern(vm, args, "finditer", &["string"], pattern::finditer)
    }),
    ("split", |vm, args| {
        with_pattern(vm, args, "split", &["string", "maxsplit"], pattern::split)
    }),
    ("compile", compile),
    ("escape", escape),
    ("purge", |_, _| Ok(Value::None)),
];

/// Those that call a function for each match.
const REPLACING: &[(&str, NativeFn)] = &[
    ("sub", |vm, args| {
        with_pattern(vm, args, "sub", &["repl", "string", "count"], pattern::sub)
    }),
    ("subn", |vm, args| {
        with_pattern(
            vm,
            args,
            "subn",
            &["repl", "string", "count"],
            pattern::subn,
        )
    }),
];

struct ErrorClass(Rc<Class>);

fn error_class(vm: &mut Vm) -> Rc<Class> {
    let base = vm.types.exception(ExceptionKind::Exception).clone();
    vm.extension(|| ErrorClass(ClassBuilder::new("re", "error", &base).build()))
        .0
        .clone()
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, FUNCTIONS);
    super::replayed_functions(module, Level::Call, REPLACING);
    for (short, long, bits) in flag::FLAGS {
        let value = flag::flag(vm, *bits);
        module.set(short, value.clone());
        module.set(long, value);
    }
    let none = flag::flag(vm, 0);
    module.set("NOFLAG", none);
    module.set("RegexFlag", Value::Class(flag::class(vm)));
    module.set("error", Value::Class(error_class(vm)));
    module.set("Pattern", Value::Class(class::<Pattern>(vm)));
    module.set("Match", Value::Class(class::<Match>(vm)));
    Ok(())
}

/// The exception of a pattern that cannot be read.
fn syntax_error(vm: &mut Vm, error: &SyntaxError, pattern: &Value) -> Raise {
    let text = match pattern {
        Value::Str(text) => text.as_str().to_string(),
        Value::Bytes(data) => data.iter().map(|byte| *byte as char).collect(),
        _ => String::new(),
    };
    let class = error_class(vm);
    let exception = vm.new_exception(&class, vec![Value::from(error.text(&text))]);
    let attributes = exception.attributes();
    attributes.set_str("msg", Value::str(&error.message));
    attributes.set_str("pattern", pattern.clone());
    attributes.set_str("pos", error.place.map_or(Value::None, Value::from));
    let (line, column) = error
        .line_and_column(&text)
        .map_or((Value::None, Value::None), |(line, column)| {
            (Value::from(line), Value::from(column))
        });
    attributes.set_str("lineno", line);
    attributes.set_str("colno", column);
    Raise::Exception(exception)
}

/// Patterns that were compiled lately.
#[derive(Default)]
struct Cache(RefCell<HashMap<(String, bool, i64), Value>>);

const CACHE_SIZE: usize = 512;

/// The compiled form of a pattern.
fn compiled(vm: &mut Vm, pattern: &Value, flags: i64) -> Result<Value> {
    if data::<Pattern>(pattern).is_some() {
        if flags != 0 {
            return Err(vm.value_error("cannot process flags argument with a compiled pattern"));
        }
        return Ok(pattern.clone());
    }
    let (text, is_bytes) = match vm.unwrap_builtin(pattern) {
        Value::Str(text) => (text.as_str().to_string(), false),
        Value::Bytes(data) => (data.iter().map(|byte| *byte as char).collect(), true),
        _ => return Err(vm.type_error("first argument must be string or compiled pattern")),
    };
    let cache = vm.extension(Cache::default);
    let key = (text, is_bytes, flags);
    if let Some(known) = cache.0.borrow().get(&key) {
        return Ok(known.clone());
    }
    let made = Pattern::new(vm, pattern, &key.0, is_bytes, flags)?;
    let made = object(vm, made);
    let mut known = cache.0.borrow_mut();
    if known.len() >= CACHE_SIZE {
        known.clear();
    }
    known.insert(key, made.clone());
    Ok(made)
}

fn flag_bits(vm: &mut Vm, flags: Option<Value>) -> Result<i64> {
    flags.map_or(Ok(0), |flags| vm.to_i64(&flags))
}

fn compile(vm: &mut Vm, args: Args) -> Result<Value> {
    let [pattern, flags] = args.bind(vm, "compile", 0, ["pattern", "flags"], 1)?;
    let flags = flag_bits(vm, flags)?;
    compiled(vm, &pattern.unwrap_or_default(), flags)
}

/// Calls a method of a pattern that is the first argument of a function; `flags` may follow its own.
fn with_pattern(
    vm: &mut Vm,
    args: Args,
    function: &str,
    own: &[&str],
    method: NativeFn,
) -> Result<Value> {
    let names = [&["pattern"][..], own, &["flags"]].concat();
    let required = names.len()
        - 1
        - own
            .iter()
            .filter(|name| ["maxsplit", "count"].contains(name))
            .count();
    let signature = Signature {
        function,
        receivers: 0,
        names: &names,
        required,
    };
    let mut bound = signature.bind(vm, args)?;
    let flags = flag_bits(vm, bound.pop().flatten())?;
    let pattern = compiled(vm, &bound[0].take().unwrap_or_default(), flags)?;
    let mut call = Args::one(pattern);
    call.positional
        .extend(bound.into_iter().skip(1).map_while(|value| value));
    method(vm, call)
}

fn escape(vm: &mut Vm, args: Args) -> Result<Value> {
    const SPECIAL: &str = "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}";
    let [pattern] = args
        .bind(vm, "escape", 0, ["pattern"], 1)?
        .map(Option::unwrap_or_default);
    match pattern {
        Value::Str(text) => {
            let mut escaped = String::with_capacity(text.len() * 2);
            for c in text.as_str().chars() {
                if SPECIAL.contains(c) {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
            Ok(Value::Str(Str::from(escaped)))
        }
        Value::Bytes(data) => {
            let mut escaped = Vec::with_capacity(data.len() * 2);
            for byte in data.iter() {
                if SPECIAL.contains(*byte as char) {
                    escaped.push(b'\\');
                }
                escaped.push(*byte);
            }
            Ok(Value::bytes(escaped))
        }
        other => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!(
                "expected string or bytes-like object, got '{name}'"
            )))
        }
    }
}
