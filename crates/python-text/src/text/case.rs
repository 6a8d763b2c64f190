//! Upper, lower and title case.

use super::class::is_title;

/// `lower()`.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `upper()`.
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// `swapcase()`.
pub fn swap(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        if char.is_uppercase() {
            push_lower(&mut out, text, at, char);
        } else if char.is_lowercase() {
            out.extend(char.to_uppercase());
        } else {
            out.push(char);
        }
    }
    out
}

/// `title()`.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for (at, char) in text.char_indices() {
        if in_word {
            push_lower(&mut out, text, at, char);
        } else {
            push_title(&mut out, char);
        }
        in_word = is_cased(char);
    }
    out
}

/// `capitalize()`.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        if at == 0 {
            push_title(&mut out, char);
        } else {
            push_lower(&mut out, text, at, char);
        }
    }
    out
}

/// `casefold()`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            'ı' => out.push('ı'),
            'ẞ' => out.push_str("ss"),
            // Cherokee folds to its capitals.
            '\u{13a0}'..='\u{13f5}' => out.push(char),
            '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(char.to_uppercase()),
            _ => out.extend(char.to_uppercase().flat_map(char::to_lowercase)),
        }
    }
    out
}

/// Whether a character has a case.
pub fn is_cased(char: char) -> bool {
    char.is_lowercase() || char.is_uppercase() || is_title(char)
}

/// Appends a character of `text` in lower case: a sigma at the end of a word is written `ς`.
fn push_lower(out: &mut String, text: &str, at: usize, char: char) {
    if char == 'Σ' {
        let end = at + char.len_utf8();
        let before = text[..at].chars().next_back().is_some_and(is_cased);
        let after = text[end..].chars().next().is_some_and(is_cased);
        out.push(if before && !after { 'ς' } else { 'σ' });
    } else {
        out.extend(char.to_lowercase());
    }
}

/// Appends a character in title case.
fn push_title(out: &mut String, char: char) {
    let pair = match char {
        'Ǆ'..='ǆ' => 'ǅ',
        'Ǉ'..='ǉ' => 'ǈ',
        'Ǌ'..='ǌ' => 'ǋ',
        'Ǳ'..='ǳ' => 'ǲ',
        // Georgian has no title case of its own.
        '\u{10d0}'..='\u{10ff}' => char,
        '\u{1fb3}' | '\u{1fbc}' => '\u{1fbc}',
        '\u{1fc3}' | '\u{1fcc}' => '\u{1fcc}',
        '\u{1ff3}' | '\u{1ffc}' => '\u{1ffc}',
        '\u{1f80}'..='\u{1faf}' => char::from_u32(char as u32 | 8).unwrap_or(char),
        'ŉ' => return out.push_str("ʼN"),
        _ => {
            let mut upper = char.to_uppercase();
            out.extend(upper.next());
            for rest in upper {
                match rest {
                    '\u{399}' if ('\u{1fb0}'..='\u{1fff}').contains(&char) => {
                        out.push('\u{345}');
                    }
                    _ => out.extend(rest.to_lowercase()),
                }
            }
            return;
        }
    };
    out.push(pair);
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
}
