//! Upper, lower and title case, as the methods of Python's `str` give them.
//!
//! The rules are those of `Objects/unicodeobject.c`: a sigma that ends a word is written `ς`, and a
//! character may become several.

use crate::case_table::{Mapped, Mapping};
use crate::class::{is_case_ignorable, is_cased, is_lower, is_upper};

/// `lower()`.
pub fn lower(text: &str) -> String {
    each(text, push_lower)
}

/// `upper()`.
pub fn upper(text: &str) -> String {
    each(text, |out, _, _, char| push_upper(out, char))
}

/// `casefold()`: the form in which texts are compared when case does not matter.
pub fn fold(text: &str) -> String {
    each(text, |out, _, _, char| {
        push(out, char, &[Mapping::Fold, Mapping::Lower]);
    })
}

/// `swapcase()`.
pub fn swap(text: &str) -> String {
    each(text, |out, text, at, char| {
        if is_upper(char) {
            push_lower(out, text, at, char);
        } else if is_lower(char) {
            push_upper(out, char);
        } else {
            out.push(char);
        }
    })
}

/// `title()`: a word starts where a letter follows something without a case.
pub fn title(text: &str) -> String {
    let mut in_word = false;
    each(text, |out, text, at, char| {
        if in_word {
            push_lower(out, text, at, char);
        } else {
            push_title(out, char);
        }
        in_word = is_cased(char);
    })
}

/// `capitalize()`.
pub fn capitalize(text: &str) -> String {
    each(text, |out, text, at, char| {
        if at == 0 {
            push_title(out, char);
        } else {
            push_lower(out, text, at, char);
        }
    })
}

/// The small letter of a character; the first one where it becomes several.
pub fn lower_of(char: char) -> char {
    Mapping::Lower.of(char).map_or(char, Mapped::first)
}

fn each(text: &str, mut step: impl FnMut(&mut String, &str, usize, char)) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        step(&mut out, text, at, char);
    }
    out
}

/// Appends what the first of some mappings that knows the character makes of it.
fn push(out: &mut String, char: char, mappings: &[Mapping]) {
    match mappings.iter().find_map(|mapping| mapping.of(char)) {
        Some(Mapped::One(char)) => out.push(char),
        Some(Mapped::Many(text)) => out.push_str(text),
        None => out.push(char),
    }
}

fn push_upper(out: &mut String, char: char) {
    push(out, char, &[Mapping::Upper]);
}

fn push_title(out: &mut String, char: char) {
    push(out, char, &[Mapping::Title, Mapping::Upper]);
}

/// Appends a character of `text` in lower case: a sigma at the end of a word is written `ς`.
fn push_lower(out: &mut String, text: &str, at: usize, char: char) {
    if char != 'Σ' {
        return push(out, char, &[Mapping::Lower]);
    }
    let in_word = starts_cased(text[..at].chars().rev());
    let goes_on = starts_cased(text[at + char.len_utf8()..].chars());
    out.push(if in_word && !goes_on { 'ς' } else { 'σ' });
}

/// Whether the first character that counts has a case.
fn starts_cased(mut characters: impl Iterator<Item = char>) -> bool {
    characters
        .find(|char| !is_case_ignorable(*char))
        .is_some_and(is_cased)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_case() {
        assert_eq!(title("hello wORLD it's 3d"), "Hello World It'S 3D");
        assert_eq!(title("ǆ ßa ﬁn"), "ǅ Ssa Fin");
        assert_eq!(capitalize("éCOLE ΣΑΣ"), "École σας");
        assert_eq!(swap("aBß"), "AbSS");
    }

    #[test]
    fn folding() {
        assert_eq!(fold("Straße ΣΑΣ ſ"), "strasse σασ s");
    }

    #[test]
    fn a_sigma_ends_a_word_also_before_an_apostrophe() {
        assert_eq!(lower("ΑΣ' ΑΣ'Α Σ 1Σ"), "ας' ασ'α σ 1σ");
    }
}
