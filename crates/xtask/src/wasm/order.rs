//! Puts the functions of a file next to those of the same module: they are alike, so a compressed
//! file is a twentieth smaller than in the order of their sizes, in which `walrus` writes them.

use std::convert::Infallible;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, KnownCustom, Name, Parser,
    Payload, TypeRef,
};

/// Functions of at most so many bytes do little but call another one. They are alike wherever they
/// are from, most of all at their ends, and stand before the others.
const SMALL: usize = 24;

/// Whether a file is to know what its functions are called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FunctionNames {
    Kept,
    Dropped,
}

/// A file that has its functions in the order of their paths.
///
/// # Errors
/// When the file is no module.
pub(super) fn by_path(wasm: &[u8], keeping: FunctionNames) -> Result<Vec<u8>> {
    let functions = Functions::read(wasm)?;
    let mut order: Vec<usize> = (0..functions.defined.len()).collect();
    order.sort_by_cached_key(|at| {
        let Defined { name, body } = &functions.defined[*at];
        if body.len() > SMALL {
            (true, path_of(name).into_bytes())
        } else {
            (false, body.iter().rev().copied().collect())
        }
    });
    let mut indices: Vec<u32> = (0..functions.imported).collect();
    indices.resize(functions.imported as usize + order.len(), 0);
    for (new, old) in (functions.imported..).zip(&order) {
        indices[functions.imported as usize + old] = new;
    }
    let mut ordered = Module::new();
    let mut renumbering = Renumbering {
        order,
        indices,
        keeping,
    };
    renumbering
        .parse_core_module(&mut ordered, Parser::new(0), wasm)
        .map_err(|error| anyhow!("the engine cannot be written anew: {error}"))?;
    Ok(ordered.finish())
}

/// Where a function is at home: its name as it is read, without what stands around its path, as in
/// `<&brooklet_python::value::Dict>::get`.
pub(super) fn path_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let path = name.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    path.to_owned()
}

/// The functions of a file.
struct Functions {
    imported: u32,
    defined: Vec<Defined>,
}

#[derive(Clone, Default)]
struct Defined {
    name: String,
    body: Vec<u8>,
}

impl Functions {
    fn read(wasm: &[u8]) -> Result<Functions> {
        let mut read = Functions {
            imported: 0,
            defined: Vec::new(),
        };
        let mut entries = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        read.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    read.defined = vec![Defined::default(); section.count() as usize];
                }
                Payload::CodeSectionEntry(body) => {
                    read.defined[entries].body = wasm[body.range()].to_vec();
                    entries += 1;
                }
                Payload::CustomSection(section) => read.read_section(&section)?,
                _ => {}
            }
        }
        Ok(read)
    }

    fn read_section(&mut self, section: &CustomSectionReader<'_>) -> Result<()> {
        let KnownCustom::Name(parts) = section.as_known() else {
            return Ok(());
        };
        for part in parts {
            let Name::Function(functions) = part? else {
                continue;
            };
            for naming in functions {
                let naming = naming?;
                let Some(at) = naming.index.checked_sub(self.imported) else {
                    continue;
                };
                let function = self.defined.get_mut(at as usize);
                let function = function.context("a name is of no function")?;
                naming.name.clone_into(&mut function.name);
            }
        }
        Ok(())
    }
}

struct Renumbering {
    /// The functions in their new order, by their old places among the defined ones.
    order: Vec<usize>,
    /// The new index of each function, by its old one.
    indices: Vec<u32>,
    keeping: FunctionNames,
}

impl Reencode for Renumbering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.indices[function as usize])
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for old in &self.order {
            functions.function(types[*old]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            self.parse_function_body(code, bodies[old].clone())?;
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        let is_names = matches!(section.as_known(), KnownCustom::Name(_));
        if is_names && self.keeping == FunctionNames::Dropped {
            return Ok(());
        }
        utils::parse_custom_section(self, module, section)
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, ValType};

    use super::*;

    #[test]
    fn the_functions_of_a_module_stand_together_and_calls_find_them() {
        let mut module = walrus::Module::default();
        let number = [ValType::I32];
        let mut constant = |name: &str, value: i32| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &number);
            builder.name(name.to_owned());
            // The larger the value, the larger the function.
            for _ in 0..value {
                builder.func_body().i32_const(value).drop();
            }
            builder.func_body().i32_const(value);
            builder.finish(vec![], &mut module.funcs)
        };
        let last = constant("b::last", 19);
        let first = constant("<&a::First>::get", 15);
        let second = constant("a::second", 17);
        let small = constant("c::small", 1);
        for (name, function) in [
            ("last", last),
            ("first", first),
            ("second", second),
            ("small", small),
        ] {
            module.exports.add(name, function);
        }
        let ordered = walrus::Module::from_buffer(
            &by_path(&module.emit_wasm(), FunctionNames::Dropped).unwrap(),
        )
        .unwrap();
        let index = |name| ordered.exports.get_func(name).unwrap().index();
        assert_eq!(
            ["small", "first", "second", "last"].map(index),
            [0, 1, 2, 3]
        );
        assert!(ordered.funcs.iter().all(|function| function.name.is_none()));
    }
}
