import { css } from "lit";

/** Tables of numbers and records, and the buttons that turn their pages. */
export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.1875rem 0.625rem;
    text-align: left;
    white-space: nowrap;
    border-bottom: 1px solid var(--line);
  }
  th {
    position: sticky;
    top: 0;
    font-size: var(--text-label);
    font-weight: 600;
    color: var(--ink-soft);
    background: var(--surface-low);
  }
  .number {
    text-align: right;
  }
  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap);
    padding: 0.375rem;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
`;
