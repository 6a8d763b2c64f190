//! What is wrong with a pattern, and where.

/// A message with its place in the pattern, in code points.
#[derive(Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// CPython's message.
    pub message: String,
    /// The place, where the message names one.
    pub place: Option<usize>,
}

impl SyntaxError {
    pub(crate) fn new(message: impl Into<String>, place: usize) -> SyntaxError {
        SyntaxError {
            message: message.into(),
            place: Some(place),
        }
    }

    pub(crate) fn without_place(message: &str) -> SyntaxError {
        SyntaxError {
            message: message.to_string(),
            place: None,
        }
    }

    /// Line and column of the place, both from 1.
    pub fn line_and_column(&self, pattern: &str) -> Option<(usize, usize)> {
        let before: Vec<char> = pattern.chars().take(self.place?).collect();
        let line = before.iter().filter(|c| **c == '\n').count() + 1;
        let column = before.iter().rev().take_while(|c| **c != '\n').count() + 1;
        Some((line, column))
    }

    /// The message as `str(error)` gives it.
    pub fn text(&self, pattern: &str) -> String {
        match (self.place, self.line_and_column(pattern)) {
            (Some(place), Some((line, column))) if pattern.contains('\n') => {
                format!(
                    "{} at position {place} (line {line}, column {column})",
                    self.message
                )
            }
            (Some(place), _) => format!("{} at position {place}", self.message),
            _ => self.message.clone(),
        }
    }
}
