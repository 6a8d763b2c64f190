//! Repetitions: `*`, `+`, `?`, `{m,n}`, and how greedy they are.

use super::{Greed, Node, Parser, Read};
use crate::parser_error::SyntaxError;

impl Parser<'_> {
    /// `*`, `+`, `?` or `{m,n}` at this place.
    pub(super) fn bounds(&mut self) -> Read<Option<(u32, Option<u32>)>> {
        let start = self.at;
        let bounds = match self.take() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let least = self.digits();
                let comma = self.take_if(',');
                let most = if comma { self.digits() } else { least.clone() };
                if !self.take_if('}') || (least.is_empty() && !comma) {
                    self.at = start;
                    return Ok(None);
                }
                let number = |text: &str| {
                    text.parse::<u32>()
                        .map_err(|_| SyntaxError::new("the repetition number is too large", start))
                };
                let low = if least.is_empty() { 0 } else { number(&least)? };
                let high = if most.is_empty() {
                    None
                } else {
                    Some(number(&most)?)
                };
                if high.is_some_and(|high| high < low) {
                    return Err(SyntaxError::new(
                        "min repeat greater than max repeat",
                        start + 1,
                    ));
                }
                (low, high)
            }
            _ => {
                self.at = start;
                return Ok(None);
            }
        };
        Ok(Some(bounds))
    }

    pub(super) fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    pub(super) fn repeated(&mut self, node: Node) -> Read<Node> {
        if self.flags.verbose {
            while let Some(c) = self.peek() {
                if !self.skip_verbose(c) {
                    break;
                }
            }
        }
        let start = self.at;
        let Some((least, most)) = self.bounds()? else {
            return Ok(node);
        };
        if matches!(node, Node::Assert(_))
            || matches!(&node, Node::Sequence(parts) if parts.is_empty())
        {
            return Err(SyntaxError::new("nothing to repeat", start));
        }
        let greed = if self.take_if('?') {
            Greed::Lazy
        } else if self.take_if('+') {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        let after = self.at;
        if self.bounds()?.is_some() {
            return Err(SyntaxError::new("multiple repeat", after));
        }
        Ok(Node::Repeat {
            inner: Box::new(node),
            least,
            most,
            greed,
        })
    }
}
