//! Functions over numbers, run a column at a time.
//!
//! A lambda like `x * 2 + 1` over a column of ints needs no machine: its bytecode is read once as an
//! expression whose operands have types, and each operator then runs as a loop over a block of
//! numbers (as in MonetDB/X100, CIDR '05). What such a loop cannot do as Python does it (an int
//! past 64 bits, a division by zero) it leaves to the machine: a kernel answers as the machine
//! does, or not at all.
//!
//! This crate knows Python's bytecode and values. It must not know of RDDs, tasks or threads.

mod column;
mod evaluate;
mod expression;
mod read_code;

pub use column::{Column, ColumnType};
pub use expression::Kernel;
