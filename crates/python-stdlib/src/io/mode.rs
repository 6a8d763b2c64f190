//! The mode of a file: `r`, `w`, `a`, `x` with `b`, `t` and `+`.

/// What may be done with a file, and how it begins.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub(super) struct Mode {
    pub(super) text: bool,
    pub(super) read: bool,
    pub(super) write: bool,
    /// Every write goes to the end.
    pub(super) append: bool,
    /// A file that is missing is made.
    pub(super) create: bool,
    /// A file that is there is refused.
    pub(super) exclusive: bool,
    /// What is there is dropped.
    pub(super) truncate: bool,
}

impl Mode {
    /// The mode of a text; the message of the `ValueError` if it is none.
    pub(super) fn parse(text: &str) -> Result<Mode, String> {
        let has = |c| text.contains(c);
        let doubled = text.char_indices().any(|(at, c)| text[..at].contains(c));
        if doubled || text.contains(|c| !"rwaxbt+".contains(c)) {
            return Err(format!("invalid mode: '{text}'"));
        }
        if has('t') && has('b') {
            return Err("can't have text and binary mode at once".to_string());
        }
        if text.chars().filter(|c| "rwax".contains(*c)).count() != 1 {
            return Err("must have exactly one of create/read/write/append mode".to_string());
        }
        let (plus, read) = (has('+'), has('r'));
        Ok(Mode {
            text: !has('b'),
            read: read || plus,
            write: !read || plus,
            append: has('a'),
            create: !read,
            exclusive: has('x'),
            truncate: has('w'),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Mode;

    #[test]
    fn says_what_is_wrong_with_a_mode() {
        assert_eq!(Mode::parse("q").unwrap_err(), "invalid mode: 'q'");
        assert_eq!(
            Mode::parse("rw").unwrap_err(),
            "must have exactly one of create/read/write/append mode"
        );
        assert_eq!(
            Mode::parse("rbt").unwrap_err(),
            "can't have text and binary mode at once"
        );
        assert_eq!(Mode::parse("rr").unwrap_err(), "invalid mode: 'rr'");
        let mode = Mode::parse("ab+").unwrap();
        assert!(
            mode.read && mode.write && mode.append && mode.create && !mode.text && !mode.truncate
        );
    }
}
