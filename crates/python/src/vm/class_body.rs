//! class_body
