//! How `repr` and `ascii` show texts and bytes.

use std::fmt::Write;

use brooklet_unicode::class::is_printable;

/// `repr(text)`, appended.
pub fn push_str(out: &mut String, text: &str) {
    push_quoted(out, text, is_printable);
}

/// `repr(text)`.
pub fn repr_str(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_str(&mut out, text);
    out
}

/// A `repr` with what is not ASCII escaped: `ascii(value)`.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for char in repr.chars() {
        if char.is_ascii() {
            out.push(char);
        } else {
            push_escape(&mut out, char);
        }
    }
    out
}

/// `repr(data)` of a `bytes`, appended.
pub fn push_bytes(out: &mut String, data: &[u8]) {
    let quote = quote_for(data.contains(&b'\''), data.contains(&b'"'));
    out.push('b');
    out.push(quote);
    for byte in data {
        match *byte {
            b'\\' => out.push_str("\\\\"),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            byte if byte as char == quote => {
                out.push('\\');
                out.push(quote);
            }
            byte @ 0x20..=0x7e => out.push(byte as char),
            byte => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
}

/// `repr(data)` of a `bytes`.
pub fn repr_bytes(data: &[u8]) -> String {
    let mut out = String::with_capacity(data.len() + 3);
    push_bytes(&mut out, data);
    out
}

/// `repr(data)` of a `bytearray`, which escapes a single quote even between double ones.
pub fn repr_bytearray(data: &[u8]) -> String {
    let mut inner = repr_bytes(data);
    if inner.ends_with('"') {
        inner = inner.replace('\'', "\\'");
    }
    format!("bytearray({inner})")
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push_quoted(out: &mut String, text: &str, keep: impl Fn(char) -> bool) {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    out.push(quote);
    let is_plain = |byte: u8| matches!(byte, 0x20..=0x7e) && byte != b'\\' && byte != b'\'';
    if text.bytes().all(is_plain) {
        out.push_str(text);
        out.push(quote);
        return;
    }
    for char in text.chars() {
        match char {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            _ if char == quote => {
                out.push('\\');
                out.push(quote);
            }
            _ if keep(char) => out.push(char),
            _ => push_escape(out, char),
        }
    }
    out.push(quote);
}

/// Appends `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
pub fn push_escape(out: &mut String, char: char) {
    let code = char as u32;
    let _ = match code {
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (text, expected) in [
            ("abc", "'abc'"),
            ("it's", "\"it's\""),
            ("it's \"x\"", "'it\\'s \"x\"'"),
            ("say \"x\"", "'say \"x\"'"),
            ("a\n\t\r\\\x00\x7f", "'a\\n\\t\\r\\\\\\x00\\x7f'"),
            ("é日😀", "'é日😀'"),
            ("\u{a0}\u{200b}\u{e000}", "'\\xa0\\u200b\\ue000'"),
            ("\u{10ffff}", "'\\U0010ffff'"),
        ] {
            assert_eq!(repr_str(text), expected);
        }
        assert_eq!(escape_non_ascii("'é日😀'"), "'\\xe9\\u65e5\\U0001f600'");
    }

    #[test]
    fn byte_strings() {
        assert_eq!(repr_bytes(b"a'\xff\n"), "b\"a'\\xff\\n\"");
        assert_eq!(repr_bytes(b"'\""), "b'\\'\"'");
        assert_eq!(repr_bytearray(b"x"), "bytearray(b'x')");
        assert_eq!(repr_bytearray(b"it's"), "bytearray(b\"it\\'s\")");
    }
}
