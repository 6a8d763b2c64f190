//! `match`.
//!
//! A pattern is compiled with its subject on top of the stack; it always takes the subject off.
//! The jumps that it gives are those of a mismatch. Names are bound as soon as they match.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::Ranged;

use super::{Compiled, Compiler};
use crate::bytecode::{CompareOp, Constant, Instruction};

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, statement: &'a ast::StmtMatch) -> Compiled<()> {
        self.expression(&statement.subject)?;
        let start: u32 = statement.subject.range().start().into();
        let subject = self.unit().hidden_local(&format!("subject{start}"));
        self.emit(Instruction::StoreFast(subject), &*statement.subject);
        let mut ends = Vec::new();
        for case in &statement.cases {
            let mut misses = Vec::new();
            self.emit(Instruction::LoadFast(subject), case);
            self.pattern(&case.pattern, &mut misses)?;
            if let Some(guard) = &case.guard {
                misses.extend(self.jump_if(guard, false)?);
            }
            self.body(&case.body)?;
            ends.push(self.emit_jump(Instruction::Jump, case));
            self.land_all(misses);
        }
        self.land_all(ends);
        Ok(())
    }

    fn miss_if_false(&mut self, misses: &mut Vec<usize>, at: impl Ranged) {
        misses.push(self.emit_jump(Instruction::JumpIfFalse, at));
    }

    /// Goes on with a clean stack: on a miss, `extra` values are dropped first.
    fn miss_dropping(&mut self, extra: usize, misses: &mut Vec<usize>, at: impl Ranged + Copy) {
        let hit = self.emit_jump(Instruction::JumpIfTrue, at);
        for _ in 0..extra {
            self.emit(Instruction::Pop, at);
        }
        misses.push(self.emit_jump(Instruction::Jump, at));
        self.land(hit);
    }

    fn pattern(&mut self, pattern: &Pattern, misses: &mut Vec<usize>) -> Compiled<()> {
        let at = pattern.range();
        match pattern {
            Pattern::MatchValue(value) => {
                self.expression(&value.value)?;
                self.emit(Instruction::Compare(CompareOp::Equal), at);
                self.miss_if_false(misses, at);
            }
            Pattern::MatchSingleton(single) => {
                let constant = match single.value {
                    ast::Singleton::None => Constant::None,
                    ast::Singleton::True => Constant::Bool(true),
                    ast::Singleton::False => Constant::Bool(false),
                };
                self.emit_constant(constant, at);
                self.emit(Instruction::Is(false), at);
                self.miss_if_false(misses, at);
            }
            Pattern::MatchAs(bound) => {
                if let Some(inner) = &bound.pattern {
                    self.emit(Instruction::Copy(1), at);
                    let mut inner_misses = Vec::new();
                    self.pattern(inner, &mut inner_misses)?;
                    self.drop_on_miss(1, inner_misses, misses, at);
                }
                match &bound.name {
                    Some(name) => self.emit_store(name, at),
                    None => self.emit(Instruction::Pop, at),
                }
            }
            Pattern::MatchOr(choices) => {
                let mut hits = Vec::new();
                for choice in &choices.patterns {
                    self.emit(Instruction::Copy(1), at);
                    let mut inner_misses = Vec::new();
                    self.pattern(choice, &mut inner_misses)?;
                    hits.push(self.emit_jump(Instruction::Jump, at));
                    self.land_all(inner_misses);
                }
                self.emit(Instruction::Pop, at);
                misses.push(self.emit_jump(Instruction::Jump, at));
                self.land_all(hits);
                self.emit(Instruction::Pop, at);
            }
            Pattern::MatchSequence(sequence) => self.sequence_pattern(sequence, misses)?,
            Pattern::MatchMapping(mapping) => self.mapping_pattern(mapping, misses)?,
            Pattern::MatchClass(class) => self.class_pattern(class, misses)?,
            Pattern::MatchStar(_) => {
                return self.syntax_error("can't use starred pattern here", at);
            }
        }
        Ok(())
    }

    /// Collects inner misses: there, `count` values are still on the stack.
    fn drop_on_miss(
        &mut self,
        count: usize,
        inner: Vec<usize>,
        misses: &mut Vec<usize>,
        at: impl Ranged + Copy,
    ) {
        if inner.is_empty() {
            return;
        }
        let hit = self.emit_jump(Instruction::Jump, at);
        self.land_all(inner);
        for _ in 0..count {
            self.emit(Instruction::Pop, at);
        }
        misses.push(self.emit_jump(Instruction::Jump, at));
        self.land(hit);
    }

    fn sequence_pattern(
        &mut self,
        sequence: &ast::PatternMatchSequence,
        misses: &mut Vec<usize>,
    ) -> Compiled<()> {
        let at = sequence.range;
        self.emit(Instruction::MatchSequence, at);
        self.miss_dropping(1, misses, at);
        let star = sequence.patterns.iter().position(Pattern::is_match_star);
        let fixed = sequence.patterns.len() - usize::from(star.is_some());
        self.emit(Instruction::GetLength, at);
        self.emit_constant(Constant::Int(fixed as i64), at);
        let comparison = if star.is_some() {
            CompareOp::GreaterEqual
        } else {
            CompareOp::Equal
        };
        self.emit(Instruction::Compare(comparison), at);
        self.miss_dropping(1, misses, at);
        match star {
            Some(before) => {
                self.emit(
                    Instruction::UnpackStarred(before as u16, (fixed - before) as u16),
                    at,
                );
            }
            None => self.emit(Instruction::UnpackSequence(fixed as u32), at),
        }
        let count = sequence.patterns.len();
        for (index, inner) in sequence.patterns.iter().enumerate() {
            let left = count - index - 1;
            if let Pattern::MatchStar(star) = inner {
                match &star.name {
                    Some(name) => self.emit_store(name, at),
                    None => self.emit(Instruction::Pop, at),
                }
                continue;
            }
            let mut inner_misses = Vec::new();
            self.pattern(inner, &mut inner_misses)?;
            if left == 0 {
                misses.extend(inner_misses);
            } else {
                self.drop_on_miss(left, inner_misses, misses, at);
            }
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        mapping: &ast::PatternMatchMapping,
        misses: &mut Vec<usize>,
    ) -> Compiled<()> {
        let at = mapping.range;
        self.emit(Instruction::MatchMapping, at);
        self.miss_dropping(1, misses, at);
        for key in &mapping.keys {
            self.expression(key)?;
        }
        self.emit(Instruction::BuildTuple(mapping.keys.len() as u32), at);
        self.emit(Instruction::MatchKeys, at);
        // mapping keys values-or-None
        self.emit(Instruction::Copy(1), at);
        self.emit_none(at);
        self.emit(Instruction::Is(true), at);
        self.miss_dropping(3, misses, at);
        self.emit(Instruction::UnpackSequence(mapping.keys.len() as u32), at);
        let count = mapping.patterns.len();
        for (index, inner) in mapping.patterns.iter().enumerate() {
            let mut inner_misses = Vec::new();
            self.pattern(inner, &mut inner_misses)?;
            self.drop_on_miss(count - index - 1 + 2, inner_misses, misses, at);
        }
        match &mapping.rest {
            Some(rest) => {
                self.emit(Instruction::MatchRest, at);
                self.emit_store(rest, at);
            }
            None => {
                self.emit(Instruction::Pop, at);
                self.emit(Instruction::Pop, at);
            }
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        class: &ast::PatternMatchClass,
        misses: &mut Vec<usize>,
    ) -> Compiled<()> {
        let at = class.range;
        self.expression(&class.cls)?;
        let names: Arc<[Constant]> = class
            .arguments
            .keywords
            .iter()
            .map(|keyword| Constant::Str(keyword.attr.as_str().into()))
            .collect();
        self.emit_constant(Constant::Tuple(names), at);
        let positional = &class.arguments.patterns;
        self.emit(Instruction::MatchClass(positional.len() as u32), at);
        self.emit(Instruction::Copy(1), at);
        self.emit_none(at);
        self.emit(Instruction::Is(true), at);
        self.miss_dropping(1, misses, at);
        let inner: Vec<&Pattern> = positional
            .iter()
            .chain(
                class
                    .arguments
                    .keywords
                    .iter()
                    .map(|keyword| &keyword.pattern),
            )
            .collect();
        self.emit(Instruction::UnpackSequence(inner.len() as u32), at);
        let count = inner.len();
        for (index, pattern) in inner.into_iter().enumerate() {
            let mut inner_misses = Vec::new();
            self.pattern(pattern, &mut inner_misses)?;
            let left = count - index - 1;
            if left == 0 {
                misses.extend(inner_misses);
            } else {
                self.drop_on_miss(left, inner_misses, misses, at);
            }
        }
        Ok(())
    }
}
