//! File systems in memory, for programs that run where there is no disk.

mod glob;
mod memory;
mod path;
mod unchanging;

pub(crate) use glob::{matching_folders, matching_paths};
pub use memory::MemoryFiles;
pub(crate) use path::{child, normalize, parent};
pub use unchanging::UnchangingFiles;
