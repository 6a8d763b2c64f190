use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::editor_api;

/// Writes the TypeScript types of the protocol into `folder`, with an `index.ts` over them all, and
/// what the editor knows of `pyspark`.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn write(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    brooklet_protocol::write_typescript(folder)?;
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(stem) = path.file_stem() {
            names.push(stem.to_string_lossy().into_owned());
        }
    }
    names.sort();
    let index: String = names
        .iter()
        .map(|name| format!("export type {{ {name} }} from \"./{name}\";\n"))
        .collect();
    fs::write(folder.join("index.ts"), index)?;
    editor_api::write(&folder.join("pyspark-api.ts"))
}
