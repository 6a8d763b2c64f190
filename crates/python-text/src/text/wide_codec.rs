//! Reading UTF-16 and UTF-32: units of two or four bytes.
//!
//! ```
//! use brooklet_python_text::text::codec::decode;
//! assert_eq!(decode(b"a\0b", "utf-16-le", "replace").unwrap(), "a\u{fffd}");
//! ```

use super::codec::{Codec, Errors, Result, undecodable};

/// What stands at a place: a char and its bytes, or how many bytes stand for none, and why.
type Unit = std::result::Result<(char, usize), (usize, &'static str)>;

/// Reads `data` from `start`, where a byte order mark ends.
pub(super) fn decode(data: &[u8], start: usize, codec: Codec, errors: Errors) -> Result<String> {
    let mut text = String::with_capacity((data.len() - start) / 2);
    let mut at = start;
    while at < data.len() {
        let rest = &data[at..];
        let unit = match codec {
            Codec::Utf16 { big, .. } => unit_of_16(rest, big),
            _ => unit_of_32(rest, matches!(codec, Codec::Utf32 { big: true, .. })),
        };
        match unit {
            Ok((char, length)) => {
                text.push(char);
                at += length;
            }
            Err((length, reason)) => {
                undecodable(data, at, at + length, codec, errors, reason, &mut text)?;
                at += length;
            }
        }
    }
    Ok(text)
}

fn unit_of_16(rest: &[u8], big: bool) -> Unit {
    let word = |at: usize| {
        let pair = [*rest.get(at)?, *rest.get(at + 1)?];
        Some(match big {
            true => u16::from_be_bytes(pair),
            false => u16::from_le_bytes(pair),
        })
    };
    match (word(0), word(2)) {
        (None, _) => Err((rest.len(), "truncated data")),
        (Some(0xdc00..0xe000), _) => Err((2, "illegal encoding")),
        (Some(0xd800..0xdc00), None) => Err((rest.len(), "unexpected end of data")),
        (Some(high @ 0xd800..0xdc00), Some(low)) => match char::decode_utf16([high, low]).next() {
            Some(Ok(char)) => Ok((char, 4)),
            _ => Err((2, "illegal UTF-16 surrogate")),
        },
        (Some(word), _) => match char::from_u32(u32::from(word)) {
            Some(char) => Ok((char, 2)),
            None => Err((2, "illegal encoding")),
        },
    }
}

fn unit_of_32(rest: &[u8], big: bool) -> Unit {
    let Some(four) = rest.first_chunk::<4>() else {
        return Err((rest.len(), "truncated data"));
    };
    let code = match big {
        true => u32::from_be_bytes(*four),
        false => u32::from_le_bytes(*four),
    };
    match (char::from_u32(code), code) {
        (Some(char), _) => Ok((char, 4)),
        (None, 0xd800..0xe000) => Err((
            4,
            "code point in surrogate code point range(0xd800, 0xe000)",
        )),
        (None, _) => Err((4, "code point not in range(0x110000)")),
    }
}
