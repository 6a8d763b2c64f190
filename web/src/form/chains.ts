import type { ProgramOutline, StreamCall } from "../generated/index.js";

/** Calls of which each reads the stream of the one before it. */
export interface Chain {
  /** What the first call reads, as the text names it; nothing for an input. */
  source: string | null;
  calls: StreamCall[];
}

/** The calls of a program as chains, in the order of the text. */
export function toChains({ calls }: ProgramOutline): Chain[] {
  const chains: Chain[] = [];
  for (const call of calls) {
    const chain = chains.at(-1);
    const before = chain?.calls.at(-1);
    if (chain && before && call.parents[0] === before.id && before.role !== "output") chain.calls.push(call);
    else chains.push({ source: sourceOf(call, calls), calls: [call] });
  }
  return chains;
}

/** The names of the streams that a call can read besides its own. */
export function streamNames({ calls }: ProgramOutline, except: StreamCall): string[] {
  return [...new Set(calls.flatMap(({ id, variable }) => (variable && id < except.id ? [variable] : [])))];
}

function sourceOf(call: StreamCall, calls: readonly StreamCall[]): string | null {
  const [parent] = call.parents;
  if (parent === undefined) return null;
  const source = calls.find(({ id }) => id === parent);
  return source?.variable ?? source?.method ?? null;
}
