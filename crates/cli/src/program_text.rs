//! A program's text: of a `.py` file, or of a notebook.

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use brooklet_compose::{NotANotebook, open_notebook, to_python3};

/// Why a file gives no program.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The file cannot be read.
    File(io::Error),
    /// It is called a notebook and is none.
    Notebook(NotANotebook),
}

/// Reads a program. What only a notebook understands is said on the error stream.
///
/// # Errors
/// When the file cannot be read, or is a notebook that is none.
pub(crate) fn read(path: &Path) -> Result<String, Unreadable> {
    let text = fs::read_to_string(path).map_err(Unreadable::File)?;
    if path
        .extension()
        .is_none_or(|extension| extension != "ipynb")
    {
        return Ok(text);
    }
    let program = open_notebook(&text).map_err(Unreadable::Notebook)?;
    for line in &program.passed_over {
        eprintln!("brooklet: passed over in the notebook: {line}");
    }
    Ok(program.text)
}

/// Says why there is no program; gives the exit code that CPython has then.
pub(crate) fn refuse(path: &Path, reason: &Unreadable) -> ExitCode {
    match reason {
        Unreadable::File(error) => {
            eprintln!("brooklet: can't open file '{}': {error}", path.display());
        }
        Unreadable::Notebook(error) => eprintln!("brooklet: {}: {error}", path.display()),
    }
    ExitCode::from(2)
}

/// Prints a notebook or a program of Python 2 as a program of Python 3.
pub(crate) fn convert(path: &Path) -> ExitCode {
    match read(path) {
        Ok(text) => {
            print!("{}", to_python3(&text));
            ExitCode::SUCCESS
        }
        Err(reason) => refuse(path, &reason),
    }
}
