//! Classes of characters: what `isalpha`, `isdigit`, `isprintable` and the like ask for.
//!
//! ```
//! use brooklet_unicode::class;
//!
//! assert!(class::is_alpha('é') && !class::is_alpha('Ⅷ'));
//! assert_eq!(class::decimal_value('७'), Some(7));
//! ```

use std::sync::OnceLock;

use crate::packed::Reader;

/// Made by `tables/generate.py`, which describes it.
static TABLE: &[u8] = include_bytes!("../tables/classes.bin");

const ALPHA: u16 = 1;
const DECIMAL: u16 = 1 << 1;
const DIGIT: u16 = 1 << 2;
const NUMERIC: u16 = 1 << 3;
const PRINTABLE: u16 = 1 << 4;
const UPPER: u16 = 1 << 5;
const LOWER: u16 = 1 << 6;
const IDENTIFIER_START: u16 = 1 << 7;
const IDENTIFIER_PART: u16 = 1 << 8;
const CASED: u16 = 1 << 9;
const CASE_IGNORABLE: u16 = 1 << 10;

/// Characters that follow each other and have the same properties.
#[derive(Clone, Copy)]
struct Run {
    first: u32,
    properties: u16,
}

fn runs() -> &'static [Run] {
    static RUNS: OnceLock<Box<[Run]>> = OnceLock::new();
    RUNS.get_or_init(unpack)
}

fn unpack() -> Box<[Run]> {
    let mut reader = Reader { left: TABLE };
    let count = reader.byte();
    let classes: Vec<u16> = (0..count)
        .map(|_| u16::from_le_bytes([reader.byte(), reader.byte()]))
        .collect();
    let mut runs = Vec::with_capacity(reader.left.len());
    let mut first = 0;
    while !reader.left.is_empty() {
        let packed = reader.byte();
        let properties = classes[usize::from(packed >> 3)];
        runs.push(Run { first, properties });
        first += match packed & 7 {
            0 => reader.varint(),
            length => u32::from(length),
        };
    }
    runs.into_boxed_slice()
}

fn run_of(char: char) -> Run {
    let runs = runs();
    let after = runs.partition_point(|run| run.first <= char as u32);
    runs[after - 1]
}

fn has(char: char, property: u16) -> bool {
    run_of(char).properties & property != 0
}

/// `isspace`: whether `str.strip` takes it off and `str.split` splits at it.
pub fn is_space(char: char) -> bool {
    if char.is_ascii() {
        return matches!(char, '\t'..='\r' | '\x1c'..=' ');
    }
    matches!(
        char,
        '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether `str.splitlines` ends a line at it.
pub fn is_line_end(char: char) -> bool {
    matches!(
        char,
        '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The value of a decimal digit of any script.
pub fn decimal_value(char: char) -> Option<u32> {
    if char.is_ascii() {
        return char.to_digit(10);
    }
    let run = run_of(char);
    // A run has the digits of one or more scripts, each from zero to nine.
    (run.properties & DECIMAL != 0).then(|| (char as u32 - run.first) % 10)
}

/// `isdecimal`.
pub fn is_decimal(char: char) -> bool {
    decimal_value(char).is_some()
}

/// `isdigit`: decimal digits, and those that are raised, lowered, circled and the like.
pub fn is_digit(char: char) -> bool {
    has(char, DIGIT)
}

/// `isnumeric`: digits, fractions, and other characters that stand for numbers.
pub fn is_numeric(char: char) -> bool {
    has(char, NUMERIC)
}

/// `isalpha`: a letter, without the marks and numbers that Unicode counts as alphabetic.
pub fn is_alpha(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphabetic();
    }
    has(char, ALPHA)
}

/// `isalnum`.
pub fn is_alphanumeric(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    has(char, ALPHA | DECIMAL | DIGIT | NUMERIC)
}

/// Whether an identifier can start with it.
pub fn starts_identifier(char: char) -> bool {
    if char.is_ascii() {
        return char == '_' || char.is_ascii_alphabetic();
    }
    has(char, IDENTIFIER_START)
}

/// Whether it can stand inside an identifier.
pub fn continues_identifier(char: char) -> bool {
    if char.is_ascii() {
        return char == '_' || char.is_ascii_alphanumeric();
    }
    has(char, IDENTIFIER_PART)
}

/// Whether a text is an identifier: `str.isidentifier`.
pub fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(starts_identifier) && characters.all(continues_identifier)
}

/// Whether it is a small letter: `islower` of this character alone.
pub fn is_lower(char: char) -> bool {
    has(char, LOWER)
}

/// Whether it is a capital letter: `isupper` of this character alone.
pub fn is_upper(char: char) -> bool {
    has(char, UPPER)
}

/// Whether it is a letter of title case, such as `ǅ`.
pub fn is_title(char: char) -> bool {
    has(char, CASED) && !has(char, UPPER | LOWER)
}

/// Whether it has a case, as the letters of Latin and Greek have.
pub fn is_cased(char: char) -> bool {
    has(char, CASED)
}

/// Whether it stands inside words without being a letter, as an apostrophe does.
pub(crate) fn is_case_ignorable(char: char) -> bool {
    has(char, CASE_IGNORABLE)
}

/// `isprintable`: whether `repr` shows it as it is.
pub fn is_printable(char: char) -> bool {
    if char.is_ascii() {
        return matches!(char, ' '..='~');
    }
    has(char, PRINTABLE)
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
        assert_eq!(decimal_value('𝟡'), Some(9));
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

    #[test]
    fn a_letter_of_title_case_is_neither_capital_nor_small() {
        assert!(is_title('ǅ') && is_title('ᾈ') && !is_title('A') && !is_title('a'));
    }
}
