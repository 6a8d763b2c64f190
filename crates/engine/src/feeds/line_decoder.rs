//! Bytes of a connection as lines of text.

/// Cuts bytes into lines as Java's `readLine` does: a line ends with `\n`, `\r\n` or `\r`, and with
/// nothing else. Each bad byte or broken sequence of UTF-8 is one `U+FFFD`.
///
/// ```
/// use brooklet_engine::feeds::LineDecoder;
///
/// let mut decoder = LineDecoder::default();
/// assert_eq!(decoder.decode(b"one\r\ntw"), ["one"]);
/// assert_eq!(decoder.end(), Some("tw".to_owned()));
/// ```
#[derive(Default)]
pub struct LineDecoder {
    /// The bytes of a line that has not ended.
    rest: Vec<u8>,
    /// Whether a line has just ended with `\r`: a `\n` that follows belongs to it.
    after_return: bool,
}

impl LineDecoder {
    /// The lines that end with these bytes.
    pub fn decode(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        for byte in bytes {
            match byte {
                b'\n' if std::mem::take(&mut self.after_return) => {}
                b'\n' | b'\r' => {
                    self.after_return = *byte == b'\r';
                    lines.push(text(&self.rest));
                    self.rest.clear();
                }
                byte => {
                    self.after_return = false;
                    self.rest.push(*byte);
                }
            }
        }
        lines
    }

    /// How many bytes of a line have come that has not ended.
    pub fn pending(&self) -> usize {
        self.rest.len()
    }

    /// The line that the end of the bytes ends, if one has begun.
    pub fn end(&mut self) -> Option<String> {
        self.after_return = false;
        let rest = std::mem::take(&mut self.rest);
        (!rest.is_empty()).then(|| text(&rest))
    }
}

/// UTF-8 as Java decodes it. It differs from Rust in one thing: the three bytes of a surrogate are
/// one error.
fn text(mut bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    loop {
        let error = match std::str::from_utf8(bytes) {
            Ok(rest) => {
                text.push_str(rest);
                return text;
            }
            Err(error) => error,
        };
        let (good, bad) = bytes.split_at(error.valid_up_to());
        text.push_str(&String::from_utf8_lossy(good));
        text.push('\u{fffd}');
        let length = match bad {
            [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..] => 3,
            _ => error.error_len().unwrap_or(bad.len()),
        };
        bytes = &bad[length..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(packets: &[&[u8]]) -> Vec<String> {
        let mut decoder = LineDecoder::default();
        let mut lines: Vec<String> = packets
            .iter()
            .flat_map(|packet| decoder.decode(packet))
            .collect();
        lines.extend(decoder.end());
        lines
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(
            decode(&[b"a\nb\r\nc\rd\n\ne"]),
            ["a", "b", "c", "d", "", "e"]
        );
        assert_eq!(decode(&[b"a\r", b"\nb\r", b"c"]), ["a", "b", "c"]);
        let others = "a\u{b}b\u{c}c\u{1c}d\u{85}e\u{2028}f\u{2029}g\0h";
        assert_eq!(decode(&[others.as_bytes(), b"\n"]), [others]);
    }

    #[test]
    fn sequences_are_put_together() {
        assert_eq!(decode(&[b"\xc3", b"\xa9\n"]), ["é"]);
        assert_eq!(decode(&[b"half", b"-line\nnext\n"]), ["half-line", "next"]);
    }

    #[test]
    fn bad_bytes_are_replaced() {
        assert_eq!(decode(&[b"ok\xff\xfe!\n"]), ["ok\u{fffd}\u{fffd}!"]);
        assert_eq!(decode(&[b"\xed\xa0\x80\n"]), ["\u{fffd}"]);
        assert_eq!(decode(&[b"\xf0\x9f\x98x\n"]), ["\u{fffd}x"]);
        assert_eq!(decode(&[b"\xe2\x82"]), ["\u{fffd}"]);
    }
}
