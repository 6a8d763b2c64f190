//! Write another text in the place of one, wherever a literal is all of it.

use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::change::Change;
use crate::program::Program;
use crate::refusal::Refusal;

pub(super) fn changes(program: &Program, old: &str, new: &str) -> Result<Vec<Change>, Refusal> {
    let new = new
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\'', "\\'");
    let literals = program.tokens().iter();
    let literals = literals.filter(|token| token.kind() == TokenKind::String);
    let changes: Vec<Change> = literals
        .filter_map(|token| {
            let inside = content(program.slice(token.range()))?;
            let within =
                TextRange::new(inside.start() + token.start(), inside.end() + token.start());
            (program.slice(within) == old).then(|| Change::replace(within, new.clone()))
        })
        .collect();
    match changes.is_empty() {
        true => Err(Refusal::NoLiteral),
        false => Ok(changes),
    }
}

/// What is between the quotes of a literal.
fn content(literal: &str) -> Option<TextRange> {
    let begin = literal.find(['"', '\''])?;
    let quote = &literal[begin..=begin];
    let quotes = match literal[begin..].starts_with(&quote.repeat(3)) && literal.len() > begin + 5 {
        true => 3,
        false => 1,
    };
    let range = (begin + quotes, literal.len() - quotes);
    let [start, end] = [range.0, range.1].map(|at| TextSize::new(at as u32));
    (start <= end).then(|| TextRange::new(start, end))
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::whole_edited;

    fn edited(text: &str) -> String {
        let (old, new) = ("hdfs://n/a".to_owned(), "a".to_owned());
        whole_edited(text, ProgramEdit::ReplaceText { old, new })
    }

    #[test]
    fn writes_it_in_every_literal() {
        let before = "# hdfs://n/a\nf(\"hdfs://n/a\", r'hdfs://n/a', \"\"\"hdfs://n/a\"\"\", 'hdfs://n/ab', '')\n";
        let after = "# hdfs://n/a\nf(\"a\", r'a', \"\"\"a\"\"\", 'hdfs://n/ab', '')\n";
        assert_eq!(edited(before), after);
    }

    #[test]
    fn a_text_that_is_put_together_is_left_to_the_person() {
        let refused = "The program puts this text together, or gets it from outside: write the other one by hand.";
        assert_eq!(edited("f('hdfs://n/' + name)\n"), refused);
    }
}
