/**
 * Fetches the engine's secondary file before one of its functions is called.
 */
export function fetchSecondary(): Promise<void>;
