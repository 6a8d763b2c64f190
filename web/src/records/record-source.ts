import type { RecordColumn, RecordOrder, RecordPage } from "../generated/index.js";
import { rowCount, sliceRows } from "./columns.js";

/** Asks the engine for records from `offset` on, in an order. Null when the engine does not have them any more. */
export type FetchRecords = (offset: number, limit: number, order: RecordOrder | null) => Promise<RecordPage | null>;

/**
 * The records of one output at one batch, a page at a time.
 *
 * The first rows are in the report. Rows further down, and any other order, come from the engine.
 */
export class RecordSource {
  /** The columns, with the report's own first rows. */
  readonly columns: readonly RecordColumn[];
  /** How many records there are, as far as they were counted. */
  total: number;
  /** Whether there are more records than were counted. */
  hasMore: boolean;
  /** Whether the engine does not have the batch any more: it is too old, or the engine was started anew. */
  isLetGo = false;

  constructor(
    page: RecordPage,
    private readonly fetchRecords: FetchRecords,
    /** Called when the records have been counted. */
    private readonly counted: () => void = () => {},
  ) {
    this.columns = page.columns;
    const known = rowCount(page.columns);
    this.total = page.more ? Math.max(page.total, known + 1) : known;
    this.hasMore = page.more;
  }

  /** Records from `offset` on. Once the engine does not have them any more: the report's rows, in Spark's order. */
  async records(offset: number, limit: number, order: RecordOrder | null): Promise<readonly RecordColumn[]> {
    const known = rowCount(this.columns);
    const end = Math.min(offset + limit, this.hasMore ? Number.MAX_SAFE_INTEGER : this.total);
    if (this.isLetGo || (!order && end <= known)) return sliceRows(this.columns, offset, end);
    const page = await this.fetchRecords(offset, limit, order);
    const total = page?.total ?? 0;
    this.isLetGo = total < known;
    this.hasMore = false;
    this.total = Math.max(total, known);
    this.counted();
    return page && !this.isLetGo ? page.columns : sliceRows(this.columns, offset, offset + limit);
  }
}
