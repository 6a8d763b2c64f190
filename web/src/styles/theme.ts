/** A theme that a person chose over the system's. */
export type Theme = "light" | "dark";

const KEY = "brooklet.theme";

/** The theme in force: the chosen one, or the system's. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Applies the theme that was chosen in an earlier visit. */
export function applyKeptTheme(storage: Storage | undefined): void {
  const kept = storage?.getItem(KEY);
  if (kept) document.documentElement.dataset.theme = kept;
}

/** Applies a theme and keeps the choice. */
export function chooseTheme(theme: Theme, storage: Storage | undefined): void {
  document.documentElement.dataset.theme = theme;
  try {
    storage?.setItem(KEY, theme);
  } catch {
    // A full storage: the choice holds for this visit.
  }
}
