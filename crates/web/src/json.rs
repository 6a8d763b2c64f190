use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// A value as JSON.
///
/// # Errors
/// When it has no JSON form.
pub(crate) fn bytes(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut out = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut out, StandardFloats))?;
    Ok(out)
}

/// Writes floats with the standard library: serde_json's own tables would add 7 KB to the engine.
struct StandardFloats;

impl Formatter for StandardFloats {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> Result<()> {
        write!(writer, "{value:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn floats_come_back_as_they_were() {
        for value in [0.1, -0.0, 5.0, 1e300, 5e-324, f64::MAX] {
            let text = bytes(&value).unwrap();
            let read: f64 = serde_json::from_slice(&text).unwrap();
            assert_eq!(read.to_bits(), value.to_bits());
        }
    }
}
