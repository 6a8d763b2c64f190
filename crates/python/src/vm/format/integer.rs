//! Format specs of `int` and `bool`.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::layout::{self, Number};
use super::spec::Spec;
use crate::value::Value;
use crate::vm::{Result, Vm, repr_number};

impl Vm {
    pub(super) fn format_int(&mut self, value: &Value, spec: &Spec) -> Result<String> {
        let radix = match spec.kind {
            'd' | 'n' => 10,
            'b' => 2,
            'o' => 8,
            'x' | 'X' => 16,
            'c' => return self.format_char(value, spec),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
                let float = self.to_f64(value)?;
                return self.format_float(value, float, spec);
            }
            kind => return Err(self.unknown_code(value, kind)),
        };
        self.refuse_for_int(spec)?;
        let big = self.to_index(value)?;
        let digits = match radix {
            10 => {
                let text = repr_number::repr_big_int(self, &big)?;
                text.strip_prefix('-').map(str::to_string).unwrap_or(text)
            }
            _ => radix_digits(&big, radix, spec.kind == 'X'),
        };
        let prefix = match spec.kind {
            'b' if spec.alternate => "0b",
            'o' if spec.alternate => "0o",
            'x' if spec.alternate => "0x",
            'X' if spec.alternate => "0X",
            _ => "",
        };
        let parts = Number {
            negative: big.is_negative(),
            prefix,
            digits: &digits,
            rest: "",
        };
        Ok(layout::number(&parts, spec))
    }

    fn refuse_for_int(&mut self, spec: &Spec) -> Result<()> {
        if spec.precision.is_some() {
            return Err(self.value_error("Precision not allowed in integer format specifier"));
        }
        if spec.positive_zero {
            let message = "Negative zero coercion (z) not allowed in integer format specifier";
            return Err(self.value_error(message));
        }
        Ok(())
    }

    fn format_char(&mut self, value: &Value, spec: &Spec) -> Result<String> {
        self.refuse_for_int(spec)?;
        if spec.sign.is_some() {
            let message = "Sign not allowed with integer format specifier 'c'";
            return Err(self.value_error(message));
        }
        if spec.alternate {
            let message = "Alternate form (#) not allowed with integer format specifier 'c'";
            return Err(self.value_error(message));
        }
        let Some(code) = self.to_index(value)?.to_i64() else {
            return Err(self.overflow_error("Python int too large to convert to C long"));
        };
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(char) => Ok(layout::pad(char.encode_utf8(&mut [0; 4]), 1, spec)),
            None => Err(self.overflow_error("%c arg not in range(0x110000)")),
        }
    }
}

/// The digits of a magnitude in base 2, 8 or 16.
pub(super) fn radix_digits(value: &BigInt, radix: u32, upper: bool) -> String {
    match value.magnitude().to_u64() {
        Some(small) => match radix {
            2 => format!("{small:b}"),
            8 => format!("{small:o}"),
            _ if upper => format!("{small:X}"),
            _ => format!("{small:x}"),
        },
        None => {
            let text = value.magnitude().to_str_radix(radix);
            if upper {
                text.to_ascii_uppercase()
            } else {
                text
            }
        }
    }
}
