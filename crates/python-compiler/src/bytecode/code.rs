//! Compiled code, shared by all threads.

use std::sync::Arc;

use brooklet_source::{LineIndex, Span};
use num_bigint::BigInt;

use super::Instruction;

/// A constant in compiled code.
#[derive(Clone, Debug)]
pub enum Constant {
    /// `None`.
    None,
    /// `...`.
    Ellipsis,
    /// `True` or `False`.
    Bool(bool),
    /// An `int`.
    Int(i64),
    /// A large `int`.
    BigInt(Arc<BigInt>),
    /// A `float`.
    Float(f64),
    /// The imaginary part of a `complex`.
    Imaginary(f64),
    /// A `str`.
    Str(Arc<str>),
    /// A `bytes`.
    Bytes(Arc<[u8]>),
    /// A `tuple`.
    Tuple(Arc<[Constant]>),
    /// The code of an inner function or class.
    Code(Arc<Code>),
}

/// A range of instructions and where an exception in it goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExceptionRange {
    /// The first instruction.
    pub start: u32,
    /// The instruction after the last.
    pub end: u32,
    /// Where the exception goes, on top of the stack cut to `depth`.
    pub target: u32,
    /// How many values stay on the stack.
    pub depth: u32,
    /// How many exceptions are being handled there.
    pub handled: u32,
}

/// The parameters of a function: its first local variables, in this order.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// Parameters by position only.
    pub positional_only: u32,
    /// All parameters by position, those by position only included.
    pub positional: u32,
    /// Parameters by keyword only.
    pub keyword_only: u32,
    /// Whether there is `*args`: the local after the keyword-only ones.
    pub rest: bool,
    /// Whether there is `**kwargs`: the local after that.
    pub keywords: bool,
}

/// What kind of code it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct CodeFlags {
    /// A call gives a generator; if it is asynchronous too, an asynchronous generator.
    pub generator: bool,
    /// It is of an `async def`: a call gives a coroutine.
    pub asynchronous: bool,
    /// A class body or a module: its names live in a dict.
    pub dict_locals: bool,
    /// A call is no level of recursion: CPython has the function in C.
    pub uncounted: bool,
}

impl CodeFlags {
    /// Whether a call only makes an object that is run later.
    pub fn is_suspended(self) -> bool {
        self.generator || self.asynchronous
    }

    /// As how many levels of recursion a call counts.
    pub fn levels(self) -> usize {
        usize::from(!self.uncounted)
    }
}

/// Compiled code, shared by all threads.
#[derive(Debug)]
pub struct Code {
    /// `__name__`: `<module>`, `<lambda>`, `<listcomp>` or the function's.
    pub name: Arc<str>,
    /// `__qualname__`.
    pub qualname: Arc<str>,
    /// The file's name, as tracebacks show it.
    pub file: Arc<str>,
    /// The text it was compiled from.
    pub source: Arc<LineIndex>,
    /// Where in the text it is defined.
    pub span: Span,
    /// `__doc__`.
    pub doc: Option<Arc<str>>,
    /// What kind of code it is.
    pub flags: CodeFlags,
    /// Its parameters.
    pub parameters: Parameters,
    /// Names of its local variables, parameters first.
    pub locals: Vec<Arc<str>>,
    /// Local variables that inner functions share: for those that are parameters, the index of
    /// the local that they start from.
    pub cells: Vec<(Arc<str>, Option<u32>)>,
    /// Variables of enclosing functions, in the order of the cells that a function is made with.
    pub frees: Vec<Arc<str>>,
    /// Names of globals, attributes and modules.
    pub names: Vec<Arc<str>>,
    /// Constants.
    pub constants: Vec<Constant>,
    /// The instructions.
    pub instructions: Vec<Instruction>,
    /// Where each instruction comes from.
    pub spans: Vec<Span>,
    /// Where exceptions go; the first range that holds an instruction counts.
    pub exceptions: Vec<ExceptionRange>,
    /// Cells of the enclosing function that each free name is taken from (own cells first, then free ones).
    pub free_sources: Vec<u32>,
}

impl Code {
    /// Marks the code of functions, at any depth, that are no levels of recursion: all but those of
    /// the qualified names given.
    pub fn count_only(&mut self, names: &[&str]) {
        self.flags.uncounted = !names.contains(&&*self.qualname);
        for constant in &mut self.constants {
            if let Constant::Code(inner) = constant
                && let Some(inner) = Arc::get_mut(inner)
            {
                inner.count_only(names);
            }
        }
    }
}
