//! `os.path`.

use super::files::{Path, normalize, path, path_text, status, system};
use brooklet_python::files::FileStatus;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("join", join),
            ("exists", |vm, args| test(vm, &args, "exists", |_| true)),
            ("lexists", |vm, args| test(vm, &args, "lexists", |_| true)),
            ("isfile", |vm, args| {
                test(vm, &args, "isfile", |status| !status.is_directory)
            }),
            ("isdir", |vm, args| {
                test(vm, &args, "isdir", |status| status.is_directory)
            }),
            ("islink", |_, _| Ok(Value::Bool(false))),
            ("isabs", |vm, args| {
                Ok(Value::Bool(text(vm, &args, "isabs")?.starts_with('/')))
            }),
            ("basename", |vm, args| {
                Ok(Value::str(split_path(&text(vm, &args, "basename")?).1))
            }),
            ("dirname", |vm, args| {
                Ok(Value::str(split_path(&text(vm, &args, "dirname")?).0))
            }),
            ("split", |vm, args| {
                let text = text(vm, &args, "split")?;
                let (head, tail) = split_path(&text);
                Ok(Value::tuple(vec![Value::str(head), Value::str(tail)]))
            }),
            ("splitext", splitext),
            ("normpath", |vm, args| {
                Ok(Value::from(or_dot(normalize(&text(
                    vm, &args, "normpath",
                )?))))
            }),
            ("abspath", abspath),
            ("realpath", abspath),
            ("relpath", relpath),
            ("expanduser", |vm, args| {
                Ok(Value::from(text(vm, &args, "expanduser")?))
            }),
            ("commonprefix", commonprefix),
            ("getsize", |vm, args| {
                Ok(Value::Int(existing(vm, &args, "getsize")?.size as i64))
            }),
            ("getmtime", modified),
            ("getctime", modified),
        ],
    );
    for (name, value) in [
        ("sep", "/"),
        ("curdir", "."),
        ("pardir", ".."),
        ("extsep", "."),
        ("pathsep", ":"),
    ] {
        module.set(name, Value::str(value));
    }
    Ok(())
}

fn text(vm: &mut Vm, args: &Args, function: &str) -> Result<String> {
    let value = args.exactly_one(vm, function, 0)?;
    path_text(vm, &value, "")
}

fn or_dot(text: String) -> String {
    if text.is_empty() {
        ".".to_string()
    } else {
        text
    }
}

fn test(vm: &mut Vm, args: &Args, function: &str, holds: fn(FileStatus) -> bool) -> Result<Value> {
    let value = args.exactly_one(vm, function, 0)?;
    let path = path(vm, &value, "stat: path")?;
    Ok(Value::Bool(status(vm, &path).is_ok_and(holds)))
}

fn existing(vm: &mut Vm, args: &Args, function: &str) -> Result<FileStatus> {
    let value = args.exactly_one(vm, function, 0)?;
    let path: Path = path(vm, &value, "stat: path")?;
    status(vm, &path).map_err(|error| vm.file_error(error, &path.text))
}

fn modified(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::Float(
        existing(vm, &args, "getmtime")?.modified_ms as f64 / 1000.0,
    ))
}

fn join(vm: &mut Vm, args: Args) -> Result<Value> {
    args.no_keywords(vm, "join")?;
    if args.positional.is_empty() {
        return Err(vm.type_error("join() missing 1 required positional argument: 'a'"));
    }
    let mut joined = String::new();
    for (at, part) in args.positional.iter().enumerate() {
        let part = path_text(vm, part, "")?;
        if part.starts_with('/') || at == 0 {
            joined = part;
        } else if joined.is_empty() || joined.ends_with('/') {
            joined.push_str(&part);
        } else {
            joined.push('/');
            joined.push_str(&part);
        }
    }
    Ok(Value::from(joined))
}

/// What is before and after the last slash.
fn split_path(text: &str) -> (&str, &str) {
    let at = text.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = text.split_at(at);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

fn splitext(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = text(vm, &args, "splitext")?;
    let name = &text[text.rfind('/').map_or(0, |at| at + 1)..];
    // Dots that a name begins with do not start an extension.
    let body = name.trim_start_matches('.');
    let length = body.rfind('.').map_or(0, |at| body.len() - at);
    let (root, extension) = text.split_at(text.len() - length);
    Ok(Value::tuple(vec![Value::str(root), Value::str(extension)]))
}

/// An absolute path.
fn absolute(vm: &Vm, text: &str) -> String {
    if text.starts_with('/') {
        return normalize(text);
    }
    normalize(&format!("{}/{text}", system(vm).folder()))
}

fn abspath(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = text(vm, &args, "abspath")?;
    Ok(Value::from(absolute(vm, &text)))
}

fn relpath(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "relpath", 0, 1, 2)?;
    let text = path_text(vm, &args[0], "")?;
    let start = match args.get(1) {
        Some(start) => path_text(vm, start, "")?,
        None => ".".to_string(),
    };
    let (to, from) = (absolute(vm, &text), absolute(vm, &start));
    let parts = |path: &str| {
        path.split('/')
            .filter(|part| !part.is_empty())
            .map(String::from)
            .collect::<Vec<_>>()
    };
    let (to, from) = (parts(&to), parts(&from));
    let common = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
    let mut steps = vec!["..".to_string(); from.len() - common];
    steps.extend_from_slice(&to[common..]);
    Ok(Value::from(or_dot(steps.join("/"))))
}

fn commonprefix(vm: &mut Vm, args: Args) -> Result<Value> {
    let list = args.exactly_one(vm, "commonprefix", 0)?;
    let mut texts = Vec::new();
    for item in vm.collect(&list)? {
        texts.push(path_text(vm, &item, "")?);
    }
    let mut prefix = texts.first().cloned().unwrap_or_default();
    for text in &texts {
        while !text.starts_with(&prefix) {
            prefix.pop();
        }
    }
    Ok(Value::from(prefix))
}

#[cfg(test)]
mod tests {
    use super::split_path;

    #[test]
    fn splits_at_the_last_slash() {
        assert_eq!(split_path("/a/b"), ("/a", "b"));
        assert_eq!(split_path("/a"), ("/", "a"));
        assert_eq!(split_path("a//"), ("a", ""));
        assert_eq!(split_path("a"), ("", "a"));
    }
}
