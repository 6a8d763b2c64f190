//! A Jupyter notebook as a program: its code cells in order.
//!
//! Lines that only IPython understands (`%matplotlib inline`, `!pip install x`, `name?`) become
//! comments, as does a whole cell that is in another language (`%%bash`). The format is that of
//! `nbformat` 3 and 4.

use std::fmt;

use serde::Deserialize;

/// The program of a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookProgram {
    /// The program's text.
    pub text: String,
    /// The lines that became comments, one for a cell in another language.
    pub passed_over: Vec<String>,
}

/// The text is no notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotANotebook {
    reason: String,
}

impl fmt::Display for NotANotebook {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "This file is no Jupyter notebook: {}.", self.reason)
    }
}

impl std::error::Error for NotANotebook {}

/// Cell magics whose cell is Python all the same.
const PYTHON_CELLS: [&str; 6] = [
    "%%time",
    "%%timeit",
    "%%capture",
    "%%prun",
    "%%python3",
    "%%python",
];

#[derive(Deserialize)]
struct Notebook {
    #[serde(default)]
    cells: Vec<Cell>,
    /// Format 3.
    #[serde(default)]
    worksheets: Vec<Worksheet>,
}

#[derive(Deserialize)]
struct Worksheet {
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    cell_type: String,
    #[serde(default, alias = "input")]
    source: Source,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Text(String),
    Lines(Vec<String>),
}

impl Default for Source {
    fn default() -> Source {
        Source::Lines(Vec::new())
    }
}

/// Makes a program of a notebook.
///
/// # Errors
/// When the text is no notebook.
///
/// ```
/// let notebook = r#"{"nbformat": 4, "cells": [
///     {"cell_type": "markdown", "source": "Numbers"},
///     {"cell_type": "code", "source": ["%matplotlib inline\n", "x = 1"]},
///     {"cell_type": "code", "source": "print(x)"}]}"#;
/// let program = brooklet_compose::open_notebook(notebook).unwrap();
/// assert_eq!(program.text, "# In[1]:\n# %matplotlib inline\nx = 1\n\n# In[2]:\nprint(x)\n");
/// assert_eq!(program.passed_over, ["%matplotlib inline"]);
/// ```
pub fn open_notebook(json: &str) -> Result<NotebookProgram, NotANotebook> {
    let notebook: Notebook = serde_json::from_str(json).map_err(|error| NotANotebook {
        reason: error.to_string(),
    })?;
    let cells = (notebook.cells.into_iter()).chain(
        notebook
            .worksheets
            .into_iter()
            .flat_map(|sheet| sheet.cells),
    );
    let sources: Vec<String> = cells
        .filter(|cell| cell.cell_type == "code")
        .map(|cell| match cell.source {
            Source::Text(text) => text,
            Source::Lines(lines) => lines.concat(),
        })
        .collect();
    if sources.is_empty() {
        return Err(NotANotebook {
            reason: "it has no code cell".to_owned(),
        });
    }
    let mut passed_over = Vec::new();
    let mut parts = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        if !source.trim().is_empty() {
            let code = cell_code(source, &mut passed_over);
            parts.push(format!("# In[{}]:\n{code}\n", index + 1));
        }
    }
    Ok(NotebookProgram {
        text: parts.join("\n"),
        passed_over,
    })
}

/// The code of a cell, without a line end behind it.
fn cell_code(source: &str, passed_over: &mut Vec<String>) -> String {
    let source = source.trim_end();
    let first = source.trim_start().lines().next().unwrap_or_default();
    let magic = first.split_whitespace().next().unwrap_or_default();
    if magic.starts_with("%%") && !PYTHON_CELLS.contains(&magic) {
        passed_over.push(first.to_owned());
        let lines: Vec<String> = source.lines().map(|line| format!("# {line}")).collect();
        return lines.join("\n");
    }
    let mut scanner = Scanner::default();
    let mut out = Vec::new();
    for line in source.lines() {
        let is_whole = scanner.is_at_statement();
        match is_whole.then(|| without_magic(line)).flatten() {
            Some(code) => {
                passed_over.push(line.trim().to_owned());
                out.push(code);
            }
            None => {
                scanner.read(line);
                out.push(line.to_owned());
            }
        }
    }
    out.join("\n")
}

/// What stands in the place of a line that only IPython understands; `None` for Python.
fn without_magic(line: &str) -> Option<String> {
    let code = line.trim_start();
    let margin = &line[..line.len() - code.len()];
    // Its statement runs.
    if let Some(statement) = code.strip_prefix("%time ") {
        return Some(format!("{margin}{}  # %time", statement.trim()));
    }
    let is_help =
        code.starts_with('?') || (code.ends_with('?') && !code.contains(['#', '"', '\'', ' ']));
    let is_assigned = code.split_once('=').is_some_and(|(name, value)| {
        let is_name = name.trim().chars().all(|c| c.is_alphanumeric() || c == '_');
        let value = value.trim_start();
        is_name && (value.starts_with('!') && !value.starts_with("!=") || value.starts_with('%'))
    });
    if !code.starts_with(['%', '!']) && !is_help && !is_assigned {
        return None;
    }
    // A block may have no other line.
    let statement = if margin.is_empty() { "" } else { "pass  " };
    Some(format!("{margin}{statement}# {code}"))
}

/// Follows texts, brackets and continued lines from line to line.
#[derive(Default)]
struct Scanner {
    /// The quotes of the text that is open: three where it goes on over lines.
    quotes: String,
    depth: u32,
    is_continued: bool,
}

impl Scanner {
    /// Whether the next line begins a statement.
    fn is_at_statement(&self) -> bool {
        self.quotes.is_empty() && self.depth == 0 && !self.is_continued
    }

    fn read(&mut self, line: &str) {
        let mut rest = line;
        self.is_continued = false;
        while let Some(first) = rest.chars().next() {
            let mut length = first.len_utf8();
            if !self.quotes.is_empty() {
                if first == '\\' {
                    length += rest[length..].chars().next().map_or(0, char::len_utf8);
                } else if rest.starts_with(&self.quotes) {
                    length = self.quotes.len();
                    self.quotes.clear();
                }
            } else {
                match first {
                    '#' => return,
                    '"' | '\'' => {
                        let triple = first.to_string().repeat(3);
                        self.quotes = if rest.starts_with(&triple) {
                            triple
                        } else {
                            first.to_string()
                        };
                        length = self.quotes.len();
                    }
                    '(' | '[' | '{' => self.depth += 1,
                    ')' | ']' | '}' => self.depth = self.depth.saturating_sub(1),
                    '\\' if rest.trim_end() == "\\" => self.is_continued = true,
                    _ => {}
                }
            }
            rest = &rest[length..];
        }
        // A text in single quotes ends with its line.
        if self.quotes.len() == 1 {
            self.quotes.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(source: &str) -> (String, Vec<String>) {
        let mut passed_over = Vec::new();
        let code = cell_code(source, &mut passed_over);
        (code, passed_over)
    }

    #[test]
    fn lines_of_ipython_become_comments() {
        for (source, code) in [
            (
                "!pip install pyspark\nx = 1",
                "# !pip install pyspark\nx = 1",
            ),
            ("if x:\n    !ls", "if x:\n    pass  # !ls"),
            ("files = !ls\nsc?", "# files = !ls\n# sc?"),
            ("%time y = f(x)", "y = f(x)  # %time"),
            ("%%bash\nls\necho", "# %%bash\n# ls\n# echo"),
            ("%%time\nx = 1", "# %%time\nx = 1"),
        ] {
            let (found, passed_over) = code_of(source);
            assert_eq!(found, code);
            assert!(!passed_over.is_empty(), "{source}");
        }
    }

    #[test]
    fn python_stays_as_it_is() {
        for source in [
            "print(\"%d\"\n% x)",
            "x = '''\n!ls\n'''",
            "y = a \\\n% b",
            "x = a != b",
            "ok = 'why?'",
            "# what?\nprint(1)",
        ] {
            assert_eq!(code_of(source), (source.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn format_3_has_worksheets() {
        let json = r#"{"nbformat": 3, "worksheets": [{"cells": [
            {"cell_type": "code", "input": ["x = 1\n", "x"], "language": "python"}]}]}"#;
        assert_eq!(open_notebook(json).unwrap().text, "# In[1]:\nx = 1\nx\n");
    }

    #[test]
    fn other_files_are_refused() {
        assert!(open_notebook("x = 1\n").is_err());
        let error = open_notebook("{\"cells\": []}").unwrap_err();
        assert_eq!(
            error.to_string(),
            "This file is no Jupyter notebook: it has no code cell."
        );
    }
}
