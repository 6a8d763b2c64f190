import { html } from "lit";
import type { Chart } from "./chart.js";
import { lessonsOf } from "./drawing/lessons.js";

/** The weights of a linear model that an output trains, over the batches. */
export const weights: Chart = {
  kind: "linear",
  name: "Weights",
  fits: ({ record, info }) => record.learners.get(info.id) === "linear",
  draw: ({ record, info, shown }) => {
    void import("./drawing/weights-chart.js");
    const lessons = lessonsOf("linear", record.batches, info.id, shown?.batch ?? 0);
    return html`<brooklet-weights-chart .lessons=${lessons}></brooklet-weights-chart>`;
  },
};
