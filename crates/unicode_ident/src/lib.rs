//! Stands in for the crate of that name, whose tables are 10 KB of the engine that travels.
//!
//! The parser asks, for identifiers that are not ASCII. What CPython 3.11 takes for one is in
//! `brooklet-unicode`.

use brooklet_unicode::class;

/// Whether an identifier may begin with a character, `_` aside.
pub fn is_xid_start(char: char) -> bool {
    char != '_' && class::starts_identifier(char)
}

/// Whether an identifier may go on with a character.
pub fn is_xid_continue(char: char) -> bool {
    class::continues_identifier(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_begin_and_digits_go_on() {
        assert!(is_xid_start('é') && is_xid_start('a') && !is_xid_start('_'));
        assert!(is_xid_continue('_') && is_xid_continue('١') && !is_xid_start('١'));
        assert!(!is_xid_continue('€'));
    }
}
