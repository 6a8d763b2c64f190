import { html } from "lit";
import type { Chart } from "./chart.js";
import { lessonsOf } from "./drawing/lessons.js";

/** The clusters of a model that an output trains: the batch's points, and the way of each center. */
export const clusters: Chart = {
  kind: "clusters",
  name: "Clusters",
  fits: ({ record, info }) => record.learners.get(info.id) === "clusters",
  draw: ({ record, info, shown }) => {
    void import("./drawing/cluster-chart.js");
    const lessons = lessonsOf("clusters", record.batches, info.id, shown?.batch ?? 0);
    return html`<brooklet-cluster-chart .lessons=${lessons}></brooklet-cluster-chart>`;
  },
};
