use std::fs;
use std::path::{Path, PathBuf};

/// The programs that there are: examples, conformance cases, and layouts of this test.
pub(crate) fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    for folder in [
        "examples",
        "tests/conformance/cases",
        "tests/spark/cases",
        "crates/compose/tests/layouts",
    ] {
        let before = paths.len();
        gather(&root.join(folder), &mut paths);
        assert!(paths.len() > before, "{folder} has no programs");
    }
    paths.sort();
    let programs = paths.iter().map(|path| {
        let name = path.strip_prefix(&root).unwrap_or(path);
        (
            name.display().to_string(),
            fs::read_to_string(path).unwrap(),
        )
    });
    // Some cases are there because they do not parse.
    programs
        .filter(|(_, text)| brooklet_compose::outline(text).is_some())
        .collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
}
