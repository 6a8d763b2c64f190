//! Texts that a person typed where one expression belongs.

use brooklet_source::{LineIndex, describe};
use ruff_python_ast::Expr;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

use crate::refusal::Refusal;

/// The expression without the blanks around it.
///
/// # Errors
/// When it is none, or more than one.
pub(super) fn expression(text: &str) -> Result<&str, Refusal> {
    let text = text.trim();
    let parsed = parse_expression(text).map_err(|error| {
        let (message, _) = describe(text, &LineIndex::new(text), &error);
        Refusal::NotAnExpression { message }
    })?;
    let is_several = match parsed.expr() {
        Expr::Tuple(tuple) => !tuple.parenthesized,
        Expr::Yield(_) | Expr::YieldFrom(_) => true,
        Expr::Named(named) => named.range().len() == text.len().try_into().unwrap_or_default(),
        _ => false,
    };
    if is_several {
        return Err(Refusal::SeveralExpressions);
    }
    let comments = parsed.tokens().iter();
    let mut comments = comments.filter(|token| token.kind() == TokenKind::Comment);
    if comments.any(|comment| !text[comment.end().to_usize()..].contains('\n')) {
        return Err(Refusal::Comment);
    }
    Ok(text)
}
