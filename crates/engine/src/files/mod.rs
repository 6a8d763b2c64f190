//! File systems in memory, for programs that run where there is no disk.

mod memory;
mod path;

pub use memory::MemoryFiles;
