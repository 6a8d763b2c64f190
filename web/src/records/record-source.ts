import type { Records } from "../engine/engine-client.js";
import type { RecordPage } from "../generated/index.js";
import { compareCells } from "./cell.js";

/** Asks the engine for records from `offset` on. */
export type FetchRecords = (offset: number, limit: number) => Promise<Pick<Records, "rows" | "total">>;

/** How the rows are ordered: as Spark gave them, or by a column. */
export interface Order {
  column: number;
  descending: boolean;
}

/** The most records that are brought to the page to be sorted. */
export const MOST_SORTED = 10_000;

/**
 * The records of one output at one batch, a page at a time.
 *
 * The report's own first rows answer at once; what it left out is fetched from the engine.
 */
export class RecordSource {
  readonly columns: readonly string[];
  /** How many records there are, as far as they were counted. */
  total: number;
  /** Whether there are more records than were counted. */
  hasMore: boolean;
  private known: string[][];
  private sorted: { order: Order; rows: string[][] } | null = null;

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

  /** Whether all records can be brought here to be put in order. */
  get canSort(): boolean {
    return this.total <= MOST_SORTED;
  }

  /** Rows from `offset` on. */
  async rows(offset: number, limit: number, order: Order | null): Promise<string[][]> {
    if (order) return (await this.inOrder(order)).slice(offset, offset + limit);
    const end = Math.min(offset + limit, this.hasMore ? Number.MAX_SAFE_INTEGER : this.total);
    if (end <= this.known.length) return this.known.slice(offset, end);
    return this.fetchRows(offset, limit);
  }

  /** An engine that has gone on for long, or was replaced, knows less than the report. */
  private async fetchRows(offset: number, limit: number): Promise<string[][]> {
    const { rows, total } = await this.fetchRecords(offset, limit);
    this.hasMore = false;
    this.total = Math.max(total, this.known.length);
    this.counted();
    return total < this.known.length ? this.known.slice(offset, offset + limit) : rows;
  }

  private async inOrder(order: Order): Promise<string[][]> {
    if (this.sorted?.order.column === order.column && this.sorted.order.descending === order.descending) {
      return this.sorted.rows;
    }
    if (this.known.length < this.total) this.known = await this.fetchRows(0, MOST_SORTED);
    const sign = order.descending ? -1 : 1;
    const rows = [...this.known].sort(
      (one, other) => sign * compareCells(one[order.column] ?? "", other[order.column] ?? ""),
    );
    this.sorted = { order, rows };
    return rows;
  }
}
