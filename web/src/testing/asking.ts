import type { AnswerTo, Ask } from "../engine/engine-client.js";
import type { EngineRequest } from "../generated/index.js";

/** How a test answers the requests that come up in it, by their types. */
export type Answers = {
  [Type in EngineRequest["type"]]?: (
    request: Extract<EngineRequest, { type: Type }>,
  ) => Promise<AnswerTo<Type> | null> | AnswerTo<Type> | null;
};

/** An engine for tests; it has no answer to requests of other types. */
export function answering(answers: Answers): Ask {
  return async (request) => {
    const answer = answers[request.type] as ((request: EngineRequest) => unknown) | undefined;
    return ((await answer?.(request)) ?? null) as never;
  };
}
