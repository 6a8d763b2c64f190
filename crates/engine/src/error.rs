//! Why an operation of the engine failed.

use std::fmt;

use brooklet_python::Raise;

/// What every operation of the driver gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation failed.
#[derive(Debug)]
pub enum Error {
    /// A Python exception in the driver.
    Raised(Raise),
    /// A job that was given up because a task failed.
    Job(Box<JobFailure>),
    /// An exception that Spark's JVM side would throw.
    Java {
        /// The class with its package.
        class: &'static str,
        /// The message.
        message: String,
    },
    /// A function that cannot be pickled, where Spark pickles it at once.
    NotSerializable {
        /// What the JVM side says.
        message: String,
        /// What pickling raised.
        raise: Raise,
    },
}

/// A job that was given up because one of its tasks failed (Spark: `Job aborted due to stage failure`).
#[derive(Clone, Debug)]
pub struct JobFailure {
    /// The stage, counted from 0 over the context's life.
    pub stage: u64,
    /// The partition of the task, its index in the stage.
    pub partition: usize,
    /// The task, counted from 0 over the context's life.
    pub task: u64,
    /// How often the task was tried.
    pub attempts: usize,
    /// What the last try failed with.
    pub cause: TaskFailure,
}

/// What a task failed with.
#[derive(Clone, Debug)]
pub enum TaskFailure {
    /// A Python exception.
    Python {
        /// The exception's class, with its module unless built in.
        class: String,
        /// `str(exception)`.
        message: String,
        /// The text that Python prints for it, traceback and all.
        traceback: String,
        /// The calls that it went through in the program, the outermost first.
        calls: Vec<FailedCall>,
    },
    /// An exception that Spark's JVM side would throw in the task.
    Java {
        /// The class with its package.
        class: &'static str,
        /// The message.
        message: String,
    },
    /// Zipped chunks of different lengths. The reader of the chunks finds out.
    UnequalChunks {
        /// Records in the left chunk.
        left: usize,
        /// Records in the right chunk.
        right: usize,
    },
}

impl TaskFailure {
    /// What reading zipped chunks of different lengths raises.
    pub(crate) fn unequal_chunks(left: usize, right: usize) -> String {
        format!(
            "Can not deserialize PairRDD with different number of items in batches: ({left}, {right})"
        )
    }
}

/// A call that an exception went through.
#[derive(Clone, Debug)]
pub struct FailedCall {
    /// The file.
    pub file: String,
    /// The function.
    pub function: String,
    /// The line, from 1.
    pub line: u32,
    /// Where in the file's text.
    pub span: brooklet_source::Span,
}

impl From<Raise> for Error {
    fn from(raise: Raise) -> Error {
        Error::Raised(raise)
    }
}

impl TaskFailure {
    /// The exception that the JVM side throws for it: the class and the message.
    pub fn thrown(&self) -> (&'static str, String) {
        const PYTHON: &str = "org.apache.spark.api.python.PythonException";
        let told = |traceback: &str| {
            format!(
                "[PYTHON_EXCEPTION] An exception was thrown from the Python worker: {traceback} SQLSTATE: 38000"
            )
        };
        match self {
            TaskFailure::Python { traceback, .. } => (PYTHON, told(traceback)),
            TaskFailure::Java { class, message } => (class, message.clone()),
            TaskFailure::UnequalChunks { left, right } => {
                let message = TaskFailure::unequal_chunks(*left, *right);
                let traceback =
                    format!("Traceback (most recent call last):\nValueError: {message}\n");
                (PYTHON, told(&traceback))
            }
        }
    }
}

impl fmt::Display for TaskFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (class, message) = self.thrown();
        write!(out, "{class}: {message}")
    }
}

impl fmt::Display for JobFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let JobFailure {
            stage,
            partition,
            task,
            attempts,
            cause,
        } = self;
        let last = attempts - 1;
        write!(
            out,
            "Job aborted due to stage failure: Task {partition} in stage {stage}.0 failed {attempts} times, \
             most recent failure: Lost task {partition}.{last} in stage {stage}.0 (TID {task}) \
             (localhost executor driver): {cause}"
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Raised(raise) => write!(out, "{raise:?}"),
            Error::Job(failure) => write!(out, "org.apache.spark.SparkException: {failure}"),
            Error::Java { class, message } => write!(out, "{class}: {message}"),
            Error::NotSerializable { message, .. } => {
                write!(out, "org.apache.spark.SparkException: {message}")
            }
        }
    }
}

impl std::error::Error for Error {}
