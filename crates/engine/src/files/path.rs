//! Paths of the virtual file system.

use brooklet_python::files::FileSystem;

/// A path in normal form: no `file:` scheme, no `.`, no `..`, no doubled or trailing `/`. The
/// program's folder is the empty path.
///
/// ```text
/// ./data//a.txt       -> data/a.txt
/// file:///tmp/../x    -> /x
/// ```
pub(crate) fn normalize(path: &str) -> String {
    let path = match path.strip_prefix("file:") {
        Some(rest) if rest.starts_with("///") => &rest[2..],
        Some(rest) => rest,
        None => path,
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if path.starts_with('/') => {}
            _ => parts.push(part),
        }
    }
    let joined = parts.join("/");
    if path.starts_with('/') {
        format!("/{joined}")
    } else {
        joined
    }
}

/// The folder that holds a path (in normal form), `None` for a root.
pub(crate) fn parent(path: &str) -> Option<&str> {
    match path.rsplit_once('/') {
        Some(("", "")) => None,
        Some(("", _)) => Some("/"),
        Some((parent, _)) => Some(parent),
        None if path.is_empty() => None,
        None => Some(""),
    }
}

/// The path of a name in a folder (in normal form).
pub(crate) fn child(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        "/" => format!("/{name}"),
        _ => format!("{folder}/{name}"),
    }
}

/// A path as Hadoop shows it.
pub fn location(files: &dyn FileSystem, path: &str) -> String {
    match path.starts_with('/') {
        true => format!("file:{path}"),
        false => format!("file:{}/{path}", files.folder().trim_end_matches('/')),
    }
}

/// Makes a folder and those above it; one that is there already, or cannot be made, is left alone.
pub fn make_folders(files: &dyn FileSystem, path: &str, now_ms: i64) {
    let ends = path.match_indices('/').map(|(at, _)| at);
    for end in ends.filter(|at| *at > 0).chain([path.len()]) {
        let _ = files.make_directory(&path[..end], now_ms);
    }
}

/// A file, or the files in a folder, hidden ones left out.
pub(crate) fn list_files(files: &dyn FileSystem, path: String) -> Vec<String> {
    match files.status(&path) {
        Ok(status) if status.is_directory => {
            let names = files.list(&path).unwrap_or_default();
            let shown = names.iter().filter(|name| !name.starts_with(['.', '_']));
            shown.map(|name| child(&path, name)).collect()
        }
        _ => vec![path],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_all_spellings() {
        for (path, normal) in [
            ("./data//a.txt", "data/a.txt"),
            ("data/", "data"),
            (".", ""),
            ("a/../b", "b"),
            ("../up", "../up"),
            ("/..", "/"),
            ("file:///x/y", "/x/y"),
            ("file:/x", "/x"),
        ] {
            assert_eq!(normalize(path), normal, "{path}");
        }
    }

    #[test]
    fn parents() {
        assert_eq!(parent("a/b"), Some("a"));
        assert_eq!(parent("a"), Some(""));
        assert_eq!(parent("/a"), Some("/"));
        assert_eq!(parent(""), None);
        assert_eq!(parent("/"), None);
    }
}
