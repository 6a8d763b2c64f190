//! Things with commas between brackets: arguments, batches, records. Edits keep how they are laid
//! out, and every comment.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use crate::change::Change;
use crate::program::Program;

/// How far the items are indented in their brackets.
const INDENTATION: &str = "    ";

/// The longest line. Longer lists are written on several lines.
const WIDEST: usize = 80;

/// The items between two brackets.
pub(crate) struct Sequence<'p> {
    program: &'p Program,
    /// What is between the brackets.
    inside: TextRange,
    items: Vec<TextRange>,
}

impl<'p> Sequence<'p> {
    pub(crate) fn new(program: &'p Program, inside: TextRange, items: Vec<TextRange>) -> Self {
        Sequence {
            program,
            inside,
            items,
        }
    }

    /// Puts items before item `at`, or at the end.
    pub(crate) fn insert(&self, at: usize, texts: &[String]) -> Vec<Change> {
        if texts.is_empty() {
            return Vec::new();
        }
        let Some(before) = at.checked_sub(1) else {
            return vec![self.insert_first(texts)];
        };
        let previous = self.items[before];
        let comma = self.comma(before);
        let ends_with_comma = at < self.items.len() || comma.is_some();
        let end = comma.map_or(previous.end(), TextRange::end);
        let comment = self
            .program
            .comment_behind(end)
            .filter(|_| self.is_spread());
        let anchor = comment.map_or(end, TextRange::end);
        let mut changes = Vec::new();
        let mut text = String::new();
        if comma.is_none() {
            match comment {
                Some(_) => changes.push(Change::insert(end, ",")),
                None => text.push(','),
            }
        }
        let separator = self.separator();
        for (index, item) in texts.iter().enumerate() {
            text.push_str(&separator);
            text.push_str(item);
            if ends_with_comma || index + 1 < texts.len() {
                text.push(',');
            }
        }
        changes.push(Change::insert(anchor, text));
        changes
    }

    fn insert_first(&self, texts: &[String]) -> Change {
        let separator = self.separator();
        let Some(first) = self.items.first() else {
            let text = if self.is_spread() {
                let lines = texts.iter().map(|text| format!("{separator}{text},"));
                lines.collect()
            } else {
                texts.join(&format!(",{separator}"))
            };
            return Change::insert(self.inside.start(), text);
        };
        let texts = texts.iter().map(|text| format!("{text},{separator}"));
        Change::insert(first.start(), texts.collect::<String>())
    }

    /// Takes an item out, with its comma.
    pub(crate) fn remove(&self, index: usize) -> Vec<Change> {
        let item = self.items[index];
        let comma = self.comma(index);
        let end = comma.map_or(item.end(), TextRange::end);
        let whole = TextRange::new(item.start(), end);
        let program = self.program;
        let line_end = program.line_end(end);
        let rest = program.slice(TextRange::new(end, line_end)).trim();
        let is_last = index + 1 == self.items.len();
        let mut changes = Vec::new();
        if let (true, None, Some(before)) = (is_last, comma, index.checked_sub(1)) {
            let Some(previous) = self.comma(before) else {
                return vec![Change::delete(whole)];
            };
            let gap = TextRange::new(previous.end(), item.start());
            let can_join = program.comments(gap).next().is_none();
            if can_join && (!program.begins_line(item.start()) || !rest.is_empty()) {
                let both = TextRange::new(previous.start(), end);
                return vec![Change::delete(both)];
            }
            changes.push(Change::delete(previous));
        }
        changes.push(Change::delete(self.with_blanks(index, whole, rest)));
        changes
    }

    /// The range to remove with an item, so that no blank line is left.
    fn with_blanks(&self, index: usize, whole: TextRange, rest: &str) -> TextRange {
        let program = self.program;
        let blanks = |from: TextRange| {
            let text = program.slice(from);
            text.trim_matches([' ', '\t']).is_empty()
        };
        if program.begins_line(whole.start()) && rest.is_empty() {
            let start = program.line_start(whole.start());
            return TextRange::new(start, program.next_line(whole.end()));
        }
        let behind = TextRange::new(whole.end(), self.inside.end());
        if self.items.len() == 1 && blanks(behind) {
            return TextRange::new(whole.start(), self.inside.end());
        }
        if let Some(next) = self.items.get(index + 1) {
            let gap = TextRange::new(whole.end(), next.start());
            let is_first = index == 0 && !program.begins_line(whole.start());
            if blanks(gap) || (is_first && program.comments(gap).next().is_none()) {
                return TextRange::new(whole.start(), next.start());
            }
        }
        let line = TextRange::new(whole.end(), program.line_end(whole.end()));
        let after = program.slice(line);
        if after.trim_start().starts_with('#') {
            let blanks = after.len() - after.trim_start().len();
            let blanks = ruff_text_size::TextSize::new(blanks as u32);
            return TextRange::new(whole.start(), whole.end() + blanks);
        }
        if index > 0 && !program.begins_line(whole.start()) {
            let before = TextRange::new(self.items[index - 1].end(), whole.start());
            let before = program.slice(before);
            let kept = before.trim_end_matches([' ', '\t']).len();
            let blanks = ruff_text_size::TextSize::new((before.len() - kept) as u32);
            return TextRange::new(whole.start() - blanks, whole.end());
        }
        whole
    }

    /// Moves item `from` to the place of item `to`. Items change places; commas, blanks and comments
    /// stay where they are.
    pub(crate) fn shift(&self, from: usize, to: usize) -> Vec<Change> {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        let moved = order.remove(from);
        order.insert(to, moved);
        let slots = self.items.iter().zip(order).enumerate();
        slots
            .filter(|(index, (_, item))| index != item)
            .map(|(_, (slot, item))| Change::replace(*slot, self.program.slice(self.items[item])))
            .collect()
    }

    /// Puts these items in the place of all that are there: on lines of their own when those had
    /// one, or when one line is too short for them.
    pub(crate) fn replace(&self, texts: &[String]) -> Vec<Change> {
        let length: usize = texts.iter().map(|text| text.len() + 2).sum();
        if !self.is_spread() && length > WIDEST {
            return vec![Change::replace(self.inside, self.spread(texts))];
        }
        let (Some(first), Some(last)) = (self.items.first(), self.items.last()) else {
            return self.insert(0, texts);
        };
        let separator = format!(",{}", self.separator());
        let range = TextRange::new(first.start(), last.end());
        vec![Change::replace(range, texts.join(&separator))]
    }

    /// Items on lines of their own between the brackets.
    fn spread(&self, texts: &[String]) -> String {
        let newline = self.program.newline();
        let outer = self.program.indentation(self.inside.start());
        let mut spread = String::new();
        for text in texts {
            spread.push_str(newline);
            spread.push_str(outer);
            spread.push_str(INDENTATION);
            spread.push_str(text);
            spread.push(',');
        }
        spread.push_str(newline);
        spread.push_str(outer);
        spread
    }

    /// The comma behind an item.
    fn comma(&self, index: usize) -> Option<TextRange> {
        let token = self.program.token_after(self.items[index].end())?;
        let is_comma = token.kind() == TokenKind::Comma && token.end() <= self.inside.end();
        is_comma.then(|| token.range())
    }

    /// Whether each item has a line of its own.
    fn is_spread(&self) -> bool {
        let gap = match self.items[..] {
            [] => self.inside,
            [only] => TextRange::new(self.inside.start(), only.start()),
            [first, second, ..] => TextRange::new(first.end(), second.start()),
        };
        self.program.slice(gap).contains('\n')
    }

    /// What stands between a comma and the next item.
    fn separator(&self) -> String {
        if self.is_spread() {
            return format!("{}{}", self.program.newline(), self.indentation());
        }
        match self.items[..] {
            [_, second, ..] => {
                let comma = self.comma(0).map_or(second.start(), TextRange::end);
                self.program
                    .slice(TextRange::new(comma, second.start()))
                    .to_string()
            }
            _ => " ".to_string(),
        }
    }

    fn indentation(&self) -> String {
        let program = self.program;
        let first = self
            .items
            .iter()
            .find(|item| program.begins_line(item.start()));
        match first {
            Some(item) => program.indentation(item.start()).to_string(),
            None => format!("{}{INDENTATION}", program.indentation(self.inside.start())),
        }
    }
}
