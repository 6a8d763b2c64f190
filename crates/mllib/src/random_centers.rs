//! Random centers, as NumPy's legacy generator draws them (`numpy.random.RandomState.randn`).

use rand_mt::Mt;

/// So many standard normal numbers, drawn by the polar method from a Mersenne Twister that is
/// seeded with 32 bits.
///
/// # Examples
/// ```
/// let numbers = brooklet_mllib::standard_normals(42, 3);
/// assert!((numbers[0] - 0.49671415).abs() < 1e-8);
/// assert!((numbers[1] - -0.1382643).abs() < 1e-7);
/// assert!((numbers[2] - 0.64768854).abs() < 1e-8);
/// ```
pub fn standard_normals(seed: u32, count: usize) -> Vec<f64> {
    let mut twister = Mt::new(seed);
    let mut uniform = || {
        let high = f64::from(twister.next_u32() >> 5);
        let low = f64::from(twister.next_u32() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    };
    let mut numbers = Vec::with_capacity(count + 1);
    while numbers.len() < count {
        let (first, second) = (2.0 * uniform() - 1.0, 2.0 * uniform() - 1.0);
        let square = first * first + second * second;
        if square >= 1.0 || square == 0.0 {
            continue;
        }
        let factor = (-2.0 * square.ln() / square).sqrt();
        numbers.push(factor * second);
        numbers.push(factor * first);
    }
    numbers.truncate(count);
    numbers
}
