//! Properties of characters that only `unicodedata` asks for.
//!
//! ```
//! use brooklet_unicode::properties;
//!
//! let accent = properties::of('\u{301}');
//! assert_eq!((accent.category, accent.combining), ("Mn", 230));
//! assert_eq!(properties::number('½').map(|number| number.value()), Some(0.5));
//! ```

use std::sync::OnceLock;

use crate::packed::Reader;

/// The table, see `tables/generate.py`. The page's engine fetches it when this is first called (see
/// `crates/xtask`): nothing else may read it.
#[inline(never)]
fn table_of_properties() -> &'static [u8] {
    // Keeps the compiler from giving what it returns to its callers.
    std::hint::black_box(include_bytes!("../tables/properties.bin"))
}

/// What a character is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Properties {
    /// The general category: `Lu`.
    pub category: &'static str,
    /// The bidirectional class: `L`, or nothing.
    pub bidirectional: &'static str,
    /// The canonical combining class; 0 for most.
    pub combining: u8,
    /// The East Asian width: `W`.
    pub width: &'static str,
    /// Whether it is mirrored in text from right to left.
    pub is_mirrored: bool,
}

/// What a character counts as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Number {
    /// Numerator.
    pub numerator: i64,
    /// Denominator; 1 for most.
    pub denominator: u32,
    /// Whether it is a digit, which superscripts are too.
    pub is_digit: bool,
    /// Whether it is a digit of decimal numbers.
    pub is_decimal: bool,
}

impl Number {
    /// Numerator by denominator.
    pub fn value(self) -> f64 {
        self.numerator as f64 / f64::from(self.denominator)
    }
}

struct Table {
    runs: Vec<(u32, Properties)>,
    numbers: Vec<(u32, Number)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| read(table_of_properties()))
}

fn read(table: &'static [u8]) -> Table {
    let mut rest = table;
    let [categories, directions, widths] = std::array::from_fn(|_| {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(0);
        let line = std::str::from_utf8(&rest[..end]).unwrap_or_default();
        rest = &rest[end + 1..];
        line.split(' ').collect::<Vec<&'static str>>()
    });
    let mut reader = Reader { left: rest };
    let known: Vec<Properties> = (0..reader.varint())
        .map(|_| Properties {
            category: categories[usize::from(reader.byte())],
            bidirectional: directions[usize::from(reader.byte())],
            combining: reader.byte(),
            width: widths[usize::from(reader.byte())],
            is_mirrored: reader.byte() == 1,
        })
        .collect();
    let mut runs = Vec::new();
    let mut first = 0;
    while first <= u32::from(char::MAX) {
        let properties = known[reader.varint() as usize];
        runs.push((first, properties));
        first += reader.varint();
    }
    let mut code = 0;
    let numbers = (0..reader.varint())
        .map(|_| {
            code += reader.varint();
            let kind = reader.byte();
            let number = Number {
                numerator: i64::from(reader.zigzag()) * 10_i64.pow(u32::from(kind >> 2)),
                denominator: reader.varint(),
                is_digit: kind & 1 != 0,
                is_decimal: kind & 2 != 0,
            };
            (code, number)
        })
        .collect();
    Table { runs, numbers }
}

/// The properties of a character.
pub fn of(character: char) -> Properties {
    let runs = &table().runs;
    let after = runs.partition_point(|(first, _)| *first <= u32::from(character));
    runs[after - 1].1
}

/// What a character counts as, if it is a number.
pub fn number(character: char) -> Option<Number> {
    let numbers = &table().numbers;
    let found = numbers.binary_search_by_key(&u32::from(character), |(code, _)| *code);
    found.ok().map(|at| numbers[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_ends_of_the_table() {
        assert_eq!(of('\0').category, "Cc");
        assert_eq!(of(char::MAX).category, "Cn");
        assert_eq!(of('中').width, "W");
        assert!(of('(').is_mirrored);
        assert_eq!(of('א').bidirectional, "R");
    }

    #[test]
    fn numbers_are_of_three_kinds() {
        let kinds = |character| number(character).map(|it| (it.is_digit, it.is_decimal));
        assert_eq!(kinds('७'), Some((true, true)));
        assert_eq!(kinds('²'), Some((true, false)));
        assert_eq!(kinds('Ⅷ'), Some((false, false)));
        assert_eq!(kinds('x'), None);
    }
}
