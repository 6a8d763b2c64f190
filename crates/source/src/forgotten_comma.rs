//! Two expressions side by side, where CPython asks whether a comma was forgotten: it points at both.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{Mode, ParseOptions, parse_expression, parse_unchecked};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// From the start of the expression that ends before `here` to the end of the one that starts there.
pub(crate) fn both(text: &str, here: TextSize) -> Option<TextRange> {
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module));
    let tokens: Vec<&Token> = parsed
        .tokens()
        .iter()
        .filter(|token| !token.kind().is_trivia())
        .collect();
    let second = tokens.iter().position(|token| token.start() == here)?;
    let before = tokens[..second].iter().rev();
    let first = second - operand(before, is_closing, is_opening);
    let after = tokens[second..].iter();
    let end = second + operand(after, is_opening, is_closing);
    let is_expression = |from: usize, to: usize| {
        let range = TextRange::new(tokens[from].start(), tokens[to - 1].end());
        parse_expression(&text[range]).is_ok()
    };
    let first = (first..second).find(|from| is_expression(*from, second))?;
    let end = (second + 1..=end)
        .rev()
        .find(|to| is_expression(second, *to))?;
    Some(TextRange::new(tokens[first].start(), tokens[end - 1].end()))
}

fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace)
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace)
}

/// How many tokens come before one that ends an operand, outside brackets that they themselves open.
fn operand<'a>(
    tokens: impl Iterator<Item = &'a &'a Token>,
    opens: fn(TokenKind) -> bool,
    closes: fn(TokenKind) -> bool,
) -> usize {
    let mut depth = 0_usize;
    let mut count = 0;
    for token in tokens {
        let kind = token.kind();
        let ends = matches!(
            kind,
            TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::Equal
                | TokenKind::ColonEqual
                | TokenKind::Newline
        );
        if depth == 0 && (closes(kind) || ends) {
            break;
        }
        if opens(kind) {
            depth += 1;
        } else if closes(kind) {
            depth -= 1;
        }
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointed(text: &str, second: &str) -> String {
        let here = TextSize::new(text.find(second).unwrap() as u32);
        both(text, here).map_or_else(String::new, |range| text[range].to_string())
    }

    #[test]
    fn both_expressions_are_pointed_at() {
        assert_eq!(pointed("print([1, 2 3])\n", "3"), "2 3");
        assert_eq!(
            pointed("f(a.b(1) + 2 c[0] * 4, 5)\n", "c"),
            "a.b(1) + 2 c[0] * 4"
        );
        assert_eq!(pointed("f(k=1 'x')\n", "'x'"), "1 'x'");
        assert_eq!(pointed("{1: 2 3 4}\n", "3"), "2 3");
    }
}
