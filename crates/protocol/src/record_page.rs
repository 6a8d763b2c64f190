use serde::Serialize;

/// Some of the records of a stream at a batch, as a table: a record a row.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordPage {
    /// Tuples of one length have a column for each of their items, other records have one.
    pub columns: Vec<RecordColumn>,
    /// How many records there are in all, as far as they were counted.
    pub total: u64,
    /// Whether there are records after these.
    pub more: bool,
}

/// A column of a table of records. The text of a value is for people, the typed values are for
/// charts: nothing has to read a number out of a text.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RecordColumn {
    /// Its name.
    pub name: String,
    /// What its values are, all of them.
    pub kind: ValueKind,
    /// The `repr` of each value.
    pub texts: Vec<String>,
    /// The value in each row that is a number, NumPy's included, and not `nan` or infinite; empty
    /// if there is no number.
    pub numbers: Vec<Option<f64>>,
    /// The value in each row that is a string; empty if there is no string.
    pub strings: Vec<Option<String>>,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// Whole numbers.
    Int,
    /// Numbers, at least one of them a float.
    Float,
    /// `True` or `False`.
    Bool,
    /// `None`.
    None,
    /// Strings.
    Str,
    /// Tuples.
    Tuple,
    /// Vectors of MLlib.
    Vector,
    /// Anything else, or values of several kinds.
    #[default]
    Other,
}
