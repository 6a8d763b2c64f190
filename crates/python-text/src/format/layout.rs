//! How the parts of a text or number are padded and grouped.

use super::spec::{Align, Spec};

/// A number's parts, to be laid out by a spec.
pub(super) struct Number<'a> {
    /// Whether it is shown with `-`.
    pub(super) negative: bool,
    /// `0x` and the like.
    pub(super) prefix: &'a str,
    /// The digits that may be grouped.
    pub(super) digits: &'a str,
    /// What follows them: the point, more digits, the exponent, `%`.
    pub(super) rest: &'a str,
}

/// Pads a text of so many code points.
pub(super) fn pad(text: &str, length: usize, spec: &Spec) -> String {
    let padding = spec.width.saturating_sub(length);
    if padding == 0 {
        return text.to_string();
    }
    let before = match spec.align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => padding,
        Align::Center => padding / 2,
    };
    let mut out = String::with_capacity(text.len() + padding * spec.fill.len_utf8());
    out.extend(std::iter::repeat_n(spec.fill, before));
    out.push_str(text);
    out.extend(std::iter::repeat_n(spec.fill, padding - before));
    out
}

/// Lays a number out: sign, prefix, zeros, grouped digits, rest, padding.
pub(super) fn number(number: &Number<'_>, spec: &Spec) -> String {
    let sign = match (number.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    };
    let fixed = sign.len() + number.prefix.len() + number.rest.len();
    let zero_filled = spec.fill == '0' && spec.align == Align::AfterSign;
    let grouped = match spec.grouping {
        Some(separator) if !number.digits.is_empty() => {
            let group = if matches!(spec.kind, 'b' | 'o' | 'x' | 'X') {
                4
            } else {
                3
            };
            let least = if zero_filled {
                spec.width.saturating_sub(fixed)
            } else {
                0
            };
            group_digits(number.digits, group, separator, least)
        }
        _ => number.digits.to_string(),
    };
    let padding = spec.width.saturating_sub(fixed + grouped.len());
    let mut out = String::with_capacity(fixed + grouped.len() + padding);
    let (before, inside, after) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::AfterSign => (0, padding, 0),
    };
    out.extend(std::iter::repeat_n(spec.fill, before));
    out.push_str(sign);
    out.push_str(number.prefix);
    out.extend(std::iter::repeat_n(spec.fill, inside));
    out.push_str(&grouped);
    out.push_str(number.rest);
    out.extend(std::iter::repeat_n(spec.fill, after));
    out
}

/// Digits with a separator between groups, filled with zeros to at least so many characters.
fn group_digits(digits: &str, group: usize, separator: char, least: usize) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(digits.len() * 2);
    let mut in_group = 0;
    let mut from = digits.chars().rev();
    loop {
        let next = match from.next() {
            Some(digit) => digit,
            None if reversed.len() < least => '0',
            None => break,
        };
        if in_group == group {
            reversed.push(separator);
            in_group = 0;
        }
        reversed.push(next);
        in_group += 1;
    }
    reversed.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(digits: &str, spec: &str) -> String {
        let spec = Spec::parse(spec, Align::Right, 'd').expect("a spec");
        let parts = Number {
            negative: false,
            prefix: "",
            digits,
            rest: "",
        };
        number(&parts, &spec)
    }

    #[test]
    fn groups() {
        assert_eq!(laid_out("1234567", ","), "1,234,567");
        assert_eq!(laid_out("123", ","), "123");
        assert_eq!(laid_out("1234567", "010,"), "01,234,567");
        assert_eq!(laid_out("1234567", "012,"), "0,001,234,567");
        assert_eq!(laid_out("7", "+05"), "+0007");
        assert_eq!(laid_out("7", "^5"), "  7  ");
        assert_eq!(laid_out("11111111", "_b"), "1111_1111");
    }
}
