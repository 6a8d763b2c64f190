//! How many bytes a chunk takes when pickled, which decides the size of the next one.

use brooklet_python::pickle::Pickled;

/// Protocol, frame and stop: what every pickle has.
const ENVELOPE: usize = 14;

/// The size of a chunk's pickle (protocol 5), every object counted as if seen for the first time.
pub(crate) fn pickled_size(rows: &[Pickled]) -> usize {
    ENVELOPE + 5 + rows.iter().map(size).sum::<usize>()
}

fn size(value: &Pickled) -> usize {
    match value {
        Pickled::None | Pickled::Bool(_) => 1,
        Pickled::Int(value) => match value {
            0..=0xff => 2,
            0x100..=0xffff => 3,
            -0x8000_0000..=0x7fff_ffff => 5,
            _ => 2 + (value.unsigned_abs().ilog2() as usize + 9) / 8,
        },
        Pickled::Float(_) => 9,
        Pickled::BigInt(value) => 2 + (value.bits() as usize + 8) / 8,
        Pickled::Complex(..) => 40,
        Pickled::Str(text) => 3 + text.len() + if text.len() > 0xff { 3 } else { 0 },
        Pickled::Bytes(data) | Pickled::ByteArray(data) => {
            3 + data.len() + if data.len() > 0xff { 3 } else { 0 }
        }
        Pickled::Tuple(items) => {
            let marks = if items.len() > 3 { 3 } else { 2 };
            marks + items.iter().map(size).sum::<usize>()
        }
        Pickled::List(items) => 4 + items.iter().map(size).sum::<usize>(),
        Pickled::Set(items) | Pickled::FrozenSet(items) => {
            4 + items.iter().map(size).sum::<usize>()
        }
        Pickled::Dict(items) => {
            4 + items
                .iter()
                .map(|(key, value)| size(key) + size(value))
                .sum::<usize>()
        }
        _ => 64,
    }
}

#[cfg(test)]
mod tests {
    use brooklet_python::pickle::Pickled;

    use super::pickled_size;

    /// Sizes that CPython's `pickle.dumps(rows, 5)` has for lists of more than one record.
    #[test]
    fn sizes_of_cpython() {
        let ints = |range: std::ops::Range<i64>| range.map(Pickled::Int).collect::<Vec<_>>();
        assert!(pickled_size(&ints(0..256)).abs_diff(528) <= 8);
        assert!(pickled_size(&ints(70_000..70_100)).abs_diff(516) <= 8);
        let pairs: Vec<Pickled> = (0..100)
            .map(|at| Pickled::tuple([Pickled::str(&format!("key{at:03}")), Pickled::Int(at)]))
            .collect();
        assert!(pickled_size(&pairs).abs_diff(1316) <= 16);
    }
}
