import type { InputBatches, ProgramEdit } from "../generated/index.js";

/** What a person does with a record of an input, by keys or in its field. */
export type RecordAct = "write" | "insert" | "remove" | "earlier" | "later" | "above" | "below";

/** A batch of an input, or one of its records. */
export interface GridPlace {
  batch: number;
  record: number | null;
}

/** An edit of the program, and the record that has the focus after it, when that is another one. */
export interface RecordEdit {
  edit: ProgramEdit;
  focus: { batch: number; record: number } | null;
}

/** The edit for what was done with a record; null when there is no place to move it to. */
export function recordEdit(
  { call, batches }: InputBatches,
  act: RecordAct,
  texts: readonly string[],
  { batch, record }: { batch: number; record: number },
): RecordEdit | null {
  switch (act) {
    case "write":
      return { edit: { type: "setRecord", call, batch, record, text: texts[0] ?? "" }, focus: null };
    case "insert":
      return { edit: { type: "addRecords", call, batch, record: record + 1, texts: [...texts] }, focus: null };
    case "remove":
      return { edit: { type: "removeRecord", call, batch, record }, focus: null };
    default: {
      const to = {
        earlier: { batch, record: record - 1 },
        later: { batch, record: record + 1 },
        above: { batch: batch - 1, record: batches[batch - 1]?.records.length ?? 0 },
        below: { batch: batch + 1, record: batches[batch + 1]?.records.length ?? 0 },
      }[act];
      const target = batches[to.batch];
      const last = (target?.records.length ?? 0) - (to.batch === batch ? 1 : 0);
      if (!target || target.fixed || to.record < 0 || to.record > last) return null;
      return { edit: { type: "moveRecord", call, batch, record, toBatch: to.batch, toRecord: to.record }, focus: to };
    }
  }
}
