//! `os`: folders and files.

use std::rc::Rc;

use super::files::{Path, now, path, status, system};
use brooklet_python::files::FileError;
use brooklet_python::value::{Args, Dict, Module, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Vm};

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("makedirs", makedirs),
            ("mkdir", mkdir),
            ("listdir", listdir),
            ("rename", rename),
            ("replace", rename),
            ("remove", remove),
            ("utime", utime),
            ("unlink", remove),
            ("rmdir", rmdir),
            ("walk", walk),
            ("stat", stat),
            ("getcwd", |vm, _| Ok(Value::from(system(vm).folder()))),
            ("getenv", getenv),
            ("getpid", |_, _| Ok(Value::Int(1))),
            ("cpu_count", |_, _| Ok(Value::Int(4))),
            ("fspath", |vm, args| {
                let value = args.exactly_one(vm, "fspath", 0)?;
                super::files::path_text(vm, &value, "").map(Value::from)
            }),
        ],
    );
    for (name, value) in [
        ("sep", "/"),
        ("linesep", "\n"),
        ("curdir", "."),
        ("pardir", ".."),
        ("extsep", "."),
        ("pathsep", ":"),
        ("name", "posix"),
        ("devnull", "/dev/null"),
    ] {
        module.set(name, Value::str(value));
    }
    module.set("environ", Value::Dict(Rc::new(Dict::new())));
    module.set(
        "error",
        Value::Class(vm.types.exception(ExceptionKind::OSError).clone()),
    );
    super::define_part(vm, module, "path", super::os_path::define)
}

fn file_argument(vm: &mut Vm, value: Option<&Value>, function: &str) -> Result<Path> {
    path(
        vm,
        value.unwrap_or(&Value::None),
        &format!("{function}: path"),
    )
}

fn failed(vm: &mut Vm, error: FileError, path: &Path) -> Raise {
    vm.file_error(error, &path.text)
}

fn mkdir(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, _, _] = args.bind(vm, "mkdir", 0, ["path", "mode", "dir_fd"], 1)?;
    let path = file_argument(vm, path.as_ref(), "mkdir")?;
    make_folder(vm, &path).map_err(|error| failed(vm, error, &path))?;
    Ok(Value::None)
}

fn make_folder(vm: &Vm, path: &Path) -> std::result::Result<(), FileError> {
    if status(vm, path).is_ok() {
        return Err(FileError::Exists);
    }
    system(vm).make_directory(&path.place, now(vm))
}

fn makedirs(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, _, exist_ok] = args.bind(vm, "makedirs", 0, ["name", "mode", "exist_ok"], 1)?;
    let exist_ok = exist_ok.map_or(Ok(false), |exist_ok| vm.truth(&exist_ok))?;
    let path = file_argument(vm, path.as_ref(), "mkdir")?;
    let absolute = path.place.starts_with('/');
    let parts: Vec<&str> = path
        .place
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    let mut place = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 || absolute {
            place.push('/');
        }
        place.push_str(part);
        let folder = Path {
            text: path.text.clone(),
            place: place.clone(),
        };
        let last = at + 1 == parts.len();
        match (make_folder(vm, &folder), status(vm, &folder)) {
            (Ok(()), _) => {}
            (Err(FileError::Exists), Ok(found)) if found.is_directory && (!last || exist_ok) => {}
            (Err(error), _) => return Err(failed(vm, error, &path)),
        }
    }
    Ok(Value::None)
}

fn names(vm: &mut Vm, path: &Path) -> Result<Vec<String>> {
    match system(vm).list(&path.place) {
        Ok(names) => Ok(names),
        Err(FileError::NotFound) if path.place == "." => Ok(Vec::new()),
        Err(error) => Err(failed(vm, error, path)),
    }
}

fn listdir(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path] = args.bind(vm, "listdir", 0, ["path"], 0)?;
    let path = path
        .filter(|path| !path.is_none())
        .unwrap_or_else(|| Value::str("."));
    let path = file_argument(vm, Some(&path), "listdir")?;
    Ok(Value::list(
        names(vm, &path)?.into_iter().map(Value::from).collect(),
    ))
}

fn rename(vm: &mut Vm, args: Args) -> Result<Value> {
    let [from, to, _, _] = args.bind(
        vm,
        "rename",
        0,
        ["src", "dst", "src_dir_fd", "dst_dir_fd"],
        2,
    )?;
    let from = path(vm, &from.unwrap_or_default(), "rename: src")?;
    let to = path(vm, &to.unwrap_or_default(), "rename: dst")?;
    match system(vm).rename(&from.place, &to.place) {
        Ok(()) => Ok(Value::None),
        Err(error) => {
            let raise = failed(vm, error, &from);
            if let Some(exception) = raise.exception()
                && let brooklet_python::value::Payload::Exception(state) =
                    &mut *exception.payload_mut()
            {
                // The second name stands after what only Windows fills.
                state.args.extend([Value::None, Value::from(to.text)]);
            }
            Err(raise)
        }
    }
}

/// `utime(path, times=None, *, ns=None)`: the access time is not kept.
fn utime(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, times, ns] = args.bind(vm, "utime", 0, ["path", "times", "ns"], 1)?;
    let path = file_argument(vm, path.as_ref(), "utime")?;
    let given = |value: Option<Value>| value.filter(|value| !value.is_none());
    let (times, to_ms) = match (given(times), given(ns)) {
        (Some(times), _) => (Some(times), 1e3),
        (None, ns) => (ns, 1e-6),
    };
    let modified_ms = match times {
        None => vm.host.now_ms(),
        Some(times) => match &vm.collect(&times)?[..] {
            [_, modified] => vm.to_f64(modified)? * to_ms,
            _ => {
                let message = "utime: 'times' must be either a tuple of two ints or None";
                return Err(vm.type_error(message));
            }
        },
    };
    match system(vm).set_modified(&path.place, modified_ms as i64) {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(failed(vm, error, &path)),
    }
}

fn remove(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, _] = args.bind(vm, "remove", 0, ["path", "dir_fd"], 1)?;
    let path = file_argument(vm, path.as_ref(), "remove")?;
    let removed = match status(vm, &path) {
        Ok(found) if found.is_directory => Err(FileError::IsADirectory),
        Ok(_) => system(vm).remove(&path.place),
        Err(error) => Err(error),
    };
    removed.map_err(|error| failed(vm, error, &path))?;
    Ok(Value::None)
}

fn rmdir(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, _] = args.bind(vm, "rmdir", 0, ["path", "dir_fd"], 1)?;
    let path = file_argument(vm, path.as_ref(), "rmdir")?;
    let removed = match status(vm, &path) {
        Ok(found) if !found.is_directory => Err(FileError::NotADirectory),
        Ok(_) => system(vm).remove(&path.place),
        Err(error) => Err(error),
    };
    removed.map_err(|error| failed(vm, error, &path))?;
    Ok(Value::None)
}

fn walk(vm: &mut Vm, args: Args) -> Result<Value> {
    let [top, ..] = args.bind(
        vm,
        "walk",
        0,
        ["top", "topdown", "onerror", "followlinks"],
        1,
    )?;
    let top = super::files::path_text(vm, &top.unwrap_or_default(), "")?;
    let mut found = Vec::new();
    let mut open = vec![top];
    while let Some(folder) = open.pop() {
        let here = path(vm, &Value::str(&folder), "scandir: path")?;
        let Ok(entries) = names(vm, &here) else {
            continue;
        };
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        for name in entries {
            let inner = path(vm, &Value::from(format!("{folder}/{name}")), "stat: path")?;
            let is_folder = status(vm, &inner).is_ok_and(|found| found.is_directory);
            if is_folder { &mut folders } else { &mut files }.push(name);
        }
        let slash = if folder.ends_with('/') { "" } else { "/" };
        open.extend(
            folders
                .iter()
                .rev()
                .map(|name| format!("{folder}{slash}{name}")),
        );
        let list = |names: Vec<String>| Value::list(names.into_iter().map(Value::from).collect());
        found.push(Value::tuple(vec![
            Value::from(folder),
            list(folders),
            list(files),
        ]));
    }
    Ok(Value::iterator(
        "generator",
        brooklet_python::value::iterate(found),
    ))
}

fn stat(vm: &mut Vm, args: Args) -> Result<Value> {
    let [path, ..] = args.bind(vm, "stat", 0, ["path", "dir_fd", "follow_symlinks"], 1)?;
    let path = file_argument(vm, path.as_ref(), "stat")?;
    let found = status(vm, &path).map_err(|error| failed(vm, error, &path))?;
    let fields = ["st_mode", "st_size", "st_atime", "st_mtime", "st_ctime"];
    let class =
        super::collections::namedtuple::derive(vm, "os", "stat_result", &fields, Vec::new())?;
    let modified = Value::Float(found.modified_ms as f64 / 1000.0);
    let mode = if found.is_directory {
        0o040_755
    } else {
        0o100_644
    };
    let values = vec![
        Value::Int(mode),
        Value::Int(found.size as i64),
        modified.clone(),
        modified.clone(),
        modified,
    ];
    Ok(super::collections::namedtuple::instance(&class, values))
}

fn getenv(vm: &mut Vm, args: Args) -> Result<Value> {
    let [_, default] = args.bind(vm, "getenv", 0, ["key", "default"], 1)?;
    Ok(default.unwrap_or_default())
}
