//! What the editor knows of `pyspark`: its description as a TypeScript module.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use brooklet_pyspark_api::{CLASSES, Class, Kind};
use serde_json::{Value, json};

/// What stands before the data: its types.
const TYPES: &str = "\
/** How an entry of a class is used: called, called on the class, constructed, or only read. */
export type EntryKind = \"method\" | \"static\" | \"constructor\" | \"value\";

/** An entry: how it is used, its signature as Python writes it, what it does in one sentence. */
export type ApiEntry = readonly [kind: EntryKind, text: string, sentence: string];

/** A class of pyspark. */
export interface ApiClass {
  name: string;
  base: string | null;
  sentence: string;
  entries: readonly ApiEntry[];
}
";

/// Writes the description into a file.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn write(file: &Path) -> Result<()> {
    let classes: Vec<Value> = CLASSES.iter().map(class).collect();
    let data = serde_json::to_string(&classes)?;
    let text = format!("{TYPES}\nexport const CLASSES: readonly ApiClass[] = {data};\n");
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

fn class(class: &Class) -> Value {
    let entries: Vec<Value> = class
        .methods()
        .filter(|(_, method)| !method.name().starts_with("__") || method.kind == Kind::Constructor)
        .map(|(_, method)| json!([kind(method.kind), method.text, method.sentence]))
        .collect();
    json!({
        "name": class.name,
        "base": class.base,
        "sentence": class.sentence,
        "entries": entries,
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Method => "method",
        Kind::ClassMethod | Kind::StaticMethod => "static",
        Kind::Constructor => "constructor",
        Kind::Property | Kind::Constant => "value",
    }
}
