//! Operations in Rust that call Python code somewhere inside: a comparison of two lists, the `repr`
//! of a dict, a look-up with a key that has its own `__eq__`.
//!
//! They are ordinary Rust functions that use [`Vm::call`]. [`Vm::operate`] runs one so that Rust's
//! stack need not hold it while Python code runs: it notes the answers of the calls. Where the
//! operation cannot wait on Rust's stack (runs are nested too deep in one another, or the program
//! stops at a `sleep()`), it is left, a frame with the notes stays in its place, and with
//! the answer it runs again from its start, the noted answers standing for the calls. So an
//! operation must do the same again when it gets the same answers: it must not change anything
//! before its last call.
//!
//! Example: `repr([a, b])` calls `a.__repr__`, notes `'A'`, and calls `b.__repr__`, which sleeps. The list's
//! `repr` is left. When the sleep is over and `b.__repr__` gives `'B'`, it runs again with the notes `'A', 'B'`.

use std::rc::Rc;

use super::step::Continuation;
use super::{Generator, Raise, Result, Step, Vm};
use crate::value::{Args, Value};

/// How many runs may be nested in one another on Rust's stack before operations are left instead.
const SHALLOW: usize = 8;
/// How many may be at all: those of Rust code that cannot be left.
pub(super) const NESTING_LIMIT: usize = 120;

/// Something that Rust code asks of Python code.
pub(super) enum Request {
    Call(Value, Args),
    /// The next item of a generator or of an object with `__next__`.
    Next(Value),
    Send(Rc<Generator>, Value),
    Throw(Rc<Generator>, Rc<crate::value::Instance>),
    /// The module of a name.
    Import(String),
}

/// Why an operation is left.
enum Left {
    /// To make a request with frames alone.
    Asking(Request),
    /// The frames of its request are there; they go on later.
    Stopped,
}

/// Which level of recursion an operation is for CPython, which counts some of those in C.
#[derive(Clone, Copy)]
pub enum Level {
    /// None.
    Uncounted,
    /// A call of an object or of a built-in function.
    Call,
    /// A comparison.
    Comparison,
    /// `repr`.
    Repr,
    /// `str`.
    Str,
    /// `isinstance`.
    InstanceCheck,
    /// `issubclass`.
    SubclassCheck,
}

impl Level {
    /// What the error says after `maximum recursion depth exceeded`.
    pub(super) fn doing(self) -> &'static str {
        match self {
            Level::Uncounted => "",
            Level::Call => " while calling a Python object",
            Level::Comparison => " in comparison",
            Level::Repr => " while getting the repr of an object",
            Level::Str => " while getting the str of an object",
            Level::InstanceCheck => " in __instancecheck__",
            Level::SubclassCheck => " in __subclasscheck__",
        }
    }

    fn count(self) -> usize {
        match self {
            Level::Uncounted => 0,
            _ => 1,
        }
    }
}

enum Note {
    /// What a request got.
    Answer(Result<Value>),
    /// What an iterator gave, with all that was asked for it, and how many iterators asked this one.
    Item(usize, Result<Value>),
}

/// The answers of an operation's calls.
#[derive(Default)]
pub(super) struct Notes {
    answers: Vec<Note>,
    /// How many of them were used in this run.
    used: usize,
    /// How many iterators ask one another.
    asking: usize,
    /// How many levels of recursion the operation is inside of.
    inner: usize,
    /// How many those were where it was left.
    left_inner: usize,
    left: Option<Box<Left>>,
}

type Operation = Box<dyn Fn(&mut Vm) -> Result<Value>>;

/// An operation that was left, on the stack of frames.
struct Replay {
    operation: Operation,
    level: Level,
    /// The levels of recursion inside it, at what it waits for.
    inner: usize,
    answers: Vec<Note>,
}

impl Continuation for Replay {
    fn resume(mut self: Box<Self>, vm: &mut Vm, answer: Result<Value>) -> Result<Step> {
        self.answers.push(Note::Answer(answer));
        let base = vm.frames.len();
        let answers = std::mem::take(&mut self.answers);
        let (result, notes) = vm.run_noting(self.level, &*self.operation, answers);
        match notes.left {
            None => result.map(Step::Done),
            Some(left) => {
                self.answers = notes.answers;
                self.inner = notes.left_inner;
                vm.put_off(base, self, *left, result)
            }
        }
    }
}

impl Vm {
    /// Runs an operation that may call Python code. Run again, it does the same.
    ///
    /// # Errors
    /// What the operation raises.
    pub fn operate(
        &mut self,
        level: Level,
        operation: impl Fn(&mut Vm) -> Result<Value> + 'static,
    ) -> Result<Step> {
        let base = self.frames.len();
        let (result, notes) = self.run_noting(level, &operation, Vec::new());
        match notes.left {
            None => result.map(Step::Done),
            Some(left) => {
                let replay = Box::new(Replay {
                    operation: Box::new(operation),
                    level,
                    inner: notes.left_inner,
                    answers: notes.answers,
                });
                self.put_off(base, replay, *left, result)
            }
        }
    }

    fn run_noting(
        &mut self,
        level: Level,
        operation: &dyn Fn(&mut Vm) -> Result<Value>,
        answers: Vec<Note>,
    ) -> (Result<Value>, Notes) {
        let notes = Notes {
            answers,
            used: 0,
            asking: 0,
            inner: 0,
            left_inner: 0,
            left: None,
        };
        if let Err(raise) = self.check_depth(level, level.count()) {
            return (Err(raise), notes);
        }
        self.depth += level.count();
        let outer = self.notes.replace(notes);
        let result = operation(self);
        self.depth -= level.count();
        let notes = std::mem::replace(&mut self.notes, outer);
        (result, notes.unwrap_or_default())
    }

    fn put_off(
        &mut self,
        base: usize,
        mut replay: Box<Replay>,
        mut left: Left,
        mut result: Result<Value>,
    ) -> Result<Step> {
        loop {
            let request = match left {
                Left::Asking(request) => request,
                Left::Stopped => {
                    self.leave_operation(base, replay);
                    return result.map(Step::Done);
                }
            };
            let answer = match self.begin(request) {
                Ok(Step::Done(value)) => Ok(value),
                Ok(Step::Pushed) => {
                    self.leave_operation(base, replay);
                    return Ok(Step::Pushed);
                }
                Err(raise @ Raise::Suspend(_)) => {
                    self.leave_operation(base, replay);
                    return Err(raise);
                }
                Err(raise) => Err(raise),
            };
            replay.answers.push(Note::Answer(answer));
            let answers = std::mem::take(&mut replay.answers);
            let (again, notes) = self.run_noting(replay.level, &*replay.operation, answers);
            match notes.left {
                None => return again.map(Step::Done),
                Some(next) => {
                    replay.answers = notes.answers;
                    replay.inner = notes.left_inner;
                    left = *next;
                    result = again;
                }
            }
        }
    }

    fn begin(&mut self, request: Request) -> Result<Step> {
        match request {
            Request::Call(callable, args) => self.begin_call(callable, args),
            Request::Next(iterator) => self.begin_next(&iterator),
            Request::Send(generator, value) => self.begin_send(&generator, value),
            Request::Throw(generator, exception) => self.begin_throw(&generator, exception),
            Request::Import(name) => self.begin_import(&name),
        }
    }

    /// Carries a request out for Rust code, which gets the answer at once.
    pub(super) fn perform(&mut self, request: Request) -> Result<Value> {
        let Some(mut notes) = self.notes.take() else {
            self.pinned += 1;
            let answer = self.run_request(request);
            self.pinned -= 1;
            return match answer {
                Err(Raise::Suspend(suspension)) => self.wait_inside(&suspension),
                other => other,
            };
        };
        let answer = if let Some(note) = notes.answers.get(notes.used) {
            notes.used += 1;
            let (Note::Answer(answer) | Note::Item(_, answer)) = note;
            answer.clone()
        } else if self.nesting < SHALLOW {
            let mut answer = self.run_request(request);
            if let Err(Raise::Suspend(suspension)) = &answer
                && self.pinned > 0
            {
                answer = self.wait_inside(suspension);
            }
            if let Err(Raise::Suspend(_)) = answer {
                notes.left = Some(Box::new(Left::Stopped));
                notes.left_inner = notes.inner;
            } else {
                notes.answers.push(Note::Answer(answer.clone()));
                notes.used += 1;
            }
            answer
        } else {
            notes.left = Some(Box::new(Left::Asking(request)));
            notes.left_inner = notes.inner;
            Err(Raise::Left)
        };
        self.notes = Some(notes);
        answer
    }

    /// Notes what an operation got that it would not get a second time: the next item of an iterator.
    pub(crate) fn noting(&mut self, get: impl FnOnce(&mut Vm) -> Result<Value>) -> Result<Value> {
        let (from, asking) = match &mut self.notes {
            None => return get(self),
            Some(notes) => {
                // What another asked, which was left, begins with the items that it got.
                if let Some(Note::Item(asking, item)) = notes.answers.get(notes.used)
                    && *asking == notes.asking
                {
                    notes.used += 1;
                    return item.clone();
                }
                notes.asking += 1;
                (notes.used, notes.asking - 1)
            }
        };
        let item = get(self);
        if let Some(notes) = &mut self.notes {
            notes.asking = asking;
            if notes.left.is_none() {
                notes.answers.truncate(from);
                notes.answers.push(Note::Item(asking, item.clone()));
                notes.used = from + 1;
            }
        }
        item
    }

    /// Does a part of an operation that is a level of recursion of its own.
    pub(crate) fn deeper<T>(
        &mut self,
        level: Level,
        act: impl FnOnce(&mut Vm) -> Result<T>,
    ) -> Result<T> {
        self.check_depth(level, 1)?;
        self.depth += 1;
        if let Some(notes) = &mut self.notes {
            notes.inner += 1;
        }
        let result = act(self);
        if let Some(notes) = &mut self.notes {
            notes.inner -= 1;
        }
        self.depth -= 1;
        result
    }

    /// Does something that cannot be left.
    pub(crate) fn unnoted<T>(&mut self, act: impl FnOnce(&mut Vm) -> Result<T>) -> Result<T> {
        let notes = self.notes.take();
        let result = act(self);
        self.notes = notes;
        result
    }

    fn leave_operation(&mut self, base: usize, replay: Box<Replay>) {
        let levels = replay.level.count() + replay.inner;
        self.leave_below(base, replay);
        self.frames[base].levels = levels;
        self.depth += levels;
    }

    fn run_request(&mut self, request: Request) -> Result<Value> {
        let base = self.frames.len();
        let notes = self.notes.take();
        let step = self.begin(request);
        let answer = match step {
            Ok(Step::Done(value)) => Ok(value),
            Ok(Step::Pushed) => self.run_nested(base, None),
            // It waits, and what goes on afterwards was left on the stack.
            Err(raise @ Raise::Suspend(_)) if self.pinned > 0 && self.frames.len() > base => {
                self.run_nested(base, Some(Err(raise)))
            }
            Err(raise) => Err(raise),
        };
        self.notes = notes;
        answer
    }
}
