//! MT19937 (Matsumoto and Nishimura, 1998), with its state open so that it can be kept and moved.

use num_bigint::BigUint;

const WORDS: usize = 624;
const MIDDLE: usize = 397;

/// The generator: 624 words, and how many of them are used up.
pub struct MersenneTwister {
    words: Box<[u32; WORDS]>,
    used: usize,
}

impl MersenneTwister {
    /// A generator seeded with 32 bits, as NumPy's legacy one is.
    pub fn from_word(seed: u32) -> MersenneTwister {
        let mut words = Box::new([0; WORDS]);
        words[0] = seed;
        for i in 1..WORDS {
            let last: u32 = words[i - 1];
            words[i] = 1_812_433_253_u32
                .wrapping_mul(last ^ last >> 30)
                .wrapping_add(i as u32);
        }
        MersenneTwister { words, used: WORDS }
    }

    /// A generator seeded with a number of any size, the lowest word of 32 bits first.
    pub fn seeded(seed: &BigUint) -> MersenneTwister {
        let mut key = seed.to_u32_digits();
        if key.is_empty() {
            key.push(0);
        }
        MersenneTwister::of_words(&key)
    }

    /// A generator seeded with words of 32 bits, at least one.
    pub fn of_words(key: &[u32]) -> MersenneTwister {
        let mut twister = MersenneTwister::from_word(19_650_218);
        let words = &mut twister.words;
        let mut at = 1;
        for step in 0..WORDS.max(key.len()) {
            let last = words[at - 1];
            let place = step % key.len();
            words[at] = (words[at] ^ (last ^ last >> 30).wrapping_mul(1_664_525))
                .wrapping_add(key[place])
                .wrapping_add(place as u32);
            at = next_place(words, at);
        }
        for _ in 1..WORDS {
            let last = words[at - 1];
            words[at] = (words[at] ^ (last ^ last >> 30).wrapping_mul(1_566_083_941))
                .wrapping_sub(at as u32);
            at = next_place(words, at);
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn refill(&mut self) {
        for i in 0..WORDS {
            let joined = self.words[i] & 0x8000_0000 | self.words[(i + 1) % WORDS] & 0x7fff_ffff;
            let twist = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[i] = self.words[(i + MIDDLE) % WORDS] ^ joined >> 1 ^ twist;
        }
        self.used = 0;
    }

    /// The next 32 bits.
    pub fn word(&mut self) -> u32 {
        if self.used >= WORDS {
            self.refill();
        }
        let mut word = self.words[self.used];
        self.used += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    /// A float in `0.0..1.0` of 53 random bits.
    pub fn float(&mut self) -> f64 {
        let high = f64::from(self.word() >> 5);
        let low = f64::from(self.word() >> 6);
        (high * 67_108_864.0 + low) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// So many bits, at most 64.
    pub fn small_bits(&mut self, count: u64) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.word() >> (32 - count)),
            _ => {
                let low = u64::from(self.word());
                low | u64::from(self.word() >> (64 - count)) << 32
            }
        }
    }

    /// So many bits.
    pub fn bits(&mut self, count: u64) -> BigUint {
        if count <= 64 {
            return BigUint::from(self.small_bits(count));
        }
        let whole = (count / 32) as usize;
        let mut digits: Vec<u32> = (0..whole).map(|_| self.word()).collect();
        if !count.is_multiple_of(32) {
            digits.push(self.word() >> (32 - count % 32));
        }
        BigUint::new(digits)
    }

    /// The words and how many are used up.
    pub fn state(&self) -> Vec<u32> {
        let mut state = self.words.to_vec();
        state.push(self.used as u32);
        state
    }

    /// The generator of a state, if it has the right size.
    pub fn from_state(state: &[u32]) -> Option<MersenneTwister> {
        let (used, words) = state.split_last()?;
        let words: [u32; WORDS] = words.try_into().ok()?;
        Some(MersenneTwister {
            words: Box::new(words),
            used: *used as usize,
        })
    }
}

/// The place after one, with the last word carried over to the first.
fn next_place(words: &mut [u32; WORDS], at: usize) -> usize {
    if at + 1 < WORDS {
        return at + 1;
    }
    words[0] = words[WORDS - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_cpython_draws() {
        let mut twister = MersenneTwister::seeded(&BigUint::from(42_u32));
        assert_eq!(twister.float(), 0.639_426_798_457_883_7);
        assert_eq!(twister.float(), 0.025_010_755_222_666_936);
        let mut large = MersenneTwister::seeded(&(BigUint::from(1_u32) << 100));
        assert_eq!(large.float(), LARGE);
        let copy = MersenneTwister::from_state(&large.state()).unwrap().word();
        assert_eq!(copy, large.word());
    }

    const LARGE: f64 = 0.758_658_171_299_677_8;
}
