//! Room for values whose size a program chooses: what is more than fits is a `MemoryError`, and nothing
//! is allocated for it.
//!
//! ```text
//! [0] * (2 * 10**9)      MemoryError
//! 'a'.ljust(10**13)      MemoryError
//! list(range(10**13))    MemoryError
//! ```

use super::{ExceptionKind, Result, Vm};
use crate::value::Value;

/// The most bytes that a single value may take: what a 32-bit address space still holds beside the rest.
const MOST_BYTES: u64 = 1 << 31;

/// From how many bytes on the allocator is asked whether it has them.
const LARGE: u64 = 1 << 20;

impl Vm {
    /// Checks that `count` items of `size` bytes each fit into one value.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn check_room(&self, count: u64, size: usize) -> Result<()> {
        let bytes = count.saturating_mul(size as u64);
        let fits = bytes < LARGE
            || bytes <= MOST_BYTES
                && usize::try_from(bytes)
                    .is_ok_and(|bytes| Vec::<u8>::new().try_reserve_exact(bytes).is_ok());
        if fits {
            Ok(())
        } else {
            Err(self.error(ExceptionKind::MemoryError, ""))
        }
    }

    /// How many items of `size` bytes each a program asks for: none where the number is negative.
    ///
    /// # Errors
    /// `MemoryError` where they do not fit, and what [`Vm::to_i64`] raises.
    pub fn to_length(&mut self, count: &Value, size: usize) -> Result<usize> {
        let count = u64::try_from(self.to_i64(count)?).unwrap_or(0);
        self.check_room(count, size)?;
        Ok(count as usize)
    }
}
