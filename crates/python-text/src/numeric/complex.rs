//! Complex numbers.

/// A Python `complex`.
#[derive(Clone, Copy, PartialEq)]
pub struct Complex {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}
