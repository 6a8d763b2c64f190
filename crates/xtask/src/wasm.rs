mod constants;
mod first_use;
mod homes;
mod order;
mod parts;
mod references;
mod split;
mod stubs;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use order::FunctionNames;
use parts::PARTS;
use references::References;
use wasm_bindgen_cli_support::Bindgen;

/// The memory a page's engine may grow to, in bytes. Phones refuse to reserve much more than this
/// for shared memory.
const MAX_MEMORY: u64 = 512 << 20;

/// What the generated files are called.
const NAME: &str = "brooklet";

/// WebAssembly features that every browser of the last three years has.
const BASE_FEATURES: [&str; 7] = [
    "bulk-memory",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
    "simd",
];

/// Flags for the compiler that make an engine smaller, since std is built along with it. A panic is a
/// bare trap then, and what would have said where it happened is left out. Of what std and the
/// collections ask to have inlined, only the small is: that alone is a tenth of the engine.
const SMALL: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Cllvm-args=-inline-threshold=25",
    "-Cllvm-args=-inlinehint-threshold=60",
];

/// Builds std along with the engine: with its flags, and those parts of it small that have a choice.
const BUILD_STD: [&str; 4] = [
    "-Z",
    "build-std=panic_abort,std",
    "-Z",
    "build-std-features=optimize_for_size",
];

/// Which engine to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// One thread, for pages that are not cross-origin isolated.
    Single,
    /// Shared memory and a pool of web workers.
    Threads,
}

impl Body {
    fn name(self) -> &'static str {
        match self {
            Body::Single => "single",
            Body::Threads => "threads",
        }
    }

    fn rust_flags(self) -> Vec<String> {
        let mut flags: Vec<String> = ["-C", "link-arg=--emit-relocs", "-C"]
            .map(str::to_owned)
            .into();
        match self {
            Body::Single => flags.push("target-feature=+bulk-memory,+simd128".to_owned()),
            Body::Threads => {
                flags.push("target-feature=+atomics,+bulk-memory,+simd128".to_owned());
                let linker = [
                    "--shared-memory".to_owned(),
                    "--import-memory".to_owned(),
                    format!("--max-memory={MAX_MEMORY}"),
                    "--export=__heap_base".to_owned(),
                    "--export=__wasm_init_tls".to_owned(),
                    "--export=__tls_size".to_owned(),
                    "--export=__tls_align".to_owned(),
                    "--export=__tls_base".to_owned(),
                ];
                flags.extend(
                    linker
                        .into_iter()
                        .flat_map(|flag| ["-C".to_owned(), format!("link-arg={flag}")]),
                );
            }
        }
        flags
    }

    fn cargo_arguments(self) -> &'static [&'static str] {
        match self {
            Body::Single => &[],
            Body::Threads => &["--features", "threads"],
        }
    }

    fn wasm_features(self) -> impl Iterator<Item = &'static str> {
        BASE_FEATURES
            .into_iter()
            .chain((self == Body::Threads).then_some("threads"))
    }
}

/// Builds the engine for the page into `web/engine/<body>`.
///
/// # Errors
/// When the compiler, `wasm-bindgen` or `wasm-opt` fails, or when the threaded engine came out
/// without shared memory.
pub(crate) fn build(root: &Path, body: Body) -> Result<()> {
    let started = Instant::now();
    let compiled = compile(root, body)?;
    let out = root.join("web/engine").join(body.name());
    let wasm = out.join(format!("{NAME}_bg.wasm"));
    let programs = root.join("scripts/run-first-programs.mjs");
    if [&compiled, &std::env::current_exe()?, &programs]
        .into_iter()
        .all(|source| is_newer(&wasm, source))
    {
        println!("engine {}: up to date", body.name());
        return Ok(());
    }
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot clear {}", out.display()))?;
    }
    let linked = fs::read(&compiled)?;
    let references = References::read(&linked)?;
    bind(references::without(&linked), &out)?;
    if body == Body::Threads {
        check_shared_memory(&out)?;
    }
    // wasm-bindgen-rayon's workers import the folder that holds the generated module.
    let manifest = serde_json::json!({ "type": "module", "main": format!("{NAME}.js") });
    fs::write(out.join("package.json"), format!("{manifest:#}\n"))?;
    // In this order, what the files call each other by goes up as their functions do.
    let whole = order::by_path(&optimize(root, body, &wasm)?, FunctionNames::Kept)?;
    cut(root, &out, &whole, &references)?;
    println!(
        "engine {}: {:.0} s",
        body.name(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Leaves in the primary file what the first programs run, and writes the others beside it.
fn cut(root: &Path, out: &Path, whole: &[u8], references: &References) -> Result<()> {
    let is_primary = first_use::record(root, out, whole, MAX_MEMORY)?;
    let glue = format!("./{NAME}_bg.js");
    let files = split::split(whole, references, &is_primary, PARTS, &glue)?;
    let names: Vec<String> = ["secondary"]
        .into_iter()
        .chain(PARTS.iter().map(|part| part.name))
        .map(|name| format!("{NAME}_{name}.wasm"))
        .collect();
    for (name, file) in names.iter().zip(&files[1..]) {
        fs::write(out.join(name), file)?;
    }
    write_loader(out, &names)?;
    // The last to be written: its time says that the engine is whole.
    fs::write(out.join(format!("{NAME}_bg.wasm")), &files[0])?;
    Ok(())
}

/// Completes the generated module with what loads the files of these names.
fn write_loader(out: &Path, files: &[String]) -> Result<()> {
    let glue = out.join(format!("{NAME}.js"));
    let imports = "const import0 = {\n        __proto__: null,";
    let text = fs::read_to_string(&glue)?;
    ensure!(
        text.matches(imports).count() == 1,
        "wasm-bindgen's module has no single list of imports"
    );
    let with_loader = format!("{imports}\n        {}: loadPart,", stubs::LOADER);
    // Bundlers find files by addresses that are written like this.
    let addresses: String = files
        .iter()
        .map(|name| format!("  () => new URL(\"{name}\", import.meta.url),\n"))
        .collect();
    let loader = include_str!("wasm/parts.js").replace("  // ADDRESSES\n", &addresses);
    fs::write(glue, text.replace(imports, &with_loader) + &loader)?;
    let types = out.join(format!("{NAME}.d.ts"));
    let text = fs::read_to_string(&types)?;
    fs::write(types, text + include_str!("wasm/parts.d.ts"))?;
    Ok(())
}

/// Compiles the bindings crate; the file it returns has not been through `wasm-bindgen`.
fn compile(root: &Path, body: Body) -> Result<PathBuf> {
    let target_folder = root.join("target").join(format!("wasm-{}", body.name()));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut flags = body.rust_flags();
    let mut command = Command::new(cargo);
    if has_std_source(root) {
        flags.extend(SMALL.map(str::to_owned));
        // Lets the pinned stable compiler build std: small, and with atomics where there are threads.
        command.args(BUILD_STD).env("RUSTC_BOOTSTRAP", "1");
    } else {
        ensure!(
            body == Body::Single,
            "threads need rust-src: run `rustup component add rust-src`"
        );
        println!(
            "engine {}: larger than need be, as rust-src is missing",
            body.name()
        );
    }
    command
        .current_dir(root)
        .args([
            "build",
            "--package",
            "brooklet-web",
            "--lib",
            "--profile",
            "wasm",
        ])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(&target_folder)
        .args(body.cargo_arguments())
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    let status = command.status().context("cannot start cargo")?;
    ensure!(
        status.success(),
        "the compiler failed on the engine {}",
        body.name()
    );
    Ok(target_folder.join("wasm32-unknown-unknown/wasm/brooklet_web.wasm"))
}

/// Whether the toolchain came with the source of std.
fn has_std_source(root: &Path) -> bool {
    let printed = Command::new("rustc")
        .current_dir(root)
        .args(["--print", "sysroot"])
        .output();
    printed.is_ok_and(|output| {
        let sysroot = String::from_utf8_lossy(&output.stdout);
        Path::new(sysroot.trim())
            .join("lib/rustlib/src/rust/library/Cargo.toml")
            .exists()
    })
}

/// Generates the JavaScript glue with exactly the `wasm-bindgen` of the lock file.
fn bind(linked: Vec<u8>, out: &Path) -> Result<()> {
    Bindgen::new()
        .input_bytes(NAME, linked)
        // The references are by the names that the compiler wrote.
        .demangle(false)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .generate(out)
        .context("wasm-bindgen failed on the engine")
}

/// A wrong set of linker flags gives an engine that loads and fails only when a thread starts.
fn check_shared_memory(out: &Path) -> Result<()> {
    let glue = fs::read_to_string(out.join(format!("{NAME}.js")))?;
    let squeezed: String = glue.split_whitespace().collect();
    if !squeezed.contains("shared:true") {
        bail!("the threaded engine has no shared memory: the linker ignored --shared-memory");
    }
    Ok(())
}

/// Takes the file that `wasm-bindgen` wrote, and returns what `wasm-opt` makes of it.
fn optimize(root: &Path, body: Body, wasm: &Path) -> Result<Vec<u8>> {
    let optimizer = root.join("node_modules/binaryen/bin/wasm-opt");
    ensure!(
        optimizer.exists(),
        "wasm-opt is missing: run `npm ci` first"
    );
    let optimized = wasm.with_extension("optimized");
    let status = Command::new("node")
        .arg(&optimizer)
        .arg(wasm)
        .arg("-o")
        .arg(&optimized)
        .args([
            "-O",
            // The compiler has inlined what pays; more makes the compressed file larger.
            "--skip-pass=inlining-optimizing",
            // The names of functions; `split` asks for them.
            "-g",
            "--strip-producers",
            "--strip-target-features",
        ])
        .args(
            body.wasm_features()
                .map(|feature| format!("--enable-{feature}")),
        )
        .status()
        .context("cannot start node for wasm-opt")?;
    ensure!(status.success(), "wasm-opt failed on {}", wasm.display());
    let whole = fs::read(&optimized)?;
    fs::remove_file(&optimized)?;
    fs::remove_file(wasm)?;
    Ok(whole)
}

/// Whether both files are there and the first was written after the second.
fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
    matches!((changed(file), changed(than)), (Ok(file), Ok(than)) if file > than)
}
