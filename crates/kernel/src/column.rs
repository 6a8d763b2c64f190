//! A column of numbers.

use brooklet_python::Value;

/// Numbers of one type.
#[derive(Clone, PartialEq, Debug)]
pub enum Column {
    /// Ints of 64 bits.
    Ints(Vec<i64>),
    /// Floats.
    Floats(Vec<f64>),
    /// Truth values.
    Bools(Vec<bool>),
}

/// What the numbers of a column are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnType {
    /// Ints of 64 bits.
    Int,
    /// Floats.
    Float,
    /// Truth values.
    Bool,
}

impl Column {
    /// What its numbers are.
    pub fn column_type(&self) -> ColumnType {
        match self {
            Column::Ints(_) => ColumnType::Int,
            Column::Floats(_) => ColumnType::Float,
            Column::Bools(_) => ColumnType::Bool,
        }
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        match self {
            Column::Ints(numbers) => numbers.len(),
            Column::Floats(numbers) => numbers.len(),
            Column::Bools(numbers) => numbers.len(),
        }
    }

    /// Whether there is no number.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at an index that is in range.
    pub fn value(&self, index: usize) -> Value {
        match self {
            Column::Ints(numbers) => Value::Int(numbers[index]),
            Column::Floats(numbers) => Value::Float(numbers[index]),
            Column::Bools(numbers) => Value::Bool(numbers[index]),
        }
    }

    /// The numbers that Python takes for true, in order, of a column of the same length.
    #[must_use]
    pub fn keep(&self, condition: &Column) -> Column {
        let kept = condition.truths();
        match self {
            Column::Ints(numbers) => Column::Ints(keep(numbers, &kept)),
            Column::Floats(numbers) => Column::Floats(keep(numbers, &kept)),
            Column::Bools(numbers) => Column::Bools(keep(numbers, &kept)),
        }
    }

    /// Which of its numbers Python takes for true.
    pub(crate) fn truths(&self) -> Vec<bool> {
        match self {
            Column::Ints(numbers) => numbers.iter().map(|number| *number != 0).collect(),
            Column::Floats(numbers) => numbers.iter().map(|number| *number != 0.0).collect(),
            Column::Bools(numbers) => numbers.clone(),
        }
    }
}

fn keep<T: Copy>(numbers: &[T], kept: &[bool]) -> Vec<T> {
    let both = numbers.iter().zip(kept);
    both.filter_map(|(number, kept)| kept.then_some(*number))
        .collect()
}
