//! print_error
