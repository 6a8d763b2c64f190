//! The run loop.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::{Code, CompareOp, Instruction};

use super::frame::FrameKind;
use super::replay::NESTING_LIMIT;
use super::{ExceptionKind, Raise, Result, Step, Vm};
use crate::value::{CodeObject, Dict, Value};

/// How a slice of a program's run ended.
pub enum Outcome {
    /// The program ended, with a value or an exception.
    Ended(Result<Value>),
    /// The fuel ran out; the program can go on.
    OutOfFuel,
    /// All its threads wait.
    Waiting,
}

/// How deep Python calls may nest, as CPython's default.
pub(super) const RECURSION_LIMIT: usize = 1000;
/// How many jumps back pass between two questions whether to give up.
const CANCEL_INTERVAL: u64 = 1 << 16;

/// What an instruction asks the loop to do next.
pub(super) enum Flow {
    Next,
    /// A frame was pushed or popped.
    FrameChanged,
    /// The entry frame returned.
    Done(Value),
}

impl Vm {
    /// Makes ready to run a program; [`Vm::resume`] runs it.
    pub fn start(&mut self, code: &Arc<Code>) -> Rc<Dict> {
        let module = Rc::new(crate::value::Module::new("__main__"));
        module.set("__builtins__", Value::None);
        module.globals.remove_str("__builtins__");
        module.set("__file__", Value::str(&code.file));
        module.set("__doc__", code.doc.as_ref().map_or(Value::None, Value::str));
        self.modules.insert("__main__".to_string(), module.clone());
        let object = self.code_object(code);
        let globals = module.globals.clone();
        self.push_body_frame(object, globals.clone(), globals.clone(), Vec::new());
        self.top_frame().kind = FrameKind::Entry;
        self.threads = super::threads::Threads::new();
        globals
    }

    /// Runs a whole program at once.
    ///
    /// # Errors
    /// The exception that ended it.
    pub fn run_to_end(&mut self, code: &Arc<Code>) -> Result<Rc<Dict>> {
        let globals = self.start(code);
        let host = self.host.clone();
        let mut result = None;
        loop {
            match self.resume(u64::MAX) {
                Outcome::Ended(ended) => {
                    let ended = ended.map(|_| globals.clone());
                    let result = result.get_or_insert(ended);
                    if !self.shut_down() {
                        return result.clone();
                    }
                }
                Outcome::OutOfFuel => {}
                Outcome::Waiting => {
                    if !host.pass_time(self, None) {
                        self.break_deadlock();
                    }
                }
            }
        }
    }

    /// Runs the text of a module, which defines its names in `globals`.
    ///
    /// # Errors
    /// What the text raises.
    pub fn run_module(&mut self, code: &Arc<Code>, globals: &Rc<Dict>) -> Result<()> {
        let object = self.code_object(code);
        self.run_body(object, globals.clone(), globals.clone())
            .map(|_| ())
    }

    /// Begins to run code that was made of a text at run time, and is forgotten then; it gives its
    /// value, if it has one.
    ///
    /// # Errors
    /// `RecursionError`.
    pub(crate) fn begin_text(
        &mut self,
        code: &Arc<Code>,
        globals: Rc<Dict>,
        locals: Rc<Dict>,
    ) -> Result<Step> {
        self.begin_body(CodeObject::new(code.clone()), globals, locals)
    }

    /// Begins to run the text of a module.
    ///
    /// # Errors
    /// `RecursionError`.
    pub(crate) fn begin_module(&mut self, code: &Arc<Code>, globals: &Rc<Dict>) -> Result<Step> {
        let object = self.code_object(code);
        self.begin_body(object, globals.clone(), globals.clone())
    }

    fn begin_body(
        &mut self,
        code: Rc<CodeObject>,
        globals: Rc<Dict>,
        names: Rc<Dict>,
    ) -> Result<Step> {
        self.check_recursion()?;
        self.push_body_frame(code, globals, names, Vec::new());
        Ok(Step::Pushed)
    }

    fn run_body(
        &mut self,
        code: Rc<CodeObject>,
        globals: Rc<Dict>,
        names: Rc<Dict>,
    ) -> Result<Value> {
        let base = self.frames.len();
        self.begin_body(code, globals, names)?;
        self.pinned += 1;
        let notes = self.notes.take();
        let result = self.run_nested(base, None);
        self.notes = notes;
        self.pinned -= 1;
        result
    }

    /// Runs the frames from `base` on until they have given their value. Called from Rust code.
    /// `answer` is for the one on top.
    pub(super) fn run_nested(
        &mut self,
        base: usize,
        answer: Option<Result<Value>>,
    ) -> Result<Value> {
        if self.nesting >= NESTING_LIMIT {
            self.pop_frames(base);
            return Err(self.error(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded",
            ));
        }
        let lowest = &mut self.frames[base];
        if matches!(lowest.kind, FrameKind::Call) {
            lowest.kind = FrameKind::Entry;
        } else {
            let mut mark = self.spare_frame();
            mark.kind = FrameKind::Entry;
            self.frames.insert(base, mark);
        }
        self.nesting += 1;
        let result = self.run_loop(base, answer);
        self.nesting -= 1;
        if let Err(Raise::Suspend(_)) = result {
            // What called is left; the frames go on without it.
            let lowest = &mut self.frames[base];
            if lowest.code.is_some() {
                lowest.kind = FrameKind::Call;
            } else {
                self.frames.remove(base);
            }
        }
        result
    }

    /// Runs the frames from `base` on; `answer` is for the one on top.
    pub(super) fn run_loop(&mut self, base: usize, answer: Option<Result<Value>>) -> Result<Value> {
        let mut flow = match answer {
            None => Ok(Flow::FrameChanged),
            Some(Ok(value)) => self.deliver(value),
            Some(Err(raise)) => Err(raise),
        };
        loop {
            flow = match flow {
                Ok(Flow::Done(value)) => return Ok(value),
                Ok(_) => self.run_frames(base),
                Err(Raise::Suspend(suspension)) => {
                    if self.pinned == 0 {
                        return Err(Raise::Suspend(suspension));
                    }
                    match self.wait_inside(&suspension) {
                        Ok(value) => self.deliver(value),
                        Err(Raise::Suspend(_)) => Err(Raise::Cancelled),
                        Err(raise) => Err(raise),
                    }
                }
                Err(Raise::Cancelled) => {
                    if self.nesting > 0 {
                        self.pop_frames(base);
                    }
                    return Err(Raise::Cancelled);
                }
                Err(raise) => match self.unwind(raise, base) {
                    Err(raise @ Raise::Suspend(_)) => Err(raise),
                    Err(raise) => return Err(raise),
                    flow => flow,
                },
            }
        }
    }

    fn run_frames(&mut self, base: usize) -> Result<Flow> {
        'frames: loop {
            if self.finalizers.any() && self.begin_finalizers()? {
                continue;
            }
            let mut frame = self
                .frames
                .pop()
                .expect("the entry frame is there until it returns");
            let code = frame.code.clone().expect("a frame in use has code");
            loop {
                let instruction = code.code.instructions[frame.next];
                frame.next += 1;
                // The hot instructions work on the frame alone; the others see it on the stack of frames.
                match instruction {
                    Instruction::LoadFast(index) => match &frame.locals[index as usize] {
                        Some(value) => {
                            let value = value.clone();
                            frame.stack.push(value);
                        }
                        None => {
                            self.frames.push(frame);
                            return Err(self.unbound_local(&code, index));
                        }
                    },
                    Instruction::StoreFast(index) => {
                        let value = frame.stack.pop();
                        frame.locals[index as usize] = value;
                        if self.finalizers.any() {
                            self.frames.push(frame);
                            continue 'frames;
                        }
                    }
                    Instruction::LoadConstant(index) => {
                        let value = code.constants[index as usize].clone();
                        frame.stack.push(value);
                    }
                    Instruction::Pop => {
                        frame.stack.pop();
                        if self.finalizers.any() {
                            self.frames.push(frame);
                            continue 'frames;
                        }
                    }
                    Instruction::Jump(target) => {
                        if (target as usize) < frame.next {
                            self.ticks += 1;
                            if self.fuel == 0 && self.nesting == 0 {
                                // Taken again when the program goes on.
                                frame.next -= 1;
                                self.frames.push(frame);
                                return Err(Raise::Cancelled);
                            }
                            self.fuel = self.fuel.saturating_sub(1);
                            if self.ticks.is_multiple_of(CANCEL_INTERVAL) && self.host.cancelled() {
                                self.frames.push(frame);
                                return Err(Raise::Cancelled);
                            }
                        }
                        frame.next = target as usize;
                    }
                    Instruction::JumpIfFalse(target) | Instruction::JumpIfTrue(target) => {
                        let wanted = matches!(instruction, Instruction::JumpIfTrue(_));
                        let value = frame.stack.pop().expect("a condition is on the stack");
                        let truth = match value {
                            Value::Bool(truth) => truth,
                            value @ Value::Instance(_) => {
                                self.frames.push(frame);
                                let step = self.begin_truth(value)?;
                                match self.finish(step)? {
                                    Flow::Next => {
                                        frame = self.frames.pop().expect("the frame goes on");
                                        continue;
                                    }
                                    Flow::FrameChanged => continue 'frames,
                                    done => return Ok(done),
                                }
                            }
                            value => self.truth(&value)?,
                        };
                        if truth == wanted {
                            frame.next = target as usize;
                        }
                    }
                    Instruction::Compare(op) => {
                        let right = frame.stack.pop().expect("two operands are on the stack");
                        let left = frame.stack.pop().expect("two operands are on the stack");
                        if let (Value::Int(left), Value::Int(right)) = (&left, &right) {
                            frame
                                .stack
                                .push(Value::Bool(compare_ints(op, *left, *right)));
                        } else {
                            self.frames.push(frame);
                            match self.compare_operands(op, left, right)? {
                                Flow::Next => frame = self.frames.pop().expect("the frame goes on"),
                                Flow::FrameChanged => continue 'frames,
                                done => return Ok(done),
                            }
                        }
                    }
                    Instruction::Binary(op) => {
                        let right = frame.stack.pop().expect("two operands are on the stack");
                        let left = frame.stack.pop().expect("two operands are on the stack");
                        self.frames.push(frame);
                        match self.combine_operands(op, left, right)? {
                            Flow::Next => frame = self.frames.pop().expect("the frame goes on"),
                            Flow::FrameChanged => continue 'frames,
                            done => return Ok(done),
                        }
                    }
                    other => {
                        self.frames.push(frame);
                        match self.carry_out(other, &code, base)? {
                            Flow::Next if self.finalizers.any() => continue 'frames,
                            Flow::Next => frame = self.frames.pop().expect("the frame goes on"),
                            Flow::FrameChanged => continue 'frames,
                            done => return Ok(done),
                        }
                    }
                }
            }
        }
    }
}

fn compare_ints(op: CompareOp, left: i64, right: i64) -> bool {
    match op {
        CompareOp::Less => left < right,
        CompareOp::LessEqual => left <= right,
        CompareOp::Equal => left == right,
        CompareOp::NotEqual => left != right,
        CompareOp::Greater => left > right,
        CompareOp::GreaterEqual => left >= right,
    }
}
