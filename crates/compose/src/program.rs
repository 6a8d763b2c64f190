use std::collections::HashSet;

use brooklet_protocol::Place;
use brooklet_source::{LineIndex, describe};
use ruff_python_ast::token::{Token, TokenKind, Tokens};
use ruff_python_ast::{Expr, ExprAttribute, ExprCall, ModModule, Stmt};
use ruff_python_parser::{Parsed, parse_module};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// A program's text and what the parser makes of it.
pub(crate) struct Program {
    parsed: Parsed<ModModule>,
    lines: LineIndex,
}

impl Program {
    /// Parses a text.
    ///
    /// # Errors
    /// What CPython says of a text that does not parse, with its line.
    pub(crate) fn parse(text: &str) -> Result<Program, (String, u32)> {
        let lines = LineIndex::new(text);
        match parse_module(text) {
            Ok(parsed) => Ok(Program { parsed, lines }),
            Err(error) => {
                let (message, range) = describe(text, &lines, &error);
                let line = lines.line(range.start().into());
                Err((message, line))
            }
        }
    }

    pub(crate) fn body(&self) -> &[Stmt] {
        &self.parsed.syntax().body
    }

    pub(crate) fn text(&self) -> &str {
        &self.lines.text
    }

    pub(crate) fn slice(&self, range: TextRange) -> &str {
        &self.text()[range]
    }

    pub(crate) fn end(&self) -> TextSize {
        TextSize::of(self.text())
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        self.parsed.tokens()
    }

    /// A range as the page counts it.
    pub(crate) fn place(&self, range: TextRange) -> Place {
        let (line, column) = self.lines.position(range.start().into());
        let (end_line, end_column) = self.lines.position(range.end().into());
        Place {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// The line of an offset, from 1.
    pub(crate) fn line(&self, at: TextSize) -> u32 {
        self.lines.line(at.into())
    }

    /// Where the line of an offset begins.
    pub(crate) fn line_start(&self, at: TextSize) -> TextSize {
        TextSize::new(self.lines.line_start(self.line(at)))
    }

    /// Where the line of an offset ends, before its newline.
    pub(crate) fn line_end(&self, at: TextSize) -> TextSize {
        let rest = &self.text()[at.to_usize()..];
        let length = rest.find('\n').unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches('\r').len();
        at + TextSize::new(length as u32)
    }

    /// Where the line behind that of an offset begins; the text's end when there is none.
    pub(crate) fn next_line(&self, at: TextSize) -> TextSize {
        let rest = &self.text()[at.to_usize()..];
        rest.find('\n')
            .map_or(self.end(), |length| at + TextSize::new(length as u32 + 1))
    }

    /// The blanks with which the line of an offset begins.
    pub(crate) fn indentation(&self, at: TextSize) -> &str {
        let line = &self.text()[self.line_start(at).to_usize()..];
        let length = line.len() - line.trim_start_matches([' ', '\t']).len();
        &line[..length]
    }

    /// Whether only blanks come before an offset on its line.
    pub(crate) fn begins_line(&self, at: TextSize) -> bool {
        let before = TextRange::new(self.line_start(at), at);
        self.slice(before).trim_matches([' ', '\t']).is_empty()
    }

    /// What ends a line in this text.
    pub(crate) fn newline(&self) -> &'static str {
        if self.text().contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// An expression with the parentheses around it that are its own, within `within`.
    pub(crate) fn with_parentheses(&self, expression: TextRange, within: TextRange) -> TextRange {
        let mut range = expression;
        while let Some(outer) = self.next_parentheses(range) {
            if !within.contains_range(outer) {
                break;
            }
            range = outer;
        }
        range
    }

    fn next_parentheses(&self, range: TextRange) -> Option<TextRange> {
        let before = self.tokens().before(range.start());
        let left = before.iter().rev().find(|token| !is_trivia(token))?;
        let right = self.token_after(range.end())?;
        let are_parentheses = left.kind() == TokenKind::Lpar && right.kind() == TokenKind::Rpar;
        are_parentheses.then(|| TextRange::new(left.start(), right.end()))
    }

    /// The first token behind an offset that is neither a comment nor a line's end within brackets.
    pub(crate) fn token_after(&self, at: TextSize) -> Option<&Token> {
        self.tokens()
            .after(at)
            .iter()
            .find(|token| !is_trivia(token))
    }

    /// The dot of an attribute.
    pub(crate) fn dot(&self, attribute: &ExprAttribute) -> TextSize {
        let behind = TextRange::new(attribute.value.end(), attribute.attr.start());
        let dot = self.tokens().in_range(behind).iter().rev();
        let dot = dot.into_iter().find(|token| token.kind() == TokenKind::Dot);
        dot.map_or(attribute.attr.start(), Ranged::start)
    }

    /// Where the receiver of an attribute ends, its parentheses included.
    pub(crate) fn before_dot(&self, attribute: &ExprAttribute) -> TextSize {
        let dot = self.dot(attribute);
        let before = self.tokens().before(dot);
        let last = before.iter().rev().find(|token| !is_trivia(token));
        last.map_or(attribute.value.end(), Ranged::end)
    }

    /// The comments in a range.
    pub(crate) fn comments(&self, range: TextRange) -> impl DoubleEndedIterator<Item = TextRange> {
        self.tokens()
            .in_range(range)
            .iter()
            .filter(|token| token.kind() == TokenKind::Comment)
            .map(Ranged::range)
    }

    /// The comment that follows an offset on its line, with no more than blanks between.
    pub(crate) fn comment_behind(&self, at: TextSize) -> Option<TextRange> {
        let token = self.tokens().after(at).first()?;
        (token.kind() == TokenKind::Comment && token.end() <= self.line_end(at))
            .then(|| token.range())
    }

    /// Whether the program has this name anywhere.
    pub(crate) fn names(&self) -> HashSet<&str> {
        let names = self
            .tokens()
            .iter()
            .filter(|token| token.kind() == TokenKind::Name);
        names.map(|token| self.slice(token.range())).collect()
    }
}

fn is_trivia(token: &Token) -> bool {
    matches!(
        token.kind(),
        TokenKind::Comment | TokenKind::NonLogicalNewline
    )
}

/// The attribute that a call calls, if it calls one.
pub(crate) fn attribute(call: &ExprCall) -> Option<&ExprAttribute> {
    match &*call.func {
        Expr::Attribute(attribute) => Some(attribute),
        _ => None,
    }
}
