//! Each folder of the engine knows only those before it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders (and files) of `src`, each of which may import from those before it.
const ORDER: [&str; 10] = [
    "error",
    "files",
    "feeds",
    "task",
    "partition",
    "plan",
    "scheduler",
    "rdd",
    "example",
    "dstream",
];

fn source(path: &Path) -> String {
    fs::read_to_string(path).expect("a source file")
}

/// All source files in a folder and below.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files.extend(files_in(&path)),
            false => files.push(path),
        }
    }
    files
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

/// The folder of each name that `lib.rs` gives on: `pub use folder::{Name, Name};`.
fn exports(lib: &str) -> HashMap<&str, &str> {
    let mut exports: HashMap<&str, &str> = ORDER.iter().map(|name| (*name, *name)).collect();
    for statement in lib.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap_or_default();
        let (folder, names) = statement.split_once("::").expect("a path");
        exports.extend(words(names).map(|name| (name, folder)));
    }
    exports
}

/// What follows `crate::` in a text: one name, or all those in braces.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    text.split("crate::").skip(1).flat_map(|after| {
        let (list, most) = match after.strip_prefix('{') {
            Some(list) => (list.split('}').next().unwrap_or_default(), usize::MAX),
            None => (after, 1),
        };
        words(list).take(most)
    })
}

#[test]
fn no_folder_imports_from_a_later_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = source(&root.join("lib.rs"));
    let exports = exports(&lib);
    let place = |folder: &str| ORDER.iter().position(|other| *other == folder);
    let mut wrong = Vec::new();
    for path in files_in(&root) {
        let inside = path.strip_prefix(&root).expect("a path in src");
        let first = inside.iter().next().expect("a name").to_string_lossy();
        let folder = first.trim_end_matches(".rs");
        if folder == "lib" {
            continue;
        }
        let own = place(folder).unwrap_or_else(|| panic!("{folder} is not in the order"));
        for name in imports(&source(&path)) {
            let from = exports.get(name).copied();
            let from = from.unwrap_or_else(|| panic!("{inside:?}: what is crate::{name}?"));
            if place(from) > Some(own) {
                wrong.push(format!("{} imports {name} from {from}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
