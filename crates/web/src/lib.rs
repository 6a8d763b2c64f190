//! Bindings for the page: few, coarse, typed calls.
