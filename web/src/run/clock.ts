/** Milliseconds of the virtual clock as Spark prints them: `2024-01-01 00:00:03`, with milliseconds if there are any. */
export function formatBatchTime(batchTimeMs: number): string {
  const iso = new Date(batchTimeMs).toISOString();
  const milliseconds = iso.slice(19, 23);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${milliseconds === ".000" ? "" : milliseconds}`;
}

/** The time of day alone. */
export function formatTimeOfDay(batchTimeMs: number): string {
  return formatBatchTime(batchTimeMs).slice(11);
}

/** A duration in a fitting unit: `0.4 ms`, `12 ms`, `1.2 s`, `3.1 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return "0 ms";
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${(milliseconds / 60_000).toFixed(1)} min`;
}

/** A count with thousands set apart. */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/** A number of bytes in a fitting unit. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
