//! Whether a pattern tells capital letters from small ones: what `IGNORECASE` and `ASCII` say.
//!
//! As in CPython, letters that have the same small letter match, and so do those whose small letters
//! have the same capital: `s`, `S` and `ſ`. With `ASCII`, only the letters from A to Z are ignored.

use brooklet_unicode::{case, match_key, matching};

/// How a letter of the text is compared with one of the pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LetterCase {
    Exact,
    IgnoredInAscii,
    Ignored,
}

impl LetterCase {
    /// What a character counts as: two that match have the same.
    pub(crate) fn key(self, c: char) -> char {
        match self {
            LetterCase::Exact => c,
            LetterCase::Ignored if !c.is_ascii() => match_key(c),
            LetterCase::IgnoredInAscii | LetterCase::Ignored => c.to_ascii_lowercase(),
        }
    }

    /// Whether a repetition of what a group matched may have `b` where that has `a`. Small letters
    /// with the same capital differ here, in CPython too.
    pub(crate) fn repeats(self, a: char, b: char) -> bool {
        match self {
            LetterCase::Ignored => case::lower_of(a) == case::lower_of(b),
            LetterCase::IgnoredInAscii => a.eq_ignore_ascii_case(&b),
            LetterCase::Exact => a == b,
        }
    }

    /// Whether a test passes for a character or another that matches it.
    pub(crate) fn any(self, c: char, test: impl Fn(char) -> bool) -> bool {
        test(c)
            || match self {
                LetterCase::Exact => false,
                LetterCase::IgnoredInAscii => test(swapped(c)),
                LetterCase::Ignored if c.is_ascii() && !c.is_ascii_alphabetic() => false,
                LetterCase::Ignored => matching(c).any(test),
            }
    }
}

fn swapped(c: char) -> char {
    if c.is_ascii_lowercase() {
        c.to_ascii_uppercase()
    } else {
        c.to_ascii_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::LetterCase;

    #[test]
    fn what_matches() {
        let (ascii, all) = (LetterCase::IgnoredInAscii, LetterCase::Ignored);
        assert!(all.key('ſ') == all.key('S') && ascii.key('ſ') != ascii.key('S'));
        assert!(all.any('k', |c| c == '\u{212a}') && !ascii.any('k', |c| c == '\u{212a}'));
        assert!(ascii.any('K', |c| c == 'k') && !LetterCase::Exact.any('K', |c| c == 'k'));
        assert!(all.repeats('É', 'é') && !all.repeats('s', 'ſ'));
    }
}
