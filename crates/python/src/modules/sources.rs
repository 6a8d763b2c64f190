//! Modules, or parts of modules, that are written in Python.

use std::sync::{Arc, OnceLock};

use brooklet_python_compiler::bytecode::Code;
use brooklet_python_compiler::compiler::compile;

/// What the file names of this code begin with: tracebacks leave it out, as its lines are not the
/// program's.
pub(crate) const LIBRARY: &str = "<lib>/";

macro_rules! files {
    ($($module:literal,)*) => {
        &[$(($module, include_str!(concat!($module, ".py"))),)*]
    };
}

/// The texts, by the modules that they fill.
const FILES: &[(&str, &str)] = files![
    "_decimal_arithmetic",
    "_decimal_context",
    "_decimal_functions",
    "_decimal_number",
    "_decimal_powers",
    "_decimal_rounding",
    "_decimal_text",
    "abc",
    "argparse",
    "bisect",
    "calendar",
    "collections",
    "concurrent.futures",
    "contextlib",
    "csv",
    "dataclasses",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "heapq",
    "logging",
    "numpy",
    "pathlib",
    "pprint",
    "queue",
    "shutil",
    "statistics",
    "string",
    "tempfile",
    "textwrap",
    "threading",
    "traceback",
    "types",
    "typing",
    "urllib.parse",
    "uuid",
    "warnings",
    "zlib",
];

/// Their code, compiled once for all threads.
static CODE: [OnceLock<Arc<Code>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// The code of a module, if it has a file.
pub(super) fn code_of(module: &str) -> Option<&'static Arc<Code>> {
    let at = FILES.iter().position(|(known, _)| *known == module)?;
    Some(CODE[at].get_or_init(|| {
        let file = format!("{LIBRARY}{module}.py");
        match compile(text_of_file(at), &file) {
            Ok(code) => code,
            Err(faults) => panic!("{file}, line {}: {}", faults[0].line, faults[0].message),
        }
    }))
}

/// A file's text. The page's engine fetches the texts when this is first called (see `crates/xtask`):
/// nothing else may read them.
#[inline(never)]
fn text_of_file(at: usize) -> &'static str {
    FILES[at].1
}

/// Whether a module has a file.
pub(super) fn has(module: &str) -> bool {
    FILES.iter().any(|(known, _)| *known == module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_compiles() {
        for (module, _) in FILES {
            assert!(code_of(module).is_some_and(|code| code.file.starts_with(LIBRARY)));
        }
    }
}
