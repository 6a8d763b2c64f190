//! Arguments of PySpark's methods: bound as the description of the class has them, and refused in
//! CPython's words. A method's function gets an argument for each parameter, its default where the
//! program gave none.

use brooklet_engine::portable_hash_function;
use brooklet_pyspark_api::{Kind, Parameter, Signature};
use brooklet_python::signature;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};

use crate::core::storage_level;

/// The methods of a described class: `methods![RDD; "map" => map]`. A name that the description
/// does not have is no program.
macro_rules! methods {
    ($class:path; $($name:literal => $function:expr),+ $(,)?) => {
        &[$(($name, |vm, args| {
            const SIGNATURE: &brooklet_pyspark_api::Signature = &$class.signature($name);
            $crate::binding::call(vm, args, SIGNATURE, $function)
        })),+]
    };
}

/// The properties of a described class: `properties![RDD; "context" => context]`.
macro_rules! properties {
    ($class:path; $($name:literal => $function:expr),+ $(,)?) => {
        &[$((const { $class.property($name) }, $function)),+]
    };
}

/// What a call of a described class does: `constructor![SPARK_CONF => new]`.
macro_rules! constructor {
    ($class:path => $function:expr) => {
        |vm, class, args| {
            const SIGNATURE: &brooklet_pyspark_api::Signature = &$class.signature("__init__");
            let args = $crate::binding::bind(vm, args, SIGNATURE)?;
            $function(vm, class, args)
        }
    };
}

pub(crate) use {constructor, methods, properties};

/// Calls a method's function with an argument for each parameter.
///
/// # Errors
/// As [`bind`], and what the function raises.
pub(crate) fn call(
    vm: &mut Vm,
    args: Args,
    signature: &Signature,
    function: NativeFn,
) -> Result<Value> {
    let args = bind(vm, args, signature)?;
    function(vm, args)
}

/// The receiver, if the method has one, and an argument for each parameter, all by position. What
/// a variadic parameter takes is a tuple.
///
/// # Errors
/// `TypeError` for too many, missing, doubled or unknown arguments.
pub(crate) fn bind(vm: &mut Vm, mut args: Args, signature: &Signature) -> Result<Args> {
    let receiver = match signature.kind {
        Kind::StaticMethod => None,
        Kind::ClassMethod => Some("cls"),
        _ => Some("self"),
    };
    let is_construction = signature.kind == Kind::Constructor;
    let takes = signature.parameters().count() + usize::from(receiver.is_some());
    let is_plain = args.keywords.is_empty() && args.len() == takes;
    if is_plain && !is_construction && !signature.call.contains('*') {
        return Ok(args);
    }
    if is_construction {
        args.positional.insert(0, Value::None);
    }
    let parameters: Vec<Parameter> = signature.parameters().collect();
    let variadic = parameters.last().is_some_and(|last| last.is_variadic);
    let named = &parameters[..parameters.len() - usize::from(variadic)];
    let names: Vec<&str> = receiver
        .into_iter()
        .chain(named.iter().map(|parameter| parameter.name))
        .collect();
    let further: Option<Vec<Value>> = variadic.then(|| {
        let from = names.len().min(args.len());
        args.positional.drain(from..).collect()
    });
    let required = named.iter().filter(|parameter| parameter.is_required());
    let bound = signature::Signature {
        function: &signature.qualified_name(),
        receivers: 0,
        names: &names,
        required: names.len() - named.len() + required.count(),
    }
    .bind(vm, args)?;
    let defaults = receiver
        .map(|_| None)
        .into_iter()
        .chain(named.iter().map(|parameter| parameter.default));
    let mut values: Vec<Value> = bound
        .into_iter()
        .zip(defaults)
        .map(|(value, default)| value.unwrap_or_else(|| default_value(vm, default)))
        .collect();
    values.extend(further.map(Value::tuple));
    Ok(Args::of(
        values.into_iter().skip(usize::from(is_construction)),
    ))
}

/// The value of a default: a literal, or one of the names that PySpark's signatures have. What is
/// not taken into account here is `None`.
fn default_value(vm: &mut Vm, text: Option<&str>) -> Value {
    match text.unwrap_or("None") {
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "portable_hash" => portable_hash_function(),
        "lambda x: x" => Value::native(IDENTITY, |_, args| Ok(args[0].clone())),
        text => match text.parse() {
            Ok(whole) => Value::Int(whole),
            Err(_) => default_other_than_whole(vm, text),
        },
    }
}

/// A number with a point, a storage level, or a text.
fn default_other_than_whole(vm: &mut Vm, text: &str) -> Value {
    if let Ok(number) = text.parse() {
        return Value::Float(number);
    }
    match text.strip_prefix("StorageLevel.") {
        Some(name) => storage_level::named(vm, name),
        None => text
            .strip_prefix('\'')
            .and_then(|text| text.strip_suffix('\''))
            .map_or(Value::None, Value::str),
    }
}

/// What the default of a key function is called.
pub(crate) const IDENTITY: &str = "<lambda>";

/// The arguments of a call behind its receiver.
///
/// # Panics
/// If there are fewer: a function is given an argument for each parameter of its description.
pub(crate) fn arguments<const N: usize>(args: Args) -> [Value; N] {
    let mut values: Vec<Value> = args.positional.into_iter().collect();
    values.drain(..values.len() - N);
    match values.try_into() {
        Ok(values) => values,
        Err(_) => unreachable!("the rest has that length"),
    }
}
