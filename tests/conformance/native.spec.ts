import { expect, test } from "@playwright/test";
import { readCorpus, readPending } from "./corpus.js";
import { expectConformance } from "./expect-conformance.js";
import { runNative } from "./native-body.js";

const corpus = readCorpus();

test("the list of pending cases names only cases", () => {
  const names = new Set(corpus.map(({ name }) => name));
  expect([...readPending()].filter((name) => !names.has(name))).toEqual([]);
});

for (const conformanceCase of corpus) {
  test(conformanceCase.name, async () => {
    await expectConformance(conformanceCase, runNative);
  });
}
