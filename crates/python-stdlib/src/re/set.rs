//! Classes of characters.

use brooklet_unicode::class;

use super::letter_case::LetterCase;

/// A class that an escape names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// One part of a set.
#[derive(Clone, Debug)]
pub(super) enum Member {
    /// Characters from one to another.
    Range(char, char),
    /// A class, or all that is not in it.
    Class {
        class: Class,
        negated: bool,
        ascii: bool,
    },
}

/// A set of characters: `[...]`, or one escape.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) members: Vec<Member>,
    pub(super) negated: bool,
    pub(super) letter_case: LetterCase,
}

impl Class {
    /// Whether a character belongs to the class.
    pub(super) fn has(self, c: char, ascii: bool) -> bool {
        match self {
            Class::Digit if ascii => c.is_ascii_digit(),
            Class::Digit => class::is_decimal(c),
            Class::Space if ascii => matches!(c, ' ' | '\t'..='\r'),
            Class::Space => class::is_space(c),
            Class::Word if ascii => c == '_' || c.is_ascii_alphanumeric(),
            Class::Word => c == '_' || class::is_alphanumeric(c),
        }
    }
}

impl Set {
    /// The set of a class escape.
    pub(super) fn of_class(class: Class, negated: bool, ascii: bool) -> Set {
        Set {
            members: vec![Member::Class {
                class,
                negated,
                ascii,
            }],
            negated: false,
            letter_case: LetterCase::Exact,
        }
    }

    fn holds(&self, c: char) -> bool {
        self.members.iter().any(|member| match member {
            Member::Range(first, last) => (*first..=*last).contains(&c),
            Member::Class {
                class,
                negated,
                ascii,
            } => class.has(c, *ascii) != *negated,
        })
    }

    /// Whether a character is in the set.
    pub(super) fn has(&self, c: char) -> bool {
        self.letter_case.any(c, |c| self.holds(c)) != self.negated
    }
}
