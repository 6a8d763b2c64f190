//! The three forms of a feed's file: plain lines, lines with times, JSON lines.

use brooklet_protocol::ArrivalTime;
use serde_json::Value;

/// What a line of a feed's file says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FeedLine {
    pub(crate) time: ArrivalTime,
    /// The text; absent where JSON says that there is none.
    pub(crate) data: Option<Vec<u8>>,
    /// Whether the text is sent as it is; else a line end follows.
    pub(crate) is_whole: bool,
    pub(crate) closes: bool,
    pub(crate) key: Option<Vec<u8>>,
    pub(crate) partition: usize,
    /// The file's name, in a folder.
    pub(crate) name: Option<String>,
}

/// Reads a feed's file. If it begins with `{`, a JSON object stands on each line; if it begins with a
/// number and a tab, a time and a text do; else each line is a text, and so many come for each batch.
///
/// # Errors
/// The number of a line, and what is wrong with it.
pub(crate) fn read_lines(content: &[u8], a_batch: u32) -> Result<Vec<FeedLine>, (usize, String)> {
    let mut lines: Vec<&[u8]> = content.split(|byte| *byte == b'\n').collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let is_json = content.trim_ascii_start().starts_with(b"{");
    let is_timed = lines.first().is_some_and(|first| timed(first).is_some());
    let mut read = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let told = |why: &str| (at + 1, why.to_owned());
        read.push(if is_json {
            if line.trim_ascii().is_empty() {
                continue;
            }
            from_json(line).map_err(|why| (at + 1, why))?
        } else if is_timed {
            let (ms, text) = timed(line).ok_or_else(|| told("it has no time and tab"))?;
            plain(ArrivalTime::Ms(ms), text)
        } else {
            let batch = at as u32 / a_batch.max(1) + 1;
            plain(ArrivalTime::Batch(batch), line)
        });
    }
    Ok(read)
}

/// The time and the text of a line that has both.
fn timed(line: &[u8]) -> Option<(i64, &[u8])> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let number = std::str::from_utf8(&line[..tab]).ok()?;
    Some((number.parse().ok()?, &line[tab + 1..]))
}

fn plain(time: ArrivalTime, text: &[u8]) -> FeedLine {
    FeedLine {
        time,
        data: Some(text.to_vec()),
        is_whole: false,
        closes: false,
        key: None,
        partition: 0,
        name: None,
    }
}

fn from_json(line: &[u8]) -> Result<FeedLine, String> {
    let object: Value = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let number = |name: &str| object.get(name).and_then(Value::as_i64);
    let text = |name: &str| {
        let text = object.get(name).and_then(Value::as_str);
        text.map(|text| text.as_bytes().to_vec())
    };
    let time = match (number("ms"), number("batch")) {
        (Some(ms), None) => ArrivalTime::Ms(ms),
        (None, Some(batch)) => ArrivalTime::Batch(batch.max(1) as u32),
        _ => return Err("it needs either \"ms\" or \"batch\"".to_owned()),
    };
    let (data, is_whole) = match (text("line").or_else(|| text("value")), text("data")) {
        (Some(line), None) => (Some(line), false),
        (None, data) => (data, true),
        _ => return Err("it has both \"line\" and \"data\"".to_owned()),
    };
    Ok(FeedLine {
        time,
        data,
        is_whole,
        closes: object.get("closes").and_then(Value::as_bool) == Some(true),
        key: text("key"),
        partition: number("partition").unwrap_or(0).max(0) as usize,
        name: object
            .get("name")
            .and_then(Value::as_str)
            .map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(content: &str, a_batch: u32) -> Vec<ArrivalTime> {
        let lines = read_lines(content.as_bytes(), a_batch).expect("it can be read");
        lines.into_iter().map(|line| line.time).collect()
    }

    #[test]
    fn plain_lines_are_spread_over_batches() {
        let batches = |numbers: &[u32]| -> Vec<ArrivalTime> {
            numbers.iter().copied().map(ArrivalTime::Batch).collect()
        };
        assert_eq!(times("a\n\nb\n", 1), batches(&[1, 2, 3]));
        assert_eq!(times("a\nb\nc", 2), batches(&[1, 1, 2]));
        assert_eq!(times("", 1), []);
    }

    #[test]
    fn lines_with_times() {
        let lines = read_lines(b"500\ta\tb\r\n1500\t\n", 1).expect("it can be read");
        assert_eq!(lines[0], plain(ArrivalTime::Ms(500), b"a\tb"));
        assert_eq!(lines[1], plain(ArrivalTime::Ms(1500), b""));
        let error = read_lines(b"500\ta\nb\n", 1);
        assert_eq!(error, Err((2, "it has no time and tab".to_owned())));
    }

    #[test]
    fn json_lines() {
        let text = "{\"batch\": 2, \"data\": \"half\", \"closes\": true}\n\n\
                    {\"ms\": 7, \"partition\": 1, \"key\": \"k\", \"value\": null}\n";
        let lines = read_lines(text.as_bytes(), 1).expect("it can be read");
        let first = FeedLine {
            is_whole: true,
            closes: true,
            ..plain(ArrivalTime::Batch(2), b"half")
        };
        let second = FeedLine {
            data: None,
            is_whole: true,
            key: Some(b"k".to_vec()),
            partition: 1,
            ..plain(ArrivalTime::Ms(7), b"")
        };
        assert_eq!(lines, [first, second]);
        assert!(read_lines(b"{\"line\": \"a\"}", 1).is_err());
        assert!(read_lines(b"{", 1).is_err());
    }
}
