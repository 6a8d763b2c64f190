//! What the compiler makes and the machine runs.

mod code;
mod instruction;
mod span;

pub use code::{Code, CodeFlags, CodeObject, Constant, ExceptionRange, Parameters};
pub use instruction::{BinaryOp, CompareOp, Conversion, Instruction, UnaryOp};
pub use span::{LineIndex, Span};
