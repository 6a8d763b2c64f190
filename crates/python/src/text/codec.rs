//! Encodings: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32.

use crate::value::{Str, Value};
use crate::vm::{ExceptionKind, Raise, Result, Vm};

/// An encoding, under the name that messages show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codec {
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
enum Errors {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlReplace,
}

fn options(vm: &mut Vm, encoding: &str, errors: &str) -> Result<(Codec, Errors)> {
    let Some(codec) = Codec::find(encoding) else {
        return Err(vm.error(
            ExceptionKind::LookupError,
            format!("unknown encoding: {encoding}"),
        ));
    };
    let errors = match errors {
        "strict" => Errors::Strict,
        "ignore" => Errors::Ignore,
        "replace" => Errors::Replace,
        "backslashreplace" => Errors::BackslashReplace,
        "xmlcharrefreplace" => Errors::XmlReplace,
        other => {
            let message = format!("unknown error handler name '{other}'");
            return Err(vm.error(ExceptionKind::LookupError, message));
        }
    };
    Ok((codec, errors))
}

/// `text.encode(encoding, errors)`.
pub(crate) fn encode(vm: &mut Vm, text: &Str, encoding: &str, errors: &str) -> Result<Value> {
    let (codec, errors) = options(vm, encoding, errors)?;
    let mut data = Vec::with_capacity(text.as_str().len());
    match codec {
        Codec::Utf8 { mark } => {
            if mark {
                data.extend_from_slice("\u{feff}".as_bytes());
            }
            data.extend_from_slice(text.as_str().as_bytes());
        }
        Codec::Ascii => encode_bytes(vm, text, 0x80, codec, errors, &mut data)?,
        Codec::Latin1 => encode_bytes(vm, text, 0x100, codec, errors, &mut data)?,
        Codec::Utf16 { mark, big } => {
            let units = mark
                .then_some(0xfeff)
                .into_iter()
                .chain(text.as_str().encode_utf16());
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
                .chain(text.as_str().chars().map(u32::from));
            for unit in units {
                data.extend_from_slice(&if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
        }
    }
    Ok(Value::bytes(data))
}

/// One byte a character, for those below a limit.
fn encode_bytes(
    vm: &mut Vm,
    text: &Str,
    limit: u32,
    codec: Codec,
    errors: Errors,
    data: &mut Vec<u8>,
) -> Result<()> {
    let characters: Vec<char> = text.as_str().chars().collect();
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
                    let reason = format!("ordinal not in range({limit})");
                    let range = [Value::from(next), Value::from(next + run)];
                    return Err(failure(
                        vm,
                        ExceptionKind::UnicodeEncodeError,
                        codec,
                        Value::Str(text.clone()),
                        range,
                        &reason,
                    ));
                }
                Errors::Ignore => {}
                Errors::Replace => data.push(b'?'),
                Errors::XmlReplace => data.extend_from_slice(format!("&#{code};").as_bytes()),
                Errors::BackslashReplace => {
                    let escaped = match code {
                        0..=0xff => format!("\\x{code:02x}"),
                        0x100..=0xffff => format!("\\u{code:04x}"),
                        _ => format!("\\U{code:08x}"),
                    };
                    data.extend_from_slice(escaped.as_bytes());
                }
            }
        }
        next += run;
    }
    Ok(())
}

fn failure(
    vm: &mut Vm,
    kind: ExceptionKind,
    codec: Codec,
    object: Value,
    [start, end]: [Value; 2],
    reason: &str,
) -> Raise {
    vm.error_with(
        kind,
        vec![
            Value::str(codec.name()),
            object,
            start,
            end,
            Value::str(reason),
        ],
    )
}

/// `data.decode(encoding, errors)`.
pub(crate) fn decode(vm: &mut Vm, data: &[u8], encoding: &str, errors: &str) -> Result<Str> {
    let (codec, errors) = options(vm, encoding, errors)?;
    match codec {
        Codec::Utf8 { mark } => {
            let body = if mark {
                data.strip_prefix("\u{feff}".as_bytes()).unwrap_or(data)
            } else {
                data
            };
            decode_utf8(vm, body, codec, errors)
        }
        Codec::Latin1 => Ok(Str::from(
            data.iter()
                .map(|byte| char::from(*byte))
                .collect::<String>(),
        )),
        Codec::Ascii => {
            let mut text = String::with_capacity(data.len());
            for (at, byte) in data.iter().enumerate() {
                if byte.is_ascii() {
                    text.push(char::from(*byte));
                } else {
                    let reason = "ordinal not in range(128)";
                    undecodable(vm, data, at, at + 1, codec, errors, reason, &mut text)?;
                }
            }
            Ok(Str::from(text))
        }
        Codec::Utf16 { mark, big } => {
            let (body, big) = match data {
                [0xff, 0xfe, body @ ..] if mark => (body, false),
                [0xfe, 0xff, body @ ..] if mark => (body, true),
                body => (body, big),
            };
            if body.len() % 2 == 1 {
                let range = [Value::from(data.len() - 1), Value::from(data.len())];
                let object = Value::bytes(data.to_vec());
                return Err(failure(
                    vm,
                    ExceptionKind::UnicodeDecodeError,
                    codec,
                    object,
                    range,
                    "truncated data",
                ));
            }
            let units = body.chunks_exact(2).map(|pair| match big {
                true => u16::from_be_bytes([pair[0], pair[1]]),
                false => u16::from_le_bytes([pair[0], pair[1]]),
            });
            let text =
                char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER));
            Ok(Str::from(text.collect::<String>()))
        }
        Codec::Utf32 { mark, big } => {
            let (body, big) = match data {
                [0xff, 0xfe, 0, 0, body @ ..] if mark => (body, false),
                [0, 0, 0xfe, 0xff, body @ ..] if mark => (body, true),
                body => (body, big),
            };
            let units = body.chunks_exact(4).map(|four| {
                let four = [four[0], four[1], four[2], four[3]];
                let code = if big {
                    u32::from_be_bytes(four)
                } else {
                    u32::from_le_bytes(four)
                };
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            });
            Ok(Str::from(units.collect::<String>()))
        }
    }
}

fn decode_utf8(vm: &mut Vm, data: &[u8], codec: Codec, errors: Errors) -> Result<Str> {
    let mut text = String::with_capacity(data.len());
    let mut from = 0;
    loop {
        match std::str::from_utf8(&data[from..]) {
            Ok(rest) => {
                text.push_str(rest);
                return Ok(Str::from(text));
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
                undecodable(vm, data, at, at + length, codec, errors, reason, &mut text)?;
                from = at + length;
            }
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "what an error of decoding tells")]
fn undecodable(
    vm: &mut Vm,
    data: &[u8],
    start: usize,
    end: usize,
    codec: Codec,
    errors: Errors,
    reason: &str,
    text: &mut String,
) -> Result<()> {
    match errors {
        Errors::Strict | Errors::XmlReplace => {
            let range = [Value::from(start), Value::from(end)];
            let object = Value::bytes(data.to_vec());
            Err(failure(
                vm,
                ExceptionKind::UnicodeDecodeError,
                codec,
                object,
                range,
                reason,
            ))
        }
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
