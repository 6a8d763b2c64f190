use brooklet_protocol::{DataFile, Diagnostic, EngineEvent, EngineProgress};

/// A loaded program, as the bindings drive it.
pub(crate) trait Program {
    /// Runs the driver program for at most so many bytecode instructions.
    fn poll(&mut self, instructions: u64) -> EngineProgress;
    /// Moves the virtual clock to the next moment something is due.
    fn tick(&mut self);
    /// What happened since the last call, in order.
    fn take_events(&mut self) -> Vec<EngineEvent>;
    /// Records of an output at a batch.
    fn inspect(&mut self, output: u32, batch_time_ms: i64, offset: u64, limit: u64) -> EngineEvent;
    /// The virtual clock, in milliseconds since 1970.
    fn clock_ms(&self) -> i64;
}

/// Compiles a program.
pub(crate) fn load(
    _text: &str,
    _file_name: &str,
    _files: Vec<DataFile>,
    _master: &str,
) -> Result<Box<dyn Program>, Vec<Diagnostic>> {
    Err(vec![Diagnostic {
        severity: brooklet_protocol::Severity::Error,
        message: "this engine has no driver".to_owned(),
        hint: None,
        place: None,
    }])
}
