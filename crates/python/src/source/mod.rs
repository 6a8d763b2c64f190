//! Source texts: parsing and what is wrong with them.
