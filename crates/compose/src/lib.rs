//! Views of a program's text: the operators that a form shows, the batches that a grid shows, and
//! the changes of the text that an edit in them stands for.
//!
//! The text is the only document. This crate knows Python's grammar and the names of
//! `pyspark.streaming`'s methods; it knows nothing of the engine, and it runs nothing.
//!
//! It also makes programs of what people have: notebooks, programs of Python 2.

mod analysis;
mod batches;
mod catalogue;
mod change;
mod edit;
mod edits;
mod interval;
mod notebook;
mod outline;
mod program;
mod python2;
mod refusal;
mod sequence;
#[cfg(test)]
mod testing;

pub use catalogue::operators;
pub use edit::edit;
pub use notebook::{NotANotebook, NotebookProgram, open_notebook};
pub use outline::outline;
pub use python2::{explain_errors, python2_hints, to_python3};
pub use refusal::Refusal;
