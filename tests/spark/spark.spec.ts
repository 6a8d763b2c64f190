import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { compareOutcome } from "../conformance/compare-outcome.js";
import { type ConformanceCase, readCorpus } from "../conformance/corpus.js";
import { runNative } from "../conformance/native-body.js";
import { SparkProcess } from "./spark-process.js";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

const test = base.extend<object, { spark: SparkProcess }>({
  spark: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const spark = new SparkProcess(process.env.BROOKLET_SPARK_PYTHON ?? "python3");
      await use(spark);
      await spark.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

function readExamples(): ConformanceCase[] {
  const names = readdirSync(examples);
  const files = names.filter((name) => !name.endsWith(".py"));
  return names
    .filter((name) => name.endsWith(".py"))
    .map((file) => {
      const name = `example ${basename(file, ".py")}`;
      const meta = { name, cores: 4, interval_ms: null, files, exit_code: 0, compare: {} };
      const program = readFileSync(join(examples, file), "utf8");
      return { name, folder: examples, file, program, expected: "", meta, feeds: [] };
    });
}

for (const conformanceCase of [...readExamples(), ...readCorpus()]) {
  test(conformanceCase.name, async ({ spark }) => {
    const onSpark = await spark.run(conformanceCase);
    const differences = compareOutcome(onSpark, await runNative(onSpark, 60_000));
    if (differences.length > 0) throw new Error(differences.join("\n"));
  });
}
