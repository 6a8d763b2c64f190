//! Code in the making.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use brooklet_source::{LineIndex, Span};

use super::scope::{Place, Scopes};
use super::unwind::Block;
use crate::bytecode::{Code, CodeFlags, Constant, ExceptionRange, Instruction, Parameters};

/// The code of one function, class body or module in the making.
pub(super) struct Unit<'a> {
    pub(super) scope: usize,
    pub(super) name: Arc<str>,
    pub(super) qualname: String,
    pub(super) doc: Option<Arc<str>>,
    pub(super) parameters: Parameters,
    pub(super) blocks: Vec<Block<'a>>,
    /// How many values the statements around hold on the stack.
    pub(super) depth: u32,
    /// How many exceptions are being handled here.
    pub(super) handled: u32,
    pub(super) frees: Vec<Arc<str>>,
    flags: CodeFlags,
    span: Span,
    locals: Vec<Arc<str>>,
    cells: Vec<Arc<str>>,
    names: Vec<Arc<str>>,
    name_index: HashMap<Arc<str>, u32>,
    constants: Vec<Constant>,
    constant_index: HashMap<(Discriminant<Constant>, Vec<u8>), u32>,
    instructions: Vec<Instruction>,
    spans: Vec<Span>,
    exceptions: Vec<ExceptionRange>,
}

impl Unit<'_> {
    pub(super) fn new(
        scope: usize,
        name: &str,
        qualname: String,
        flags: CodeFlags,
        span: Span,
        scopes: &Scopes,
    ) -> Self {
        Unit {
            scope,
            name: name.into(),
            qualname,
            doc: None,
            parameters: Parameters::default(),
            blocks: Vec::new(),
            depth: 0,
            handled: 0,
            frees: scopes.frees(scope).to_vec(),
            flags,
            span,
            locals: scopes.locals(scope),
            cells: scopes.cells(scope).to_vec(),
            names: Vec::new(),
            name_index: HashMap::new(),
            constants: Vec::new(),
            constant_index: HashMap::new(),
            instructions: Vec::new(),
            spans: Vec::new(),
            exceptions: Vec::new(),
        }
    }

    pub(super) fn emit(&mut self, instruction: Instruction, span: Span) {
        self.instructions.push(instruction);
        self.spans.push(span);
    }

    pub(super) fn emit_jump(&mut self, jump: fn(u32) -> Instruction, span: Span) -> usize {
        self.emit(jump(u32::MAX), span);
        self.instructions.len() - 1
    }

    pub(super) fn here(&self) -> u32 {
        self.instructions.len() as u32
    }

    /// The target of a jump is here.
    pub(super) fn land(&mut self, jump: usize) {
        let here = self.here();
        self.land_at(jump, here);
    }

    /// The target of a jump is known.
    pub(super) fn land_at(&mut self, jump: usize, here: u32) {
        use Instruction as I;
        self.instructions[jump] = match self.instructions[jump] {
            I::Jump(_) => I::Jump(here),
            I::JumpIfFalse(_) => I::JumpIfFalse(here),
            I::JumpIfTrue(_) => I::JumpIfTrue(here),
            I::JumpIfFalseOrPop(_) => I::JumpIfFalseOrPop(here),
            I::JumpIfTrueOrPop(_) => I::JumpIfTrueOrPop(here),
            I::ForEach(_) => I::ForEach(here),
            other => other,
        };
    }

    pub(super) fn name_index(&mut self, name: &str) -> u32 {
        if let Some(index) = self.name_index.get(name) {
            return *index;
        }
        let name: Arc<str> = name.into();
        let index = self.names.len() as u32;
        self.names.push(name.clone());
        self.name_index.insert(name, index);
        index
    }

    pub(super) fn constant(&mut self, constant: Constant) -> u32 {
        let bytes = match &constant {
            Constant::None | Constant::Ellipsis => Some(Vec::new()),
            Constant::Bool(value) => Some(vec![u8::from(*value)]),
            Constant::Int(value) => Some(value.to_le_bytes().to_vec()),
            Constant::BigInt(value) => Some(value.to_signed_bytes_le()),
            Constant::Float(value) | Constant::Imaginary(value) => {
                Some(value.to_bits().to_le_bytes().to_vec())
            }
            Constant::Str(text) => Some(text.as_bytes().to_vec()),
            Constant::Bytes(bytes) => Some(bytes.to_vec()),
            Constant::Tuple(_) | Constant::Code(_) => None,
        };
        let key = bytes.map(|bytes| (discriminant(&constant), bytes));
        if let Some(index) = key.as_ref().and_then(|key| self.constant_index.get(key)) {
            return *index;
        }
        let index = self.constants.len() as u32;
        self.constants.push(constant);
        if let Some(key) = key {
            self.constant_index.insert(key, index);
        }
        index
    }

    /// The index of a cell: own cells first, then those of enclosing functions.
    pub(super) fn cell(&self, name: &str) -> Option<u32> {
        let own = self.cells.iter().chain(&self.frees);
        own.into_iter()
            .position(|cell| &**cell == name)
            .map(|at| at as u32)
    }

    pub(super) fn local(&self, name: &str) -> u32 {
        self.locals
            .iter()
            .position(|local| &**local == name)
            .expect("the scope lists every local") as u32
    }

    /// A local variable that no program can name.
    pub(super) fn hidden_local(&mut self, purpose: &str) -> u32 {
        let name: Arc<str> = format!(".{purpose}").into();
        if let Some(at) = self.locals.iter().position(|local| *local == name) {
            return at as u32;
        }
        self.locals.push(name);
        self.locals.len() as u32 - 1
    }

    pub(super) fn has_dict_locals(&self) -> bool {
        self.flags.dict_locals
    }

    /// Exceptions between `start` and here, the excluded ranges aside, go to `target`.
    pub(super) fn protect(&mut self, start: u32, end: u32, excluded: &[(u32, u32)], target: u32) {
        let (depth, handled) = (self.depth, self.handled);
        let mut from = start;
        let mut push = |from: u32, to: u32| {
            if from < to {
                self.exceptions.push(ExceptionRange {
                    start: from,
                    end: to,
                    target,
                    depth,
                    handled,
                });
            }
        };
        for (skip_from, skip_to) in excluded {
            push(from, *skip_from);
            from = *skip_to;
        }
        push(from, end);
    }

    pub(super) fn load(&mut self, place: Place, name: &str) -> Instruction {
        match place {
            Place::Local => Instruction::LoadFast(self.local(name)),
            Place::Cell => {
                Instruction::LoadCell(self.cell(name).expect("the scope lists every cell"))
            }
            Place::ClassCell => {
                Instruction::LoadClassCell(self.cell(name).expect("the scope lists every cell"))
            }
            Place::Global => Instruction::LoadGlobal(self.name_index(name)),
            Place::Dict => Instruction::LoadName(self.name_index(name)),
        }
    }

    pub(super) fn store(&mut self, place: Place, name: &str) -> Instruction {
        match place {
            Place::Local => Instruction::StoreFast(self.local(name)),
            Place::Cell => {
                Instruction::StoreCell(self.cell(name).expect("the scope lists every cell"))
            }
            Place::Global => Instruction::StoreGlobal(self.name_index(name)),
            Place::Dict | Place::ClassCell => Instruction::StoreName(self.name_index(name)),
        }
    }

    pub(super) fn delete(&mut self, place: Place, name: &str) -> Instruction {
        match place {
            Place::Local => Instruction::DeleteFast(self.local(name)),
            Place::Cell => {
                Instruction::DeleteCell(self.cell(name).expect("the scope lists every cell"))
            }
            Place::Global => Instruction::DeleteGlobal(self.name_index(name)),
            Place::Dict | Place::ClassCell => Instruction::DeleteName(self.name_index(name)),
        }
    }

    pub(super) fn finish(
        self,
        file: Arc<str>,
        source: Arc<LineIndex>,
        free_sources: Vec<u32>,
    ) -> Code {
        let locals = self.locals;
        let cells = self
            .cells
            .into_iter()
            .map(|name| {
                let from = locals
                    .iter()
                    .position(|local| *local == name)
                    .map(|at| at as u32);
                (name, from)
            })
            .collect();
        Code {
            name: self.name,
            qualname: self.qualname.into(),
            file,
            source,
            span: self.span,
            doc: self.doc,
            flags: self.flags,
            parameters: self.parameters,
            locals,
            cells,
            frees: self.frees,
            names: self.names,
            constants: self.constants,
            instructions: self.instructions,
            spans: self.spans,
            exceptions: self.exceptions,
            free_sources,
        }
    }
}
