//! Where in a chain a new call goes, and how it is laid out there.

use brooklet_protocol::ArgumentKind;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, ExprAttribute};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Editor;
use crate::analysis::{Call, Home};
use crate::change::Change;
use crate::program::Program;
use crate::refusal::Refusal;

/// Past this column a chain goes on in a line of its own.
const WIDEST: usize = 88;

/// The end of an expression that a call can be put behind.
pub(super) struct Spot<'p> {
    /// Where the expression ends.
    at: TextSize,
    /// What stands before the dots of the calls around it.
    separator: String,
    /// The statement that it is in.
    pub(super) home: Home<'p>,
}

impl<'p> Spot<'p> {
    /// Behind a call.
    pub(super) fn behind(editor: &Editor<'p>, call: &Call<'p>) -> Spot<'p> {
        let calls = &editor.analysis.calls;
        let neighbour = match (call.behind, call.before) {
            (Some(behind), _) => calls[behind].attribute(),
            (None, Some(_)) => call.attribute(),
            (None, None) => None,
        };
        Spot {
            at: call.range.end(),
            separator: separator(editor.program, neighbour),
            home: call.home,
        }
    }

    /// Before a call that reads the stream of call `id`: behind the expression that stands for that stream.
    ///
    /// # Errors
    /// When it does not read the stream, or when the place cannot be determined.
    pub(super) fn before(
        editor: &Editor<'p>,
        id: usize,
        reader: &Call<'p>,
    ) -> Result<Spot<'p>, Refusal> {
        let receiver = reader
            .receiver()
            .filter(|_| reader.parents.first() == Some(&id));
        if let (Some(_), Some(attribute)) = (receiver, reader.attribute()) {
            return Ok(Spot {
                at: editor.program.before_dot(attribute),
                separator: separator(editor.program, Some(attribute)),
                home: reader.home,
            });
        }
        let own = usize::from(reader.receiver().is_some());
        let arguments = reader.arguments.iter();
        let streams = arguments.filter(|argument| argument.kind == ArgumentKind::Stream);
        let written: Vec<TextRange> = streams
            .filter_map(|argument| argument.written)
            .map(|written| written.value)
            .collect();
        let others = reader.parents.get(own..).unwrap_or_default();
        let index = others.iter().position(|parent| *parent == id);
        let value = index.filter(|_| written.len() == others.len());
        let value = value
            .map(|index| written[index])
            .ok_or(Refusal::NotBetween)?;
        if !takes_dot(reader, value) {
            return Err(Refusal::NotBetween);
        }
        Ok(Spot {
            at: value.end(),
            separator: String::new(),
            home: reader.home,
        })
    }

    /// Puts a call there; on a line of its own when the calls around it have one, or when the line
    /// would get too long.
    pub(super) fn change(&self, program: &Program, call: &str) -> Change {
        if self.separator.is_empty() {
            let separator = self.line_break(program, call);
            return Change::insert(self.at, format!("{separator}{call}"));
        }
        let comment = program.comment_behind(self.at);
        let anchor = comment.map_or(self.at, TextRange::end);
        Change::insert(anchor, format!("{}{call}", self.separator))
    }

    fn line_break(&self, program: &Program, call: &str) -> String {
        let start = program.line_start(self.at);
        let line = program.slice(TextRange::new(start, self.at));
        if line.chars().count() + call.chars().count() <= WIDEST {
            return String::new();
        }
        let statement = self.home.statement().start();
        let before = TextRange::new(statement, self.at);
        let depth = program
            .tokens()
            .in_range(before)
            .iter()
            .fold(0, |depth, token| match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth + 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth - 1,
                _ => depth,
            });
        let continued = if depth == 0 { " \\" } else { "" };
        let indentation = program.indentation(statement);
        format!("{continued}{}{indentation}    ", program.newline())
    }
}

/// Whether a dot can follow the expression as it is written.
fn takes_dot(reader: &Call, value: TextRange) -> bool {
    let arguments = &reader.expression.arguments;
    let named = arguments.keywords.iter().map(|keyword| &keyword.value);
    let mut values = arguments.args.iter().chain(named);
    values.any(|argument| {
        argument.range() == value
            && matches!(
                argument,
                Expr::Name(_) | Expr::Call(_) | Expr::Attribute(_) | Expr::Subscript(_)
            )
    })
}

/// What stands before a dot when it begins a line; nothing otherwise.
fn separator(program: &Program, attribute: Option<&ExprAttribute>) -> String {
    let Some(attribute) = attribute else {
        return String::new();
    };
    let gap = TextRange::new(program.before_dot(attribute), program.dot(attribute));
    let text = program.slice(gap);
    match text.rfind('\n') {
        None => String::new(),
        Some(_) if program.comments(gap).next().is_none() => text.to_string(),
        Some(last) => format!("{}{}", program.newline(), &text[last + 1..]),
    }
}
