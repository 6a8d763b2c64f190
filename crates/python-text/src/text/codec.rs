//! Encodings: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, and those of `escape`.

use super::{escape, wide_codec};
use crate::repr::text::push_escape;

/// Why a text is not encoded, or bytes are not decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodecError {
    /// No encoding has this name.
    UnknownEncoding(String),
    /// No handler of errors has this name.
    UnknownHandler(String),
    /// A character that the encoding does not have.
    Unencodable(Fault),
    /// Bytes that stand for no character.
    Undecodable(Fault),
}

/// Where a text or bytes cannot be coded, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The encoding.
    pub codec: &'static str,
    /// The first character or byte that is at fault.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
    /// CPython's words for what is wrong.
    pub reason: &'static str,
}

pub(super) type Result<T> = std::result::Result<T, CodecError>;

/// An encoding, under the name that messages show.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Codec {
    Utf8 { mark: bool },
    Ascii,
    Latin1,
    Utf16 { mark: bool, big: bool },
    Utf32 { mark: bool, big: bool },
}

impl Codec {
    fn find(name: &str) -> Option<Codec> {
        let name = name.to_ascii_lowercase().replace(['_', ' '], "-");
        Some(match name.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Codec::Utf8 { mark: false },
            "utf-8-sig" => Codec::Utf8 { mark: true },
            "ascii" | "us-ascii" | "646" => Codec::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "l1" | "8859" | "cp819" => {
                Codec::Latin1
            }
            "utf-16" | "utf16" | "u16" => Codec::Utf16 {
                mark: true,
                big: false,
            },
            "utf-16-le" | "utf-16le" => Codec::Utf16 {
                mark: false,
                big: false,
            },
            "utf-16-be" | "utf-16be" => Codec::Utf16 {
                mark: false,
                big: true,
            },
            "utf-32" | "utf32" | "u32" => Codec::Utf32 {
                mark: true,
                big: false,
            },
            "utf-32-le" | "utf-32le" => Codec::Utf32 {
                mark: false,
                big: false,
            },
            "utf-32-be" | "utf-32be" => Codec::Utf32 {
                mark: false,
                big: true,
            },
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 { .. } => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16 { big: false, .. } => "utf-16-le",
            Codec::Utf16 { .. } => "utf-16-be",
            Codec::Utf32 { big: false, .. } => "utf-32-le",
            Codec::Utf32 { .. } => "utf-32-be",
        }
    }
}

/// What to do with what cannot be coded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Errors {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlReplace,
}

fn options(encoding: &str, errors: &str) -> Result<(Codec, Errors)> {
    let Some(codec) = Codec::find(encoding) else {
        return Err(CodecError::UnknownEncoding(encoding.to_string()));
    };
    let errors = match errors {
        "strict" => Errors::Strict,
        "ignore" => Errors::Ignore,
        "replace" => Errors::Replace,
        "backslashreplace" => Errors::BackslashReplace,
        "xmlcharrefreplace" => Errors::XmlReplace,
        other => return Err(CodecError::UnknownHandler(other.to_string())),
    };
    Ok((codec, errors))
}

/// `text.encode(encoding, errors)`.
///
/// # Errors
/// For an unknown encoding or handler, and where the handler is strict.
pub fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
    if let Some(is_raw) = escape::is_raw(encoding) {
        return Ok(escape::encode(text, is_raw));
    }
    let (codec, errors) = options(encoding, errors)?;
    let mut data = Vec::with_capacity(text.len());
    match codec {
        Codec::Utf8 { mark } => {
            if mark {
                data.extend_from_slice("\u{feff}".as_bytes());
            }
            data.extend_from_slice(text.as_bytes());
        }
        Codec::Ascii => encode_bytes(text, 0x80, codec, errors, &mut data)?,
        Codec::Latin1 => encode_bytes(text, 0x100, codec, errors, &mut data)?,
        Codec::Utf16 { mark, big } => {
            let units = mark
                .then_some(0xfeff)
                .into_iter()
                .chain(text.encode_utf16());
            for unit in units {
                data.extend_from_slice(&if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
        }
        Codec::Utf32 { mark, big } => {
            let units = mark
                .then_some(0xfeff)
                .into_iter()
                .chain(text.chars().map(u32::from));
            for unit in units {
                data.extend_from_slice(&if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
        }
    }
    Ok(data)
}

/// One byte a character, for those below a limit.
fn encode_bytes(
    text: &str,
    limit: u32,
    codec: Codec,
    errors: Errors,
    data: &mut Vec<u8>,
) -> Result<()> {
    let characters: Vec<char> = text.chars().collect();
    let mut next = 0;
    while let Some(char) = characters.get(next) {
        let code = u32::from(*char);
        if code < limit {
            data.push(code as u8);
            next += 1;
            continue;
        }
        let run = characters[next..]
            .iter()
            .take_while(|char| u32::from(**char) >= limit)
            .count();
        for char in &characters[next..next + run] {
            let code = u32::from(*char);
            match errors {
                Errors::Strict => {
                    return Err(CodecError::Unencodable(Fault {
                        codec: codec.name(),
                        start: next,
                        end: next + run,
                        reason: if codec == Codec::Ascii {
                            "ordinal not in range(128)"
                        } else {
                            "ordinal not in range(256)"
                        },
                    }));
                }
                Errors::Ignore => {}
                Errors::Replace => data.push(b'?'),
                Errors::XmlReplace => data.extend_from_slice(format!("&#{code};").as_bytes()),
                Errors::BackslashReplace => {
                    let mut escaped = String::new();
                    push_escape(&mut escaped, *char);
                    data.extend_from_slice(escaped.as_bytes());
                }
            }
        }
        next += run;
    }
    Ok(())
}

/// `data.decode(encoding, errors)`.
///
/// # Errors
/// For an unknown encoding or handler, and where the handler is strict.
pub fn decode(data: &[u8], encoding: &str, errors: &str) -> Result<String> {
    if let Some(is_raw) = escape::is_raw(encoding) {
        return escape::decode(data, is_raw);
    }
    let (codec, errors) = options(encoding, errors)?;
    match codec {
        Codec::Utf8 { mark } => {
            let body = if mark {
                data.strip_prefix("\u{feff}".as_bytes()).unwrap_or(data)
            } else {
                data
            };
            decode_utf8(body, codec, errors)
        }
        Codec::Latin1 => Ok(data.iter().map(|byte| char::from(*byte)).collect()),
        Codec::Ascii => {
            let mut text = String::with_capacity(data.len());
            for (at, byte) in data.iter().enumerate() {
                if byte.is_ascii() {
                    text.push(char::from(*byte));
                } else {
                    let reason = "ordinal not in range(128)";
                    undecodable(data, at, at + 1, codec, errors, reason, &mut text)?;
                }
            }
            Ok(text)
        }
        Codec::Utf16 { mark, big } => {
            let (body, big) = match data {
                [0xff, 0xfe, body @ ..] if mark => (body, false),
                [0xfe, 0xff, body @ ..] if mark => (body, true),
                body => (body, big),
            };
            let codec = Codec::Utf16 { mark: false, big };
            wide_codec::decode(data, data.len() - body.len(), codec, errors)
        }
        Codec::Utf32 { mark, big } => {
            let (body, big) = match data {
                [0xff, 0xfe, 0, 0, body @ ..] if mark => (body, false),
                [0, 0, 0xfe, 0xff, body @ ..] if mark => (body, true),
                body => (body, big),
            };
            let codec = Codec::Utf32 { mark: false, big };
            wide_codec::decode(data, data.len() - body.len(), codec, errors)
        }
    }
}

fn decode_utf8(data: &[u8], codec: Codec, errors: Errors) -> Result<String> {
    let mut text = String::with_capacity(data.len());
    let mut from = 0;
    loop {
        match std::str::from_utf8(&data[from..]) {
            Ok(rest) => {
                text.push_str(rest);
                return Ok(text);
            }
            Err(fault) => {
                let at = from + fault.valid_up_to();
                text.push_str(std::str::from_utf8(&data[from..at]).unwrap_or_default());
                let length = fault.error_len().unwrap_or(data.len() - at);
                let reason = match (fault.error_len(), data[at]) {
                    (None, _) => "unexpected end of data",
                    (Some(1), 0xc2..=0xf4) => "invalid continuation byte",
                    (Some(1), _) => "invalid start byte",
                    (Some(_), _) => "invalid continuation byte",
                };
                undecodable(data, at, at + length, codec, errors, reason, &mut text)?;
                from = at + length;
            }
        }
    }
}

/// Does with bytes that stand for no character what the handler says.
pub(super) fn undecodable(
    data: &[u8],
    start: usize,
    end: usize,
    codec: Codec,
    errors: Errors,
    reason: &'static str,
    text: &mut String,
) -> Result<()> {
    match errors {
        Errors::Strict | Errors::XmlReplace => Err(CodecError::Undecodable(Fault {
            codec: codec.name(),
            start,
            end,
            reason,
        })),
        Errors::Ignore => Ok(()),
        Errors::Replace => {
            text.push(char::REPLACEMENT_CHARACTER);
            Ok(())
        }
        Errors::BackslashReplace => {
            data[start..end]
                .iter()
                .for_each(|byte| text.push_str(&format!("\\x{byte:02x}")));
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coding_there_and_back() {
        for encoding in ["utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf_8_sig"] {
            let data = encode("aé日😀", encoding, "strict").expect("encodable");
            assert_eq!(decode(&data, encoding, "strict").as_deref(), Ok("aé日😀"));
        }
        assert_eq!(encode("é日", "latin1", "replace"), Ok(b"\xe9?".to_vec()));
        assert_eq!(
            encode("日", "ascii", "backslashreplace"),
            Ok(b"\\u65e5".to_vec())
        );
    }

    #[test]
    fn what_cannot_be_coded() {
        let fault = |start, end, reason| Fault {
            codec: "utf-8",
            start,
            end,
            reason,
        };
        assert_eq!(
            decode(b"a\xff", "utf-8", "strict"),
            Err(CodecError::Undecodable(fault(1, 2, "invalid start byte")))
        );
        assert_eq!(
            decode(b"a\xe6\x97", "utf8", "strict"),
            Err(CodecError::Undecodable(fault(
                1,
                3,
                "unexpected end of data"
            )))
        );
        assert_eq!(
            encode("aéé", "ascii", "strict"),
            Err(CodecError::Unencodable(Fault {
                codec: "ascii",
                ..fault(1, 3, "ordinal not in range(128)")
            }))
        );
        assert_eq!(
            encode("a", "klingon", "strict"),
            Err(CodecError::UnknownEncoding("klingon".to_string()))
        );
    }
}
