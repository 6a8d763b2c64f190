//! `import`.

use ruff_python_ast as ast;

use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

impl Compiler<'_> {
    pub(super) fn import_statement(&mut self, statement: &ast::StmtImport) -> Compiled<()> {
        for alias in &statement.names {
            let name = self.unit().name_index(&alias.name);
            match &alias.asname {
                Some(bound) => {
                    self.emit(Instruction::ImportLeaf(name), statement);
                    self.emit_store(bound, alias);
                }
                None => {
                    self.emit(Instruction::Import(name), statement);
                    let first = alias.name.split('.').next().unwrap_or(&alias.name);
                    self.emit_store(first, alias);
                }
            }
        }
        Ok(())
    }

    pub(super) fn import_from_statement(
        &mut self,
        statement: &ast::StmtImportFrom,
    ) -> Compiled<()> {
        // A relative name keeps its dots: the machine knows the package that it begins at.
        let dots = ".".repeat(statement.level as usize);
        let module = dots + statement.module.as_deref().unwrap_or_default();
        let is_future = module == "__future__";
        let module = self.unit().name_index(&module);
        self.emit(Instruction::ImportLeaf(module), statement);
        for alias in &statement.names {
            if &*alias.name == "*" {
                self.emit(Instruction::ImportStar, statement);
                return Ok(());
            }
            if is_future && &*alias.name == "annotations" {
                self.postpones_annotations = true;
            }
            let name = self.unit().name_index(&alias.name);
            self.emit(Instruction::ImportFrom(name), statement);
            self.emit_store(alias.asname.as_ref().unwrap_or(&alias.name), alias);
        }
        self.emit(Instruction::Pop, statement);
        Ok(())
    }
}
