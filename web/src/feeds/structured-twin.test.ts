import { expect, it } from "vitest";
import { structuredTwin } from "./structured-twin.js";

it("reads the same topics at the same pace", () => {
  expect(structuredTwin(["a", "b"], 2000)).toContain('.option("subscribe", "a,b")');
  expect(structuredTwin(["a"], 2000)).toContain('processingTime="2 seconds"');
  expect(structuredTwin(["a"], 250)).toContain('processingTime="250 milliseconds"');
});
