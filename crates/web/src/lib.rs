//! The engine as the page's worker sees it: few, coarse, typed calls.
//!
//! A call per user action or slice of work, and an event per batch; never one per record. What
//! crosses is defined in `brooklet-protocol`. This crate must not decide anything that a result
//! depends on: it translates.

mod engine;
mod json;
mod wall_clock;

pub use engine::Engine;
#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;
