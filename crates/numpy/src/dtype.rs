//! The types of elements, and the type of what several give together.

/// The type of an array's elements.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DType {
    /// `bool`.
    Bool,
    /// `int8`.
    Int8,
    /// `int16`.
    Int16,
    /// `int32`.
    Int32,
    /// `int64`.
    Int64,
    /// `uint8`.
    UInt8,
    /// `uint16`.
    UInt16,
    /// `uint32`.
    UInt32,
    /// `uint64`.
    UInt64,
    /// `float16`.
    Float16,
    /// `float32`.
    Float32,
    /// `float64`.
    Float64,
    /// `complex128`.
    Complex128,
    /// `<U5`: texts of at most so many characters.
    Str(u32),
    /// `object`: any value of Python's.
    Object,
}

/// What NumPy calls the kind of a type; kinds give way to those after them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Kind {
    Bool,
    Unsigned,
    Signed,
    Float,
    Complex,
    Text,
    Object,
}

/// A type's name, the character that stands for it, and the bytes of an element.
const NAMES: [(DType, &str, char, usize); 13] = [
    (DType::Bool, "bool", '?', 1),
    (DType::Int8, "int8", 'b', 1),
    (DType::Int16, "int16", 'h', 2),
    (DType::Int32, "int32", 'i', 4),
    (DType::Int64, "int64", 'l', 8),
    (DType::UInt8, "uint8", 'B', 1),
    (DType::UInt16, "uint16", 'H', 2),
    (DType::UInt32, "uint32", 'I', 4),
    (DType::UInt64, "uint64", 'L', 8),
    (DType::Float16, "float16", 'e', 2),
    (DType::Float32, "float32", 'f', 4),
    (DType::Float64, "float64", 'd', 8),
    (DType::Complex128, "complex128", 'D', 16),
];

impl DType {
    /// The types of numbers.
    pub(crate) fn numbers() -> impl Iterator<Item = DType> {
        NAMES.iter().map(|(dtype, ..)| *dtype)
    }

    /// Its place among the types of numbers; texts come after them.
    pub(crate) fn place(self) -> usize {
        let found = NAMES.iter().position(|(dtype, ..)| *dtype == self);
        found.unwrap_or(NAMES.len())
    }

    /// `int64`, `str32`, `object`: what `dtype.name` gives.
    pub(crate) fn name(self) -> String {
        match self {
            DType::Str(0) => "str".to_string(),
            DType::Str(length) => format!("str{}", length * 32),
            DType::Object => "object".to_string(),
            number => NAMES[number.place()].1.to_string(),
        }
    }

    /// What `str(dtype)` gives: `int64`, `<U1`.
    pub(crate) fn text(self) -> String {
        match self {
            DType::Str(length) => format!("<U{length}"),
            other => other.name(),
        }
    }

    /// What `repr(dtype)` has between its quotes: `int64`, `<U1`, `O`.
    pub(crate) fn repr_text(self) -> String {
        match self {
            DType::Object => "O".to_string(),
            other => other.text(),
        }
    }

    /// The character that stands for it.
    pub(crate) fn character(self) -> char {
        match self {
            DType::Str(_) => 'U',
            DType::Object => 'O',
            number => NAMES[number.place()].2,
        }
    }

    /// Bytes of an element, as NumPy has it.
    pub(crate) fn item_size(self) -> usize {
        match self {
            DType::Str(length) => 4 * length as usize,
            DType::Object => 8,
            number => NAMES[number.place()].3,
        }
    }

    pub(crate) fn kind(self) -> Kind {
        match self {
            DType::Bool => Kind::Bool,
            DType::Int8 | DType::Int16 | DType::Int32 | DType::Int64 => Kind::Signed,
            DType::UInt8 | DType::UInt16 | DType::UInt32 | DType::UInt64 => Kind::Unsigned,
            DType::Float16 | DType::Float32 | DType::Float64 => Kind::Float,
            DType::Complex128 => Kind::Complex,
            DType::Str(_) => Kind::Text,
            DType::Object => Kind::Object,
        }
    }

    /// Whether its elements are kept as floats.
    pub(crate) fn is_float(self) -> bool {
        self.kind() == Kind::Float
    }

    /// Whether its elements are kept as whole numbers: ints and bools.
    pub(crate) fn is_whole(self) -> bool {
        self.kind() <= Kind::Signed
    }

    /// The type that a text such as `int32`, `<f8`, `U5` or `object` names.
    pub(crate) fn named(name: &str) -> Option<DType> {
        let bare = name.trim_start_matches(['<', '=', '|']);
        if let Some((dtype, ..)) = NAMES
            .iter()
            .find(|(_, full, character, _)| *full == bare || bare.chars().eq([*character]))
        {
            return Some(*dtype);
        }
        if let Some(length) = bare.strip_prefix('U').or(bare.strip_prefix("str")) {
            return match length {
                "" | "_" => Some(DType::Str(0)),
                length => length.parse().ok().map(DType::Str),
            };
        }
        Some(match bare {
            "bool_" | "b1" => DType::Bool,
            "i1" | "byte" => DType::Int8,
            "i2" | "short" => DType::Int16,
            "i4" | "intc" => DType::Int32,
            "i8" | "int" | "int_" | "intp" | "long" | "longlong" | "q" | "p" => DType::Int64,
            "u1" | "ubyte" => DType::UInt8,
            "u2" | "ushort" => DType::UInt16,
            "u4" | "uintc" => DType::UInt32,
            "u8" | "uint" | "uintp" | "ulonglong" | "Q" => DType::UInt64,
            "f2" | "half" => DType::Float16,
            "f4" | "single" => DType::Float32,
            "f8" | "float" | "double" => DType::Float64,
            "c16" | "complex" | "cdouble" => DType::Complex128,
            "O" | "object_" | "object" => DType::Object,
            _ => return None,
        })
    }

    /// The smallest and the largest number of a whole type.
    pub(crate) fn range(self) -> (i128, i128) {
        let bits = 8 * self.item_size() as u32;
        match self.kind() {
            Kind::Bool => (0, 1),
            Kind::Unsigned => (0, (1 << bits) - 1),
            _ => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        }
    }

    /// A whole number as an element of this type keeps it: the lowest bits.
    pub(crate) fn wrap(self, value: i128) -> i64 {
        match self {
            DType::Bool => i64::from(value != 0),
            DType::Int8 => i64::from(value as i8),
            DType::Int16 => i64::from(value as i16),
            DType::Int32 => i64::from(value as i32),
            DType::UInt8 => i64::from(value as u8),
            DType::UInt16 => i64::from(value as u16),
            DType::UInt32 => i64::from(value as u32),
            _ => value as i64,
        }
    }

    /// The whole number that an element stands for.
    pub(crate) fn whole(self, kept: i64) -> i128 {
        match self {
            DType::UInt64 => i128::from(kept as u64),
            _ => i128::from(kept),
        }
    }

    /// A float as an element of this type keeps it.
    pub(crate) fn rounded(self, value: f64) -> f64 {
        match self {
            DType::Float32 => f64::from(value as f32),
            DType::Float16 => half(value),
            _ => value,
        }
    }

    /// The type that holds the elements of both.
    pub(crate) fn together(self, other: DType) -> DType {
        use Kind::{Bool, Complex, Float, Object, Signed, Text, Unsigned};
        let (low, high) = match self.kind() <= other.kind() {
            true => (self, other),
            false => (other, self),
        };
        match (low.kind(), high.kind()) {
            (_, Object) => DType::Object,
            (Text, Text) => DType::Str(low.text_width().max(high.text_width())),
            (_, Text) => DType::Str(low.text_width().max(high.text_width())),
            (_, Complex) | (Bool, _) => high,
            (Unsigned, Signed) => match low.item_size() < high.item_size() {
                true => high,
                false => match low {
                    DType::UInt8 => DType::Int16,
                    DType::UInt16 => DType::Int32,
                    DType::UInt32 => DType::Int64,
                    _ => DType::Float64,
                },
            },
            (Unsigned | Signed, Float) => low.as_float().together(high),
            _ if low.item_size() > high.item_size() => low,
            _ => high,
        }
    }

    /// The float type that calculates with elements of this one.
    pub(crate) fn as_float(self) -> DType {
        match (self.kind(), self.item_size()) {
            (Kind::Bool | Kind::Unsigned | Kind::Signed, 1) => DType::Float16,
            (Kind::Unsigned | Kind::Signed, 2) => DType::Float32,
            (Kind::Unsigned | Kind::Signed | Kind::Text, _) => DType::Float64,
            _ => self,
        }
    }

    /// The characters that a text of any element needs.
    pub(crate) fn text_width(self) -> u32 {
        match self {
            DType::Str(length) => length,
            DType::Bool => 5,
            DType::Complex128 => 64,
            dtype if dtype.is_float() => 32,
            DType::UInt64 => 20,
            dtype => match dtype.item_size() {
                1 => 4,
                2 => 6,
                4 => 11,
                _ => 21,
            },
        }
    }
}

/// The nearest float of 16 bits (10 of them after the point), ties to even.
fn half(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let exponent = ((value.to_bits() >> 52 & 0x7ff) as i32 - 1023).max(-14);
    let unit = 2_f64.powi(exponent - 10);
    let rounded = (value / unit).round_ties_even() * unit;
    match rounded.abs() >= 65520.0 {
        true => f64::INFINITY.copysign(value),
        false => rounded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_together_are_those_of_numpy() {
        for (a, b, both) in [
            ("i1", "u1", "int16"),
            ("u8", "i8", "float64"),
            ("i4", "f4", "float64"),
            ("i2", "f4", "float32"),
            ("?", "i1", "int8"),
            ("U3", "i8", "<U21"),
            ("f8", "O", "object"),
            ("u1", "f2", "float16"),
        ] {
            let [a, b] = [a, b].map(|name| DType::named(name).expect("it is a type"));
            assert_eq!(a.together(b).text(), both);
            assert_eq!(b.together(a).text(), both);
        }
    }

    #[test]
    fn elements_wrap_and_round() {
        assert_eq!(DType::Int8.wrap(200), -56);
        assert_eq!(DType::UInt64.whole(DType::UInt64.wrap(-1)), u64::MAX.into());
        assert_eq!(half(0.1), 0.0999755859375);
        assert_eq!(half(1e6), f64::INFINITY);
    }
}
