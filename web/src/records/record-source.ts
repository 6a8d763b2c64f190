import type { RecordColumn, RecordOrder, RecordPage } from "../generated/index.js";
import { rowCount, sliceRows } from "./columns.js";

/** Asks the engine for records from `offset` on, counted in an order; null when it cannot say any more. */
export type FetchRecords = (offset: number, limit: number, order: RecordOrder | null) => Promise<RecordPage | null>;

/**
 * The records of one output at one batch, a page at a time.
 *
 * The report's own first rows answer at once; what it left out, and any order, is the engine's to give.
 */
export class RecordSource {
  /** The columns, with the report's own first rows. */
  readonly columns: readonly RecordColumn[];
  /** How many records there are, as far as they were counted. */
  total: number;
  /** Whether there are more records than were counted. */
  hasMore: boolean;
  /** Whether the engine knows less than the report: it has gone on for long, or was replaced. */
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

  /** Records from `offset` on; as Spark gave them when they are let go, whatever the order. */
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
