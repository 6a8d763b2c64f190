//! Cuts an engine in two: the primary file has the functions that the first programs of a visit
//! run, and the secondary one the others. It is fetched when one of its functions is first called.
//!
//! In the primary file a function of the secondary one is a stub: it has that file loaded if it is
//! not, and calls on through a table that it fills. The secondary file imports memory, tables,
//! globals and the functions it calls from the primary one. Binaryen's `wasm-split` does likewise, but does not come
//! with its npm package.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use walrus::ir::{CallIndirect, RefIsNull, TableGet, Value};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, Function, FunctionBuilder, FunctionId,
    FunctionKind, GlobalKind, ImportId, ImportKind, ImportedFunction, LocalId, Module,
    ModuleConfig, RefType, TableId, ValType, passes::gc,
};

use super::late_data::{self, LateTexts, Placed};
use super::order::{self, FunctionNames};

/// What the secondary file calls the one that it imports from.
const PRIMARY: &str = "primary";

/// The table through which the primary file calls the secondary one.
const SECONDARY: &str = "secondary";

/// The JavaScript function that loads the secondary file.
pub(crate) const LOADER: &str = "__load_secondary";

/// The JavaScript function that loads a file of data, given its number, and what it is imported from.
const DATA_LOADER: &str = "load";
const DATA: &str = "data";

/// The files of an engine.
pub(crate) struct Parts {
    pub(crate) primary: Vec<u8>,
    pub(crate) secondary: Vec<u8>,
    /// Data that the secondary file has fetched when it is first read.
    pub(crate) data: Vec<Vec<u8>>,
}

/// Cuts the engine. The texts of `late` go with their reader into the secondary file, those of `rare`
/// into a file each. `is_primary` says by index which functions the first programs run. Those of the
/// machinery of threads stay with them.
///
/// The primary file imports the JavaScript function that loads the secondary file, `LOADER` of `glue`.
///
/// # Errors
/// When the engine is no module that can be rewritten.
pub(crate) fn split(
    wasm: &[u8],
    is_primary: &[bool],
    glue: &str,
    late: &LateTexts,
    rare: &[LateTexts],
) -> Result<Parts> {
    let whole = read(wasm)?;
    for texts in rare.iter().chain([late]) {
        ensure!(
            texts.texts.is_empty()
                || whole
                    .funcs
                    .iter()
                    .any(|function| texts.are_read_by(function)),
            "the engine has no function {}",
            texts.reader
        );
    }
    let reads_late = |function: &Function| {
        let mut all = rare.iter().chain([late]);
        all.any(|texts| texts.are_read_by(function))
    };
    let moved: BTreeSet<usize> = whole
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Local(_)))
        .filter(|function| {
            !is_primary[function.id().index()] && !is_of_threads(function) || reads_late(function)
        })
        .map(|function| function.id().index())
        .collect();
    // With a stub for each function that moves, those that are called from the primary file are left.
    let every = moved.iter().copied().zip(0..).collect();
    let mut probe = with_stubs(wasm, &every, glue)?;
    gc::run(&mut probe);
    let called: BTreeMap<usize, u32> = probe
        .funcs
        .iter()
        .map(|function| function.id().index())
        .filter(|index| moved.contains(index))
        .zip(0..)
        .collect();
    let mut primary = with_stubs(wasm, &called, glue)?;
    let placed = late_data::take(&mut primary, late)?;
    let data: Result<Vec<Vec<u8>>> = rare
        .iter()
        .map(|texts| Ok(late_data::pack(&late_data::take(&mut primary, texts)?)))
        .collect();
    let mut secondary = secondary_file(wasm, &moved, &called, placed)?;
    export_imports(&mut primary, &secondary)?;
    load_before_reading(&mut secondary, rare);
    gc::run(&mut primary);
    Ok(Parts {
        primary: order::by_path(&primary.emit_wasm(), FunctionNames::Dropped)?,
        secondary: order::by_path(&secondary.emit_wasm(), FunctionNames::Dropped)?,
        data: data?,
    })
}

/// Has each reader of a file of data load that file first.
fn load_before_reading(secondary: &mut Module, rare: &[LateTexts]) {
    let ty = secondary.types.add(&[ValType::I32], &[]);
    let (load, _) = secondary.add_import_func(DATA, DATA_LOADER, ty);
    for (number, texts) in rare.iter().enumerate() {
        for function in secondary.funcs.iter_mut() {
            if !texts.are_read_by(function) {
                continue;
            }
            if let FunctionKind::Local(local) = &mut function.kind {
                local
                    .builder_mut()
                    .func_body()
                    .const_at(0, Value::I32(number as i32))
                    .call_at(1, load);
            }
        }
    }
}

/// Whether a function is of the machinery of threads: which of them run is a matter of chance.
fn is_of_threads(function: &Function) -> bool {
    let name = function.name.as_deref().unwrap_or_default();
    ["rayon", "crossbeam"]
        .iter()
        .any(|part| name.contains(part))
        || ["::thread::", "::sync::", "::sys::", "::park"]
            .iter()
            .any(|part| name.contains("std") && name.contains(part))
}

fn read(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse(wasm)
}

/// The engine with stubs for the functions that have a slot.
fn with_stubs(wasm: &[u8], slots: &BTreeMap<usize, u32>, glue: &str) -> Result<Module> {
    let mut module = read(wasm)?;
    let table = module.tables.add_local(
        false,
        slots.len() as u64,
        Some(slots.len() as u64),
        RefType::FUNCREF,
    );
    module.exports.add(SECONDARY, table);
    let ensure_secondary = ensure_secondary(&mut module, table, glue);
    let ids: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in ids {
        if let Some(slot) = slots.get(&id.index()) {
            stub(&mut module, id, table, ensure_secondary, *slot);
        }
    }
    Ok(module)
}

/// Adds the function that has the secondary file loaded unless the table is full already.
fn ensure_secondary(module: &mut Module, table: TableId, glue: &str) -> FunctionId {
    let ty = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(glue, LOADER, ty);
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder
        .func_body()
        .i32_const(0)
        .instr(TableGet { table })
        .instr(RefIsNull {})
        .if_else(
            None,
            |missing| {
                missing.call(load);
            },
            |_| {},
        );
    builder.finish(vec![], &mut module.funcs)
}

fn stub(
    module: &mut Module,
    id: FunctionId,
    table: TableId,
    ensure_secondary: FunctionId,
    slot: u32,
) {
    let ty = module.funcs.get(id).ty();
    let (params, results) = {
        let ty = module.types.get(ty);
        (ty.params().to_vec(), ty.results().to_vec())
    };
    let locals: Vec<LocalId> = params
        .iter()
        .map(|param| module.locals.add(*param))
        .collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    body.call(ensure_secondary);
    for local in &locals {
        body.local_get(*local);
    }
    body.const_(Value::I32(slot as i32))
        .instr(CallIndirect { ty, table });
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
}

/// The functions that move, on what they import from the primary file.
fn secondary_file(
    wasm: &[u8],
    moved: &BTreeSet<usize>,
    called: &BTreeMap<usize, u32>,
    data: Vec<Placed>,
) -> Result<Module> {
    let mut module = read(wasm)?;
    module.start = None;
    for id in module
        .exports
        .iter()
        .map(|export| export.id())
        .collect::<Vec<_>>()
    {
        module.exports.delete(id);
    }
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for id in module
        .elements
        .iter()
        .map(|element| element.id())
        .collect::<Vec<_>>()
    {
        module.elements.delete(id);
    }
    import_all(&mut module, moved);
    let memory = module.memories.iter().map(|memory| memory.id()).next();
    for Placed { address, bytes } in data {
        let memory = memory.context("the engine has no memory")?;
        let offset = ConstExpr::Value(Value::I32(address as i32));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    let (table, _) = module.add_import_table(
        PRIMARY,
        SECONDARY,
        false,
        called.len() as u64,
        Some(called.len() as u64),
        RefType::FUNCREF,
    );
    let mut items: Vec<FunctionId> = module
        .funcs
        .iter()
        .map(|function| function.id())
        .filter(|id| called.contains_key(&id.index()))
        .collect();
    items.sort_by_key(|id| called[&id.index()]);
    let element = module.elements.add(
        ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(0)),
        },
        ElementItems::Functions(items),
    );
    module.tables.get_mut(table).elem_segments.insert(element);
    gc::run(&mut module);
    Ok(module)
}

/// Makes everything but the functions that move an import, named for its kind and index.
fn import_all(module: &mut Module, moved: &BTreeSet<usize>) {
    let old: Vec<_> = module.imports.iter().map(|import| import.id()).collect();
    let functions: Vec<FunctionId> = module
        .funcs
        .iter()
        .map(|function| function.id())
        .filter(|id| !moved.contains(&id.index()))
        .collect();
    for id in functions {
        let ty = module.funcs.get(id).ty();
        let import = import_from_primary(module, ImportKind::Function(id));
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    for id in module
        .globals
        .iter()
        .map(|global| global.id())
        .collect::<Vec<_>>()
    {
        let import = import_from_primary(module, ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for id in module
        .memories
        .iter()
        .map(|memory| memory.id())
        .collect::<Vec<_>>()
    {
        let import = import_from_primary(module, ImportKind::Memory(id));
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    for id in module
        .tables
        .iter()
        .map(|table| table.id())
        .collect::<Vec<_>>()
    {
        let import = import_from_primary(module, ImportKind::Table(id));
        let table = module.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for id in old {
        module.imports.delete(id);
    }
}

fn import_from_primary(module: &mut Module, item: ImportKind) -> ImportId {
    let name = export_name(&item);
    module.imports.add(PRIMARY, &name, item)
}

/// Exports from the primary file what the secondary file imports.
fn export_imports(primary: &mut Module, secondary: &Module) -> Result<()> {
    // Both were read from the same bytes: an index is the same thing in both.
    let functions: BTreeMap<usize, FunctionId> = primary
        .funcs
        .iter()
        .map(|function| (function.id().index(), function.id()))
        .collect();
    for import in secondary.imports.iter() {
        let name = &import.name;
        match import.kind {
            ImportKind::Function(id) => {
                let id = functions
                    .get(&id.index())
                    .context("a function is in neither file")?;
                primary.exports.add(name, *id);
            }
            ImportKind::Global(id) => {
                let id = primary
                    .globals
                    .iter()
                    .map(|global| global.id())
                    .find(|own| own.index() == id.index());
                primary
                    .exports
                    .add(name, id.context("a global is missing")?);
            }
            ImportKind::Memory(_) => {
                primary.exports.add(name, primary.get_memory_id()?);
            }
            ImportKind::Table(_) if name == SECONDARY => {}
            ImportKind::Table(id) => {
                let id = primary
                    .tables
                    .iter()
                    .map(|table| table.id())
                    .find(|own| own.index() == id.index());
                primary.exports.add(name, id.context("a table is missing")?);
            }
            ImportKind::Tag(_) => {}
        }
    }
    Ok(())
}

/// What the primary file exports a thing as.
fn export_name(kind: &ImportKind) -> String {
    match kind {
        ImportKind::Function(id) => format!("f{}", id.index()),
        ImportKind::Global(id) => format!("g{}", id.index()),
        ImportKind::Memory(id) => format!("m{}", id.index()),
        ImportKind::Table(id) => format!("t{}", id.index()),
        ImportKind::Tag(id) => format!("e{}", id.index()),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use walrus::InstrSeqBuilder;
    use walrus::ir::{BinaryOp, ExtendedLoad, Load, LoadKind, MemArg};

    use super::*;

    const TEXT: [u8; 3] = [7, 8, 9];

    /// `first(x)` = `reader(x)` + 1, `reader(x)` = `kept(x)` * the first byte of the text,
    /// `kept(x)` = x + 10.
    fn engine() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(100));
        let mut bytes = vec![1, 2];
        bytes.extend(TEXT);
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
        let kept = function(&mut module, "kept", |body| {
            body.i32_const(10).binop(BinaryOp::I32Add);
        });
        let reader = function(&mut module, "reader", |body| {
            let kind = LoadKind::I32_8 {
                kind: ExtendedLoad::ZeroExtend,
            };
            let arg = MemArg {
                align: 1,
                offset: 0,
            };
            body.call(kept)
                .i32_const(102)
                .instr(Load { memory, kind, arg })
                .binop(BinaryOp::I32Mul);
        });
        let first = function(&mut module, "first", |body| {
            body.call(reader).i32_const(1).binop(BinaryOp::I32Add);
        });
        module.exports.add("first", first);
        module.emit_wasm()
    }

    fn function(
        module: &mut Module,
        name: &str,
        fill: impl FnOnce(&mut InstrSeqBuilder),
    ) -> FunctionId {
        let argument = module.locals.add(ValType::I32);
        let number = [ValType::I32];
        let mut builder = FunctionBuilder::new(&mut module.types, &number, &number);
        builder.name(name.to_owned());
        fill(builder.func_body().local_get(argument));
        builder.finish(vec![argument], &mut module.funcs)
    }

    #[test]
    fn the_secondary_file_is_loaded_once_when_it_is_first_called_and_brings_its_texts() {
        let late = LateTexts {
            reader: "reader",
            texts: vec![TEXT.to_vec()],
        };
        let parts = split(&engine(), &[true; 3], "glue", &late, &[]).unwrap();
        let holds = |part: &[u8]| part.windows(TEXT.len()).any(|bytes| bytes == TEXT);
        assert!(!holds(&parts.primary) && holds(&parts.secondary));
        let script = format!(
            "let loads = 0, primary;
            const load = () => (loads++, new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array({:?})), {{ primary, data: {{ load: () => {{}} }} }}));
            primary = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array({:?})), {{ glue: {{ {LOADER}: load }} }}).exports;
            console.log(loads, primary.first(5), primary.first(6), loads);",
            parts.secondary, parts.primary
        );
        let output = Command::new("node").args(["-e", &script]).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "0 106 113 1\n",
            "{errors}"
        );
    }

    #[test]
    fn a_file_of_data_is_loaded_before_its_reader_reads() {
        let late = LateTexts {
            reader: "reader",
            texts: Vec::new(),
        };
        let rare = [LateTexts {
            reader: "reader",
            texts: vec![TEXT.to_vec()],
        }];
        let parts = split(&engine(), &[true; 3], "glue", &late, &rare).unwrap();
        let holds = |part: &[u8]| part.windows(TEXT.len()).any(|bytes| bytes == TEXT);
        assert!(!holds(&parts.primary) && !holds(&parts.secondary));
        assert_eq!(
            parts.data,
            [[&[102, 0, 0, 0, 3, 0, 0, 0], &TEXT[..]].concat()]
        );
        let script = format!(
            "let primary;
            const data = {{ load: (number) => new Uint8Array(primary.m0.buffer).set({:?}.slice(8), 102 + number) }};
            const load = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array({:?})), {{ primary, data }});
            primary = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array({:?})), {{ glue: {{ {LOADER}: load }} }}).exports;
            console.log(primary.first(5), primary.first(6));",
            parts.data[0], parts.secondary, parts.primary
        );
        let output = Command::new("node").args(["-e", &script]).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "106 113\n",
            "{errors}"
        );
    }

    #[test]
    fn a_text_that_is_not_there_is_an_error() {
        let late = LateTexts {
            reader: "reader",
            texts: vec![vec![5, 5]],
        };
        assert!(split(&engine(), &[true; 3], "glue", &late, &[]).is_err());
    }
}
