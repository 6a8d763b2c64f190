//! The encoding `unicode_escape`: characters as literals of Python write them.
//!
//! `raw_unicode_escape` has only `\u` and `\U`, for what is not in Latin-1.

use super::codec::{CodecError, Fault};

/// Whether an encoding is one of these, and which: `Some(true)` for the raw one.
pub(super) fn is_raw(encoding: &str) -> Option<bool> {
    let name = encoding.to_ascii_lowercase().replace(['_', ' '], "-");
    match name.as_str() {
        "unicode-escape" | "unicodeescape" => Some(false),
        "raw-unicode-escape" | "rawunicodeescape" => Some(true),
        _ => None,
    }
}

/// A text with escapes in place of what is not ASCII.
pub(super) fn encode(text: &str, is_raw: bool) -> Vec<u8> {
    let mut data = Vec::with_capacity(text.len());
    for character in text.chars() {
        let escape = match (character, u32::from(character)) {
            (_, code @ 0x1_0000..) => format!("\\U{code:08x}"),
            (_, code @ 0x100..) => format!("\\u{code:04x}"),
            (_, code) if is_raw => {
                data.push(code as u8);
                continue;
            }
            ('\\', _) => "\\\\".into(),
            ('\n', _) => "\\n".into(),
            ('\r', _) => "\\r".into(),
            ('\t', _) => "\\t".into(),
            (' '..='~', code) => {
                data.push(code as u8);
                continue;
            }
            (_, code) => format!("\\x{code:02x}"),
        };
        data.extend(escape.bytes());
    }
    data
}

/// The text that bytes with escapes stand for.
pub(super) fn decode(data: &[u8], is_raw: bool) -> Result<String, CodecError> {
    let mut text = String::with_capacity(data.len());
    let mut at = 0;
    while at < data.len() {
        let byte = data[at];
        let letter = data.get(at + 1).copied();
        if byte != b'\\' || is_raw && !matches!(letter, Some(b'u' | b'U')) {
            text.push(char::from(byte));
            at += 1;
            continue;
        }
        let fault = |end: usize, reason: &'static str| {
            CodecError::Undecodable(Fault {
                codec: if is_raw {
                    "rawunicodeescape"
                } else {
                    "unicodeescape"
                },
                start: at,
                end,
                reason,
            })
        };
        let Some(letter) = letter else {
            return Err(fault(data.len(), "\\ at end of string"));
        };
        let plain = match letter {
            b'\n' => None,
            b'\\' | b'\'' | b'"' => Some(letter),
            b'a' => Some(7),
            b'b' => Some(8),
            b't' => Some(b'\t'),
            b'n' => Some(b'\n'),
            b'v' => Some(11),
            b'f' => Some(12),
            b'r' => Some(b'\r'),
            b'x' | b'u' | b'U' => {
                let (count, reason) = match letter {
                    b'x' => (2, "truncated \\xXX escape"),
                    b'u' => (4, "truncated \\uXXXX escape"),
                    _ => (8, "truncated \\UXXXXXXXX escape"),
                };
                let digits = data[at + 2..]
                    .iter()
                    .take(count)
                    .take_while(|byte| byte.is_ascii_hexdigit())
                    .count();
                let end = at + 2 + digits;
                if digits < count {
                    return Err(fault(end, reason));
                }
                let digits = String::from_utf8_lossy(&data[at + 2..end]);
                let code = u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX);
                match char::from_u32(code) {
                    Some(character) => text.push(character),
                    None => return Err(fault(end, "illegal Unicode character")),
                }
                at = end;
                continue;
            }
            b'0'..=b'7' => {
                let digits = data[at + 1..]
                    .iter()
                    .take(3)
                    .take_while(|byte| matches!(byte, b'0'..=b'7'));
                let (count, code) = digits.fold((0, 0_u32), |(count, code), digit| {
                    (count + 1, code * 8 + u32::from(digit - b'0'))
                });
                text.extend(char::from_u32(code));
                at += 1 + count;
                continue;
            }
            other => {
                text.push('\\');
                Some(other)
            }
        };
        text.extend(plain.map(char::from));
        at += 2;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_went() {
        let text = "a\\é\n中😀\u{7f}";
        let data = encode(text, false);
        assert_eq!(data, b"a\\\\\\xe9\\n\\u4e2d\\U0001f600\\x7f");
        assert_eq!(decode(&data, false).unwrap(), text);
        assert_eq!(decode(&encode("é中", true), true).unwrap(), "é中");
    }

    #[test]
    fn says_what_is_cut_off() {
        let Err(CodecError::Undecodable(fault)) = decode(b"ab\\x4", false) else {
            panic!("it is cut off");
        };
        assert_eq!(
            (fault.start, fault.end, fault.reason),
            (2, 5, "truncated \\xXX escape")
        );
    }
}
