//! Classes of characters: what `isalpha`, `isdigit`, `isprintable` and the like ask for.

use super::spacing_mark::is_spacing_mark;

/// The zero of each run of ten decimal digits, ASCII aside.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50,
    0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// Digits that are not decimal: raised, lowered, circled and the like.
const OTHER_DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0x1369, 0x1371),
    (0x19da, 0x19da),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247c),
    (0x2488, 0x2490),
    (0x24ea, 0x24ea),
    (0x24f5, 0x24fd),
    (0x24ff, 0x24ff),
    (0x2776, 0x277e),
    (0x2780, 0x2788),
    (0x278a, 0x2792),
    (0x10a40, 0x10a43),
    (0x10e60, 0x10e68),
    (0x11052, 0x1105a),
    (0x1f100, 0x1f10a),
];

/// Ideographs that stand for numbers and are common enough to be met.
const NUMBER_IDEOGRAPHS: &str = "〇一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零";

/// Whether `str.strip` takes it off and `str.split` splits at it.
pub fn is_space(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\x1c'..='\x1f')
}

/// Whether `str.splitlines` ends a line at it.
pub fn is_line_end(char: char) -> bool {
    matches!(
        char,
        '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The value of a decimal digit of any script.
pub fn decimal_value(char: char) -> Option<u32> {
    if char.is_ascii() {
        return char.to_digit(10);
    }
    let code = char as u32;
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let value = code - ZEROS.get(after.checked_sub(1)?)?;
    (value < 10).then_some(value)
}

/// `isdecimal`.
pub fn is_decimal(char: char) -> bool {
    decimal_value(char).is_some()
}

/// `isdigit`.
pub fn is_digit(char: char) -> bool {
    let code = char as u32;
    is_decimal(char)
        || code > 0x7f
            && OTHER_DIGITS
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&code))
}

/// `isnumeric`.
pub fn is_numeric(char: char) -> bool {
    char.is_numeric() || !char.is_ascii() && NUMBER_IDEOGRAPHS.contains(char)
}

/// `isalpha`: a letter, without the marks and numbers that Unicode counts as alphabetic.
pub fn is_alpha(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphabetic();
    }
    char.is_alphabetic()
        && !char.is_numeric()
        && (!is_extending(char) || matches!(char, '\u{ff9e}' | '\u{ff9f}'))
        && !is_spacing_mark(char)
}

/// `isalnum`.
pub fn is_alphanumeric(char: char) -> bool {
    is_alpha(char) || is_numeric(char) || is_digit(char)
}

/// Whether an identifier can start with it.
pub fn starts_identifier(char: char) -> bool {
    char == '_' || is_alpha(char) || char.is_alphabetic() && char.is_numeric()
}

/// Whether it can stand inside an identifier.
pub fn continues_identifier(char: char) -> bool {
    starts_identifier(char)
        || is_decimal(char)
        || is_extending(char) && !char.is_ascii()
        || is_spacing_mark(char)
}

/// Whether it is a letter of title case, such as `ǅ`.
pub fn is_title(char: char) -> bool {
    matches!(
        char,
        'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' | '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}'
    ) || matches!(char as u32, 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf)
}

/// `isprintable`: whether `repr` shows it as it is.
pub fn is_printable(char: char) -> bool {
    if char.is_ascii() {
        return !char.is_ascii_control();
    }
    // Rust escapes the same classes of characters as Python does, but for a mark at the very
    // start of a text: hence the letter before it.
    let mut bytes = [b'a'; 5];
    let length = char.encode_utf8(&mut bytes[1..]).len();
    let text = std::str::from_utf8(&bytes[..=length]).unwrap_or_default();
    text.escape_debug().nth(1) == Some(char)
}

/// Whether a character extends the one before it.
fn is_extending(char: char) -> bool {
    char.escape_debug().next() != Some(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers() {
        for char in "aZéßñλя日ªºａ".chars() {
            assert!(is_alpha(char), "{char}");
        }
        for char in "1 _-²Ⅷ\u{301}\u{93e}Ⓐ".chars() {
            assert!(!is_alpha(char), "{char}");
        }
        assert!(is_digit('²') && !is_decimal('²') && is_numeric('²'));
        assert!(is_numeric('½') && !is_digit('½'));
        assert!(is_numeric('五') && is_alpha('五'));
        assert_eq!(decimal_value('७'), Some(7));
        assert_eq!(decimal_value('x'), None);
    }

    #[test]
    fn printable_characters() {
        for char in "a é日\u{301}😀ß".chars() {
            assert!(is_printable(char), "{char}");
        }
        for char in "\n\x7f\u{80}\u{a0}\u{ad}\u{200b}\u{2028}\u{3000}\u{e000}\u{10ffff}".chars() {
            assert!(!is_printable(char), "{:x}", char as u32);
        }
    }
}
