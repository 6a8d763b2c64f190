//! Numbers, texts and signs that are written in another way.

use brooklet_source::Span;
use ruff_python_ast::token::TokenKind;

use crate::change::{Change, Construct};
use crate::words::Words;

pub(crate) fn find(words: &Words, found: &mut Vec<Change>) {
    let mut opened: Option<usize> = None;
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { continue };
        let touches = words.touches(at);
        match word.text {
            ">" if touches && words.before(at) == "<" => {
                let span = words.range(at - 1, at + 1);
                found.push(Change::replace(Construct::UnequalSign, span, "!="));
            }
            "`" => match opened.take() {
                Some(from) => {
                    let pieces = vec![
                        (words.span(from), "repr(".to_owned()),
                        (word.span, ")".to_owned()),
                    ];
                    let span = words.range(from, at + 1);
                    found.push(Change::new(Construct::Backticks, span, pieces));
                }
                None => opened = Some(at),
            },
            "l" | "L" if touches && is_number(words.before(at)) => {
                found.push(Change::replace(Construct::Number, word.span, ""));
            }
            text if is_octal(text) => {
                let digits = text.trim_start_matches('0');
                let span = word.span;
                found.push(Change::replace(
                    Construct::Number,
                    span,
                    format!("0o{digits}"),
                ));
            }
            text if text.eq_ignore_ascii_case("ur") && is_text_next(words, at) => {
                found.push(Change::replace(Construct::RawUnicode, word.span, "r"));
            }
            _ => {}
        }
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}

/// `0777`, but not `0`, `00` or `0.5`.
fn is_octal(text: &str) -> bool {
    text.len() > 1
        && text.starts_with('0')
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'7'))
        && text.bytes().any(|byte| byte != b'0')
}

fn is_text_next(words: &Words, at: usize) -> bool {
    let follows = |next: &crate::words::Word| {
        let here: Span = words.span(at);
        here.end == next.span.start
            && (next.kind == TokenKind::String || next.text.starts_with(['"', '\'']))
    };
    words.get(at + 1).is_some_and(follows)
}

#[cfg(test)]
mod tests {
    use crate::rewrite;

    #[test]
    fn literals() {
        for (before, after) in [
            ("x = 0777\n", "x = 0o777\n"),
            ("x = 10L + 0xFFL\n", "x = 10 + 0xFF\n"),
            ("x = 017L\n", "x = 0o17\n"),
            ("x = 00 + 0\n", "x = 00 + 0\n"),
            ("x = ur'\\d'\n", "x = r'\\d'\n"),
            ("x = a<>b\n", "x = a!=b\n"),
            ("x = `a + 1`\n", "x = repr(a + 1)\n"),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }
}
