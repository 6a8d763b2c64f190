import { describe, expect, it } from "vitest";
import { describeCrash } from "./crash-message.js";

describe("describeCrash", () => {
  it("names the usual cause, and where the run was", () => {
    expect(describeCrash("unreachable", 4)).toBe(
      "The engine stopped after batch 4 (unreachable). Most often a batch makes more values than a page's memory holds: make it smaller.",
    );
    expect(describeCrash("Maximum call stack size exceeded", undefined)).toContain("before the first batch was done");
    expect(describeCrash("too much recursion", 1)).toContain("deeper than its stack reaches");
  });

  it("leaves what speaks for itself", () => {
    expect(describeCrash("The engine could not be started.", 1)).toBe("The engine could not be started.");
  });
});
