//! A directive of `%` formatting: how it lays out texts and numbers.

/// A directive: what stands between `%` and the end of its type.
#[derive(Default)]
pub struct Directive {
    /// `-`: padding goes to the right.
    pub left: bool,
    /// `+`: a sign also where the number is not negative.
    pub plus: bool,
    /// A space in place of the sign.
    pub space: bool,
    /// `#`: prefixes of bases, points of floats.
    pub alternate: bool,
    /// `0`: numbers are padded with zeros.
    pub zero: bool,
    /// The least number of code points.
    pub width: usize,
    /// Digits of a number, or the most code points of a text.
    pub precision: Option<usize>,
    /// Its type.
    pub kind: char,
}

impl Directive {
    /// Appends a text, cut to the precision and padded with spaces.
    pub fn push_text(&self, out: &mut String, text: &str) {
        let mut text = text;
        if let Some(precision) = self.precision
            && let Some((end, _)) = text.char_indices().nth(precision)
        {
            text = &text[..end];
        }
        self.push_padded(out, text);
    }

    /// Appends a text, padded with spaces.
    pub fn push_padded(&self, out: &mut String, text: &str) {
        if self.width == 0 {
            out.push_str(text);
            return;
        }
        let padding = self.width.saturating_sub(text.chars().count());
        let (before, after) = if self.left {
            (0, padding)
        } else {
            (padding, 0)
        };
        out.extend(std::iter::repeat_n(' ', before));
        out.push_str(text);
        out.extend(std::iter::repeat_n(' ', after));
    }

    /// Appends a number: sign, prefix and magnitude, padded with zeros or spaces.
    pub fn push_number(&self, out: &mut String, negative: bool, prefix: &str, magnitude: &str) {
        let sign = match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            _ => "",
        };
        let padding = self
            .width
            .saturating_sub(sign.len() + prefix.len() + magnitude.len());
        let (before, inside, after) = match (self.left, self.zero) {
            (true, _) => (0, 0, padding),
            (false, true) => (0, padding, 0),
            (false, false) => (padding, 0, 0),
        };
        out.extend(std::iter::repeat_n(' ', before));
        out.push_str(sign);
        out.push_str(prefix);
        out.extend(std::iter::repeat_n('0', inside));
        out.push_str(magnitude);
        out.extend(std::iter::repeat_n(' ', after));
    }
}
