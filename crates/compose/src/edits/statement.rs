//! Where statements go.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use crate::analysis::Home;
use crate::change::Change;
use crate::program::Program;

/// Puts a statement behind another one.
pub(super) fn behind(program: &Program, home: Home, text: &str) -> Change {
    let end = home.statement().end();
    if follows_on_line(program, home) {
        return Change::insert(end, format!("; {text}"));
    }
    let comment = program.comment_behind(end);
    let anchor = comment.map_or(end, TextRange::end);
    let indentation = program.indentation(home.statement().start());
    let text = format!("{}{indentation}{text}", program.newline());
    Change::insert(anchor, text)
}

/// Puts a statement before another one.
pub(super) fn before(program: &Program, home: Home, text: &str) -> Change {
    let start = home.statement().start();
    if !program.begins_line(start) {
        return Change::insert(start, format!("{text}; "));
    }
    let indentation = program.indentation(start);
    Change::insert(start, format!("{text}{}{indentation}", program.newline()))
}

/// Takes a statement out, with its line when it has one of its own.
pub(super) fn removed(program: &Program, home: Home) -> Change {
    let range = home.statement().range();
    if home.block.len() == 1 && !std::ptr::eq(home.block, program.body()) {
        return Change::replace(range, "pass");
    }
    if follows_on_line(program, home) {
        let semicolon = program.token_after(range.end());
        let end = match home.block.get(home.index + 1) {
            Some(next) if program.line(next.start()) == program.line(range.end()) => next.start(),
            _ => semicolon.map_or(range.end(), Ranged::end),
        };
        return Change::delete(TextRange::new(range.start(), end));
    }
    if !program.begins_line(range.start()) {
        // It is the last of several on its line.
        let start = match home.index.checked_sub(1) {
            Some(before) => home.block[before].end(),
            None => range.start(),
        };
        return Change::delete(TextRange::new(start, range.end()));
    }
    let rest = TextRange::new(range.end(), program.line_end(range.end()));
    if program.slice(rest).trim().is_empty() {
        let start = program.line_start(range.start());
        return Change::delete(TextRange::new(start, program.next_line(range.end())));
    }
    let blanks = program.slice(rest);
    let blanks = blanks.len() - blanks.trim_start().len();
    let end = range.end() + ruff_text_size::TextSize::new(blanks as u32);
    Change::delete(TextRange::new(range.start(), end))
}

fn follows_on_line(program: &Program, home: Home) -> bool {
    let next = program.token_after(home.statement().end());
    next.is_some_and(|token| token.kind() == TokenKind::Semi)
}
