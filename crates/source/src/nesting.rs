//! How deep the brackets of a text are nested. CPython's tokenizer allows 200; a parser that calls itself
//! for each of them needs a limit too.

use ruff_text_size::TextRange;

use crate::syntax_fault::{at, skip_string};

const MOST: usize = 200;

/// The first bracket that is too deep.
pub fn too_deep(text: &str) -> Option<TextRange> {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut next = 0;
    while next < bytes.len() {
        match bytes[next] {
            b'#' => next += text[next..].find('\n').unwrap_or(text.len() - next),
            b'"' | b'\'' => next = skip_string(text, next)?,
            b'(' | b'[' | b'{' if depth == MOST => return Some(at(next)),
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        next += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let nested = |count: usize| format!("x = {}1{}", "(".repeat(count), ")".repeat(count));
        assert!(too_deep(&nested(200)).is_none());
        assert_eq!(
            too_deep(&nested(201)).map(|place| place.start().to_u32()),
            Some(204)
        );
        let quoted = format!("x = '{}' # {}\n", "(".repeat(300), "[".repeat(300));
        assert!(too_deep(&quoted).is_none());
        assert!(too_deep(&"(1)\n".repeat(300)).is_none());
    }
}
