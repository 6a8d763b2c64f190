//! The records of a batch as columns, which training reads.

use brooklet_engine::{Error, Partition, Rdd};
use brooklet_mllib::{Features, LabeledPoints, SparseVector};
use brooklet_python::Vm;

use super::pickled_vector::{PickledPoint, PickledVector};

type Result<T> = brooklet_engine::Result<T>;

/// All partitions of an RDD, computed.
fn computed(vm: &mut Vm, rdd: &Rdd) -> Result<Vec<Partition>> {
    let all: Vec<usize> = (0..rdd.partitions()).collect();
    rdd.compute(vm, &all)
}

/// The labelled points of an RDD, a column set a partition.
///
/// # Errors
/// What computing the RDD fails with; what the JVM side throws for records that are no labelled
/// points, or whose features are not as many as the weights.
pub(super) fn labeled_points(vm: &mut Vm, rdd: &Rdd, width: usize) -> Result<Vec<LabeledPoints>> {
    let partitions = computed(vm, rdd)?;
    partitions
        .iter()
        .map(|partition| {
            let mut labels = Vec::with_capacity(partition.len());
            let mut features = Features::dense(width);
            for row in partition.rows() {
                let Some(point) = row.native::<PickledPoint>() else {
                    return Err(no_point());
                };
                let size = point.features.size();
                if size != width {
                    return Err(Error::Java {
                        class: "java.lang.IllegalArgumentException",
                        message: format!(
                            "requirement failed: BLAS.dot(x: Vector, y:Vector) was given Vectors \
                             with non-matching sizes: x.size = {size}, y.size = {width}"
                        ),
                    });
                }
                labels.push(point.label);
                push(&mut features, &point.features, width)?;
            }
            Ok(LabeledPoints { labels, features })
        })
        .collect()
}

/// The vectors of an RDD, a column set a partition; they are to be compared with `centers`.
///
/// # Errors
/// What computing the RDD fails with; what the JVM side throws for vectors that are not as long as
/// the centers.
pub(super) fn vectors(vm: &mut Vm, rdd: &Rdd, centers: &[Vec<f64>]) -> Result<Vec<Features>> {
    let Some(width) = centers.first().map(Vec::len) else {
        // Without a center no vector counts.
        return Ok(Vec::new());
    };
    if let Some(other) = centers.iter().find(|center| center.len() != width) {
        return Err(unlike(width, other.len()));
    }
    let partitions = computed(vm, rdd)?;
    partitions
        .iter()
        .map(|partition| {
            let mut features = Features::dense(width);
            for row in partition.rows() {
                if let Some(vector) = row.native::<PickledVector>() {
                    if vector.size() != width {
                        return Err(unlike(width, vector.size()));
                    }
                    push(&mut features, vector, width)?;
                }
            }
            Ok(features)
        })
        .collect()
}

fn unlike(first: usize, second: usize) -> Error {
    Error::Java {
        class: "java.lang.IllegalArgumentException",
        message: format!(
            "requirement failed: Both vectors should have same length, found v1 is {first} while \
             v2 is {second}"
        ),
    }
}

fn no_point() -> Error {
    Error::Java {
        class: "java.lang.ClassCastException",
        message: "a record cannot be cast to class org.apache.spark.mllib.regression.LabeledPoint"
            .to_string(),
    }
}

/// Adds a row. Dense rows stay columns until a sparse one comes.
fn push(features: &mut Features, row: &PickledVector, width: usize) -> Result<()> {
    match (&mut *features, row) {
        (Features::Dense { values, .. }, PickledVector::Dense(row)) => values.extend(row),
        (Features::Sparse(rows), PickledVector::Dense(row)) => rows.push(all_entries(row)),
        (
            Features::Sparse(rows),
            PickledVector::Sparse {
                indices, values, ..
            },
        ) => {
            rows.push(entries(width, indices, values)?);
        }
        (Features::Dense { values, .. }, PickledVector::Sparse { .. }) => {
            let rows = values.chunks_exact(width.max(1)).map(all_entries).collect();
            *features = Features::Sparse(rows);
            push(features, row, width)?;
        }
    }
    Ok(())
}

fn all_entries(row: &[f64]) -> SparseVector {
    SparseVector {
        size: row.len(),
        indices: (0..row.len() as u32).collect(),
        values: row.to_vec(),
    }
}

fn entries(size: usize, indices: &[i64], values: &[f64]) -> Result<SparseVector> {
    let inside = indices
        .iter()
        .map(|index| {
            u32::try_from(*index)
                .ok()
                .filter(|at| (*at as usize) < size)
        })
        .collect::<Option<Vec<u32>>>();
    match inside {
        Some(indices) => Ok(SparseVector {
            size,
            indices,
            values: values.to_vec(),
        }),
        None => Err(Error::Java {
            class: "java.lang.ArrayIndexOutOfBoundsException",
            message: format!("an index of a sparse vector lies outside of its {size} components"),
        }),
    }
}
