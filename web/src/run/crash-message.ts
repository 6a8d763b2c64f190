const CAUSES: readonly [RegExp, string][] = [
  [/call stack|recursion/i, "Values are nested, or calls go, deeper than its stack reaches."],
  [/unreachable|memory|allocat/i, "Most often a batch makes more values than a page's memory holds: make it smaller."],
];

/**
 * What a person can make of the message of a trap, which each browser words in its own way.
 *
 * @param batch the last batch that was done before
 */
export function describeCrash(message: string, batch: number | undefined): string {
  const cause = CAUSES.find(([words]) => words.test(message));
  if (!cause) return message;
  return `The engine stopped ${batch === undefined ? "before the first batch was done" : `after batch ${batch}`} (${message}). ${cause[1]}`;
}
