//! The update rule of streaming k-means (`StreamingKMeansModel.update`).

use brooklet_engine::{Error, Result};

use crate::points::Features;
use crate::vector::{Row, add_scaled, dot};

/// What a decay is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeUnit {
    /// Every batch discounts once.
    Batches,
    /// Every point discounts once.
    Points,
}

/// Cluster centers with their weights.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamingKMeans {
    /// A center a cluster.
    pub centers: Vec<Vec<f64>>,
    /// A weight a cluster.
    pub weights: Vec<f64>,
}

/// A cluster whose weight is less than this fraction of the largest is dying.
const DYING: f64 = 1e-8;
/// How far the halves of a split cluster stand apart, relatively.
const SPLIT: f64 = 1e-14;

impl StreamingKMeans {
    /// Learns from the partitions of one batch. Weights are first discounted, also by an empty
    /// batch; a dying cluster takes over half of the largest one.
    ///
    /// # Examples
    /// ```
    /// use brooklet_mllib::{Features, StreamingKMeans, TimeUnit};
    ///
    /// let mut model = StreamingKMeans {
    ///     centers: vec![vec![0.0, 0.0], vec![10.0, 10.0], vec![100.0, 100.0]],
    ///     weights: vec![1.0, 2.0, 3.0],
    /// };
    /// let points = Features::Dense { width: 2, values: vec![1.0, 1.0, 9.0, 9.0, 8.0, 8.0] };
    /// model.update(&[points], 0.5, TimeUnit::Batches).unwrap();
    /// assert_eq!(model.centers[1], [9.0, 9.0]);
    /// assert_eq!(model.weights, [1.5, 3.0, 1.5]);
    /// ```
    ///
    /// # Errors
    /// What Spark throws for a model without centers, and for a cluster without a weight that
    /// takes part.
    pub fn update(&mut self, partitions: &[Features], decay: f64, unit: TimeUnit) -> Result<()> {
        if self.weights.is_empty() {
            return Err(out_of_bounds(0, 0));
        }
        let sums = self.sums(partitions);
        let weights = self.weights.len();
        if let Some(cluster) = (weights..sums.len()).find(|cluster| sums[*cluster].is_some()) {
            return Err(out_of_bounds(cluster, weights));
        }
        let discount = match unit {
            TimeUnit::Batches => decay,
            TimeUnit::Points => {
                let points: usize = sums.iter().flatten().map(|(_, count)| count).sum();
                decay.powf(points as f64)
            }
        };
        self.weights
            .iter_mut()
            .for_each(|weight| *weight *= discount);
        for (cluster, sum) in sums.into_iter().enumerate() {
            let Some((sum, count)) = sum else { continue };
            let count = count as f64;
            let weight = self.weights[cluster] + count;
            let share = count / weight.max(1e-16);
            self.weights[cluster] = weight;
            let center = &mut self.centers[cluster];
            center
                .iter_mut()
                .for_each(|component| *component *= 1.0 - share);
            add_scaled(share / count, &sum, center);
        }
        self.split_largest()
    }

    /// The sum of the squared distances of points to their nearest centers
    /// (`KMeansModel.computeCost`).
    pub fn cost(&self, partitions: &[Features]) -> f64 {
        let partials = self.each(partitions, |points| {
            (0..points.len()).fold(0.0, |sum, at| sum + self.nearest(points.row(at)).1)
        });
        partials.into_iter().fold(0.0, |sum, partial| sum + partial)
    }

    /// The first points, at most so many, each with the cluster whose center is nearest.
    pub fn assign(&self, partitions: &[Features], limit: usize) -> Vec<(Vec<f64>, usize)> {
        let rows = partitions
            .iter()
            .flat_map(|points| (0..points.len()).map(|at| points.row(at)));
        let width = self.centers.first().map_or(0, Vec::len);
        let assigned = rows.take(limit).map(|row| {
            let mut components = vec![0.0; width];
            row.add_scaled_to(1.0, &mut components);
            (components, self.nearest(row).0)
        });
        assigned.collect()
    }

    /// For each cluster that is nearest to some point: the sum of these points and their number.
    fn sums(&self, partitions: &[Features]) -> Vec<Option<(Vec<f64>, usize)>> {
        let width = self.centers.first().map_or(0, Vec::len);
        let partials = self.each(partitions, |points| {
            let mut sums: Vec<Option<(Vec<f64>, usize)>> = vec![None; self.centers.len()];
            for at in 0..points.len() {
                let row = points.row(at);
                let (sum, count) =
                    sums[self.nearest(row).0].get_or_insert_with(|| (vec![0.0; width], 0));
                row.add_scaled_to(1.0, sum);
                *count += 1;
            }
            sums
        });
        let mut total: Vec<Option<(Vec<f64>, usize)>> = vec![None; self.centers.len()];
        for partial in partials {
            for (total, partial) in total.iter_mut().zip(partial) {
                match (total.as_mut(), partial) {
                    (_, None) => {}
                    (None, partial) => *total = partial,
                    (Some((sum, count)), Some((more, further))) => {
                        add_scaled(1.0, &more, sum);
                        *count += further;
                    }
                }
            }
        }
        total
    }

    fn each<R: Send>(
        &self,
        partitions: &[Features],
        run: impl Fn(&Features) -> R + Sync + Send,
    ) -> Vec<R> {
        #[cfg(feature = "threads")]
        {
            use rayon::prelude::*;
            partitions.par_iter().map(run).collect()
        }
        #[cfg(not(feature = "threads"))]
        partitions.iter().map(run).collect()
    }

    /// The cluster whose center is nearest, the first of equals, and its squared distance
    /// (`EuclideanDistanceMeasure.findClosest`).
    fn nearest(&self, row: Row<'_>) -> (usize, f64) {
        let norm = row.squared_norm().sqrt();
        let mut best = (0, f64::INFINITY);
        for (cluster, center) in self.centers.iter().enumerate() {
            let center_norm = dot(center, center).sqrt();
            let apart = center_norm - norm;
            // The norms alone can tell that a center is farther away.
            if apart * apart < best.1 {
                let distance = fast_squared_distance(row, norm, center, center_norm);
                if distance < best.1 {
                    best = (cluster, distance);
                }
            }
        }
        best
    }

    fn split_largest(&mut self) -> Result<()> {
        let mut largest = 0;
        let mut smallest = 0;
        for (cluster, weight) in self.weights.iter().enumerate() {
            if *weight > self.weights[largest] {
                largest = cluster;
            }
            if *weight < self.weights[smallest] {
                smallest = cluster;
            }
        }
        let (most, least) = (self.weights[largest], self.weights[smallest]);
        if least >= DYING * most || least.is_nan() || most.is_nan() {
            return Ok(());
        }
        let centers = self.centers.len();
        if let Some(cluster) = [largest, smallest].into_iter().find(|at| *at >= centers) {
            return Err(out_of_bounds(cluster, centers));
        }
        let weight = (most + least) / 2.0;
        self.weights[largest] = weight;
        self.weights[smallest] = weight;
        for at in 0..self.centers[largest].len() {
            let component = self.centers[largest][at];
            let apart = SPLIT * component.abs().max(1.0);
            self.centers[largest][at] = component + apart;
            self.centers[smallest][at] = component - apart;
        }
        Ok(())
    }
}

fn out_of_bounds(index: usize, length: usize) -> Error {
    Error::Java {
        class: "java.lang.ArrayIndexOutOfBoundsException",
        message: format!("Index {index} out of bounds for length {length}"),
    }
}

/// `MLUtils.fastSquaredDistance`: of a sparse row by the norms and a dot product where that is
/// precise enough.
fn fast_squared_distance(row: Row<'_>, norm: f64, center: &[f64], center_norm: f64) -> f64 {
    const PRECISION: f64 = 1e-6;
    let squares = norm * norm + center_norm * center_norm;
    let apart = norm - center_norm;
    let bound = 2.0 * f64::EPSILON * squares / (apart * apart + f64::EPSILON);
    match row {
        Row::Dense(_) => row.squared_distance(center),
        Row::Sparse(_) if bound < PRECISION => squares - 2.0 * row.dot(center),
        Row::Sparse(_) => {
            let product = row.dot(center);
            let distance = (squares - 2.0 * product).max(0.0);
            let bound = f64::EPSILON * (squares + 2.0 * product.abs()) / (distance + f64::EPSILON);
            if bound > PRECISION {
                row.squared_distance(center)
            } else {
                distance
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dense(width: usize, values: &[f64]) -> Features {
        Features::Dense {
            width,
            values: values.to_vec(),
        }
    }

    fn worked() -> StreamingKMeans {
        StreamingKMeans {
            centers: vec![vec![0.0, 0.0], vec![10.0, 10.0], vec![100.0, 100.0]],
            weights: vec![1.0, 2.0, 3.0],
        }
    }

    #[test]
    fn decays_by_batches_and_by_points_as_in_the_specification() {
        let batch = [dense(2, &[1.0, 1.0, 9.0, 9.0, 8.0, 8.0])];
        let mut model = worked();
        model
            .update(&batch, 0.5, TimeUnit::Batches)
            .expect("a model with weights");
        assert!((model.centers[0][0] - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(model.weights, [1.5, 3.0, 1.5]);
        model
            .update(&batch, 0.5, TimeUnit::Points)
            .expect("a model with weights");
        assert_eq!(model.weights, [1.1875, 2.375, 0.1875]);
        assert!((model.centers[0][0] - 0.947_368_421).abs() < 1e-6);
        assert!((model.centers[1][0] - 8.578_947_368).abs() < 1e-6);
    }

    #[test]
    fn an_empty_batch_still_decays_by_batches() {
        let mut model = worked();
        model
            .update(&[dense(2, &[])], 0.5, TimeUnit::Batches)
            .expect("a model with weights");
        assert_eq!(model.weights, [0.5, 1.0, 1.5]);
        model
            .update(&[], 0.5, TimeUnit::Points)
            .expect("a model with weights");
        assert_eq!(model.weights, [0.5, 1.0, 1.5]);
    }

    #[test]
    fn a_dying_cluster_takes_half_of_the_largest() {
        let mut model = StreamingKMeans {
            centers: vec![vec![5.0], vec![1.0]],
            weights: vec![0.0, 0.0],
        };
        model
            .update(&[dense(1, &[2.0])], 1.0, TimeUnit::Batches)
            .expect("a model with weights");
        assert_eq!(model.weights, [0.5, 0.5]);
        assert!(
            model
                .centers
                .iter()
                .all(|center| (center[0] - 2.0).abs() < 1e-12)
        );
        assert!(model.centers[1][0] > model.centers[0][0]);
    }
}
