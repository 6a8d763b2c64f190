//! A chunk: records that PySpark pickles together.

use std::sync::Arc;

use brooklet_python::pickle::Pickled;

/// Records that PySpark pickles together. Cloning is cheap.
#[derive(Clone)]
pub struct Chunk(Rows);

#[derive(Clone)]
enum Rows {
    Any(Arc<[Pickled]>),
    Ints(Arc<[i64]>),
    Floats(Arc<[f64]>),
}

impl Chunk {
    /// A chunk of these records; ints alone and floats alone are kept as columns.
    pub fn new(rows: Vec<Pickled>) -> Chunk {
        let ints: Option<Arc<[i64]>> = rows
            .iter()
            .map(|row| match row {
                Pickled::Int(value) => Some(*value),
                _ => None,
            })
            .collect();
        if let Some(ints) = ints {
            return Chunk(Rows::Ints(ints));
        }
        let floats: Option<Arc<[f64]>> = rows
            .iter()
            .map(|row| match row {
                Pickled::Float(value) => Some(*value),
                _ => None,
            })
            .collect();
        Chunk(match floats {
            Some(floats) => Rows::Floats(floats),
            None => Rows::Any(rows.into()),
        })
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Rows::Any(rows) => rows.len(),
            Rows::Ints(rows) => rows.len(),
            Rows::Floats(rows) => rows.len(),
        }
    }

    /// How many bytes of memory its records take, about.
    pub(crate) fn bytes(&self) -> usize {
        match &self.0 {
            Rows::Any(rows) => {
                size_of_val(&**rows) + rows.iter().map(Pickled::heap_bytes).sum::<usize>()
            }
            Rows::Ints(rows) => size_of_val(&**rows),
            Rows::Floats(rows) => size_of_val(&**rows),
        }
    }

    /// Whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record at an index that is in range.
    pub fn row(&self, index: usize) -> Pickled {
        match &self.0 {
            Rows::Any(rows) => rows[index].clone(),
            Rows::Ints(rows) => Pickled::Int(rows[index]),
            Rows::Floats(rows) => Pickled::Float(rows[index]),
        }
    }

    /// The column of a chunk of ints.
    pub fn ints(&self) -> Option<&[i64]> {
        match &self.0 {
            Rows::Ints(rows) => Some(rows),
            _ => None,
        }
    }

    /// The column of a chunk of floats.
    pub fn floats(&self) -> Option<&[f64]> {
        match &self.0 {
            Rows::Floats(rows) => Some(rows),
            _ => None,
        }
    }
}
