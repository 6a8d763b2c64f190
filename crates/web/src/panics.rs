use std::panic;

use wasm_bindgen::prelude::*;

/// Makes a panic reach JavaScript as an error with the panic's text, not as a bare `unreachable`.
/// The engine cannot be used after it.
#[wasm_bindgen(start)]
fn report_panics() {
    panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}
