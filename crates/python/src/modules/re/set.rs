//! Classes of characters.

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
    pub(super) ignore_case: bool,
}

impl Class {
    /// Whether a character belongs to the class.
    pub(super) fn has(self, c: char, ascii: bool) -> bool {
        match self {
            Class::Digit if ascii || c.is_ascii() => c.is_ascii_digit(),
            Class::Digit => brooklet_python_text::text::class::is_decimal(c),
            Class::Space => {
                matches!(c, ' ' | '\t'..='\r')
                    || (!ascii && brooklet_python_text::text::class::is_space(c))
            }
            Class::Word if ascii || c.is_ascii() => c == '_' || c.is_ascii_alphanumeric(),
            Class::Word => c.is_alphanumeric(),
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
            ignore_case: false,
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
        let found =
            self.holds(c) || (self.ignore_case && (self.holds(lower(c)) || self.holds(upper(c))));
        found != self.negated
    }
}

/// The lower case of a character, where that is one character.
pub(super) fn lower(c: char) -> char {
    let mut lowered = c.to_lowercase();
    match (lowered.next(), lowered.next()) {
        (Some(lowered), None) => lowered,
        _ => c,
    }
}

fn upper(c: char) -> char {
    let mut raised = c.to_uppercase();
    match (raised.next(), raised.next()) {
        (Some(raised), None) => raised,
        _ => c,
    }
}
