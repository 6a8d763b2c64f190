//! Sets of characters in brackets.

use brooklet_unicode::case;

use super::{Parser, Read};
use crate::letter_case::LetterCase;
use crate::parser_error::SyntaxError;
use crate::set::{Class, Member, Set};

/// The last character of the Basic Multilingual Plane. CPython's tables for sets end there.
const LAST_NEAR: char = '\u{ffff}';

/// Adds the letters beyond the Basic Multilingual Plane.
///
/// Where case is ignored, CPython makes the text small, but not such a letter: a set never has a capital
/// one, unless that is all it has. `re.search('[𐐀a]', '𐐀', re.I)` is `None`, with `[𐐀]` it is a match.
fn add_far_letters(members: &mut Vec<Member>, letters: &[char], letter_case: LetterCase) {
    let is_all = members.is_empty() && letters.iter().all(|c| *c == letters[0]);
    let is_reached =
        |c: &char| letter_case != LetterCase::Ignored || is_all || case::lower_of(*c) == *c;
    let reached = letters.iter().filter(|c| is_reached(c));
    members.extend(reached.map(|c| Member::Range(*c, *c)));
}

impl Parser<'_> {
    pub(super) fn set(&mut self, start: usize) -> Read<Set> {
        let ascii = self.flags.ascii;
        let letter_case = self.flags.letter_case();
        let negated = self.take_if('^');
        let mut members = Vec::new();
        let mut far_letters = Vec::new();
        let first = self.at;
        loop {
            let place = self.at;
            let Some(c) = self.take() else {
                return Err(SyntaxError::new("unterminated character set", start));
            };
            if c == ']' && place != first {
                add_far_letters(&mut members, &far_letters, letter_case);
                return Ok(Set {
                    members,
                    negated,
                    letter_case,
                });
            }
            let low = self.set_member(c, place, start)?;
            if self.peek() == Some('-') && self.chars.get(self.at + 1) != Some(&']') {
                self.at += 1;
                let begin = self.at;
                let Some(c) = self.take() else {
                    return Err(SyntaxError::new("unterminated character set", start));
                };
                let high = self.set_member(c, begin, start)?;
                let text: String = self.chars[place..self.at].iter().collect();
                match (low, high) {
                    (Ok(low), Ok(high)) if low <= high => {
                        members.push(Member::Range(low, high));
                        if high > LAST_NEAR && letter_case == LetterCase::IgnoredInAscii {
                            members.push(Member::CapitalInRange(low, high));
                        }
                    }
                    _ => {
                        return Err(SyntaxError::new(
                            format!("bad character range {text}"),
                            place,
                        ));
                    }
                }
                continue;
            }
            match low {
                Ok(c) if c > LAST_NEAR => far_letters.push(c),
                Ok(c) => members.push(Member::Range(c, c)),
                Err((class, negated)) => members.push(Member::Class {
                    class,
                    negated,
                    ascii,
                }),
            }
        }
    }

    /// A character of a set, or a class.
    pub(super) fn set_member(
        &mut self,
        c: char,
        place: usize,
        start: usize,
    ) -> Read<Result<char, (Class, bool)>> {
        if c != '\\' {
            return Ok(Ok(c));
        }
        let Some(c) = self.take() else {
            return Err(SyntaxError::new("unterminated character set", start));
        };
        if let Some(class) = self.class(c) {
            return Ok(Err(class));
        }
        if c == 'b' {
            return Ok(Ok('\u{8}'));
        }
        if c.is_digit(8) {
            self.at -= 1;
            let mut code = 0;
            for _ in 0..3 {
                let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else {
                    break;
                };
                code = code * 8 + digit;
                self.at += 1;
            }
            return Ok(Ok(char::from_u32(code).unwrap_or_default()));
        }
        self.character_escape(c, place).map(Ok)
    }
}
