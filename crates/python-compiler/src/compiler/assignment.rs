//! Assignment to names, attributes, items and unpacking targets.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::expression::binary_operator;
use super::{Compiled, Compiler};
use crate::bytecode::Instruction;

impl Compiler<'_> {
    pub(super) fn emit_load(&mut self, name: &str, at: impl Ranged) {
        let (place, name) = self.place(name);
        let load = self.unit().load(place, &name);
        self.emit(load, at);
    }

    pub(super) fn emit_store(&mut self, name: &str, at: impl Ranged) {
        let (place, name) = self.place(name);
        let store = self.unit().store(place, &name);
        self.emit(store, at);
    }

    pub(super) fn emit_delete(&mut self, name: &str, at: impl Ranged) {
        let (place, name) = self.place(name);
        let delete = self.unit().delete(place, &name);
        self.emit(delete, at);
    }

    /// Where a name lives, and under which name.
    fn place(&mut self, name: &str) -> (super::scope::Place, std::sync::Arc<str>) {
        let scope = self.unit().scope;
        let name = self.scopes.mangle(scope, name);
        (self.scopes.place(scope, &name), name)
    }

    /// The index of an attribute's name.
    pub(super) fn attribute_index(&mut self, name: &str) -> u32 {
        let scope = self.unit().scope;
        let name = self.scopes.mangle(scope, name);
        self.unit().name_index(&name)
    }

    pub(super) fn assign_statement(&mut self, statement: &ast::StmtAssign) -> Compiled<()> {
        self.expression(&statement.value)?;
        let (last, others) = statement
            .targets
            .split_last()
            .expect("an assignment has a target");
        for target in others {
            self.emit(Instruction::Copy(1), target);
            self.assign(target)?;
        }
        self.assign(last)
    }

    /// Assigns the value on top of the stack.
    pub(super) fn assign(&mut self, target: &Expr) -> Compiled<()> {
        match target {
            Expr::Name(name) => self.emit_store(&name.id, target),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.attribute_index(&attribute.attr);
                self.emit(Instruction::StoreAttribute(name), target);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Instruction::SetItem, target);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, tuple.range)?,
            Expr::List(list) => self.unpack(&list.elts, list.range)?,
            Expr::Starred(starred) => {
                return self.syntax_error(
                    "starred assignment target must be in a list or tuple",
                    starred.range,
                );
            }
            _ => return self.syntax_error("cannot assign to expression", target.range()),
        }
        Ok(())
    }

    fn unpack(&mut self, targets: &[Expr], range: TextRange) -> Compiled<()> {
        let mut stars = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.is_starred_expr());
        match (stars.next(), stars.next()) {
            (Some((before, _)), None) => {
                let after = targets.len() - before - 1;
                self.emit(
                    Instruction::UnpackStarred(before as u16, after as u16),
                    range,
                );
            }
            (None, _) => self.emit(Instruction::UnpackSequence(targets.len() as u32), range),
            (_, Some(_)) => {
                return self.syntax_error("multiple starred expressions in assignment", range);
            }
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.assign(&starred.value)?,
                target => self.assign(target)?,
            }
        }
        Ok(())
    }

    pub(super) fn augmented_assign(&mut self, statement: &ast::StmtAugAssign) -> Compiled<()> {
        let in_place = Instruction::InPlace(binary_operator(statement.op));
        match &*statement.target {
            Expr::Name(name) => {
                self.emit_load(&name.id, &*statement.target);
                self.expression(&statement.value)?;
                self.emit(in_place, statement);
                self.emit_store(&name.id, &*statement.target);
            }
            Expr::Attribute(attribute) => {
                let name = self.attribute_index(&attribute.attr);
                self.expression(&attribute.value)?;
                self.emit(Instruction::Copy(1), attribute);
                self.emit(Instruction::LoadAttribute(name), attribute);
                self.expression(&statement.value)?;
                self.emit(in_place, statement);
                self.emit(Instruction::Swap(2), attribute);
                self.emit(Instruction::StoreAttribute(name), attribute);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Instruction::Copy(2), subscript);
                self.emit(Instruction::Copy(2), subscript);
                self.emit(Instruction::GetItem, subscript);
                self.expression(&statement.value)?;
                self.emit(in_place, statement);
                self.emit(Instruction::Swap(3), subscript);
                self.emit(Instruction::Swap(2), subscript);
                self.emit(Instruction::SetItem, subscript);
            }
            other => {
                return self
                    .syntax_error("illegal expression for augmented assignment", other.range());
            }
        }
        Ok(())
    }

    pub(super) fn annotated_assign(&mut self, statement: &ast::StmtAnnAssign) -> Compiled<()> {
        if let Some(value) = &statement.value {
            self.expression(value)?;
            self.assign(&statement.target)?;
        }
        if self.unit().has_dict_locals() {
            self.annotation(&statement.annotation)?;
            match &*statement.target {
                Expr::Name(name) if statement.simple => {
                    let name = self.unit().name_index(&name.id);
                    self.emit(Instruction::StoreAnnotation(name), statement);
                }
                _ => self.emit(Instruction::Pop, statement),
            }
        }
        Ok(())
    }

    pub(super) fn delete_target(&mut self, target: &Expr) -> Compiled<()> {
        match target {
            Expr::Name(name) => self.emit_delete(&name.id, target),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.attribute_index(&attribute.attr);
                self.emit(Instruction::DeleteAttribute(name), target);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.emit(Instruction::DeleteItem, target);
            }
            Expr::Tuple(tuple) => tuple
                .elts
                .iter()
                .try_for_each(|target| self.delete_target(target))?,
            Expr::List(list) => list
                .elts
                .iter()
                .try_for_each(|target| self.delete_target(target))?,
            _ => return self.syntax_error("cannot delete expression", target.range()),
        }
        Ok(())
    }
}
