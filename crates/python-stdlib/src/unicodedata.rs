//! `unicodedata`: what Unicode 14 says of characters.

use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Vm};
use brooklet_unicode::{names, properties};
use unicode_normalization::{Form, normalize};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("bidirectional", |vm, args| {
                let letter = letter(vm, &args, "bidirectional() argument")?;
                Ok(Value::str(properties::of(letter).bidirectional))
            }),
            ("category", |vm, args| {
                let letter = letter(vm, &args, "category() argument")?;
                Ok(Value::str(properties::of(letter).category))
            }),
            ("combining", |vm, args| {
                let letter = letter(vm, &args, "combining() argument")?;
                Ok(Value::Int(properties::of(letter).combining.into()))
            }),
            ("decimal", |vm, args| number(vm, &args, "decimal")),
            ("decomposition", |vm, _| {
                let message = "unicodedata.decomposition() is not supported by Brooklet; \
                               normalize() with 'NFD' or 'NFKD' decomposes";
                Err(vm.error(ExceptionKind::NotImplementedError, message))
            }),
            ("digit", |vm, args| number(vm, &args, "digit")),
            ("east_asian_width", |vm, args| {
                let letter = letter(vm, &args, "east_asian_width() argument")?;
                Ok(Value::str(properties::of(letter).width))
            }),
            ("is_normalized", |vm, args| {
                let (form, text) = normal(vm, &args, "is_normalized")?;
                Ok(Value::Bool(normalize(&text, form) == text))
            }),
            ("lookup", lookup),
            ("mirrored", |vm, args| {
                let letter = letter(vm, &args, "mirrored() argument")?;
                Ok(Value::Int(properties::of(letter).is_mirrored.into()))
            }),
            ("name", |vm, args| {
                let letter = letter(vm, &args, "name() argument 1")?;
                match names::name(letter) {
                    Some(name) => Ok(Value::from(name)),
                    None => default(&args, || vm.value_error("no such name")),
                }
            }),
            ("normalize", |vm, args| {
                let (form, text) = normal(vm, &args, "normalize")?;
                Ok(Value::from(normalize(&text, form)))
            }),
            ("numeric", |vm, args| number(vm, &args, "numeric")),
        ],
    );
    module.set("unidata_version", Value::str("14.0.0"));
    Ok(())
}

/// The first argument, which is a character.
fn letter(vm: &mut Vm, args: &Args, argument: &str) -> Result<char> {
    let value = args.get(0).cloned().unwrap_or_default();
    let letters = value.as_str().map(str::chars);
    match letters.map(|mut letters| (letters.next(), letters.next())) {
        Some((Some(letter), None)) => Ok(letter),
        None => {
            let name = vm.type_name(&value);
            Err(vm.type_error(format!(
                "{argument} must be a unicode character, not {name}"
            )))
        }
        _ => Err(vm.type_error(format!("{argument} must be a unicode character, not str"))),
    }
}

/// The second argument, or an error where there is none.
fn default(args: &Args, error: impl FnOnce() -> Raise) -> Result<Value> {
    args.get(1).cloned().ok_or_else(error)
}

/// `decimal`, `digit` and `numeric`.
fn number(vm: &mut Vm, args: &Args, kind: &str) -> Result<Value> {
    let letter = letter(vm, args, &format!("{kind}() argument 1"))?;
    let found = properties::number(letter).and_then(|number| match kind {
        "decimal" if !number.is_decimal => None,
        "digit" if !number.is_digit => None,
        "numeric" => Some(Value::Float(number.value())),
        _ => Some(Value::Int(number.numerator)),
    });
    let missing = match kind {
        "decimal" => "not a decimal",
        "digit" => "not a digit",
        _ => "not a numeric character",
    };
    found.map_or_else(|| default(args, || vm.value_error(missing)), Ok)
}

/// The form and the text that `normalize` is given.
fn normal(vm: &mut Vm, args: &Args, function: &str) -> Result<(Form, String)> {
    args.between(vm, function, 0, 2, 2)?;
    for (at, value) in args.positional.iter().enumerate() {
        if value.as_str().is_none() {
            let name = vm.type_name(value);
            return Err(vm.type_error(format!(
                "{function}() argument {} must be str, not {name}",
                at + 1
            )));
        }
    }
    let form = match args[0].as_str().unwrap_or_default() {
        "NFC" => Form::Nfc,
        "NFD" => Form::Nfd,
        "NFKC" => Form::Nfkc,
        "NFKD" => Form::Nfkd,
        _ => return Err(vm.value_error("invalid normalization form")),
    };
    let text = args[1].as_str().unwrap_or_default().to_owned();
    Ok((form, text))
}

fn lookup(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "unicodedata.lookup", 0)?;
    let Some(text) = name.as_str() else {
        let name = vm.type_name(&name);
        return Err(vm.type_error(format!("lookup() argument must be str, not {name}")));
    };
    match names::character(text) {
        Some(letter) => Ok(Value::from(letter.to_string())),
        None => {
            let message = format!("undefined character name '{text}'");
            Err(vm.key_error(Value::from(message)))
        }
    }
}
