//! Which partition of a topic a producer puts a record into.

const SEED: u32 = 0x9747_b28c;
const MIXER: u32 = 0x5bd1_e995;

/// The partition of a record: by the hash of its key; one without a key goes to the partitions in
/// turn, by how many records the topic has. `partitions` is not 0.
///
/// Source: `BuiltInPartitioner.partitionForKey`; before Kafka 2.4, `DefaultPartitioner` for records
/// without a key. Newer producers stay with one partition for as long as a request has room.
///
/// ```
/// use brooklet_engine::feeds::partition_of;
///
/// assert_eq!(partition_of(Some(b"21"), 3, 0), 0);
/// assert_eq!(partition_of(None, 3, 4), 1);
/// ```
pub fn partition_of(key: Option<&[u8]>, partitions: u32, produced: u32) -> u32 {
    let number = match key {
        Some(key) => murmur2(key) & 0x7fff_ffff,
        None => produced,
    };
    number % partitions
}

/// The hash of Kafka's clients: `Utils.murmur2`.
fn murmur2(data: &[u8]) -> u32 {
    let words = data.chunks_exact(4);
    let rest = words.remainder();
    let mut hash = SEED ^ data.len() as u32;
    for word in words {
        let mut mixed = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        mixed = mixed.wrapping_mul(MIXER);
        mixed ^= mixed >> 24;
        hash = hash.wrapping_mul(MIXER) ^ mixed.wrapping_mul(MIXER);
    }
    if !rest.is_empty() {
        let last = rest.iter().rev();
        hash ^= last.fold(0, |sum, byte| (sum << 8) | u32::from(*byte));
        hash = hash.wrapping_mul(MIXER);
    }
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(MIXER);
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cases of Kafka's own `UtilsTest`.
    #[test]
    fn hashes_as_kafka_does() {
        for (key, hash) in [
            ("21", -973_932_308),
            ("foobar", -790_332_482),
            ("a-little-bit-long-string", -985_981_536),
            ("a-little-bit-longer-string", -1_486_304_829),
            (
                "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8",
                -58_897_971,
            ),
            ("abc", 479_470_107),
        ] {
            assert_eq!(murmur2(key.as_bytes()) as i32, hash, "{key}");
        }
    }

    #[test]
    fn a_key_has_one_partition() {
        for produced in 0..5 {
            assert_eq!(partition_of(Some(b"foobar"), 4, produced), 2);
        }
        let turns: Vec<u32> = (0..5)
            .map(|produced| partition_of(None, 3, produced))
            .collect();
        assert_eq!(turns, [0, 1, 2, 0, 1]);
    }
}
