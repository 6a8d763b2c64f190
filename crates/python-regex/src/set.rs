//! Classes of characters.

use brooklet_unicode::{case, class};

use crate::letter_case::LetterCase;

/// A class that an escape names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// One part of a set.
#[derive(Clone, Debug)]
pub(crate) enum Member {
    /// Characters from one to another.
    Range(char, char),
    /// Characters whose capital is among those from one to another.
    CapitalInRange(char, char),
    /// A class, or all that is not in it.
    Class {
        class: Class,
        negated: bool,
        ascii: bool,
    },
}

/// A set of characters: `[...]`, or one escape.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub(crate) members: Vec<Member>,
    pub(crate) negated: bool,
    pub(crate) letter_case: LetterCase,
}

impl Class {
    /// Whether a character belongs to the class.
    pub(crate) fn has(self, c: char, ascii: bool) -> bool {
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
    pub(crate) fn of_class(class: Class, negated: bool, ascii: bool) -> Set {
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
            Member::CapitalInRange(first, last) => {
                let capital = case::upper(c.encode_utf8(&mut [0; 4]));
                capital.chars().all(|c| (*first..=*last).contains(&c))
            }
            Member::Class {
                class,
                negated,
                ascii,
            } => class.has(c, *ascii) != *negated,
        })
    }

    /// Whether a character is in the set.
    pub(crate) fn has(&self, c: char) -> bool {
        self.letter_case.any(c, |c| self.holds(c)) != self.negated
    }
}
