//! Spark's log, as it stands on standard error.

use brooklet_python::vm::Stream;

use super::DriverState;
use crate::batch_text::date_time;

/// How grave a line is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum LogLevel {
    Warn,
    Error,
    /// No line is so grave.
    Off,
}

impl LogLevel {
    /// The lines that `setLogLevel` with this name lets through.
    pub(crate) fn of(name: &str) -> LogLevel {
        match name.to_ascii_uppercase().as_str() {
            "ERROR" => LogLevel::Error,
            "OFF" | "FATAL" => LogLevel::Off,
            _ => LogLevel::Warn,
        }
    }
}

impl DriverState {
    /// Writes a line into Spark's log, unless the program has set a graver level.
    pub(crate) fn log(&self, at_ms: i64, level: LogLevel, line: &str) {
        if level >= self.log_level.get() {
            self.write_log(at_ms, level, line);
        }
    }

    /// Writes a line into Spark's log, whatever the level.
    pub(crate) fn write_log(&self, at_ms: i64, level: LogLevel, line: &str) {
        let level = match level {
            LogLevel::Warn => "WARN",
            LogLevel::Error | LogLevel::Off => "ERROR",
        };
        let time = date_time(at_ms)[2..19].replace('-', "/");
        self.write(Stream::Error, &format!("{time} {level} {line}\n"));
    }
}
