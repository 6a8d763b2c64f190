/**
 * Fetches the rest of the engine before one of its functions is called.
 */
export function fetchRest(): Promise<void>;
