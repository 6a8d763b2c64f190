import type { RecordOrder, RecordPage } from "../generated/index.js";

/** Asks the engine for records from `offset` on, counted in an order; null when it cannot say any more. */
export type FetchRecords = (offset: number, limit: number, order: RecordOrder | null) => Promise<RecordPage | null>;

/**
 * The records of one output at one batch, a page at a time.
 *
 * The report's own first rows answer at once; what it left out, and any order, is the engine's to give.
 */
export class RecordSource {
  readonly columns: readonly string[];
  /** How many records there are, as far as they were counted. */
  total: number;
  /** Whether there are more records than were counted. */
  hasMore: boolean;
  /** Whether the engine knows less than the report: it has gone on for long, or was replaced. */
  isLetGo = false;
  private readonly known: readonly string[][];

  constructor(
    page: RecordPage,
    private readonly fetchRecords: FetchRecords,
    /** Called when the records have been counted. */
    private readonly counted: () => void = () => {},
  ) {
    this.columns = page.columns;
    this.known = page.rows;
    this.total = page.more ? Math.max(page.total, page.rows.length + 1) : page.rows.length;
    this.hasMore = page.more;
  }

  /** Rows from `offset` on; as Spark gave them when they are let go, whatever the order. */
  async rows(offset: number, limit: number, order: RecordOrder | null): Promise<string[][]> {
    const end = Math.min(offset + limit, this.hasMore ? Number.MAX_SAFE_INTEGER : this.total);
    if (this.isLetGo || (!order && end <= this.known.length)) return this.known.slice(offset, end);
    const page = await this.fetchRecords(offset, limit, order);
    const total = page?.total ?? 0;
    this.isLetGo = total < this.known.length;
    this.hasMore = false;
    this.total = Math.max(total, this.known.length);
    this.counted();
    return page && !this.isLetGo ? page.rows : this.known.slice(offset, offset + limit);
  }
}
