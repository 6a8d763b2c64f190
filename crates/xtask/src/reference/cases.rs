//! Which recorded programs use a name.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Where programs and what Spark printed for them are.
const CORPORA: [&str; 2] = ["tests/conformance/cases", "tests/spark/cases"];

/// The cases by the names that their programs use.
pub(super) struct Cases(HashMap<String, Vec<String>>);

impl Cases {
    pub(super) fn read(root: &Path) -> Result<Cases> {
        let mut users: HashMap<String, Vec<String>> = HashMap::new();
        for corpus in CORPORA {
            let folder = root.join(corpus);
            let mut cases: Vec<String> = Vec::new();
            for entry in fs::read_dir(&folder)
                .with_context(|| format!("cannot read {}", folder.display()))?
            {
                let entry = entry?;
                if entry.path().join("meta.json").exists() {
                    cases.push(entry.file_name().to_string_lossy().into_owned());
                }
            }
            cases.sort();
            for case in cases {
                let program = fs::read_to_string(folder.join(&case).join("program.py"))?;
                for name in names(&program) {
                    users.entry(name.to_owned()).or_default().push(case.clone());
                }
            }
        }
        Ok(Cases(users))
    }

    /// The cases that use a name, in the order of the corpora.
    pub(super) fn using(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

/// What a program uses: words behind a dot, methods that it defines, and names with a capital.
fn names(program: &str) -> BTreeSet<&str> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut names = BTreeSet::new();
    let mut from = 0;
    while let Some(start) = program[from..].find(is_word).map(|at| from + at) {
        let end = program[start..]
            .find(|character| !is_word(character))
            .map_or(program.len(), |length| start + length);
        let (before, word) = (&program[..start], &program[start..end]);
        let is_class = word.starts_with(|first: char| first.is_ascii_uppercase());
        if is_class || before.ends_with('.') || before.ends_with("def ") {
            names.insert(word);
        }
        from = end;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn are_those_that_a_program_uses() {
        let program =
            "class A(RDD):\n    def added(self, x):\n        return self.map(x).count_1\n";
        let found: Vec<&str> = names(program).into_iter().collect();
        assert_eq!(found, ["A", "RDD", "added", "count_1", "map"]);
    }
}
