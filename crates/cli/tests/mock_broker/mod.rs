//! A Kafka broker that is not ours: librdkafka's mock cluster (`tests/kafka/mock_broker.py`).

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The broker; it ends when it is dropped.
pub(crate) struct MockBroker {
    process: Child,
    commands: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// Where it listens: `host:port`.
    pub(crate) address: String,
}

impl MockBroker {
    pub(crate) fn start() -> MockBroker {
        let script = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../tests/kafka/mock_broker.py"
        );
        let mut process = Command::new("python3")
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Python 3 with pip is needed for the mock broker");
        let commands = process.stdin.take().expect("it has an input");
        let output = process.stdout.take().expect("it has an output");
        let mut broker = MockBroker {
            process,
            commands,
            answers: BufReader::new(output),
            address: String::new(),
        };
        broker.address = broker.line();
        assert!(broker.address.contains(':'), "python3 {script} fails");
        broker
    }

    /// Gives it a command, and waits until that is done.
    pub(crate) fn tell(&mut self, command: &str) {
        writeln!(self.commands, "{command}").expect("it listens");
        assert_eq!(self.line(), "ok", "{command}");
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("it answers");
        line.trim_end().to_owned()
    }
}

impl Drop for MockBroker {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
