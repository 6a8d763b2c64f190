//! `io` and the built-in `open`.

mod buffer;
mod methods;
mod mode;
mod reading;

use std::rc::Rc;

pub use self::reading::line_left_at;

use self::buffer::{Buffer, Target};
use self::methods::FILE_METHODS;
use self::mode::Mode;
use super::files::{now, path, status, system};
use super::optional;
use brooklet_python::files::FileError;
use brooklet_python::native_class::object_of;
use brooklet_python::value::{Args, Class, ClassBuilder, Layout, Module, Str, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Vm};

struct Classes {
    text_file: Rc<Class>,
    reader: Rc<Class>,
    writer: Rc<Class>,
    random: Rc<Class>,
    string_io: Rc<Class>,
    bytes_io: Rc<Class>,
    unsupported: Rc<Class>,
}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    let types = vm.types.clone();
    vm.extension(|| {
        let file = |name| {
            ClassBuilder::new("_io", name, &types.object)
                .layout(Layout::Native)
                .methods(FILE_METHODS)
                .properties(methods::FILE_PROPERTIES)
                .build()
        };
        let memory = |name, new| {
            ClassBuilder::new("_io", name, &types.object)
                .layout(Layout::Native)
                .constructor(new)
                .methods(FILE_METHODS)
                .methods(&[("getvalue", methods::getvalue)])
                .properties(methods::FILE_PROPERTIES)
                .build()
        };
        Classes {
            text_file: file("TextIOWrapper"),
            reader: file("BufferedReader"),
            writer: file("BufferedWriter"),
            random: file("BufferedRandom"),
            string_io: memory("StringIO", new_string_io),
            bytes_io: memory("BytesIO", new_bytes_io),
            unsupported: ClassBuilder::new(
                "io",
                "UnsupportedOperation",
                types.exception(ExceptionKind::OSError),
            )
            .build(),
        }
    })
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    let classes = classes(vm);
    module.set("StringIO", Value::Class(classes.string_io.clone()));
    module.set("BytesIO", Value::Class(classes.bytes_io.clone()));
    module.set("TextIOWrapper", Value::Class(classes.text_file.clone()));
    module.set(
        "UnsupportedOperation",
        Value::Class(classes.unsupported.clone()),
    );
    super::functions(module, &[("open", open)]);
    Ok(())
}

/// `_io`: where the classes say that they live.
pub(super) fn define_classes(vm: &mut Vm, module: &Module) -> Result<()> {
    let classes = classes(vm);
    for class in [
        &classes.text_file,
        &classes.reader,
        &classes.writer,
        &classes.random,
        &classes.string_io,
        &classes.bytes_io,
    ] {
        module.set(class.name.as_str(), Value::Class(class.clone()));
    }
    Ok(())
}

fn unsupported(vm: &mut Vm, message: &str) -> Raise {
    let class = classes(vm).unsupported.clone();
    Raise::Exception(vm.new_exception(&class, vec![Value::str(message)]))
}

fn new_string_io(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [initial, newline] = args.bind(vm, "StringIO", 0, ["initial_value", "newline"], 0)?;
    let content = match optional(initial.as_ref()) {
        None => Vec::new(),
        Some(Value::Str(text)) => text.as_str().as_bytes().to_vec(),
        Some(other) => {
            let name = vm.type_name(&other);
            return Err(vm.type_error(format!("initial_value must be str or None, not {name}")));
        }
    };
    let _ = newline;
    let mode = Mode {
        text: true,
        read: true,
        write: true,
        ..Mode::default()
    };
    Ok(object_of(class, Buffer::new(content, mode, None)))
}

fn new_bytes_io(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    let [initial] = args.bind(vm, "BytesIO", 0, ["initial_bytes"], 0)?;
    let content = match optional(initial.as_ref()) {
        None => Vec::new(),
        Some(value) => vm.bytes_like(&value)?,
    };
    let mode = Mode {
        text: false,
        read: true,
        write: true,
        ..Mode::default()
    };
    Ok(object_of(class, Buffer::new(content, mode, None)))
}

/// A text argument that may be left out.
fn text_option(vm: &mut Vm, value: Option<&Value>, what: &str) -> Result<Option<Str>> {
    match optional(value) {
        None => Ok(None),
        Some(Value::Str(text)) => Ok(Some(text)),
        Some(other) => {
            let name = vm.type_name(&other);
            Err(vm.type_error(format!(
                "open() argument '{what}' must be str or None, not {name}"
            )))
        }
    }
}

/// The built-in `open`.
pub(super) fn open(vm: &mut Vm, args: Args) -> Result<Value> {
    let names = [
        "file",
        "mode",
        "buffering",
        "encoding",
        "errors",
        "newline",
        "closefd",
        "opener",
    ];
    let [file, mode_text, _, encoding, errors, newline, _, _] =
        args.bind(vm, "open", 0, names, 1)?;
    let mode_text = match mode_text {
        None => Str::new("r"),
        Some(Value::Str(text)) => text,
        Some(other) => {
            let name = vm.type_name(&other);
            return Err(vm.type_error(format!("open() argument 'mode' must be str, not {name}")));
        }
    };
    let mode = Mode::parse(mode_text.as_str()).map_err(|message| vm.value_error(message))?;
    let encoding = text_option(vm, encoding.as_ref(), "encoding")?;
    let errors = text_option(vm, errors.as_ref(), "errors")?;
    let newline = text_option(vm, newline.as_ref(), "newline")?;
    if !mode.text {
        for (given, what) in [
            (encoding.is_some(), "an encoding"),
            (errors.is_some(), "an errors"),
            (newline.is_some(), "a newline"),
        ] {
            if given {
                return Err(vm.value_error(format!("binary mode doesn't take {what} argument")));
            }
        }
    }
    if let Some(newline) = &newline
        && !["", "\n", "\r", "\r\n"].contains(&newline.as_str())
    {
        let text = vm.repr(&Value::Str(newline.clone()))?;
        return Err(vm.value_error(format!("illegal newline value: {text}")));
    }
    let file = file.unwrap_or_default();
    if matches!(
        file,
        Value::None | Value::Float(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_)
    ) {
        let name = vm.type_name(&file);
        return Err(vm.type_error(format!(
            "expected str, bytes or os.PathLike object, not {name}"
        )));
    }
    let path = path(vm, &file, "")?;
    let fail = |vm: &mut Vm, error| vm.file_error(error, &path.text);
    let found = status(vm, &path);
    match &found {
        Ok(found) if found.is_directory => return Err(fail(vm, FileError::IsADirectory)),
        Ok(_) if mode.exclusive => return Err(fail(vm, FileError::Exists)),
        Err(error) if !mode.create => return Err(fail(vm, *error)),
        _ => {}
    }
    let files = system(vm);
    let content = if found.is_ok() && !mode.truncate {
        files.read(&path.place).map_err(|error| fail(vm, error))?
    } else {
        files
            .write(&path.place, &[], now(vm))
            .map_err(|error| fail(vm, error))?;
        Vec::new()
    };
    let target = Target {
        host: vm.host.clone(),
        place: path.place.clone(),
        name: file.clone(),
        mode_text: mode_text.clone(),
        encoding: encoding
            .filter(|_| mode.text)
            .unwrap_or_else(|| Str::new("utf-8")),
        errors: errors.unwrap_or_else(|| Str::new("strict")),
        newline,
    };
    let content = if mode.text {
        methods::decoded(vm, content, &target)?
    } else {
        content
    };
    let classes = classes(vm);
    let class = match (mode.text, mode.read, mode.write) {
        (true, ..) => &classes.text_file,
        (_, true, true) => &classes.random,
        (_, true, _) => &classes.reader,
        _ => &classes.writer,
    };
    Ok(object_of(class, Buffer::new(content, mode, Some(target))))
}
