//! The texts that inputs are made from.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::targets::Target;

/// Values that cross threads.
const LITERALS: &[&str] = &[
    "[1, 2.5, 'a', None, True, (1, (2, [3]))]",
    "{'a': [1, {'b': (2, 3)}], 1: {4, 5}, (1, 2): frozenset([6])}",
    "[b'\\x00\\xff', bytearray(b'ab'), 10**30, -0.0, float('inf'), 1j]",
    "(range(3), slice(1, None, 2), ..., 'é日😀', '', [], {}, ())",
];

/// Patterns with a text that they are tried on, a line each.
const PATTERNS: &[&str] = &[
    "(?P<word>\\w+)\\s*=\\s*(\"[^\"]*\"|\\d+)\na = 12, b = \"x\"",
    "^(a|b)*?c{1,3}(?=d)$\nabababcccd",
    "(?i)[a-zé]+(?:ß|\\bK)\\1?\nAbcÉß",
    "(?m)^\\s*#(.*)$|(?<!x)y\n# one\nxy y",
];

/// The texts of a target.
pub(crate) fn texts(target: Target) -> Result<Vec<String>> {
    let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    Ok(match target {
        Target::Pickle => owned(LITERALS),
        Target::Regex => owned(PATTERNS),
        Target::Compile | Target::Edit => examples()?,
    })
}

fn examples() -> Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths
        .iter()
        .map(|path| Ok(fs::read_to_string(path)?))
        .collect()
}
