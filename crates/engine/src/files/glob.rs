//! Patterns of paths, as Hadoop's `globStatus` takes them.

use brooklet_python::files::FileSystem;

use super::path::{child, normalize};

/// The folders that a pattern (`*`, `?`, `[a-z]`) means, in the order of their names; a path
/// without any of these means itself.
pub(crate) fn matching_folders(files: &dyn FileSystem, pattern: &str) -> Vec<String> {
    let mut folders = matching_paths(files, pattern);
    folders.retain(|folder| files.status(folder).is_ok_and(|status| status.is_directory));
    folders
}

/// The files and folders that a pattern means, in the order of their names.
pub(crate) fn matching_paths(files: &dyn FileSystem, pattern: &str) -> Vec<String> {
    let pattern = normalize(pattern);
    let (root, rest) = match pattern.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => ("", pattern.as_str()),
    };
    let mut paths = vec![root.to_owned()];
    for part in rest.split('/').filter(|part| !part.is_empty()) {
        paths = paths
            .iter()
            .flat_map(|folder| match part.contains(['*', '?', '[']) {
                false => vec![child(folder, part)],
                true => files
                    .list(folder)
                    .unwrap_or_default()
                    .iter()
                    .filter(|name| matches(part.as_bytes(), name.as_bytes()))
                    .map(|name| child(folder, name))
                    .collect(),
            })
            .collect();
    }
    paths.retain(|path| files.status(path).is_ok());
    paths
}

/// Whether a name matches a pattern of `*`, `?`, `[abc]`, `[a-c]`, `[^a]`.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let Some((first, rest)) = pattern.split_first() else {
        return name.is_empty();
    };
    match first {
        b'*' => (0..=name.len()).any(|skipped| matches(rest, &name[skipped..])),
        b'?' => name
            .split_first()
            .is_some_and(|(_, name)| matches(rest, name)),
        b'[' if rest.contains(&b']') => {
            let end = rest.iter().position(|byte| *byte == b']').unwrap_or(0);
            let (set, rest) = (&rest[..end], &rest[end + 1..]);
            name.split_first()
                .is_some_and(|(byte, name)| in_set(set, *byte) && matches(rest, name))
        }
        _ => name
            .split_first()
            .is_some_and(|(byte, name)| byte == first && matches(rest, name)),
    }
}

fn in_set(set: &[u8], byte: u8) -> bool {
    let (negated, set) = match set.split_first() {
        Some((b'^' | b'!', set)) => (true, set),
        _ => (false, set),
    };
    let mut found = false;
    let mut at = 0;
    while at < set.len() {
        if at + 2 < set.len() && set[at + 1] == b'-' {
            found |= (set[at]..=set[at + 2]).contains(&byte);
            at += 3;
        } else {
            found |= set[at] == byte;
            at += 1;
        }
    }
    found != negated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    #[test]
    fn patterns_mean_folders() {
        let files = MemoryFiles::new();
        for path in ["in/day1/a", "in/day2/a", "in/night/a", "in/day3"] {
            files.put(path, *b"", 0);
        }
        let folders = |pattern| matching_folders(&files, pattern);
        assert_eq!(folders("in/day*"), ["in/day1", "in/day2"]);
        assert_eq!(folders("in/day[^1]"), ["in/day2"]);
        assert_eq!(folders("./in/night/"), ["in/night"]);
        assert!(folders("elsewhere").is_empty());
    }
}
