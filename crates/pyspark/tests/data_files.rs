//! What is said of a data file that is not as the program expects it.

use std::sync::Arc;

use brooklet_engine::dstream::START_MS;
use brooklet_engine::files::MemoryFiles;
use brooklet_protocol::{EngineProgress, Failure, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

const SUM: &str = "total = 0
with open('numbers.txt') as lines:
    for line in lines:
        total += float(line.split()[1])
print(total)
";

/// How a program ends that finds `content` in its data file, or no file.
fn end(program: &str, content: Option<&[u8]>) -> Option<Failure> {
    let memory = MemoryFiles::new();
    if let Some(content) = content {
        memory.put("numbers.txt", content.to_vec(), START_MS);
    }
    let options = DriverOptions {
        files: Arc::new(memory),
        ..DriverOptions::default()
    };
    let mut driver = Driver::new(program, "sum.py", options).unwrap();
    while !matches!(driver.poll(u64::MAX), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    let ended = driver
        .take_events()
        .into_iter()
        .find_map(|event| match event {
            RunEvent::Ended { failure, .. } => Some(failure),
            _ => None,
        });
    ended.expect("the program ended")
}

#[test]
fn a_bad_number_has_its_line() {
    assert_eq!(end(SUM, Some(b"a 1\nb 2\n")), None);
    for (content, line) in [("a 1\nb x\nc 3\n", 2), ("a 1\nb 2\nc x", 3), ("a x\n", 1)] {
        let failure = end(SUM, Some(content.as_bytes())).unwrap();
        assert_eq!(failure.title, "ValueError");
        assert_eq!(failure.message, "could not convert string to float: 'x'");
        assert_eq!(failure.place.unwrap().line, 4);
        let why = format!("The program was at line {line} of numbers.txt.");
        assert_eq!(failure.why, Some(why));
    }
}

#[test]
fn a_line_that_is_too_short_has_its_number() {
    let failure = end(SUM, Some(b"a 1\n\nc 3\n")).unwrap();
    assert_eq!(failure.title, "IndexError");
    let why = "The program was at line 2 of numbers.txt.";
    assert_eq!(failure.why.as_deref(), Some(why));
}

#[test]
fn a_file_that_was_read_to_its_end_is_not_blamed() {
    let program = format!("{SUM}int('x')\n");
    assert_eq!(end(&program, Some(b"a 1\n")).unwrap().why, None);
}

#[test]
fn a_missing_file_and_one_that_is_no_text_have_the_line_that_opens_them() {
    for (content, title) in [
        (None, "FileNotFoundError"),
        (Some(&[0x89, b'P', b'N', b'G'][..]), "UnicodeDecodeError"),
    ] {
        let failure = end(SUM, content).unwrap();
        assert_eq!(failure.title, title);
        assert_eq!(failure.place.unwrap().line, 2);
        assert!(failure.why.is_some() && failure.mend.is_some());
    }
}
