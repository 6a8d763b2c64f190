//! Numbers of varying length, as the tables hold them.

/// Reads a table from its start.
pub(crate) struct Reader<'t> {
    pub(crate) left: &'t [u8],
}

impl Reader<'_> {
    /// The next byte; zero past the end, where no table is read.
    pub(crate) fn byte(&mut self) -> u8 {
        let (byte, left) = self.left.split_first().unwrap_or((&0, &[]));
        self.left = left;
        *byte
    }

    /// Seven bits a byte, the low ones first; all but the last byte have the upper bit.
    pub(crate) fn varint(&mut self) -> u32 {
        let mut number = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    /// A number with its sign in the lowest bit.
    pub(crate) fn zigzag(&mut self) -> i32 {
        let number = self.varint();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn numbers() {
        let mut reader = Reader {
            left: &[5, 0xac, 0x02, 3, 4],
        };
        assert_eq!((reader.varint(), reader.varint()), (5, 300));
        assert_eq!((reader.zigzag(), reader.zigzag()), (-2, 2));
    }
}
