/**
 * `programs/linear_regression.py` as a person would write it for the page: one thread, typed arrays,
 * the same updates. Gives the weights. Runs in the page, so it stands alone.
 */
export function linearRegression(): number[] {
  const count = 100_000;
  const width = 4;
  const features = new Float64Array(count * width);
  const labels = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = [(i % 7) / 7, (i % 11) / 11, (i % 13) / 13, (i % 17) / 17] as const;
    features.set(x, i * width);
    labels[i] = x[0] - 2 * x[1] + 0.5 * x[2] + x[3];
  }
  const weights = new Float64Array(width);
  const gradient = new Float64Array(width);
  for (let batch = 0; batch < 20; batch++) {
    for (let iteration = 1; iteration <= 5; iteration++) {
      gradient.fill(0);
      for (let i = 0; i < count; i++) {
        let error = -(labels[i] ?? 0);
        for (let j = 0; j < width; j++) error += (features[i * width + j] ?? 0) * (weights[j] ?? 0);
        for (let j = 0; j < width; j++) gradient[j] = (gradient[j] ?? 0) + error * (features[i * width + j] ?? 0);
      }
      const step = 0.5 / Math.sqrt(iteration) / count;
      for (let j = 0; j < width; j++) weights[j] = (weights[j] ?? 0) - step * (gradient[j] ?? 0);
    }
  }
  return [...weights];
}
