//! What the linker says of an engine's references: which constants and which entries of the table a
//! function or a constant names. A constant that only late functions name can travel with them.
//!
//! The linker writes them with `--emit-relocs`; they are read before `wasm-bindgen` and `wasm-opt`
//! write the engine anew. Both keep addresses, entries of the table and the names of functions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasmparser::{
    BinaryReader, CustomSectionReader, KnownCustom, Linking, Name, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo,
};

/// The segment that holds what never changes.
const CONSTANTS: &str = ".rodata";

/// What the functions and constants of an engine name.
#[derive(Default)]
pub(super) struct References {
    /// By the names of functions as the compiler wrote them.
    pub(super) functions: HashMap<String, Named>,
    /// The pieces of static memory, by their addresses. They do not overlap.
    pub(super) pieces: Vec<Piece>,
    /// What memory of unknown place names: what threads begin with.
    pub(super) of_threads: Named,
}

/// A constant or a variable that the program has from its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) address: u32,
    /// In bytes.
    pub(super) size: u32,
    /// Whether it stays as it is: what is written once more is then the same.
    pub(super) is_constant: bool,
    pub(super) names: Named,
}

/// What is named somewhere.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Pieces, by their place in the list.
    pub(super) pieces: BTreeSet<usize>,
    /// Entries of the table of functions.
    pub(super) entries: BTreeSet<u32>,
}

impl References {
    /// Reads them from what the linker wrote.
    ///
    /// # Errors
    /// When it is no module, or was linked without `--emit-relocs`.
    pub(super) fn read(linked: &[u8]) -> Result<References> {
        let sections = Sections::read(linked)?;
        sections.references(linked)
    }
}

/// The engine without what the linker said of it: it holds no longer once the engine is written anew.
pub(super) fn without(linked: &[u8]) -> Vec<u8> {
    let mut kept = linked[..8].to_vec();
    let mut at = 8;
    for payload in Parser::new(0).parse_all(linked).flatten() {
        let Some((_, range)) = payload.as_section() else {
            continue;
        };
        let is_linkers = matches!(&payload, Payload::CustomSection(section) if is_linkers(section));
        if !is_linkers {
            kept.extend(&linked[at..range.end]);
        }
        at = range.end;
    }
    kept
}

fn is_linkers(section: &CustomSectionReader<'_>) -> bool {
    section.name() == "linking" || section.name().starts_with("reloc.")
}

/// What the linker's sections say.
#[derive(Default)]
struct Sections<'a> {
    /// Where the bodies of functions are in the file, and what the functions are called.
    bodies: Vec<(Range<usize>, usize)>,
    names: HashMap<usize, String>,
    imported: usize,
    /// Where the bytes of segments are in the file, and what the segments are called.
    segments: Vec<Range<usize>>,
    segment_names: Vec<&'a str>,
    symbols: Vec<Option<Symbol>>,
    /// Where in the file references are, with what is there.
    relocations: Vec<(usize, RelocationEntry)>,
}

/// A piece of static memory.
#[derive(Clone, Copy)]
struct Symbol {
    segment: usize,
    offset: u32,
    size: u32,
}

impl<'a> Sections<'a> {
    fn read(linked: &'a [u8]) -> Result<Sections<'a>> {
        let mut read = Sections::default();
        let mut starts = Vec::new();
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                starts.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let is_function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                        read.imported += usize::from(is_function);
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let index = read.imported + read.bodies.len();
                    read.bodies.push((body.range(), index));
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let end = segment.range.end;
                        read.segments.push(end - segment.data.len()..end);
                    }
                }
                Payload::CustomSection(section) => read.read_custom(&section, &starts)?,
                _ => {}
            }
        }
        Ok(read)
    }

    fn read_custom(&mut self, section: &CustomSectionReader<'a>, starts: &[usize]) -> Result<()> {
        match section.as_known() {
            KnownCustom::Name(parts) => {
                for part in parts {
                    match part? {
                        Name::Function(functions) => {
                            for naming in functions {
                                let naming = naming?;
                                self.names
                                    .insert(naming.index as usize, naming.name.to_owned());
                            }
                        }
                        Name::Data(segments) => {
                            for naming in segments {
                                self.segment_names.push(naming?.name);
                            }
                        }
                        _ => {}
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    let Linking::SymbolTable(symbols) = part? else {
                        continue;
                    };
                    for symbol in symbols {
                        self.symbols.push(match symbol? {
                            SymbolInfo::Data {
                                symbol: Some(defined),
                                ..
                            } => Some(Symbol {
                                segment: defined.index as usize,
                                offset: defined.offset,
                                size: defined.size,
                            }),
                            _ => None,
                        });
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let start = starts[relocations.section_index() as usize];
                for entry in relocations.entries() {
                    let entry = entry?;
                    self.relocations
                        .push((start + entry.offset as usize, entry));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn references(&self, linked: &[u8]) -> Result<References> {
        ensure!(
            !self.symbols.is_empty(),
            "the engine was linked without --emit-relocs"
        );
        let bases = self.segment_bases(linked)?;
        let mut found = References {
            pieces: self.pieces(&bases),
            ..References::default()
        };
        let places: BTreeMap<u32, usize> = found
            .pieces
            .iter()
            .enumerate()
            .map(|(place, piece)| (piece.address, place))
            .collect();
        for (at, entry) in &self.relocations {
            let mut named = Named::default();
            match entry.ty {
                RelocationType::TableIndexSleb | RelocationType::TableIndexI32 => {
                    named.entries.insert(value(linked, *at, entry)?);
                }
                RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32 => {
                    let Some(Symbol {
                        segment, offset, ..
                    }) = self.symbols[entry.index as usize]
                    else {
                        continue;
                    };
                    // A segment that nothing names has no known place, and no piece.
                    let address = bases.get(&segment).map(|base| base + offset);
                    let piece = address.and_then(|address| places.range(..=address).next_back());
                    named.pieces.extend(piece.map(|(_, place)| *place));
                }
                _ => continue,
            }
            self.note(&mut found, *at, &places, &bases, named)?;
        }
        Ok(found)
    }

    /// Notes what is named at a place of the file for the function or the piece that is there.
    fn note(
        &self,
        found: &mut References,
        at: usize,
        places: &BTreeMap<u32, usize>,
        bases: &HashMap<usize, u32>,
        named: Named,
    ) -> Result<()> {
        let into = match self.bodies.partition_point(|(body, _)| body.end <= at) {
            next if self
                .bodies
                .get(next)
                .is_some_and(|(body, _)| body.contains(&at)) =>
            {
                let name = self.names.get(&self.bodies[next].1);
                let name = name.context("a function has no name")?;
                found.functions.entry(name.clone()).or_default()
            }
            _ => {
                let segment = self.segments.iter().position(|bytes| bytes.contains(&at));
                let segment = segment.context("a reference is in no segment")?;
                match bases.get(&segment) {
                    Some(base) => {
                        let address = base + u32::try_from(at - self.segments[segment].start)?;
                        let place = places.range(..=address).next_back();
                        let (_, place) = place.context("a reference is in no piece")?;
                        &mut found.pieces[*place].names
                    }
                    None => &mut found.of_threads,
                }
            }
        };
        into.pieces.extend(named.pieces);
        into.entries.extend(named.entries);
        Ok(())
    }

    /// Where segments go in memory. Those of an engine with threads do not say it themselves.
    fn segment_bases(&self, linked: &[u8]) -> Result<HashMap<usize, u32>> {
        let mut bases = HashMap::new();
        for (at, entry) in &self.relocations {
            let is_address = matches!(
                entry.ty,
                RelocationType::MemoryAddrLeb
                    | RelocationType::MemoryAddrSleb
                    | RelocationType::MemoryAddrI32
            );
            let Some(symbol) = self.symbols[entry.index as usize].filter(|_| is_address) else {
                continue;
            };
            let address = value(linked, *at, entry)?.wrapping_sub(entry.addend as u32);
            let base = address.wrapping_sub(symbol.offset);
            let known = *bases.entry(symbol.segment).or_insert(base);
            ensure!(known == base, "a reference does not say where it leads");
        }
        Ok(bases)
    }

    /// What overlaps, as texts that end alike do, is one piece.
    fn pieces(&self, bases: &HashMap<usize, u32>) -> Vec<Piece> {
        let mut symbols: Vec<(u32, u32, bool)> = Vec::new();
        for symbol in self.symbols.iter().flatten() {
            if let Some(base) = bases.get(&symbol.segment) {
                let is_constant = self.segment_names.get(symbol.segment) == Some(&CONSTANTS);
                symbols.push((base + symbol.offset, symbol.size, is_constant));
            }
        }
        symbols.sort_unstable();
        let mut pieces: Vec<Piece> = Vec::new();
        for (address, size, is_constant) in symbols {
            match pieces.last_mut() {
                Some(last) if address < last.address + last.size || address == last.address => {
                    let end = (last.address + last.size).max(address + size);
                    last.size = end - last.address;
                    last.is_constant &= is_constant;
                }
                _ => pieces.push(Piece {
                    address,
                    size,
                    is_constant,
                    names: Named::default(),
                }),
            }
        }
        pieces
    }
}

/// What stands at a reference.
fn value(linked: &[u8], at: usize, entry: &RelocationEntry) -> Result<u32> {
    let bytes = &linked[at..at + entry.ty.extent()];
    let mut reader = BinaryReader::new(bytes, 0);
    Ok(match entry.ty {
        RelocationType::TableIndexSleb | RelocationType::MemoryAddrSleb => {
            reader.read_var_i32()? as u32
        }
        RelocationType::MemoryAddrLeb => reader.read_var_u32()?,
        _ => reader.read_u32()?,
    })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, Function,
        FunctionSection, LinkingSection, MemorySection, MemoryType, Module, NameMap, NameSection,
        SymbolTable, TypeSection,
    };

    use super::*;

    const ADDRESS: u8 = 100;

    /// A function `reader` that names the constant `table`, which names the constant `text`.
    fn linked() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        // An `i32.const` of five bytes, and a `drop`.
        let mut reader = Function::new([]);
        reader.raw([
            0x41,
            0x80 | (ADDRESS + 4),
            0x80,
            0x80,
            0x80,
            0x00,
            0x1a,
            0x0b,
        ]);
        let mut code = CodeSection::new();
        code.function(&reader);
        let mut data = DataSection::new();
        let address = ConstExpr::i32_const(ADDRESS.into());
        data.active(0, &address, [7, 8, 9, 0, ADDRESS, 0, 0, 0]);
        let mut symbols = SymbolTable::new();
        for (name, offset, size) in [("text", 0, 3), ("table", 4, 4)] {
            let index = 0;
            let definition = DataSymbolDefinition {
                index,
                offset,
                size,
            };
            symbols.data(0, name, Some(definition));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        // For each: the section, how many, and of each its kind, its place, its symbol and what is added.
        let in_code: [u8; 6] = [3, 1, RelocationType::MemoryAddrSleb as u8, 4, 1, 0];
        let in_data: [u8; 6] = [4, 1, RelocationType::MemoryAddrI32 as u8, 11, 0, 0];
        let mut names = NameSection::new();
        let mut function_names = NameMap::new();
        function_names.append(0, "reader");
        names.functions(&function_names);
        let mut segment_names = NameMap::new();
        segment_names.append(0, CONSTANTS);
        names.data(&segment_names);
        let custom = |name: &'static str, bytes: &'static [u8]| CustomSection {
            name: name.into(),
            data: bytes.into(),
        };
        module
            .section(&types)
            .section(&functions)
            .section(&memories)
            .section(&code)
            .section(&data)
            .section(&linking)
            .section(&custom("reloc.CODE", in_code.to_vec().leak()))
            .section(&custom("reloc.DATA", in_data.to_vec().leak()))
            .section(&names);
        module.finish()
    }

    #[test]
    fn what_functions_and_constants_name_is_read() {
        let references = References::read(&linked()).unwrap();
        let named = |pieces: &[usize]| Named {
            pieces: pieces.iter().copied().collect(),
            entries: BTreeSet::new(),
        };
        let piece = |offset, size, names| Piece {
            address: u32::from(ADDRESS) + offset,
            size,
            is_constant: true,
            names,
        };
        let pieces = [piece(0, 3, named(&[])), piece(4, 4, named(&[0]))];
        assert_eq!(references.pieces, pieces);
        assert_eq!(references.functions["reader"], named(&[1]));
    }

    #[test]
    fn what_the_linker_said_can_be_left_out() {
        let without = without(&linked());
        assert!(References::read(&without).is_err());
        assert!(walrus::Module::from_buffer(&without).is_ok());
    }
}
