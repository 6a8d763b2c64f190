//! What a character is mapped to when the case of a text is changed, or ignored.

use std::sync::OnceLock;

use crate::packed::Reader;

/// Made by `tables/generate.py`, which describes it.
static TABLE: &[u8] = include_bytes!("../tables/cases.bin");

/// What is mapped to this, or to more, is mapped to one of the texts.
const TEXTS: u32 = char::MAX as u32 + 1;

/// A mapping of characters, in the order of the table.
#[derive(Clone, Copy)]
pub(crate) enum Mapping {
    Lower,
    Upper,
    /// Where it differs from upper case.
    Title,
    /// Where it differs from lower case.
    Fold,
    /// What characters count as when case is ignored, where that is not their lower case.
    Match,
}

/// Characters, one or two apart, that are mapped to as many as far apart.
struct Run {
    first: u32,
    last: u32,
    step: u32,
    target: u32,
}

struct Table {
    mappings: [Box<[Run]>; 5],
    texts: Vec<&'static str>,
}

fn table() -> &'static Table {
    static UNPACKED: OnceLock<Table> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        let mut reader = Reader { left: TABLE };
        Table {
            mappings: std::array::from_fn(|_| unpack(&mut reader)),
            texts: str::from_utf8(reader.left)
                .unwrap_or_default()
                .lines()
                .collect(),
        }
    })
}

fn unpack(reader: &mut Reader<'static>) -> Box<[Run]> {
    let mut last = 0;
    (0..reader.varint())
        .map(|_| {
            let first = last + reader.varint();
            let shape = reader.varint();
            let step = (shape & 1) + 1;
            last = first + ((shape >> 1) - 1) * step;
            let target = first.wrapping_add_signed(reader.zigzag());
            Run {
                first,
                last,
                step,
                target,
            }
        })
        .collect()
}

/// What a character is mapped to.
pub(crate) enum Mapped {
    One(char),
    Many(&'static str),
}

impl Mapped {
    /// Its first character.
    pub(crate) fn first(self) -> char {
        match self {
            Mapped::One(char) => char,
            Mapped::Many(text) => text.chars().next().unwrap_or_default(),
        }
    }
}

impl Mapping {
    fn runs(self) -> &'static [Run] {
        &table().mappings[self as usize]
    }

    /// What a character is mapped to; `None` where the mapping says nothing of it.
    pub(crate) fn of(self, char: char) -> Option<Mapped> {
        let code = char as u32;
        let runs = self.runs();
        let run = runs.get(runs.partition_point(|run| run.last < code))?;
        let after = code.checked_sub(run.first)?;
        if !after.is_multiple_of(run.step) {
            return None;
        }
        let target = run.target + after;
        Some(match char::from_u32(target) {
            Some(char) => Mapped::One(char),
            None => Mapped::Many(table().texts[(target - TEXTS) as usize]),
        })
    }

    /// The characters that it maps to one character.
    fn sources(self, target: char) -> impl Iterator<Item = char> {
        self.runs().iter().filter_map(move |run| {
            let after = (target as u32).checked_sub(run.target)?;
            let is_in = after <= run.last - run.first && after.is_multiple_of(run.step);
            char::from_u32(run.first + after).filter(|_| is_in)
        })
    }
}

/// What a character counts as in a regular expression that ignores case: two characters match when
/// this is the same for both, as in CPython's `re._casefix` and `_sre.unicode_tolower`.
///
/// ```
/// use brooklet_unicode::match_key;
///
/// assert_eq!(match_key('ſ'), match_key('S'));
/// ```
pub fn match_key(char: char) -> char {
    Mapping::Match
        .of(char)
        .or_else(|| Mapping::Lower.of(char))
        .map_or(char, Mapped::first)
}

/// All characters that match a character when case is ignored, itself among them.
pub fn matching(char: char) -> impl Iterator<Item = char> {
    let key = match_key(char);
    let dotted = (key == 'i').then_some('İ');
    [key]
        .into_iter()
        .chain(Mapping::Match.sources(key))
        .chain(
            Mapping::Lower
                .sources(key)
                .filter(|source| Mapping::Match.of(*source).is_none()),
        )
        .chain(dotted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_match() {
        let sorted = |char| {
            let mut all: Vec<char> = matching(char).collect();
            all.sort_unstable();
            all.into_iter().collect::<String>()
        };
        for (char, expected) in [
            ('a', "Aa"),
            ('K', "Kk\u{212a}"),
            ('ı', "Iiİı"),
            ('θ', "Θθϑϴ"),
            ('ǅ', "Ǆǅǆ"),
            ('1', "1"),
            ('ß', "ßẞ"),
        ] {
            assert_eq!(sorted(char), expected);
        }
    }
}
