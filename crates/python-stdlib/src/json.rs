//! `json`.

mod decoder;
mod encoder;

use std::rc::Rc;

use self::decoder::Hooks;
use self::encoder::Options;
use super::optional;
use brooklet_python::signature::bind;
use brooklet_python::value::{Args, Class, ClassBuilder, Module, Str, Value};
use brooklet_python::vm::{ExceptionKind, Level, Raise, Result, Vm};

struct Classes {
    decode_error: Rc<Class>,
    encoder: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    let types = vm.types.clone();
    vm.extension(|| {
        let value_error = types.exception(ExceptionKind::ValueError);
        Classes {
            decode_error: ClassBuilder::new("json.decoder", "JSONDecodeError", value_error).build(),
            encoder: ClassBuilder::new("json.encoder", "JSONEncoder", &types.object)
                .methods(&[
                    ("__init__", |_, _| Ok(Value::None)),
                    ("default", default),
                    ("encode", encode),
                ])
                .build(),
        }
    })
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::replayed_functions(
        module,
        Level::Uncounted,
        &[
            ("dumps", dumps),
            ("dump", dump),
            ("loads", loads),
            ("load", load),
        ],
    );
    let classes = classes(vm);
    module.set(
        "JSONDecodeError",
        Value::Class(classes.decode_error.clone()),
    );
    module.set("JSONEncoder", Value::Class(classes.encoder.clone()));
    Ok(())
}

/// `json.decoder` and `json.encoder`: where the classes say that they live.
pub(super) fn define_part(vm: &mut Vm, module: &Module) -> Result<()> {
    let classes = classes(vm);
    for class in [&classes.decode_error, &classes.encoder] {
        if class.module == module.name {
            module.set(class.name.as_str(), Value::Class(class.clone()));
        }
    }
    Ok(())
}

fn not_serializable(vm: &mut Vm, value: &Value) -> Raise {
    let name = vm.class_of(value).name.clone();
    vm.type_error(format!("Object of type {name} is not JSON serializable"))
}

fn default(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "default", 1)?;
    Err(not_serializable(vm, &value))
}

fn encode(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = args.exactly_one(vm, "encode", 1)?;
    let options = Options {
        default: Some(vm.get_attribute(&args[0], "default")?),
        ..Options::default()
    };
    encoder::encode(vm, &value, &options).map(Value::from)
}

/// Takes the options of `dumps` out of its keyword arguments.
fn options(vm: &mut Vm, args: &mut Args) -> Result<Options> {
    let mut options = Options::default();
    let mut separators = None;
    for (name, value) in std::mem::take(&mut args.keywords) {
        match name.as_str() {
            "skipkeys" => options.skip_keys = vm.truth(&value)?,
            "ensure_ascii" => options.ascii = vm.truth(&value)?,
            "check_circular" => {}
            "allow_nan" => options.allow_nan = vm.truth(&value)?,
            "sort_keys" => options.sort_keys = vm.truth(&value)?,
            "default" => options.default = optional(Some(&value)),
            "separators" => separators = optional(Some(&value)),
            "indent" => {
                options.indent = match value {
                    Value::None => None,
                    Value::Str(text) => Some(text.as_str().to_string()),
                    width => Some(" ".repeat(vm.to_length(&width, 1)?)),
                };
            }
            "cls" => {
                if !value.is_none() {
                    let made = vm.call(&value, Args::none())?;
                    options.default = Some(vm.get_attribute(&made, "default")?);
                }
            }
            _ => args.keywords.push((name, value)),
        }
    }
    if options.indent.is_some() {
        options.item_separator = Str::new(",");
    }
    if let Some(separators) = separators {
        let parts = vm.collect(&separators)?;
        match &parts[..] {
            [Value::Str(item), Value::Str(key)] => {
                options.item_separator = item.clone();
                options.key_separator = key.clone();
            }
            _ => return Err(vm.value_error("separators must be a pair of strings")),
        }
    }
    Ok(options)
}

fn dumps(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let options = options(vm, &mut args)?;
    let [object] = bind(vm, args, "dumps", 0, ["obj"], 1)?;
    encoder::encode(vm, &object.unwrap_or_default(), &options).map(Value::from)
}

fn dump(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let options = options(vm, &mut args)?;
    let [object, file] =
        bind(vm, args, "dump", 0, ["obj", "fp"], 2)?.map(Option::unwrap_or_default);
    let text = encoder::encode(vm, &object, &options)?;
    vm.call_method(&file, "write", Args::one(Value::from(text)))?;
    Ok(Value::None)
}

fn hooks(args: &mut Args) -> Hooks {
    let mut take = |name| args.take_keyword(name).filter(|hook| !hook.is_none());
    Hooks {
        object: take("object_hook"),
        pairs: take("object_pairs_hook"),
        float: take("parse_float"),
        int: take("parse_int"),
        constant: take("parse_constant"),
    }
}

fn decode(vm: &mut Vm, text: &Value, hooks: Hooks) -> Result<Value> {
    let text = match text {
        Value::Str(text) => text.clone(),
        Value::Bytes(_) | Value::ByteArray(_) => {
            match vm.call_method(text, "decode", Args::none())? {
                Value::Str(text) => text,
                _ => return Err(vm.type_error("bytes decode to a str")),
            }
        }
        other => {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!(
                "the JSON object must be str, bytes or bytearray, not {name}"
            )));
        }
    };
    decoder::decode(vm, &text, &hooks)
}

fn loads(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let hooks = hooks(&mut args);
    args.take_keyword("strict");
    let [text] = bind(vm, args, "loads", 0, ["s"], 1)?.map(Option::unwrap_or_default);
    decode(vm, &text, hooks)
}

fn load(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let hooks = hooks(&mut args);
    let [file] = bind(vm, args, "load", 0, ["fp"], 1)?.map(Option::unwrap_or_default);
    let text = vm.call_method(&file, "read", Args::none())?;
    decode(vm, &text, hooks)
}
