//! How a driver is set up.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::Feed;
use brooklet_python::files::FileSystem;

use super::LiveWorld;
use crate::Master;

/// How a driver is set up.
pub struct DriverOptions {
    /// The master of programs that set none.
    pub master: Master,
    /// The files that the program sees.
    pub files: Arc<dyn FileSystem>,
    /// Where the program's file is, as an absolute path; the folder of its files when empty. Its own
    /// modules are looked for here.
    pub program_folder: String,
    /// What the world sends to the program.
    pub feeds: Vec<Feed>,
    /// The real world, in place of the virtual clock and of a network made of feeds.
    pub live: Option<LiveWorld>,
    /// What the program finds in `sys.argv` behind the name of its file.
    pub arguments: Vec<String>,
    /// How `Time:` lines show batch times.
    pub time_format: TimeFormat,
    /// How long `awaitTermination()` without a timeout waits, in milliseconds; `None`: for ever.
    pub await_limit_ms: Option<i64>,
    /// Set from any thread to give the program up, an endless loop in a task included.
    pub cancelled: Arc<AtomicBool>,
    /// The wall clock in milliseconds from any moment, the same on all threads; for reports alone.
    pub wall_clock_ms: fn() -> f64,
}

impl Default for DriverOptions {
    fn default() -> DriverOptions {
        DriverOptions {
            master: Master::default(),
            files: Arc::new(MemoryFiles::new()),
            program_folder: String::new(),
            feeds: Vec::new(),
            live: None,
            arguments: Vec::new(),
            time_format: TimeFormat::Clock,
            await_limit_ms: None,
            cancelled: Arc::default(),
            wall_clock_ms: || 0.0,
        }
    }
}

/// How `Time:` lines show batch times.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TimeFormat {
    /// `Time: 2024-01-01 00:00:03`, as Spark prints it.
    #[default]
    Clock,
    /// `Time: <batch 3>`, as the recorded outputs of the conformance tests have it.
    Batch,
}
