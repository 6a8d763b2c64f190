//! `glob`, and the patterns of `fnmatch`.

use super::files::{path, path_text, status, system};
use brooklet_python::value::{Args, Module, Value, iterate};
use brooklet_python::vm::{Result, Vm};

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, &[("glob", glob), ("iglob", iglob)]);
    Ok(())
}

/// `fnmatch`.
pub(super) fn define_fnmatch(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("fnmatch", fnmatch),
            ("fnmatchcase", fnmatch),
            ("filter", filter),
        ],
    );
    Ok(())
}

/// Whether a name fits a pattern with `*`, `?` and `[...]`.
pub(super) fn fits(pattern: &[char], name: &[char]) -> bool {
    let Some(first) = pattern.first() else {
        return name.is_empty();
    };
    match first {
        '*' => (0..=name.len()).any(|skip| fits(&pattern[1..], &name[skip..])),
        '?' => !name.is_empty() && fits(&pattern[1..], &name[1..]),
        '[' => {
            // A bracket right after the opening one (or its `!`) belongs to the set.
            let negated = pattern.get(1) == Some(&'!');
            let start = 1 + usize::from(negated);
            let end = pattern
                .iter()
                .skip(start + 1)
                .position(|c| *c == ']')
                .map(|at| at + start + 1);
            let (Some(end), Some(c)) = (end, name.first()) else {
                return name.first() == Some(&'[') && fits(&pattern[1..], &name[1..]);
            };
            is_in_set(&pattern[start..end], *c) != negated && fits(&pattern[end + 1..], &name[1..])
        }
        c => name.first() == Some(c) && fits(&pattern[1..], &name[1..]),
    }
}

fn is_in_set(set: &[char], c: char) -> bool {
    let mut at = 0;
    while at < set.len() {
        if at + 2 < set.len() && set[at + 1] == '-' {
            if (set[at]..=set[at + 2]).contains(&c) {
                return true;
            }
            at += 3;
        } else if set[at] == c {
            return true;
        } else {
            at += 1;
        }
    }
    false
}

fn text_fits(pattern: &str, name: &str) -> bool {
    let chars = |text: &str| text.chars().collect::<Vec<char>>();
    fits(&chars(pattern), &chars(name))
}

fn is_pattern(part: &str) -> bool {
    part.contains(['*', '?', '['])
}

/// The paths that fit a pattern, in the order of their folders.
fn search(vm: &mut Vm, args: Args) -> Result<Vec<Value>> {
    let [pattern, _, _, recursive, _] = args.bind(
        vm,
        "glob",
        0,
        [
            "pathname",
            "root_dir",
            "dir_fd",
            "recursive",
            "include_hidden",
        ],
        1,
    )?;
    let recursive = recursive.map_or(Ok(false), |recursive| vm.truth(&recursive))?;
    let pattern = path_text(vm, &pattern.unwrap_or_default(), "")?;
    let mut found = vec![if pattern.starts_with('/') {
        "/".to_string()
    } else {
        String::new()
    }];
    let parts: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty()).collect();
    for (at, part) in parts.iter().enumerate() {
        let last = at + 1 == parts.len();
        let mut next = Vec::new();
        for folder in found {
            if *part == "**" && recursive {
                descend(vm, &folder, last, &mut next)?;
                continue;
            }
            for name in candidates(vm, &folder, part)? {
                let joined = join(&folder, &name);
                let inner = path(vm, &Value::str(&joined), "stat: path")?;
                match status(vm, &inner) {
                    Ok(found) if last || found.is_directory => next.push(joined),
                    _ => {}
                }
            }
        }
        found = next;
    }
    Ok(found
        .into_iter()
        .filter(|path| !path.is_empty())
        .map(Value::from)
        .collect())
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() || folder.ends_with('/') {
        format!("{folder}{name}")
    } else {
        format!("{folder}/{name}")
    }
}

fn list(vm: &mut Vm, folder: &str) -> Result<Vec<String>> {
    let here = path(
        vm,
        &Value::str(if folder.is_empty() { "." } else { folder }),
        "scandir: path",
    )?;
    Ok(system(vm).list(&here.place).unwrap_or_default())
}

fn candidates(vm: &mut Vm, folder: &str, part: &str) -> Result<Vec<String>> {
    if !is_pattern(part) {
        return Ok(vec![part.to_string()]);
    }
    let mut names = list(vm, folder)?;
    names.retain(|name| (part.starts_with('.') || !name.starts_with('.')) && text_fits(part, name));
    Ok(names)
}

/// What `**` stands for: a folder and all folders in it; as the last part, their files too.
fn descend(vm: &mut Vm, folder: &str, files: bool, found: &mut Vec<String>) -> Result<()> {
    found.push(folder.to_string());
    for name in list(vm, folder)? {
        if name.starts_with('.') {
            continue;
        }
        let joined = join(folder, &name);
        let inner = path(vm, &Value::str(&joined), "stat: path")?;
        if status(vm, &inner).is_ok_and(|found| found.is_directory) {
            descend(vm, &joined, files, found)?;
        } else if files {
            found.push(joined);
        }
    }
    Ok(())
}

fn glob(vm: &mut Vm, args: Args) -> Result<Value> {
    search(vm, args).map(Value::list)
}

fn iglob(vm: &mut Vm, args: Args) -> Result<Value> {
    Ok(Value::iterator("generator", iterate(search(vm, args)?)))
}

fn fnmatch(vm: &mut Vm, args: Args) -> Result<Value> {
    let [name, pattern] = args
        .bind(vm, "fnmatch", 0, ["name", "pat"], 2)?
        .map(Option::unwrap_or_default);
    let (name, pattern) = (path_text(vm, &name, "")?, path_text(vm, &pattern, "")?);
    Ok(Value::Bool(text_fits(&pattern, &name)))
}

fn filter(vm: &mut Vm, args: Args) -> Result<Value> {
    let [names, pattern] = args
        .bind(vm, "filter", 0, ["names", "pat"], 2)?
        .map(Option::unwrap_or_default);
    let pattern = path_text(vm, &pattern, "")?;
    let mut kept = vm.collect(&names)?;
    kept.retain(|name| name.as_str().is_some_and(|name| text_fits(&pattern, name)));
    Ok(Value::list(kept))
}

#[cfg(test)]
mod tests {
    use super::text_fits;

    #[test]
    fn patterns_fit_as_the_shell_has_them() {
        assert!(text_fits("part-*.t?t", "part-00001.txt"));
        assert!(text_fits("[a-c]x[!0-9]", "bxz"));
        assert!(!text_fits("[a-c]x[!0-9]", "bx4"));
        assert!(text_fits("[]]", "]"));
        assert!(text_fits("a[b", "a[b"));
    }
}
