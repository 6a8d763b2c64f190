//! The world outside a machine.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use super::{TURN_MS, Vm, WaitId, WaitQueue};
use crate::files::FileSystem;
use crate::value::Value;

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Error,
}

/// What a program waits for.
#[derive(Clone)]
pub enum Suspension {
    /// `time.sleep`: so many milliseconds of the program's clock.
    Sleep {
        /// Milliseconds.
        ms: f64,
    },
    /// The turn of this wait in a queue.
    Queue {
        /// The queue.
        queue: Rc<WaitQueue>,
        /// Milliseconds after which it is over in any case; it gives `None` then, else `True`.
        ms: Option<f64>,
    },
    /// Something that an upper layer defines.
    Host(Rc<dyn Any>),
}

impl Suspension {
    /// The milliseconds after which it is over, where it has a length of its own.
    pub fn ms(&self) -> Option<f64> {
        match self {
            Suspension::Sleep { ms } => Some(*ms),
            Suspension::Queue { ms, .. } => *ms,
            Suspension::Host(_) => None,
        }
    }
}

/// The world outside a machine: output, clock, files.
pub trait Host {
    /// Takes text that the program prints.
    fn write(&self, stream: Stream, text: &str);

    /// The program's clock: milliseconds since 1970, UTC.
    fn now_ms(&self) -> f64;

    /// The files that the program sees.
    fn files(&self) -> Arc<dyn FileSystem>;

    /// The folders in which the program's own modules are, the program's first; `""` is the folder
    /// of its files.
    fn module_folders(&self) -> Vec<String> {
        Vec::new()
    }

    /// What the program was started with, behind the name of its file.
    fn arguments(&self) -> Vec<String> {
        Vec::new()
    }

    /// Begins a wait of a thread; when it is over, [`Vm::wake`] gives its answer.
    fn begin_wait(&self, vm: &mut Vm, wait: WaitId, what: &Suspension);

    /// Every thread waits: lets the next thing happen that can end a wait. `inner` is the wait of code
    /// that cannot be left. `false` where nothing is left that could happen.
    fn pass_time(&self, vm: &mut Vm, inner: Option<WaitId>) -> bool;

    /// Whether something goes on beside the threads, so that time passes while one of them calculates.
    fn goes_on(&self) -> bool {
        false
    }

    /// How long it takes a thread on the program's clock, in milliseconds, to calculate for a turn.
    fn turn_ms(&self) -> f64 {
        TURN_MS
    }

    /// A task begins on the machine, one after the other.
    fn begin_task(&self) {}

    /// Whether the program is to be given up; asked now and then.
    fn cancelled(&self) -> bool {
        false
    }
}

/// A host that drops output and has no files: for tests and for constant expressions.
pub struct SilentHost;

struct NoFiles;

impl Host for SilentHost {
    fn write(&self, _: Stream, _: &str) {}

    fn now_ms(&self) -> f64 {
        0.0
    }

    fn files(&self) -> Arc<dyn FileSystem> {
        Arc::new(NoFiles)
    }

    fn begin_wait(&self, vm: &mut Vm, wait: WaitId, _: &Suspension) {
        vm.wake(wait, Ok(Value::None));
    }

    fn pass_time(&self, _: &mut Vm, _: Option<WaitId>) -> bool {
        false
    }
}

mod no_files {
    use super::NoFiles;
    use crate::files::{FileError, FileStatus, FileSystem};

    impl FileSystem for NoFiles {
        fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
            Err(FileError::NotFound)
        }

        fn write(&self, _: &str, _: &[u8], _: i64) -> Result<(), FileError> {
            Err(FileError::Denied)
        }

        fn status(&self, _: &str) -> Result<FileStatus, FileError> {
            Err(FileError::NotFound)
        }

        fn list(&self, _: &str) -> Result<Vec<String>, FileError> {
            Err(FileError::NotFound)
        }

        fn make_directory(&self, _: &str, _: i64) -> Result<(), FileError> {
            Err(FileError::Denied)
        }

        fn rename(&self, _: &str, _: &str) -> Result<(), FileError> {
            Err(FileError::NotFound)
        }

        fn remove(&self, _: &str) -> Result<(), FileError> {
            Err(FileError::NotFound)
        }

        fn set_modified(&self, _: &str, _: i64) -> Result<(), FileError> {
            Err(FileError::NotFound)
        }
    }
}
