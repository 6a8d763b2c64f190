//! The run loop.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::{Code, CompareOp, Conversion, Instruction, UnaryOp};

use super::frame::FrameKind;
use super::{ExceptionKind, Frame, Raise, Result, Suspension, Vm};
use crate::value::CodeObject;
use crate::value::{Args, CellRef, Dict, Function, List, Set, Slice, Str, Value};

/// How a slice of a program's run ended.
pub enum Outcome {
    /// The program ended, with a value or an exception.
    Ended(Result<Value>),
    /// The fuel ran out; the program can go on.
    OutOfFuel,
    /// The program waits; it goes on with what the wait gives.
    Suspended(Suspension),
}

/// How deep Python calls may nest, as CPython's default.
const RECURSION_LIMIT: usize = 1000;
/// How deep runs may nest on Rust's stack.
const NESTING_LIMIT: usize = 120;
/// How many counted instructions pass between two questions whether to give up.
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
        self.push_body_frame(
            object,
            globals.clone(),
            globals.clone(),
            Vec::new(),
            FrameKind::Entry,
        );
        self.started = false;
        globals
    }

    /// Runs the program for at most `fuel` counted instructions; after a suspension, `answer` is
    /// what the wait gave.
    pub fn resume(&mut self, fuel: u64, answer: Result<Value>) -> Outcome {
        self.fuel = fuel;
        if self.started {
            match answer {
                Ok(value) => {
                    if let Some(frame) = self.frames.last_mut()
                        && frame.waiting
                    {
                        frame.waiting = false;
                        frame.stack.push(value);
                    }
                }
                Err(raise) => {
                    if let Some(frame) = self.frames.last_mut() {
                        frame.waiting = false;
                    }
                    if let Err(raise) = self.unwind(raise, 0) {
                        return Outcome::Ended(Err(raise));
                    }
                }
            }
        }
        self.started = true;
        let ended = self.run_loop(0);
        match ended {
            Err(Raise::Suspend(wish)) => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.waiting = true;
                }
                Outcome::Suspended(wish)
            }
            Err(Raise::Cancelled) if self.fuel == 0 && !self.host.cancelled() => Outcome::OutOfFuel,
            other => Outcome::Ended(other),
        }
    }

    /// Runs a whole program at once; waits are carried out by the host.
    ///
    /// # Errors
    /// The exception that ended it.
    pub fn run_to_end(&mut self, code: &Arc<Code>) -> Result<Rc<Dict>> {
        let globals = self.start(code);
        let mut answer = Ok(Value::None);
        loop {
            match self.resume(u64::MAX, answer) {
                Outcome::Ended(ended) => return ended.map(|_| globals),
                Outcome::OutOfFuel => answer = Ok(Value::None),
                Outcome::Suspended(wish) => {
                    let host = self.host.clone();
                    answer = host.wait(self, &wish);
                }
            }
        }
    }

    /// Runs the text of a module, which defines its names in `globals`.
    ///
    /// # Errors
    /// What the text raises.
    pub(crate) fn run_module(&mut self, code: &Arc<Code>, globals: &Rc<Dict>) -> Result<()> {
        self.check_recursion()?;
        let object = self.code_object(code);
        let base = self.frames.len();
        self.push_body_frame(
            object,
            globals.clone(),
            globals.clone(),
            Vec::new(),
            FrameKind::Entry,
        );
        self.run_nested(base).map(|_| ())
    }

    /// Runs code that was made of a text at run time, and forgets it; its value, if it has one.
    ///
    /// # Errors
    /// What the text raises.
    pub(crate) fn run_text(
        &mut self,
        code: &Arc<Code>,
        globals: Rc<Dict>,
        locals: Rc<Dict>,
    ) -> Result<Value> {
        self.check_recursion()?;
        let object = CodeObject::new(code.clone());
        let base = self.frames.len();
        self.push_body_frame(object, globals, locals, Vec::new(), FrameKind::Entry);
        self.run_nested(base)
    }

    /// Runs the frames above `base` until the one at `base` returns. Called from Rust code.
    pub(super) fn run_nested(&mut self, base: usize) -> Result<Value> {
        if self.nesting >= NESTING_LIMIT {
            while self.frames.len() > base {
                self.pop_frame();
            }
            return Err(self.error(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded",
            ));
        }
        self.nesting += 1;
        let result = self.run_loop(base);
        self.nesting -= 1;
        result
    }

    fn run_loop(&mut self, base: usize) -> Result<Value> {
        loop {
            match self.run_frames(base) {
                Ok(value) => return Ok(value),
                Err(Raise::Suspend(wish)) => {
                    if self.nesting == 0 {
                        return Err(Raise::Suspend(wish));
                    }
                    let host = self.host.clone();
                    let answer = host.wait(self, &wish);
                    match answer {
                        Ok(value) => self.top_frame().stack.push(value),
                        Err(raise) => self.unwind(raise, base)?,
                    }
                }
                Err(Raise::Cancelled) => {
                    if self.nesting == 0 {
                        return Err(Raise::Cancelled);
                    }
                    while self.frames.len() > base {
                        self.pop_frame();
                    }
                    return Err(Raise::Cancelled);
                }
                Err(raise) => self.unwind(raise, base)?,
            }
        }
    }

    fn run_frames(&mut self, base: usize) -> Result<Value> {
        'frames: loop {
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
                    }
                    Instruction::LoadConstant(index) => {
                        let value = code.constants[index as usize].clone();
                        frame.stack.push(value);
                    }
                    Instruction::Pop => {
                        frame.stack.pop();
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
                            value => {
                                self.frames.push(frame);
                                let truth = self.truth(&value)?;
                                frame = self.frames.pop().expect("it was just pushed");
                                truth
                            }
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
                            let result = self.compare(op, &left, &right)?;
                            frame = self.frames.pop().expect("it was just pushed");
                            frame.stack.push(result);
                        }
                    }
                    Instruction::Binary(op) => {
                        let right = frame.stack.pop().expect("two operands are on the stack");
                        let left = frame.stack.pop().expect("two operands are on the stack");
                        self.frames.push(frame);
                        let result = self.binary(op, &left, &right)?;
                        frame = self.frames.pop().expect("it was just pushed");
                        frame.stack.push(result);
                    }
                    other => {
                        self.frames.push(frame);
                        match self.step(other, &code, base)? {
                            Flow::Next => frame = self.frames.pop().expect("the frame goes on"),
                            Flow::FrameChanged => continue 'frames,
                            Flow::Done(value) => return Ok(value),
                        }
                    }
                }
            }
        }
    }

    fn unbound_local(&mut self, code: &CodeObject, index: u32) -> Raise {
        let name = &code.code.locals[index as usize];
        self.error(
            ExceptionKind::UnboundLocalError,
            format!(
                "cannot access local variable '{name}' where it is not associated with a value"
            ),
        )
    }

    pub(super) fn top_frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a frame is running")
    }

    pub(super) fn pop(&mut self) -> Value {
        self.top_frame()
            .stack
            .pop()
            .expect("the compiler balances the stack")
    }

    fn push(&mut self, value: Value) -> Flow {
        self.top_frame().stack.push(value);
        Flow::Next
    }

    /// Takes the last `count` values off the stack, in order.
    fn pop_many(&mut self, count: u32) -> Vec<Value> {
        let stack = &mut self.top_frame().stack;
        stack.split_off(stack.len() - count as usize)
    }

    fn peek(&mut self, depth: u32) -> Value {
        let stack = &self.top_frame().stack;
        stack[stack.len() - depth as usize].clone()
    }

    fn step(
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
            I::DeleteFast(index) => {
                if self.top_frame().locals[index as usize].take().is_none() {
                    return Err(self.unbound_local(code, index));
                }
                Flow::Next
            }
            I::LoadCell(index) => {
                let value = self.top_frame().cells[index as usize].borrow().clone();
                match value {
                    Some(value) => self.push(value),
                    None => return Err(self.unbound_cell(code, index)),
                }
            }
            I::StoreCell(index) => {
                let value = self.pop();
                let cell = self.top_frame().cells[index as usize].clone();
                let old = cell.replace(Some(value));
                drop(old);
                Flow::Next
            }
            I::DeleteCell(index) => {
                let cell = self.top_frame().cells[index as usize].clone();
                if cell.take().is_none() {
                    return Err(self.unbound_cell(code, index));
                }
                Flow::Next
            }
            I::LoadClassCell(index) => {
                let name = cell_name(code, index);
                let frame = self.top_frame();
                let own = frame.names.as_ref().and_then(|names| names.get_str(name));
                let value = own.or_else(|| frame.cells[index as usize].borrow().clone());
                match value {
                    Some(value) => self.push(value),
                    None => return Err(self.unbound_cell(code, index)),
                }
            }
            I::LoadGlobal(index) => {
                let name = &code.names[index as usize];
                let value = self.load_global(name)?;
                self.push(value)
            }
            I::StoreGlobal(index) => {
                let value = self.pop();
                let globals = self
                    .top_frame()
                    .globals
                    .clone()
                    .expect("a frame in use has globals");
                globals.set_name(&code.names[index as usize], value);
                Flow::Next
            }
            I::DeleteGlobal(index) => {
                let globals = self
                    .top_frame()
                    .globals
                    .clone()
                    .expect("a frame in use has globals");
                if globals
                    .remove_str(code.names[index as usize].as_str())
                    .is_none()
                {
                    return Err(self.name_error(&code.names[index as usize]));
                }
                Flow::Next
            }
            I::LoadName(index) => {
                let name = &code.names[index as usize];
                let frame = self.top_frame();
                let own = match frame.namespace.clone() {
                    Some(namespace) => self.find_in_namespace(&namespace, name)?,
                    None => frame.names.as_ref().and_then(|names| names.get_name(name)),
                };
                let value = match own {
                    Some(value) => value,
                    None => self.load_global(name)?,
                };
                self.push(value)
            }
            I::StoreName(index) => {
                let value = self.pop();
                let name = &code.names[index as usize];
                if let Some(namespace) = self.top_frame().namespace.clone() {
                    self.set_item(&namespace, Value::Str(name.clone()), value)?;
                    return Ok(Flow::Next);
                }
                let names = self.top_frame().names.clone().expect("a body has names");
                names.set_name(name, value);
                Flow::Next
            }
            I::DeleteName(index) => {
                let names = self.top_frame().names.clone().expect("a body has names");
                if names
                    .remove_str(code.names[index as usize].as_str())
                    .is_none()
                {
                    return Err(self.name_error(&code.names[index as usize]));
                }
                Flow::Next
            }
            I::LoadAttribute(index) => {
                let object = self.pop();
                let value = self.load_attribute(&object, &code.names[index as usize])?;
                self.push(value)
            }
            I::StoreAttribute(index) => {
                let object = self.pop();
                let value = self.pop();
                self.store_attribute(&object, &code.names[index as usize], value)?;
                Flow::Next
            }
            I::DeleteAttribute(index) => {
                let object = self.pop();
                self.delete_attribute(&object, code.names[index as usize].as_str())?;
                Flow::Next
            }
            I::LoadMethod(index) => {
                let object = self.pop();
                let (function, receiver) = self.load_method(object, &code.names[index as usize])?;
                self.push(function);
                self.push(receiver)
            }
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
            I::Unary(op) => {
                let value = self.pop();
                let result = match op {
                    UnaryOp::Not => Value::Bool(!self.truth(&value)?),
                    op => self.unary(op, &value)?,
                };
                self.push(result)
            }
            I::InPlace(op) => {
                let right = self.pop();
                let left = self.pop();
                let result = self.binary_in_place(op, &left, &right)?;
                self.push(result)
            }
            I::Is(inverted) => {
                let right = self.pop();
                let left = self.pop();
                self.push(Value::Bool(left.is(&right) != inverted))
            }
            I::Contains(inverted) => {
                let container = self.pop();
                let item = self.pop();
                let found = self.contains(&container, &item)?;
                self.push(Value::Bool(found != inverted))
            }
            I::BuildTuple(count) => {
                let items = self.pop_many(count);
                self.push(Value::tuple(items))
            }
            I::BuildList(count) => {
                let items = self.pop_many(count);
                self.push(Value::list(items))
            }
            I::BuildSet(count) => {
                let items = self.pop_many(count);
                let set = Set::from_items(self, items)?;
                self.push(Value::Set(Rc::new(set)))
            }
            I::BuildSetOfConstants(count) => {
                let items = self.pop_many(count);
                let set = Set::of_constants(self, items)?;
                self.push(Value::Set(Rc::new(set)))
            }
            I::BuildDict(count) => {
                let mut items = self.pop_many(count * 2).into_iter();
                let dict = Dict::new();
                while let (Some(key), Some(value)) = (items.next(), items.next()) {
                    dict.set(self, key, value)?;
                }
                self.push(Value::Dict(Rc::new(dict)))
            }
            I::BuildString(count) => {
                let pieces = self.pop_many(count);
                let text: String = pieces.iter().filter_map(Value::as_str).collect();
                self.push(Value::from(text))
            }
            I::BuildSlice(parts) => {
                let mut parts = self.pop_many(parts).into_iter();
                let mut part = || parts.next().unwrap_or_default();
                let slice = Slice {
                    start: part(),
                    stop: part(),
                    step: part(),
                };
                self.push(Value::Slice(Rc::new(slice)))
            }
            I::ListAppend(depth) => {
                let value = self.pop();
                self.list_at(depth).borrow_mut().push(value);
                Flow::Next
            }
            I::SetAdd(depth) => {
                let value = self.pop();
                if let Value::Set(set) = self.peek(depth) {
                    set.add(self, value)?;
                }
                Flow::Next
            }
            I::DictAdd(depth) => {
                let value = self.pop();
                let key = self.pop();
                if let Value::Dict(dict) = self.peek(depth) {
                    dict.set(self, key, value)?;
                }
                Flow::Next
            }
            I::ListExtend(depth) => {
                let iterable = self.pop();
                let items = match self.collect(&iterable) {
                    Err(raise) if self.is_not_iterable(&raise, &iterable) => {
                        let name = self.type_name(&iterable);
                        let message = format!("Value after * must be an iterable, not {name}");
                        return Err(self.type_error(message));
                    }
                    other => other?,
                };
                self.list_at(depth).borrow_mut().extend(items);
                Flow::Next
            }
            I::SetUpdate(depth) => {
                let iterable = self.pop();
                if let Value::Set(set) = self.peek(depth) {
                    set.update(self, &iterable)?;
                }
                Flow::Next
            }
            I::DictUpdate(depth) => {
                let mapping = self.pop();
                let items = self.mapping_items(&mapping)?;
                let Some(items) = items else {
                    let name = self.type_name(&mapping);
                    return Err(self.type_error(format!("'{name}' object is not a mapping")));
                };
                if let Value::Dict(dict) = self.peek(depth) {
                    for (key, value) in items {
                        dict.set(self, key, value)?;
                    }
                }
                Flow::Next
            }
            I::DictMerge(depth) => {
                let mapping = self.pop();
                self.merge_keywords(&mapping, depth)?;
                Flow::Next
            }
            I::ListToTuple => {
                let list = self.pop();
                let items = self.collect(&list)?;
                self.push(Value::tuple(items))
            }
            I::GetItem => {
                let key = self.pop();
                let object = self.pop();
                let value = self.get_item(&object, &key)?;
                self.push(value)
            }
            I::SetItem => {
                let key = self.pop();
                let object = self.pop();
                let value = self.pop();
                self.set_item(&object, key, value)?;
                Flow::Next
            }
            I::DeleteItem => {
                let key = self.pop();
                let object = self.pop();
                self.delete_item(&object, &key)?;
                Flow::Next
            }
            I::JumpIfFalseOrPop(target) | I::JumpIfTrueOrPop(target) => {
                let wanted = matches!(instruction, I::JumpIfTrueOrPop(_));
                let value = self.peek(1);
                if self.truth(&value)? == wanted {
                    self.top_frame().next = target as usize;
                } else {
                    self.pop();
                }
                Flow::Next
            }
            I::GetIterator => {
                let iterable = self.pop();
                let iterator = self.iter(&iterable)?;
                self.push(iterator)
            }
            I::ForEach(target) => {
                let iterator = self.peek(1);
                match self.next(&iterator)? {
                    Some(item) => self.push(item),
                    None => {
                        self.pop();
                        self.top_frame().next = target as usize;
                        Flow::Next
                    }
                }
            }
            I::UnpackSequence(count) => {
                let value = self.pop();
                let items = self.unpack_exactly(&value, count as usize)?;
                self.top_frame().stack.extend(items.into_iter().rev());
                Flow::Next
            }
            I::UnpackStarred(before, after) => {
                let value = self.pop();
                let items = self.unpack_starred(&value, before as usize, after as usize)?;
                self.top_frame().stack.extend(items.into_iter().rev());
                Flow::Next
            }
            I::Call(count) => {
                let args = Args {
                    positional: self.pop_args(count),
                    keywords: Vec::new(),
                };
                let function = self.pop();
                return self.begin_call(function, args);
            }
            I::CallMethod(count) => {
                let mut args = Args {
                    positional: self.pop_args(count),
                    keywords: Vec::new(),
                };
                let receiver = self.pop();
                let function = self.pop();
                if !matches!(receiver, Value::NotImplemented) {
                    args.positional.insert(0, receiver);
                }
                return self.begin_call(function, args);
            }
            I::CallKeywords(count) => {
                let names = self.pop();
                let mut values = self.pop_many(count);
                let function = self.pop();
                let Value::Tuple(names) = names else {
                    unreachable!("keywords are a tuple constant")
                };
                let by_keyword = values.split_off(values.len() - names.len());
                let keywords = names
                    .iter()
                    .zip(by_keyword)
                    .filter_map(|(name, value)| match name {
                        Value::Str(name) => Some((name.clone(), value)),
                        _ => None,
                    })
                    .collect();
                return self.begin_call(
                    function,
                    Args {
                        positional: values.into(),
                        keywords,
                    },
                );
            }
            I::CallSpread(with_keywords) => {
                let keywords = if with_keywords {
                    Some(self.pop())
                } else {
                    None
                };
                let positional = self.pop();
                let function = self.pop();
                let mut args = Args::of(self.spread_arguments(&function, &positional)?);
                if let Some(Value::Dict(keywords)) = keywords {
                    for (name, value) in keywords.items() {
                        if let Value::Str(name) = name {
                            args.keywords.push((name, value));
                        }
                    }
                }
                return self.begin_call(function, args);
            }
            I::MakeFunction {
                code: index,
                defaults,
                keyword_defaults,
                annotations,
            } => {
                let annotations = annotations.then(|| self.pop());
                let inner = code.inner[index as usize]
                    .clone()
                    .expect("the constant is code");
                let keyword_defaults = if keyword_defaults {
                    match self.pop() {
                        Value::Dict(dict) => dict.items(),
                        _ => Vec::new(),
                    }
                } else {
                    Vec::new()
                };
                let defaults = self.pop_many(u32::from(defaults));
                let function = self.make_function(inner, defaults, keyword_defaults);
                if let (Value::Function(function), Some(annotations)) = (&function, annotations) {
                    function.attributes.set_str("__annotations__", annotations);
                }
                self.push(function)
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
                let class = self.build_class(&body, &name, bases, &keywords)?;
                self.push(class)
            }
            I::Return => {
                let value = self.pop();
                return self.return_value(value, base);
            }
            I::Yield => {
                let value = self.pop();
                let frame = self.frames.pop().expect("a generator's frame is running");
                let FrameKind::Generator(generator) = &frame.kind else {
                    unreachable!("only the frame of a generator yields")
                };
                let generator = generator.clone();
                *generator.frame.borrow_mut() = Some(frame);
                return Ok(Flow::Done(value));
            }
            I::YieldFrom => {
                let sent = self.pop();
                let iterator = self.peek(1);
                match self.delegate(&iterator, sent)? {
                    Ok(item) => {
                        // Runs again with what is sent next.
                        self.top_frame().next -= 1;
                        let frame = self.frames.pop().expect("a generator's frame is running");
                        let FrameKind::Generator(generator) = &frame.kind else {
                            unreachable!("only the frame of a generator yields")
                        };
                        let generator = generator.clone();
                        *generator.frame.borrow_mut() = Some(frame);
                        return Ok(Flow::Done(item));
                    }
                    Err(result) => {
                        self.pop();
                        self.push(result)
                    }
                }
            }
            I::Raise(operands) => {
                let cause = if operands > 1 { Some(self.pop()) } else { None };
                let exception = if operands > 0 { Some(self.pop()) } else { None };
                return Err(self.raise_statement(exception, cause));
            }
            I::Reraise => {
                let exception = self.pop();
                let Value::Instance(exception) = exception else {
                    unreachable!("an exception is on the stack")
                };
                self.top_frame().reraising = true;
                return Err(Raise::Exception(exception));
            }
            I::EnterHandler => {
                if let Value::Instance(exception) = self.peek(1) {
                    self.top_frame().handled.push(exception);
                }
                Flow::Next
            }
            I::LeaveHandler => {
                self.top_frame().handled.pop();
                Flow::Next
            }
            I::MatchException => {
                let class = self.pop();
                let exception = self.peek(1);
                let matches = self.exception_matches(&exception, &class)?;
                self.push(Value::Bool(matches))
            }
            I::EnterWith => {
                let manager = self.pop();
                let (exit, entered) = self.enter_with(&manager)?;
                self.push(exit);
                self.push(entered)
            }
            I::ExitWith => {
                let exit = self.pop();
                self.call(&exit, Args::of([Value::None, Value::None, Value::None]))?;
                Flow::Next
            }
            I::ExitWithException => {
                let exception = self.peek(1);
                let exit = self.peek(2);
                let class = Value::Class(self.class_of(&exception));
                let traceback = self.get_attribute(&exception, "__traceback__")?;
                let result = self.call(&exit, Args::of([class, exception, traceback]))?;
                let suppressed = self.truth(&result)?;
                self.push(Value::Bool(suppressed))
            }
            I::Import(index) => {
                let name = code.names[index as usize].clone();
                self.import(name.as_str())?;
                let first = name
                    .as_str()
                    .split('.')
                    .next()
                    .unwrap_or_default()
                    .to_string();
                let module = self.import(&first)?;
                self.push(Value::Module(module))
            }
            I::ImportLeaf(index) => {
                let module = self.import(code.names[index as usize].clone().as_str())?;
                self.push(Value::Module(module))
            }
            I::ImportFrom(index) => {
                let module = self.peek(1);
                let value = self.import_from(&module, &code.names[index as usize])?;
                self.push(value)
            }
            I::ImportStar => {
                if let Value::Module(module) = self.pop() {
                    self.import_star(&module)?;
                }
                Flow::Next
            }
            I::FormatValue(conversion, with_spec) => {
                let spec = if with_spec { self.pop() } else { Value::None };
                let value = self.pop();
                let value = match conversion {
                    Conversion::None => value,
                    Conversion::Str => Value::from(self.str(&value)?),
                    Conversion::Repr => Value::from(self.repr(&value)?),
                    Conversion::Ascii => Value::from(self.ascii(&value)?),
                };
                let text = match (&value, spec.as_str().unwrap_or_default()) {
                    (Value::Str(_), "") => value,
                    (value, spec) => Value::from(self.format(value, spec)?),
                };
                self.push(text)
            }
            I::StoreAnnotation(index) => {
                let annotation = self.pop();
                let names = self.top_frame().names.clone().expect("a body has names");
                let annotations = match names.get_str("__annotations__") {
                    Some(Value::Dict(annotations)) => annotations,
                    _ => {
                        let annotations = Rc::new(Dict::new());
                        names.set_str("__annotations__", Value::Dict(annotations.clone()));
                        annotations
                    }
                };
                annotations.set_name(&code.names[index as usize], annotation);
                Flow::Next
            }
            I::LoadAssertionError => {
                let class = self.types.exception(ExceptionKind::AssertionError).clone();
                self.push(Value::Class(class))
            }
            I::GetLength => {
                let value = self.peek(1);
                let length = self.length(&value)?;
                self.push(Value::from(length))
            }
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
            I::MatchKeys => {
                let keys = self.peek(1);
                let mapping = self.peek(2);
                let values = self.match_keys(&mapping, &keys)?;
                self.push(values)
            }
            I::MatchRest => {
                let keys = self.pop();
                let mapping = self.pop();
                let rest = self.match_rest(&mapping, &keys)?;
                self.push(rest)
            }
            I::MatchClass(positional) => {
                let names = self.pop();
                let class = self.pop();
                let value = self.pop();
                let attributes = self.match_class(&value, &class, positional as usize, &names)?;
                self.push(attributes)
            }
        })
    }

    fn list_at(&mut self, depth: u32) -> Rc<List> {
        match self.peek(depth) {
            Value::List(list) => list,
            _ => unreachable!("the compiler puts a list there"),
        }
    }

    fn pop_args(&mut self, count: u32) -> smallvec::SmallVec<[Value; 4]> {
        let stack = &mut self.top_frame().stack;
        let from = stack.len() - count as usize;
        stack.drain(from..).collect()
    }

    fn load_global(&mut self, name: &Str) -> Result<Value> {
        let globals = self
            .top_frame()
            .globals
            .as_ref()
            .expect("a frame in use has globals");
        if let Some(value) = globals.get_name(name) {
            return Ok(value);
        }
        match self.builtins.get_name(name) {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    pub(super) fn name_error(&mut self, name: &Str) -> Raise {
        let class = self.types.exception(ExceptionKind::NameError).clone();
        let exception = self.new_exception(
            &class,
            vec![Value::from(format!("name '{name}' is not defined"))],
        );
        let attributes = exception.attributes();
        attributes.set_str("name", Value::Str(name.clone()));
        if let Some(nearest) = self.nearest_name(name.as_str()) {
            attributes.set_str("__suggestion__", Value::from(nearest));
        }
        Raise::Exception(exception)
    }

    fn unbound_cell(&mut self, code: &CodeObject, index: u32) -> Raise {
        let name = cell_name(code, index);
        if (index as usize) < code.code.cells.len() {
            return self.error(
                ExceptionKind::UnboundLocalError,
                format!(
                    "cannot access local variable '{name}' where it is not associated with a value"
                ),
            );
        }
        self.error(
            ExceptionKind::NameError,
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
        )
    }

    fn make_function(
        &mut self,
        code: Rc<CodeObject>,
        defaults: Vec<Value>,
        keyword_defaults: Vec<(Value, Value)>,
    ) -> Value {
        let frame = self.top_frame();
        let closure: Vec<CellRef> = code
            .code
            .free_sources
            .iter()
            .map(|source| frame.cells[*source as usize].clone())
            .collect();
        let globals = frame.globals.clone().expect("a frame in use has globals");
        let attributes = Rc::new(Dict::new());
        Value::Function(Rc::new(Function {
            name: std::cell::RefCell::new(Str::new(&code.code.name)),
            qualname: std::cell::RefCell::new(Str::new(&code.code.qualname)),
            code,
            globals,
            defaults: std::cell::RefCell::new(defaults),
            keyword_defaults: std::cell::RefCell::new(
                keyword_defaults
                    .into_iter()
                    .filter_map(|(name, value)| match name {
                        Value::Str(name) => Some((name, value)),
                        _ => None,
                    })
                    .collect(),
            ),
            closure,
            attributes,
        }))
    }

    fn return_value(&mut self, value: Value, base: usize) -> Result<Flow> {
        let initializer = self.top_frame().is_initializer;
        if initializer && !value.is_none() {
            self.pop_frame();
            let name = self.type_name(&value);
            return Err(self.type_error(format!("__init__() should return None, not '{name}'")));
        }
        let kind = self.top_frame().kind.clone();
        self.pop_frame();
        match kind {
            FrameKind::Entry => {
                debug_assert!(self.frames.len() == base || base == 0);
                Ok(Flow::Done(value))
            }
            FrameKind::Generator(_) => {
                self.generator_returned = true;
                Ok(Flow::Done(value))
            }
            FrameKind::Call => {
                if !initializer {
                    self.push(value);
                }
                Ok(Flow::FrameChanged)
            }
        }
    }

    /// A frame that is not in use.
    pub(super) fn spare_frame(&mut self) -> Box<Frame> {
        self.spare_frames.pop().unwrap_or_default()
    }

    pub(super) fn pop_frame(&mut self) {
        if let Some(mut frame) = self.frames.pop() {
            frame.clear();
            if self.spare_frames.len() < 64 {
                self.spare_frames.push(frame);
            }
        }
    }

    /// Whether one more Python call may begin.
    pub(super) fn check_recursion(&mut self) -> Result<()> {
        if self.frames.len() >= RECURSION_LIMIT {
            return Err(self.error(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded",
            ));
        }
        Ok(())
    }

    /// Pushes the frame of a module or class body.
    pub(super) fn push_body_frame(
        &mut self,
        code: Rc<CodeObject>,
        globals: Rc<Dict>,
        names: Rc<Dict>,
        closure: Vec<CellRef>,
        kind: FrameKind,
    ) {
        let mut frame = self.spare_frame();
        frame.locals.resize(code.code.locals.len(), None);
        frame
            .cells
            .extend(code.code.cells.iter().map(|_| CellRef::default()));
        frame.cells.extend(closure);
        frame.globals = Some(globals);
        frame.names = Some(names);
        frame.kind = kind;
        frame.code = Some(code);
        self.frames.push(frame);
    }
}

fn cell_name(code: &CodeObject, index: u32) -> &str {
    let index = index as usize;
    match code.code.cells.get(index) {
        Some((name, _)) => name,
        None => &code.code.frees[index - code.code.cells.len()],
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
