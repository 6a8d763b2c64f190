//! The instructions that the loop does not carry out itself, by family.

mod attributes;
mod calls;
mod containers;
mod exceptions;
mod imports;
mod iteration;
mod names;
mod operators;
mod patterns;
mod texts;
mod waiting;

use std::rc::Rc;

use super::run::Flow;
use super::{ExceptionKind, Result, Vm};
use crate::value::CodeObject;
use crate::value::{Set, Value};
use brooklet_python_compiler::bytecode::Instruction;
use calls::Operands;

impl Vm {
    /// Carries an instruction out, or begins to.
    pub(super) fn carry_out(
        &mut self,
        instruction: Instruction,
        code: &Rc<CodeObject>,
        base: usize,
    ) -> Result<Flow> {
        use Instruction as I;
        Ok(match instruction {
            I::LoadConstant(_)
            | I::LoadFast(_)
            | I::StoreFast(_)
            | I::Pop
            | I::Jump(_)
            | I::JumpIfFalse(_)
            | I::JumpIfTrue(_)
            | I::Compare(_)
            | I::Binary(_) => unreachable!("the loop itself carries these out"),
            I::DeleteFast(index) => return self.delete_fast(code, index),
            I::LoadCell(index) => return self.load_cell(code, index),
            I::StoreCell(index) => {
                self.store_cell(index);
                Flow::Next
            }
            I::DeleteCell(index) => return self.delete_cell(code, index),
            I::LoadClassCell(index) => return self.load_class_cell(code, index),
            I::LoadGlobal(index) => return self.load_global(&code.names[index as usize]),
            I::StoreGlobal(index) => {
                self.store_global(&code.names[index as usize]);
                Flow::Next
            }
            I::DeleteGlobal(index) => return self.delete_global(&code.names[index as usize]),
            I::LoadName(index) => return self.load_name(&code.names[index as usize]),
            I::StoreName(index) => return self.store_name(&code.names[index as usize]),
            I::DeleteName(index) => return self.delete_name(&code.names[index as usize]),
            I::LoadAttribute(index) => return self.attribute_of(&code.names[index as usize]),
            I::StoreAttribute(index) => return self.set_attribute_of(&code.names[index as usize]),
            I::DeleteAttribute(index) => {
                return self.delete_attribute_of(&code.names[index as usize]);
            }
            I::LoadMethod(index) => return self.method_of(&code.names[index as usize]),
            I::Copy(depth) => {
                let value = self.peek(depth);
                self.push(value)
            }
            I::Swap(depth) => {
                let stack = &mut self.top_frame().stack;
                let top = stack.len() - 1;
                stack.swap(top, top + 1 - depth as usize);
                Flow::Next
            }
            I::Unary(op) => return self.apply_unary(op),
            I::InPlace(op) => return self.combine_in_place(op),
            I::Is(inverted) => {
                let right = self.pop();
                let left = self.pop();
                self.push(Value::Bool(left.is(&right) != inverted))
            }
            I::Contains(inverted) => return self.test_contains(inverted),
            I::BuildTuple(count) => {
                let items = self.pop_many(count);
                self.push(Value::tuple(items))
            }
            I::BuildList(count) => {
                let items = self.pop_many(count);
                self.push(Value::list(items))
            }
            I::BuildSet(count) => return self.build_set(count),
            I::BuildSetOfConstants(count) => {
                let items = self.pop_many(count);
                let set = Set::of_constants(self, items)?;
                self.push(Value::Set(Rc::new(set)))
            }
            I::BuildDict(count) => return self.build_dict(count),
            I::BuildString(count) => {
                let pieces = self.pop_many(count);
                let text: String = pieces.iter().filter_map(Value::as_str).collect();
                self.push(Value::from(text))
            }
            I::BuildSlice(parts) => self.build_slice(parts),
            I::ListAppend(depth) => {
                let value = self.pop();
                self.list_at(depth).borrow_mut().push(value);
                Flow::Next
            }
            I::SetAdd(depth) => return self.set_add(depth),
            I::DictAdd(depth) => return self.dict_add(depth),
            I::ListExtend(depth) => return self.list_extend(depth),
            I::SetUpdate(depth) => return self.set_update(depth),
            I::DictUpdate(depth) => return self.dict_update(depth),
            I::DictMerge(depth) => {
                let mapping = self.pop();
                return self.merge_keywords(mapping, depth);
            }
            I::ListToTuple => {
                let list = self.pop();
                let items = self.collect(&list)?;
                self.push(Value::tuple(items))
            }
            I::GetItem => return self.get_subscript(),
            I::SetItem => {
                let key = self.pop();
                let object = self.pop();
                let value = self.pop();
                return self.set_subscript(object, key, value);
            }
            I::DeleteItem => return self.delete_subscript(),
            I::JumpIfFalseOrPop(_) | I::JumpIfTrueOrPop(_) => return self.jump_or_pop(),
            I::GetIterator => return self.get_iterator(),
            I::ForEach(target) => return self.for_each(target),
            I::UnpackSequence(count) => return self.unpack_sequence(count as usize),
            I::UnpackStarred(before, after) => {
                return self.unpack_with_star(before as usize, after as usize);
            }
            I::Call(count) => return self.call_positional(count),
            I::CallMethod(count) => return self.call_method_positional(count),
            I::CallKeywords(count) => return self.call_with_keywords(count),
            I::CallSpread(with_keywords) => return self.call_spread(with_keywords),
            I::MakeFunction {
                code: index,
                defaults,
                keyword_defaults,
                annotations,
            } => {
                let inner = code.inner[index as usize]
                    .clone()
                    .expect("the constant is code");
                let operands = Operands {
                    defaults: u32::from(defaults),
                    keyword_defaults,
                    annotations,
                };
                self.build_function(inner, &operands)
            }
            I::BuildClass(bases, with_keywords) => {
                let keywords = if with_keywords {
                    self.pop()
                } else {
                    Value::None
                };
                let bases = self.pop_many(u32::from(bases));
                let name = self.pop();
                let body = self.pop();
                let step = self.build_class(&body, name, bases, keywords)?;
                return self.finish(step);
            }
            I::Return => {
                let value = self.pop();
                return self.return_value(value, base);
            }
            I::Yield => return self.yield_value(),
            I::YieldFrom => return self.delegate(),
            I::GetAwaitable => return self.get_awaitable(),
            I::GetAsyncIterator => return self.get_async_iterator(),
            I::AsyncNext => return self.async_next(),
            I::EndAsyncFor => return self.end_async_for(),
            I::EnterAsyncWith => return self.enter_async_with(),
            I::ExitAsyncWithException => return self.exit_async_with_exception(),
            I::Raise(operands) => return self.raise(operands),
            I::Reraise => return self.reraise(),
            I::EnterHandler => {
                self.enter_handler();
                Flow::Next
            }
            I::LeaveHandler => {
                self.top_frame().handled.pop();
                Flow::Next
            }
            I::MatchException => return self.match_exception(),
            I::EnterWith => return self.enter_with(),
            I::ExitWith => return self.exit_with(),
            I::ExitWithException => return self.exit_with_exception(),
            I::Import(index) => return self.import_top(&code.names[index as usize]),
            I::ImportLeaf(index) => {
                let step = self.begin_import(code.names[index as usize].as_str())?;
                return self.finish(step);
            }
            I::ImportFrom(index) => return self.import_from(&code.names[index as usize]),
            I::ImportStar => {
                if let Value::Module(module) = self.pop() {
                    self.import_star(&module)?;
                }
                Flow::Next
            }
            I::FormatValue(conversion, with_spec) => {
                return self.format_value(conversion, with_spec);
            }
            I::StoreAnnotation(index) => self.store_annotation(&code.names[index as usize]),
            I::LoadAssertionError => {
                let class = self.types.exception(ExceptionKind::AssertionError).clone();
                self.push(Value::Class(class))
            }
            I::GetLength => return self.get_length(),
            I::MatchSequence => {
                let value = self.peek(1);
                let matches = self.matches_sequence(&value);
                self.push(Value::Bool(matches))
            }
            I::MatchMapping => {
                let value = self.peek(1);
                let matches = self.matches_mapping(&value);
                self.push(Value::Bool(matches))
            }
            I::MatchKeys => return self.match_keys_of(),
            I::MatchRest => return self.match_rest_of(),
            I::MatchClass(positional) => return self.match_class_of(positional as usize),
        })
    }
}
