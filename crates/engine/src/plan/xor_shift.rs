//! Spark's `XORShiftRandom`: which partition `repartition` gives the first chunk.

/// Marsaglia's xorshift generator, seeded as Spark's `XORShiftRandom` (`org.apache.spark.util.random`).
pub struct XorShift(u64);

const HASH_SEED: u32 = 0x3c07_4a61;

impl XorShift {
    /// A generator whose state is the seed's eight bytes, hashed twice.
    pub fn new(seed: u64) -> XorShift {
        let bytes = seed.to_be_bytes();
        let low = murmur3(&bytes, HASH_SEED);
        let high = murmur3(&bytes, low);
        XorShift((u64::from(high) << 32) | u64::from(low))
    }

    fn next(&mut self, bits: u32) -> u32 {
        self.0 ^= self.0 << 21;
        self.0 ^= self.0 >> 35;
        self.0 ^= self.0 << 4;
        (self.0 & ((1 << bits) - 1)) as u32
    }

    /// A number in `0..1`, drawn as `java.util.Random.nextDouble`.
    pub fn next_double(&mut self) -> f64 {
        let high = u64::from(self.next(26)) << 27;
        (high + u64::from(self.next(27))) as f64 / (1u64 << 53) as f64
    }

    /// A number in `0..bound`, drawn as `java.util.Random.nextInt`.
    pub fn next_int(&mut self, bound: u32) -> u32 {
        let drawn = self.next(31);
        if bound.is_power_of_two() {
            return ((u64::from(bound) * u64::from(drawn)) >> 31) as u32;
        }
        let mut drawn = drawn;
        loop {
            let value = drawn % bound;
            if drawn - value + (bound - 1) < 1 << 31 {
                return value;
            }
            drawn = self.next(31);
        }
    }
}

/// MurmurHash3 (x86, 32 bits) of eight bytes.
fn murmur3(bytes: &[u8; 8], seed: u32) -> u32 {
    let mut hash = seed;
    for word in bytes.chunks_exact(4) {
        let word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        let mixed = word
            .wrapping_mul(0xcc9e_2d51)
            .rotate_left(15)
            .wrapping_mul(0x1b87_3593);
        hash = (hash ^ mixed)
            .rotate_left(13)
            .wrapping_mul(5)
            .wrapping_add(0xe654_6b64);
    }
    hash ^= bytes.len() as u32;
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}

#[cfg(test)]
mod tests {
    use super::XorShift;

    #[test]
    fn first_draw_of_the_first_eight_partitions() {
        let table: [(u32, [u32; 8]); 7] = [
            (2, [0, 0, 1, 1, 1, 1, 1, 0]),
            (3, [2, 0, 1, 2, 1, 1, 2, 1]),
            (4, [0, 0, 3, 2, 2, 3, 3, 1]),
            (5, [3, 3, 3, 2, 3, 0, 0, 0]),
            (6, [2, 3, 4, 5, 1, 1, 2, 4]),
            (7, [2, 5, 1, 6, 1, 1, 3, 1]),
            (8, [1, 1, 7, 5, 4, 7, 6, 3]),
        ];
        for (bound, draws) in table {
            for (seed, draw) in draws.into_iter().enumerate() {
                assert_eq!(
                    XorShift::new(seed as u64).next_int(bound),
                    draw,
                    "seed {seed} bound {bound}"
                );
            }
        }
    }
}
