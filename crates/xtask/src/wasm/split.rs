//! Cuts an engine into files: the primary one has the functions that the first programs of a visit run,
//! the secondary one those that any program may need, and each part what few programs need. A file is
//! fetched when one of its functions is first called, and brings the constants that only its functions name.
//!
//! In the primary file a function of a later one is a stub: it has that file loaded if it is not, and
//! calls on through a table that the file fills. The secondary file imports memory, tables, globals and
//! the functions it calls from the primary one, and has stubs for those of the parts; a part imports
//! from both. Binaryen's `wasm-split` does likewise, but does not come with its npm package.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use walrus::{
    ConstExpr, ElementId, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, ModuleConfig, RefType, TableId, ir::Value, passes::gc,
};

use super::constants;
use super::homes::{Homes, PRIMARY, SECONDARY};
use super::order::{self, FunctionNames};
use super::parts::Part;
use super::references::References;
use super::stubs::{self, Loading};

/// What later files call those that they import from.
const FILES: [&str; 2] = ["primary", "secondary"];

/// Cuts the engine into the primary file, the secondary one, and one for each part, in this order.
/// `is_primary` says by index which functions the first programs run. Those that
/// chance may run stay with them.
///
/// The primary file imports the JavaScript function that loads the others from `glue`.
///
/// # Errors
/// When the engine is no module that can be rewritten.
pub(super) fn split(
    wasm: &[u8],
    references: &References,
    is_primary: &[bool],
    parts: &[Part],
    glue: &str,
) -> Result<Vec<Vec<u8>>> {
    let cut = Cut::find(wasm, references, is_primary, parts)?;
    let mut files: Vec<Module> = (PRIMARY..cut.count)
        .map(|number| cut.file(number, glue))
        .collect::<Result<_>>()?;
    // From the last on, as what a file imports keeps things in those before it.
    for number in (SECONDARY..cut.count).rev() {
        let (before, from) = files.split_at_mut(number);
        gc::run(&mut from[0]);
        export_imports(before, &from[0])?;
    }
    gc::run(&mut files[PRIMARY]);
    files
        .iter_mut()
        .map(|file| order::by_path(&file.emit_wasm(), FunctionNames::Dropped))
        .collect()
}

/// An engine, and how it is cut.
struct Cut<'a> {
    wasm: &'a [u8],
    references: &'a References,
    homes: Homes,
    /// For each function that has a stub, its slot in the table of its file.
    slots: BTreeMap<usize, u32>,
    /// How many slots the table of each file has.
    table_sizes: Vec<u64>,
    /// How many files there are.
    count: usize,
}

impl<'a> Cut<'a> {
    fn find(
        wasm: &'a [u8],
        references: &'a References,
        is_primary: &[bool],
        parts: &[Part],
    ) -> Result<Cut<'a>> {
        let whole = read(wasm)?;
        let count = SECONDARY + 1 + parts.len();
        let mut stays = Vec::new();
        let mut part_of = Vec::new();
        for (function, is_primary) in whole.funcs.iter().zip(is_primary) {
            let name = order::path_of(function.name.as_deref().unwrap_or_default());
            let is_import = matches!(function.kind, FunctionKind::Import(_));
            stays.push(*is_primary || is_import || is_run_by_chance(&name));
            let part = parts.iter().position(|part| part.has(&name));
            part_of.push(part.map(|part| SECONDARY + 1 + part));
        }
        let homes = Homes::find(&whole, references, &stays, &part_of)?;
        let mut called: Vec<usize> = homes.stubs.iter().flatten().copied().collect();
        // Stubs of one type follow each other, so that they are alike.
        let types: Vec<usize> = whole
            .funcs
            .iter()
            .map(|function| function.ty().index())
            .collect();
        called.sort_unstable_by_key(|index| (types[*index], *index));
        called.dedup();
        let mut table_sizes = vec![0; count];
        let mut slots = BTreeMap::new();
        for index in called {
            let size: &mut u64 = &mut table_sizes[homes.functions[index]];
            slots.insert(index, u32::try_from(*size)?);
            *size += 1;
        }
        Ok(Cut {
            wasm,
            references,
            homes,
            slots,
            table_sizes,
            count,
        })
    }

    /// A file with all that it has. What of others is left in it, nothing in it uses.
    fn file(&self, number: usize, glue: &str) -> Result<Module> {
        let mut module = read(self.wasm)?;
        let functions: Vec<FunctionId> = ids(module.funcs.iter().map(|function| function.id()));
        let constants = constants::of(&module, self.references, &self.homes.pieces, number)?;
        let entries: Option<ElementId> = module.elements.iter().map(|all| all.id()).next();
        let entries_table = entries.and_then(|id| match module.elements.get(id).kind {
            ElementKind::Active { table, .. } => Some(table),
            _ => None,
        });
        let tables = if number == PRIMARY {
            constants::clear(&mut module, self.references, &self.homes.pieces)?;
            self.make_tables(&mut module)
        } else {
            self.import_all(&mut module, &functions, number);
            let memory = module.memories.iter().map(|memory| memory.id()).next();
            if let Some(memory) = memory {
                constants::add(&mut module, memory, constants);
            }
            self.import_tables(&mut module)
        };
        if number <= SECONDARY {
            let loading = match number {
                PRIMARY => Loading::define(&mut module, &tables, glue),
                _ => Loading::import(&mut module, self.count, FILES[PRIMARY]),
            };
            self.put_stubs(&mut module, &functions, number, &tables, &loading);
        }
        match (number, entries, entries_table) {
            (PRIMARY, Some(id), _) => self.leave_entries(&mut module, &functions, id),
            (_, _, Some(table)) => self.add_entries(&mut module, &functions, number, table),
            _ => {}
        }
        if number != PRIMARY {
            self.fill_table(&mut module, &functions, number, tables[number]);
        }
        Ok(module)
    }

    /// In the primary file: a table for each file, through which its functions are called.
    fn make_tables(&self, module: &mut Module) -> Vec<TableId> {
        (PRIMARY..self.count)
            .map(|number| {
                let size = self.table_sizes[number];
                let ty = RefType::FUNCREF;
                let table = module.tables.add_local(false, size, Some(size), ty);
                module.exports.add(&table_name(number), table);
                table
            })
            .collect()
    }

    fn import_tables(&self, module: &mut Module) -> Vec<TableId> {
        (PRIMARY..self.count)
            .map(|number| {
                let size = self.table_sizes[number];
                let name = table_name(number);
                let ty = RefType::FUNCREF;
                let from = FILES[PRIMARY];
                let (table, _) = module.add_import_table(from, &name, false, size, Some(size), ty);
                table
            })
            .collect()
    }

    /// Gives the functions of later files that this one calls the body of a stub. What else the primary
    /// file has of them becomes empty.
    fn put_stubs(
        &self,
        module: &mut Module,
        functions: &[FunctionId],
        number: usize,
        tables: &[TableId],
        loading: &Loading,
    ) {
        for (index, home) in self.homes.functions.iter().enumerate() {
            if self.homes.stubs[number].contains(&index) {
                let ensure = loading.of(*home);
                let slot = self.slots[&index];
                stubs::put(module, functions[index], ensure, tables[*home], slot);
            } else if number == PRIMARY && *home != PRIMARY {
                stubs::empty(module, functions[index]);
            }
        }
    }

    /// Leaves in the primary file the entries of the table of functions that it fills. The others repeat
    /// the one before, which takes no bytes once compressed; their own files fill them.
    fn leave_entries(&self, module: &mut Module, functions: &[FunctionId], id: ElementId) {
        let ElementItems::Functions(items) = &mut module.elements.get_mut(id).items else {
            return;
        };
        let mut last = None;
        for (item, (function, home)) in items.iter_mut().zip(self.homes.entries.values()) {
            if *home == PRIMARY {
                last = Some(functions[*function]);
            }
            *item = last.unwrap_or(functions[0]);
        }
    }

    fn add_entries(
        &self,
        module: &mut Module,
        functions: &[FunctionId],
        number: usize,
        table: TableId,
    ) {
        let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
        for (entry, (function, home)) in &self.homes.entries {
            if *home != number {
                continue;
            }
            match runs.last_mut() {
                Some((start, run)) if *start + run.len() as u32 == *entry => {
                    run.push(functions[*function]);
                }
                _ => runs.push((*entry, vec![functions[*function]])),
            }
        }
        for (start, run) in runs {
            add_elements(module, table, start, run);
        }
    }

    /// Fills the table through which stubs call this file.
    fn fill_table(
        &self,
        module: &mut Module,
        functions: &[FunctionId],
        number: usize,
        table: TableId,
    ) {
        let mut filled: Vec<(u32, FunctionId)> = (self.slots.iter())
            .filter(|(index, _)| self.homes.functions[**index] == number)
            .map(|(index, slot)| (*slot, functions[*index]))
            .collect();
        filled.sort_unstable_by_key(|(slot, _)| *slot);
        let filled = filled.into_iter().map(|(_, id)| id).collect();
        add_elements(module, table, 0, filled);
    }

    /// Makes all but a later file's own functions and its stubs an import.
    fn import_all(&self, module: &mut Module, functions: &[FunctionId], number: usize) {
        module.start = None;
        for id in ids(module.exports.iter().map(|export| export.id())) {
            module.exports.delete(id);
        }
        for id in ids(module.data.iter().map(|data| data.id())) {
            module.data.delete(id);
        }
        for id in ids(module.elements.iter().map(|element| element.id())) {
            module.elements.delete(id);
        }
        let old = ids(module.imports.iter().map(|import| import.id()));
        for (index, home) in self.homes.functions.iter().enumerate() {
            let is_stub = number == SECONDARY && self.homes.stubs[SECONDARY].contains(&index);
            if *home == number || is_stub {
                continue;
            }
            // A function of another part is called through the stub of the secondary file.
            let file = FILES[(*home).min(SECONDARY).min(number - 1)];
            let id = functions[index];
            let ty = module.funcs.get(id).ty();
            let import = import(module, file, ImportKind::Function(id));
            module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        for id in ids(module.globals.iter().map(|global| global.id())) {
            let import = import(module, FILES[PRIMARY], ImportKind::Global(id));
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        for id in ids(module.memories.iter().map(|memory| memory.id())) {
            let import = import(module, FILES[PRIMARY], ImportKind::Memory(id));
            let memory = module.memories.get_mut(id);
            memory.import = Some(import);
            memory.data_segments.clear();
        }
        for id in ids(module.tables.iter().map(|table| table.id())) {
            let import = import(module, FILES[PRIMARY], ImportKind::Table(id));
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            table.elem_segments.clear();
        }
        for id in old {
            module.imports.delete(id);
        }
    }
}

fn read(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse(wasm)
}

/// Whether it is chance that decides if the first programs run a function.
fn is_run_by_chance(name: &str) -> bool {
    is_of_threads(name) || compares_keys(name)
}

/// Whether a hash table calls the function with two keys that may be equal. It does so for keys whose
/// hashes are alike, and the hashes of a visit are those of no other visit.
fn compares_keys(name: &str) -> bool {
    name.starts_with("hashbrown::") && name.ends_with('}')
}

/// Whether a function is of the machinery of threads. What is made once, by whoever needs it first, is
/// none of it.
fn is_of_threads(name: &str) -> bool {
    ["rayon", "crossbeam"]
        .iter()
        .any(|part| name.contains(part))
        || ["::thread::", "::sync::", "::sys::", "::park"]
            .iter()
            .any(|part| name.contains("std") && name.contains(part) && !name.contains("::once"))
}

/// All ids, so that what they belong to can be changed.
fn ids<T>(of: impl Iterator<Item = T>) -> Vec<T> {
    of.collect()
}

fn import(module: &mut Module, file: &str, item: ImportKind) -> walrus::ImportId {
    let name = name_of(&item);
    module.imports.add(file, &name, item)
}

fn add_elements(module: &mut Module, table: TableId, start: u32, items: Vec<FunctionId>) {
    let offset = ConstExpr::Value(Value::I32(start as i32));
    let kind = ElementKind::Active { table, offset };
    let element = module.elements.add(kind, ElementItems::Functions(items));
    module.tables.get_mut(table).elem_segments.insert(element);
}

/// Exports from earlier files what a later one imports. All were read from the same bytes: an index is
/// the same thing in each.
fn export_imports(before: &mut [Module], file: &Module) -> Result<()> {
    for import in file.imports.iter() {
        let number = FILES.iter().position(|name| *name == import.module);
        let from = number.and_then(|number| before.get_mut(number));
        let from = from.context("a file imports from none before it")?;
        let name = &import.name;
        if from.exports.iter().any(|export| export.name == *name) {
            continue;
        }
        let missing = "what a file imports is in none";
        match import.kind {
            ImportKind::Function(id) => {
                let mut all = from.funcs.iter().map(|function| function.id());
                let own = all.find(|own| own.index() == id.index());
                from.exports.add(name, own.context(missing)?);
            }
            ImportKind::Global(id) => {
                let mut all = from.globals.iter().map(|global| global.id());
                let own = all.find(|own| own.index() == id.index());
                from.exports.add(name, own.context(missing)?);
            }
            ImportKind::Memory(id) => {
                let mut all = from.memories.iter().map(|memory| memory.id());
                let own = all.find(|own| own.index() == id.index());
                from.exports.add(name, own.context(missing)?);
            }
            ImportKind::Table(id) => {
                let mut all = from.tables.iter().map(|table| table.id());
                let own = all.find(|own| own.index() == id.index());
                from.exports.add(name, own.context(missing)?);
            }
            ImportKind::Tag(_) => {}
        }
    }
    Ok(())
}

/// What a thing is exported as: short, as there are thousands.
fn name_of(item: &ImportKind) -> String {
    match item {
        ImportKind::Function(id) => short(id.index()),
        ImportKind::Global(id) => format!("global{}", id.index()),
        ImportKind::Memory(id) => format!("memory{}", id.index()),
        ImportKind::Table(id) => format!("table{}", id.index()),
        ImportKind::Tag(id) => format!("tag{}", id.index()),
    }
}

/// A number with letters for digits.
fn short(number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut left = number;
    let mut name = String::new();
    loop {
        name.insert(0, char::from(LETTERS[left % LETTERS.len()]));
        left /= LETTERS.len();
        if left == 0 {
            return name;
        }
    }
}

/// What the primary file exports the table of a later file as.
fn table_name(number: usize) -> String {
    format!("part{number}")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};
    use std::process::Command;

    use walrus::ir::{BinaryOp, ExtendedLoad, Load, LoadKind, MemArg};
    use walrus::{DataKind, FunctionBuilder, InstrSeqBuilder, MemoryId, ValType};

    use super::super::references::{Named, Piece};
    use super::super::stubs::LOADER;
    use super::*;

    const TEXT: [u8; 3] = [7, 8, 9];
    const TABLE: [u8; 3] = [3, 4, 5];

    const PARTS: [Part; 1] = [Part {
        name: "rare",
        paths: &["rare::"],
    }];

    /// `first(x)` = `late(x)` + 1, `late(x)` = `rare::reader(x)` * the first byte of the text,
    /// `rare::reader(x)` = `kept(x)` + the first byte of the table + `late_entry(x)`, by its entry,
    /// `kept(x)` = x + 10, `late_entry(x)` = x * 2.
    fn engine() -> (Vec<u8>, References) {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(100));
        let bytes = [&[1, 2][..], &TEXT, &[6], &TABLE].concat();
        let data = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(data);
        let entries = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
        let kept = function(&mut module, "kept", |body| {
            body.i32_const(10).binop(BinaryOp::I32Add);
        });
        let late_entry = function(&mut module, "late_entry", |body| {
            body.i32_const(2).binop(BinaryOp::I32Mul);
        });
        let number = [ValType::I32];
        let ty = module.types.add(&number, &number);
        let reader = function(&mut module, "rare::reader", |body| {
            load(body.call(kept), memory, 106);
            body.binop(BinaryOp::I32Add)
                .i32_const(5)
                .i32_const(2)
                .call_indirect(ty, entries)
                .binop(BinaryOp::I32Add);
        });
        let late = function(&mut module, "late", |body| {
            load(body.call(reader), memory, 102);
            body.binop(BinaryOp::I32Mul);
        });
        let first = function(&mut module, "first", |body| {
            body.call(late).i32_const(1).binop(BinaryOp::I32Add);
        });
        add_elements(&mut module, entries, 1, vec![kept, late_entry]);
        module.exports.add("first", first);
        let piece = |address| Piece {
            address,
            size: 3,
            is_constant: true,
            names: Named::default(),
        };
        let names = |pieces: &[usize], entries: &[u32]| Named {
            pieces: BTreeSet::from_iter(pieces.iter().copied()),
            entries: BTreeSet::from_iter(entries.iter().copied()),
        };
        let references = References {
            functions: HashMap::from([
                ("late".to_owned(), names(&[0], &[])),
                ("rare::reader".to_owned(), names(&[1], &[2])),
            ]),
            pieces: vec![piece(102), piece(106)],
            of_threads: Named::default(),
        };
        (module.emit_wasm(), references)
    }

    fn load(body: &mut InstrSeqBuilder, memory: MemoryId, address: i32) {
        let kind = LoadKind::I32_8 {
            kind: ExtendedLoad::ZeroExtend,
        };
        let arg = MemArg {
            align: 1,
            offset: 0,
        };
        body.i32_const(address).instr(Load { memory, kind, arg });
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

    /// Those functions that the first programs run.
    fn is_primary(wasm: &[u8]) -> Vec<bool> {
        let module = read(wasm).unwrap();
        let names = module.funcs.iter().map(|function| function.name.clone());
        names
            .map(|name| matches!(name.as_deref(), Some("first" | "kept")))
            .collect()
    }

    #[test]
    fn a_file_is_loaded_once_when_it_is_first_called() {
        let (wasm, references) = engine();
        let files = split(&wasm, &references, &is_primary(&wasm), &PARTS, "glue").unwrap();
        let script = format!(
            "const files = {files:?}.map((file) => new WebAssembly.Module(new Uint8Array(file)));
            const loads = [];
            let primary, secondary;
            const load = (number) => {{
              loads.push(number);
              const {{ exports }} = new WebAssembly.Instance(files[number], {{ primary, secondary }});
              if (number === 1) secondary = exports;
            }};
            primary = new WebAssembly.Instance(files[0], {{ glue: {{ {LOADER}: load }} }}).exports;
            console.log(loads.length, primary.first(5), primary.first(6), loads.join());"
        );
        let output = Command::new("node").args(["-e", &script]).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "0 197 204 1,2\n",
            "{errors}"
        );
    }

    #[test]
    fn constants_travel_with_those_who_name_them() {
        let (wasm, references) = engine();
        let files = split(&wasm, &references, &is_primary(&wasm), &PARTS, "glue").unwrap();
        let with = |constant: [u8; 3]| {
            let hold = |file: &Vec<u8>| file.windows(3).any(|bytes| bytes == constant);
            files.iter().map(hold).collect::<Vec<_>>()
        };
        assert_eq!(with(TEXT), [false, true, false]);
        assert_eq!(with(TABLE), [false, false, true]);
    }

    #[test]
    fn an_entry_that_only_late_functions_name_needs_no_stub() {
        let (wasm, references) = engine();
        let cut = Cut::find(&wasm, &references, &is_primary(&wasm), &PARTS).unwrap();
        let names: Vec<String> = (read(&wasm).unwrap().funcs.iter())
            .map(|function| function.name.clone().unwrap())
            .collect();
        let stubs = |file: usize| -> Vec<&str> {
            let all = cut.homes.stubs[file].iter();
            all.map(|index| names[*index].as_str()).collect()
        };
        assert_eq!(stubs(PRIMARY), ["late"]);
        assert_eq!(stubs(SECONDARY), ["rare::reader"]);
    }

    #[test]
    fn what_chance_runs_is_never_late() {
        let has_chance = |name: &str| is_run_by_chance(&order::path_of(name));
        let compare = "_RNCINvMs6_NtCseawxKf4YWXm_9hashbrown3rawINtB8_8RawTableTReuEE4find\
            NCINvNtBa_3map14equivalent_keyeBS_uE0E0Cs9LegEzYbWL2_16brooklet_compose";
        assert!(has_chance(compare));
        assert!(!has_chance(
            "_RNvMsa_NtCseawxKf4YWXm_9hashbrown3rawNtB5_13RawTableInner15rehash_in_place"
        ));
        assert!(has_chance("rayon_core::registry::WorkerThread::steal"));
        assert!(!has_chance("std::sync::once::Once::call_once"));
    }
}
