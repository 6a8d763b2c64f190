//! Paths as a program gives them, and what every file function needs.

use std::sync::Arc;

use brooklet_python::files::{FileError, FileStatus, FileSystem};
use brooklet_python::value::{Special, Value};
use brooklet_python::vm::{Result, Vm};

/// A path as the file system wants it: one inside the program's folder is relative.
#[derive(Clone)]
pub(super) struct Path {
    /// As the program wrote it, for messages.
    pub(super) text: String,
    /// As the file system wants it.
    pub(super) place: String,
}

/// The path of a `str`, a `bytes` or an object with `__fspath__`.
///
/// # Errors
/// `TypeError` for anything else.
pub(super) fn path(vm: &mut Vm, value: &Value, function: &str) -> Result<Path> {
    let text = path_text(vm, value, function)?;
    let folder = vm.host.files().folder();
    let inside = match text.strip_prefix(folder.trim_end_matches('/')) {
        Some(rest) if rest.starts_with('/') => rest.trim_start_matches('/'),
        Some("") if !text.is_empty() => ".",
        _ => &text,
    };
    let place = normalize(inside);
    Ok(Path {
        place: if place.is_empty() {
            ".".to_string()
        } else {
            place
        },
        text,
    })
}

/// The text of a path.
///
/// # Errors
/// As [`path`].
pub(super) fn path_text(vm: &mut Vm, value: &Value, function: &str) -> Result<String> {
    match value {
        Value::Str(text) => Ok(text.as_str().to_string()),
        Value::Bytes(data) => Ok(String::from_utf8_lossy(data).into_owned()),
        Value::Instance(instance) => {
            if let Some(inner @ Value::Str(_)) = instance.inner_value() {
                return path_text(vm, &inner, function);
            }
            match vm.special_method(value, Special::FsPath) {
                Some(method) => {
                    let inner = vm.call(&method, brooklet_python::value::Args::none())?;
                    if matches!(vm.unwrap_builtin(&inner), Value::Str(_) | Value::Bytes(_)) {
                        return path_text(vm, &inner, function);
                    }
                    let (class, given) = (vm.type_name(value), vm.type_name(&inner));
                    let message = format!(
                        "expected {class}.__fspath__() to return str or bytes, not {given}"
                    );
                    Err(vm.type_error(message))
                }
                None => Err(not_a_path(vm, value, function)),
            }
        }
        _ => Err(not_a_path(vm, value, function)),
    }
}

fn not_a_path(vm: &mut Vm, value: &Value, function: &str) -> brooklet_python::vm::Raise {
    let name = vm.type_name(value);
    let wanted = "str, bytes or os.PathLike object";
    vm.type_error(if function.is_empty() {
        format!("expected {wanted}, not {name}")
    } else {
        format!("{function} should be string, bytes, os.PathLike or integer, not {name}").replace(
            " or integer",
            if function.starts_with("stat") {
                " or integer"
            } else {
                ""
            },
        )
    })
}

/// A path without `.`, empty parts and a `..` that follows a folder.
pub(super) fn normalize(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if absolute => {}
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    if absolute {
        format!("/{joined}")
    } else {
        joined
    }
}

/// The file system.
pub(super) fn system(vm: &Vm) -> Arc<dyn FileSystem> {
    vm.host.files()
}

/// What a path is; the program's own folder is always there.
pub(super) fn status(vm: &Vm, path: &Path) -> std::result::Result<FileStatus, FileError> {
    if path.text.is_empty() {
        return Err(FileError::NotFound);
    }
    match system(vm).status(&path.place) {
        Err(FileError::NotFound) if path.place == "." => Ok(FileStatus {
            is_directory: true,
            size: 4096,
            modified_ms: 0,
        }),
        other => other,
    }
}

/// The clock for a file's time.
pub(super) fn now(vm: &Vm) -> i64 {
    vm.host.now_ms() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_all_spellings() {
        assert_eq!(normalize("./a//b/../c/"), "a/c");
        assert_eq!(normalize("/../a"), "/a");
        assert_eq!(normalize("../a"), "../a");
        assert_eq!(normalize("."), "");
    }
}
