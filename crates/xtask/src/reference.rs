//! The reference page: every class and method with its signature, what it does, the Spark class of
//! its rule and the recorded programs that use it.

mod cases;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brooklet_pyspark_api::{CLASSES, Class, Group, Kind, Method};

use self::cases::Cases;

/// Where the page is, from the project's folder.
const PAGE: &str = "docs/api.md";

/// How many cases a row names.
const MOST_NAMED: usize = 2;

const HEAD: &str = "\
# What `pyspark` has here

Every class and method that a program is given, as `crates/pyspark-api` describes it, with the class
of Spark that its rule comes from and the recorded programs that use a method of that name.

This page is made: `cargo run --bin xtask -- reference`.
";

/// Writes the page.
///
/// # Errors
/// When the cases cannot be read or the page not be written.
pub(crate) fn write(root: &Path) -> Result<()> {
    let page = root.join(PAGE);
    fs::write(&page, text(root)?).with_context(|| format!("cannot write {}", page.display()))
}

/// Makes sure that the page says what the description and the cases say.
///
/// # Errors
/// When it does not.
pub(crate) fn check(root: &Path) -> Result<()> {
    let written = fs::read_to_string(root.join(PAGE)).unwrap_or_default();
    ensure!(
        written == text(root)?,
        "{PAGE} is out of date: cargo run --bin xtask -- reference"
    );
    Ok(())
}

fn text(root: &Path) -> Result<String> {
    let cases = Cases::read(root)?;
    let mut text = HEAD.to_owned();
    for class in CLASSES {
        write!(
            text,
            "\n## {}\n\n{} (`{}`)\n",
            class.name, class.sentence, class.module
        )?;
        if let Some(base) = class.base {
            writeln!(
                text,
                "It has all that [{base}](#{}) has.",
                base.to_lowercase()
            )?;
        }
        for group in class.groups {
            write!(
                text,
                "\n### {}\n\n| signature | what it does | rule of | cases |\n| --- | --- | --- | --- |\n",
                title(class, group)
            )?;
            for method in group.methods {
                text += &row(class, group, method, &cases);
            }
        }
    }
    Ok(text)
}

/// The heading of a group, which no group of another class has.
fn title(class: &Class, group: &Group) -> String {
    format!("{}: {}", class.name, group.title.to_lowercase())
}

fn row(class: &Class, group: &Group, method: &Method, cases: &Cases) -> String {
    let users = match method.kind {
        Kind::Constructor => cases.using(class.name),
        _ => cases.using(method.name()),
    };
    let named: Vec<String> = users
        .iter()
        .take(MOST_NAMED)
        .map(|name| format!("`{name}`"))
        .collect();
    let named = match named.is_empty() {
        true => String::new(),
        false => format!(": {}", named.join(", ")),
    };
    let count = users.len();
    format!(
        "| `{}` | {} | `{}` | {count}{named} |\n",
        signature(class, method),
        method.sentence,
        group.rule
    )
}

/// As a program writes it.
fn signature(class: &Class, method: &Method) -> String {
    match method.kind {
        Kind::Constructor => method.text.replacen("__init__", class.name, 1),
        Kind::ClassMethod | Kind::StaticMethod | Kind::Constant => {
            format!("{}.{}", class.name, method.text)
        }
        Kind::Method | Kind::Property => method.text.to_owned(),
    }
}
