//! HyperLogLog++: an estimate of how many distinct values there are.
//!
//! Source: Heule, Nunkesser and Hall, "HyperLogLog in Practice" (EDBT 2013), and its appendix for
//! the thresholds and the measured bias; Spark uses stream-lib's `HyperLogLogPlus`.

use std::collections::HashMap;

/// Counts distinct values in `2^precision` registers, of which those that are 0 take no room.
pub(crate) struct HyperLogLog {
    precision: u32,
    registers: HashMap<u32, u8>,
}

/// For how many values counting empty registers is better, by precision from 4 on.
const THRESHOLDS: [f64; 15] = [
    10.0, 20.0, 40.0, 80.0, 220.0, 400.0, 900.0, 1800.0, 3100.0, 6500.0, 11_500.0, 20_000.0,
    50_000.0, 120_000.0, 350_000.0,
];

/// How many of the nearest measurements a bias is the mean of.
const NEIGHBOURS: usize = 6;

/// The precision at which the bias was measured that is kept here: the one of Spark's default.
const MEASURED: u32 = 9;

/// The number of values of a measurement.
fn measured_at(index: usize) -> f64 {
    (1.0 + 12.795 * index as f64).floor()
}

/// By how much raw estimates are too large, in ten thousandths.
#[rustfmt::skip]
const BIAS: [i32; 201] = [
    3680000, 3618294, 3552452, 3486698, 3421464, 3362024, 3298782, 3236598, 3174620, 3112826,
    3057102, 2997416, 2939366, 2881046, 2822850, 2770668, 2713060, 2658448, 2603010, 2549886,
    2502422, 2448138, 2397074, 2347428, 2298402, 2251664, 2203534, 2155940, 2106886, 2057876,
    2016500, 1972280, 1928036, 1881666, 1840818, 1800824, 1762574, 1723020, 1681644, 1640056,
    1603802, 1567192, 1525234, 1492084, 1458310, 1424850, 1391112, 1354764, 1317600, 1293368,
    1265538, 1225058, 1192646, 1165902, 1133818, 1108998, 1079532, 1052062, 1022798, 994728,
    969582, 943292, 921710, 897810, 875716, 847048, 825322, 798750, 783972, 753464, 737274,
    712834, 701444, 684264, 660166, 640180, 620438, 603400, 586856, 579836, 550312, 546770,
    523188, 514846, 494424, 477390, 461488, 449202, 434060, 425342, 412834, 388954, 383286,
    362146, 366684, 359946, 331230, 334338, 317378, 290760, 289692, 274964, 270998, 259864,
    267754, 243208, 234838, 227388, 240758, 219098, 209728, 199228, 199292, 166170, 170500,
    182996, 156128, 157392, 145174, 136322, 122584, 133766, 114230, 131232, 95164, 105938,
    95972, 81222, 97674, 75044, 75700, 67044, 64142, 67102, 56094, 46522, 68410, 34072, 39786,
    33276, 55216, 33186, 20694, 43540, 15750, 2808, 21288, -2148, -378, -6582, 6548, -698,
    8584, -25270, -21752, -33554, -10402, -6510, -21444, -19666, -39794, -6044, -30826, -33916,
    -52964, -53892, -50876, -46990, -52372, -31578, -49788, -48990, -74888, -59480, -56806,
    -66718, -47050, -72778, -46580, -44362, -43214, -51886, -66688, -64840, -51260, -44032,
    -61350, -58082, -41672, -41504, -74560, -72408, -98318, -58042, -86562, -69994, -105474,
    -73414, -68100, -62972, -62320,
];

impl HyperLogLog {
    /// The smallest precision (at least 4) with which estimates deviate so much relatively.
    pub(crate) fn precision_for(relative_deviation: f64) -> u32 {
        let bits = 2.0 * (1.054 / relative_deviation).ln() / 2_f64.ln();
        (bits.ceil() as u32).max(4)
    }

    pub(crate) fn new(precision: u32) -> HyperLogLog {
        HyperLogLog {
            precision,
            registers: HashMap::new(),
        }
    }

    /// Counts a value.
    pub(crate) fn offer(&mut self, value: u32) {
        let hash = murmur64(value.to_string().as_bytes());
        let register = (hash >> (64 - self.precision)) as u32;
        let rest = (hash << self.precision) | (1 << (self.precision - 1));
        self.raise(register, rest.leading_zeros() as u8 + 1);
    }

    /// Makes a register at least so much.
    pub(crate) fn raise(&mut self, register: u32, run: u8) {
        let known = self.registers.entry(register).or_default();
        *known = run.max(*known);
    }

    /// The registers that are not 0, to travel: each and its content.
    pub(crate) fn into_registers(self) -> impl Iterator<Item = (u32, u8)> {
        self.registers.into_iter()
    }

    /// About how many distinct values were counted.
    pub(crate) fn estimate(&self) -> u64 {
        let size = 2_f64.powi(self.precision as i32);
        let empty = size - self.registers.len() as f64;
        let full: f64 = self
            .registers
            .values()
            .map(|run| 0.5_f64.powi(i32::from(*run)))
            .sum();
        let raw = self.alpha() * size * size / (empty + full);
        let corrected = match raw <= 5.0 * size {
            true => raw - self.bias(raw),
            false => raw,
        };
        let by_empty = match empty > 0.0 {
            true => size * (size / empty).ln(),
            false => corrected,
        };
        let few = match THRESHOLDS.get(self.precision as usize - 4) {
            Some(threshold) => by_empty < *threshold,
            None => by_empty <= 5.0 * size,
        };
        (if few { by_empty } else { corrected } + 0.5).floor() as u64
    }

    fn alpha(&self) -> f64 {
        match self.precision {
            4 => 0.673,
            5 => 0.697,
            6 => 0.709,
            precision => 0.7213 / (1.0 + 1.079 / 2_f64.powi(precision as i32)),
        }
    }

    /// The bias of a raw estimate: the mean of what was measured nearest to it. Bias grows with the
    /// number of registers, so that measurements at one precision serve for all.
    fn bias(&self, raw: f64) -> f64 {
        if self.precision as usize >= THRESHOLDS.len() + 4 {
            return 0.0;
        }
        let scale = 2_f64.powi(self.precision as i32 - MEASURED as i32);
        let measured = BIAS.iter().zip(0..).map(|(bias, index)| {
            let bias = f64::from(*bias) / 10_000.0;
            let distance = raw / scale - (measured_at(index) + bias);
            (distance * distance, bias)
        });
        let mut measured: Vec<(f64, f64)> = measured.collect();
        measured.sort_by(|one, other| one.0.total_cmp(&other.0));
        let nearest = &measured[..NEIGHBOURS];
        let sum: f64 = nearest.iter().map(|(_, bias)| bias).sum();
        scale * sum / NEIGHBOURS as f64
    }
}

/// MurmurHash2 of 64 bits (Austin Appleby's `MurmurHash64A`), with stream-lib's seed.
fn murmur64(data: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0xc6a4_a793_5bd1_e995;
    const SEED: u64 = 0xe17a_1465;
    let mut hash = SEED ^ (data.len() as u64).wrapping_mul(MULTIPLIER);
    let mut words = data.chunks_exact(8);
    for word in &mut words {
        let mut mixed = little_endian(word).wrapping_mul(MULTIPLIER);
        mixed ^= mixed >> 47;
        hash ^= mixed.wrapping_mul(MULTIPLIER);
        hash = hash.wrapping_mul(MULTIPLIER);
    }
    if !words.remainder().is_empty() {
        hash ^= little_endian(words.remainder());
        hash = hash.wrapping_mul(MULTIPLIER);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(MULTIPLIER);
    hash ^ (hash >> 47)
}

fn little_endian(bytes: &[u8]) -> u64 {
    let at = |(place, byte): (u32, &u8)| u64::from(*byte) << (8 * place);
    (0..).zip(bytes).map(at).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimate(precision: u32, values: std::ops::Range<u32>) -> u64 {
        let mut counter = HyperLogLog::new(precision);
        values.for_each(|value| counter.offer(value));
        counter.estimate()
    }

    /// Numbers of Spark 4.3.
    #[test]
    fn estimates_are_those_of_spark() {
        let numbers = [1, 10, 100, 1000, 10_000, 50_000];
        let estimates = numbers.map(|number| estimate(9, 0..number));
        assert_eq!(estimates, [1, 10, 99, 1006, 9760, 50_979]);
    }

    #[test]
    fn precision_follows_from_the_deviation() {
        let precisions = [0.05, 0.1, 0.02, 0.35, 0.5].map(HyperLogLog::precision_for);
        assert_eq!(precisions, [9, 7, 12, 4, 4]);
    }
}
