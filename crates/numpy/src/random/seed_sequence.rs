//! `SeedSequence`: spreads a seed over the words that a generator starts with (O'Neill's
//! `seed_seq_fe`, as NumPy has it).

const POOL: usize = 4;

fn hashed(value: u32, constant: &mut u32) -> u32 {
    let mut value = value ^ *constant;
    *constant = constant.wrapping_mul(0x931e_8875);
    value = value.wrapping_mul(*constant);
    value ^ value >> 16
}

fn mixed(x: u32, y: u32) -> u32 {
    let result = 0xca01_f9dd_u32
        .wrapping_mul(x)
        .wrapping_sub(0x4973_f715_u32.wrapping_mul(y));
    result ^ result >> 16
}

/// So many words of 64 bits made of a seed, given by its words of 32 bits, the lowest first.
pub(super) fn spread(entropy: &[u32], count: usize) -> Vec<u64> {
    let mut constant = 0x43b0_d7e5;
    let mut pool = [0; POOL];
    for (at, word) in pool.iter_mut().enumerate() {
        *word = hashed(entropy.get(at).copied().unwrap_or(0), &mut constant);
    }
    for from in 0..POOL {
        for to in (0..POOL).filter(|to| *to != from) {
            pool[to] = mixed(pool[to], hashed(pool[from], &mut constant));
        }
    }
    for word in entropy.iter().skip(POOL) {
        for own in &mut pool {
            *own = mixed(*own, hashed(*word, &mut constant));
        }
    }
    let mut constant = 0x8b51_f9dd_u32;
    let words: Vec<u32> = (0..2 * count)
        .map(|at| {
            let mut value = pool[at % POOL] ^ constant;
            constant = constant.wrapping_mul(0x58f3_8ded);
            value = value.wrapping_mul(constant);
            value ^ value >> 16
        })
        .collect();
    words
        .chunks(2)
        .map(|pair| u64::from(pair[0]) | u64::from(pair[1]) << 32)
        .collect()
}
