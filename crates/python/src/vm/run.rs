//! The run loop.

use super::{Result, Suspension};
use crate::value::Value;

/// How a slice of a program's run ended.
pub enum Outcome {
    /// The program ended, with a value or an exception.
    Ended(Result<Value>),
    /// The fuel ran out; the program can go on.
    OutOfFuel,
    /// The program waits; it goes on with what the wait gives.
    Suspended(Suspension),
}
