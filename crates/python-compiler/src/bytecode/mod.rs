//! What the compiler makes and the machine runs.

mod code;
mod instruction;

pub use code::{Code, CodeFlags, Constant, ExceptionRange, Parameters};
pub use instruction::{BinaryOp, CompareOp, Conversion, Instruction, UnaryOp};
