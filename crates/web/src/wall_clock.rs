use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Performance;

    /// Each worker has its own.
    #[wasm_bindgen(thread_local_v2, js_name = performance)]
    static PERFORMANCE: Performance;

    #[wasm_bindgen(method)]
    fn now(this: &Performance) -> f64;

    #[wasm_bindgen(method, getter, js_name = timeOrigin)]
    fn time_origin(this: &Performance) -> f64;
}

/// The wall clock in milliseconds since 1970, for reports alone. `now` counts from a worker's own
/// beginning: with that added, the clocks of all threads agree.
pub(crate) fn milliseconds() -> f64 {
    PERFORMANCE.with(|performance| performance.time_origin() + performance.now())
}
