//! Stands in for the crate of that name, whose tables are 60 KB of the engine that travels.
//!
//! Only the parser asks, and only for identifiers that are not ASCII: Python compares those in form
//! NFKC. Every browser has the tables; elsewhere those of ICU serve.

use std::vec::IntoIter;

/// Text that has normal forms.
pub trait UnicodeNormalization {
    /// The characters of normalization form KC, see Unicode Standard Annex #15.
    fn nfkc(self) -> IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> IntoIter<char> {
        let characters: Vec<char> = normalized(self).chars().collect();
        characters.into_iter()
    }
}

#[cfg(target_family = "wasm")]
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(not(target_family = "wasm"))]
fn normalized(text: &str) -> std::borrow::Cow<'_, str> {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfkc().normalize(text)
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
