//! Stands in for the crate of that name, whose tables are 60 KB of the engine that travels.
//!
//! The parser asks for identifiers that are not ASCII, which Python compares in form NFKC, and the
//! module `unicodedata`; natively, Kafka's client for passwords. Every browser has the tables; elsewhere those of ICU serve.

use std::str::Chars;
use std::vec::IntoIter;

/// A normal form, see Unicode Standard Annex #15.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each has its name there")]
pub enum Form {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
}

/// Text in a normal form.
pub fn normalize(text: &str, form: Form) -> String {
    normalized(text, form)
}

/// Text that has normal forms, as characters of this kind.
pub trait UnicodeNormalization<I> {
    /// The characters of normalization form KC, see Unicode Standard Annex #15.
    fn nfkc(self) -> IntoIter<char>;
}

impl<'a> UnicodeNormalization<Chars<'a>> for &'a str {
    fn nfkc(self) -> IntoIter<char> {
        let characters: Vec<char> = normalized(self, Form::Nfkc).chars().collect();
        characters.into_iter()
    }
}

impl<I: Iterator<Item = char>> UnicodeNormalization<I> for I {
    fn nfkc(self) -> IntoIter<char> {
        let text: String = self.collect();
        let characters: Vec<char> = normalized(&text, Form::Nfkc).chars().collect();
        characters.into_iter()
    }
}

#[cfg(target_family = "wasm")]
fn normalized(text: &str, form: Form) -> String {
    let form = match form {
        Form::Nfc => "NFC",
        Form::Nfd => "NFD",
        Form::Nfkc => "NFKC",
        Form::Nfkd => "NFKD",
    };
    js_sys::JsString::from(text).normalize(form).into()
}

#[cfg(not(target_family = "wasm"))]
fn normalized(text: &str, form: Form) -> String {
    use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
    let normal = match form {
        Form::Nfc => ComposingNormalizerBorrowed::new_nfc().normalize(text),
        Form::Nfkc => ComposingNormalizerBorrowed::new_nfkc().normalize(text),
        Form::Nfd => DecomposingNormalizerBorrowed::new_nfd().normalize(text),
        Form::Nfkd => DecomposingNormalizerBorrowed::new_nfkd().normalize(text),
    };
    normal.into_owned()
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    #[test]
    fn composes_and_replaces_compatibility_characters() {
        let normal = |text: &str| text.nfkc().collect::<String>();
        assert_eq!(normal("ﬁn"), "fin");
        assert_eq!(normal("e\u{301}té"), "\u{e9}té");
        assert_eq!(normal("ｘ１"), "x1");
    }
}
