use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// The wall clock in milliseconds, for reports alone.
pub(crate) fn milliseconds() -> f64 {
    performance_now()
}
