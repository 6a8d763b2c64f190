import { describe, expect, it } from "vitest";
import type { ApiClass } from "../generated/pyspark-api.js";
import { ApiIndex, nameOf, signatureOf } from "./api-index.js";
import { ExpressionTypes } from "./expression-types.js";

const CLASSES: ApiClass[] = [
  {
    name: "SparkContext",
    base: null,
    sentence: "Makes RDDs.",
    entries: [
      ["constructor", "__init__(master=None)", "Makes a context."],
      ["static", "getOrCreate(conf=None) -> SparkContext", "Gives the context."],
      ["method", "parallelize(c, numSlices=None) -> RDD", "Makes an RDD."],
    ],
  },
  {
    name: "RDD",
    base: null,
    sentence: "Records.",
    entries: [
      ["method", "map(f) -> RDD", "Makes one record of each."],
      ["method", "count() -> int", "Counts."],
      ["value", "context -> SparkContext", "The context."],
    ],
  },
  { name: "Special", base: "RDD", sentence: "More.", entries: [["method", "more()", "Does more."]] },
];
const api = new ApiIndex(CLASSES);

/** The names behind the dot that ends a text. */
function behind(text: string): string[] {
  const type = new ExpressionTypes(text, api).before(text.length - 1);
  return type ? api.members(type).map(nameOf) : [];
}

const RDD = ["map", "count", "context"];

describe("what stands before a dot", () => {
  it("is followed through assignments and calls", () => {
    expect(behind("sc = SparkContext()\nrows = sc.parallelize([1, (2)])\nrows.")).toEqual(RDD);
    expect(behind("s = SparkContext.getOrCreate()\ns.parallelize([')']).map(lambda x: f(x)) \\\n  .")).toEqual(RDD);
    expect(behind("(\n    SparkContext('local').parallelize([1])\n    .map(f)  # one )\n    .")).toEqual(RDD);
    expect(behind("rows = sc.range\nx = SparkContext().parallelize([])\nx.context.")).toContain("parallelize");
  });

  it("is known by custom where nothing says more", () => {
    expect(behind("counts.foreachRDD(lambda rdd: rdd.")).toEqual(RDD);
    expect(behind("rdd = 3\nrdd.")).toEqual([]);
  });

  it("is a class, which has no methods of objects", () => {
    expect(behind("SparkContext.")).toEqual(["getOrCreate"]);
  });

  it("is nothing for other values", () => {
    for (const text of ["x.", "'sc'.", "[1].", "f(sc).", "sc.parallelize([1]).count().", "rdd[0]."]) {
      expect(behind(text), text).toEqual([]);
    }
  });

  it("has what its base has", () => {
    expect(api.members({ name: "Special", isClass: false }).map(nameOf)).toEqual(["more", ...RDD]);
  });
});

describe("the entry at a place", () => {
  const text = "rows = sc.parallelize([f(1, 2)], 3)\nprint(rows.map(g, 'a('))\n";
  const types = new ExpressionTypes(text, api);

  it("is that of the name there", () => {
    const found = types.entryAt(text.indexOf("allelize"));
    expect(found && signatureOf(found)).toBe("SparkContext.parallelize(c, numSlices=None) -> RDD");
    expect(found?.from).toBe(text.indexOf("parallelize"));
    expect(types.entryAt(text.indexOf("print"))).toBeNull();
  });

  it("is that of the call around it", () => {
    const around = (what: string) => types.callAround(text.indexOf(what))?.entry[1];
    expect(around("2)")).toBe("parallelize(c, numSlices=None) -> RDD");
    expect(around("g, ")).toBe("map(f) -> RDD");
    expect(around("rows.map")).toBeUndefined();
  });

  it("is the constructor of a class", () => {
    const program = "sc = SparkContext(";
    const found = new ExpressionTypes(program, api).callAround(program.length);
    expect(found && signatureOf(found)).toBe("SparkContext(master=None)");
  });
});
