//! The stack of frames, and the values on the frame on top.

use std::rc::Rc;

use super::frame::FrameKind;
use super::run::Flow;
use super::{ExceptionKind, Frame, Level, Raise, Result, Step, Vm};
use crate::value::CodeObject;
use crate::value::{CellRef, Dict, List, Value};
use brooklet_python_compiler::bytecode::Instruction;

impl Vm {
    pub(super) fn top_frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a frame is running")
    }

    pub(super) fn pop(&mut self) -> Value {
        self.top_frame()
            .stack
            .pop()
            .expect("the compiler balances the stack")
    }

    pub(super) fn push(&mut self, value: Value) -> Flow {
        self.top_frame().stack.push(value);
        Flow::Next
    }

    /// Takes the last `count` values off the stack, in order.
    pub(super) fn pop_many(&mut self, count: u32) -> Vec<Value> {
        let stack = &mut self.top_frame().stack;
        stack.split_off(stack.len() - count as usize)
    }

    pub(super) fn peek(&mut self, depth: u32) -> Value {
        let stack = &self.top_frame().stack;
        stack[stack.len() - depth as usize].clone()
    }

    pub(super) fn list_at(&mut self, depth: u32) -> Rc<List> {
        match self.peek(depth) {
            Value::List(list) => list,
            _ => unreachable!("the compiler puts a list there"),
        }
    }

    /// A frame that is not in use.
    pub(super) fn spare_frame(&mut self) -> Box<Frame> {
        self.spare_frames.pop().unwrap_or_default()
    }

    pub(super) fn push_frame(&mut self, frame: Box<Frame>) {
        self.depth += frame.levels;
        self.frames.push(frame);
    }

    pub(super) fn pop_frame(&mut self) {
        if let Some(mut frame) = self.frames.pop() {
            self.depth -= frame.levels;
            frame.clear();
            if self.spare_frames.len() < 64 {
                self.spare_frames.push(frame);
            }
        }
    }

    /// Drops the frames from `base` on.
    pub(super) fn pop_frames(&mut self, base: usize) {
        while self.frames.len() > base {
            self.pop_frame();
        }
    }

    /// Whether one more Python call may begin.
    pub(super) fn check_recursion(&mut self) -> Result<()> {
        self.check_depth(Level::Uncounted, 1)
    }

    /// Whether there may be so many levels of recursion more.
    pub(super) fn check_depth(&mut self, level: Level, levels: usize) -> Result<()> {
        if self.depth + levels > self.recursion_limit && levels > 0 {
            let doing = level.doing();
            let message = format!("maximum recursion depth exceeded{doing}");
            return Err(self.error(ExceptionKind::RecursionError, message));
        }
        Ok(())
    }

    /// How many levels of recursion there may be.
    pub fn recursion_limit(&self) -> usize {
        self.recursion_limit
    }

    /// Sets how many levels of recursion there may be.
    ///
    /// # Errors
    /// `RecursionError` where there are more already.
    pub fn set_recursion_limit(&mut self, limit: usize) -> Result<()> {
        let depth = self.depth;
        if depth >= limit {
            let message = format!(
                "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
            );
            return Err(self.error(ExceptionKind::RecursionError, message));
        }
        self.recursion_limit = limit;
        Ok(())
    }

    /// Pushes the frame of a module or class body.
    pub(super) fn push_body_frame(
        &mut self,
        code: Rc<CodeObject>,
        globals: Rc<Dict>,
        names: Rc<Dict>,
        closure: Vec<CellRef>,
    ) {
        let mut frame = self.spare_frame();
        frame.locals.resize(code.code.locals.len(), None);
        frame
            .cells
            .extend(code.code.cells.iter().map(|_| CellRef::default()));
        frame.cells.extend(closure);
        frame.globals = Some(globals);
        frame.names = Some(names);
        frame.code = Some(code);
        frame.levels = 1;
        self.push_frame(frame);
    }

    /// `return`: the value goes to whoever called.
    pub(super) fn return_value(&mut self, value: Value, base: usize) -> Result<Flow> {
        let frame = self.top_frame();
        let initializer = frame.is_initializer;
        let kind = std::mem::take(&mut frame.kind);
        self.pop_frame();
        match kind {
            FrameKind::Entry => Ok(Flow::Done(value)),
            FrameKind::Generator(generator) => {
                generator.running.set(false);
                self.unwind(Raise::StopIteration(value), base)
            }
            _ if initializer => {
                self.check_initialized(&value)?;
                Ok(Flow::FrameChanged)
            }
            _ => self.deliver(value),
        }
    }

    /// What a step gave, for the instruction that began it.
    pub(super) fn finish(&mut self, step: Step) -> Result<Flow> {
        match step {
            Step::Done(value) => self.complete(value),
            Step::Pushed => Ok(Flow::FrameChanged),
        }
    }

    /// Gives the value of the frames that were above it to the frame on top.
    pub(super) fn deliver(&mut self, mut value: Value) -> Result<Flow> {
        loop {
            let frame = self.top_frame();
            if frame.code.is_some() {
                return Ok(match self.complete(value)? {
                    Flow::Next => Flow::FrameChanged,
                    other => other,
                });
            }
            let kind = std::mem::take(&mut frame.kind);
            self.pop_frame();
            match kind {
                FrameKind::Continuation(continuation) => {
                    match continuation.resume(self, Ok(value))? {
                        Step::Done(next) => value = next,
                        Step::Pushed => return Ok(Flow::FrameChanged),
                    }
                }
                FrameKind::Finalizer(_) => return Ok(Flow::FrameChanged),
                _ => return Ok(Flow::Done(value)),
            }
        }
    }

    /// Carries the instruction that called out to its end, with the value of the call.
    fn complete(&mut self, value: Value) -> Result<Flow> {
        use Instruction as I;
        let frame = self.top_frame();
        let code = frame.code.as_ref().expect("a frame in use has code");
        let instruction = code.code.instructions[frame.next - 1];
        match instruction {
            I::StoreAttribute(_)
            | I::DeleteAttribute(_)
            | I::SetItem
            | I::DeleteItem
            | I::SetAdd(_)
            | I::DictAdd(_)
            | I::SetUpdate(_)
            | I::DictUpdate(_)
            | I::DictMerge(_)
            | I::ExitWith => {}
            I::JumpIfFalse(target) | I::JumpIfTrue(target) => {
                let wanted = matches!(instruction, I::JumpIfTrue(_));
                if matches!(value, Value::Bool(truth) if truth == wanted) {
                    frame.next = target as usize;
                }
            }
            I::JumpIfFalseOrPop(target) | I::JumpIfTrueOrPop(target) => {
                let wanted = matches!(instruction, I::JumpIfTrueOrPop(_));
                if matches!(value, Value::Bool(truth) if truth == wanted) {
                    frame.next = target as usize;
                } else {
                    frame.stack.pop();
                }
            }
            I::LoadMethod(_) => frame.stack.extend([value, Value::NotImplemented]),
            I::UnpackSequence(_) | I::UnpackStarred(..) => {
                if let Value::Tuple(items) = value {
                    frame.stack.extend(items.iter().rev().cloned());
                }
            }
            I::ListExtend(depth) => {
                if let Value::List(items) = value {
                    let items = items.to_vec();
                    self.list_at(depth).borrow_mut().extend(items);
                }
            }
            I::YieldFrom => return self.yield_delegated(value),
            _ => frame.stack.push(value),
        }
        Ok(Flow::Next)
    }
}
