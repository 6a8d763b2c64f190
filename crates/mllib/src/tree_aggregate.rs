//! How Spark adds up the partial results of partitions (`RDD.treeAggregate`, depth 2).

/// Adds partial sums up, in the order in which Spark does when tasks end in order: many
/// partitions are first added up in groups (partition `i` belongs to group `i mod groups`).
pub(crate) fn tree_aggregate(partials: Vec<(Vec<f64>, usize)>, width: usize) -> (Vec<f64>, usize) {
    let mut level = partials;
    let partitions = level.len();
    let scale = ((partitions as f64).sqrt().ceil() as usize).max(2);
    while level.len() as f64 > scale as f64 + (level.len() as f64 / scale as f64).ceil() {
        let groups = level.len() / scale;
        let mut sums = vec![(vec![0.0; width], 0); groups];
        for (index, partial) in level.iter().enumerate() {
            add(&mut sums[index % groups], partial);
        }
        level = sums;
    }
    let mut total = (vec![0.0; width], 0);
    for partial in &level {
        add(&mut total, partial);
    }
    total
}

fn add(sum: &mut (Vec<f64>, usize), partial: &(Vec<f64>, usize)) {
    for (sum, value) in sum.0.iter_mut().zip(&partial.0) {
        *sum += value;
    }
    sum.1 += partial.1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_partitions_add_up_in_order() {
        let partials: Vec<_> = [1e16, 1.0, -1e16, 1.0].map(|value| (vec![value], 1)).into();
        assert_eq!(
            tree_aggregate(partials, 1),
            (vec![((1e16 + 1.0) - 1e16) + 1.0], 4)
        );
    }

    #[test]
    fn many_partitions_add_up_in_groups() {
        let partials: Vec<_> = [1e16, 1.0, 1.0, 1.0, -1e16, 1.0]
            .map(|value| (vec![value], 1))
            .into();
        // Six partitions make two groups: 0, 2, 4 and 1, 3, 5.
        assert_eq!(
            tree_aggregate(partials, 1),
            (vec![((1e16 + 1.0) - 1e16) + 3.0], 6)
        );
    }
}
