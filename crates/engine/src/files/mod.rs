//! File systems in memory, for programs that run where there is no disk.

mod glob;
mod memory;
mod path;
mod saved_folder;
mod unchanging;

pub(crate) use glob::{matching_folders, matching_paths};
pub use memory::MemoryFiles;
pub(crate) use path::{child, list_files, normalize};
pub use path::{location, make_folders};
pub(crate) use saved_folder::begin_folder;
pub use saved_folder::write_folder;
pub use unchanging::UnchangingFiles;
