import { css } from "lit";

/** A pane of what the world sends: a head, the items by batch, a form for more. */
export const feedPaneStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: hidden;
    background: var(--surface);
  }
  :host([data-dropping]) {
    outline: 2px dashed var(--accent);
    outline-offset: -6px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem var(--gap);
    padding: 0.25rem var(--inset);
    background: var(--surface-low);
    border-bottom: 1px solid var(--line);
  }
  h2 {
    font-size: var(--text-label);
    font-weight: 600;
    white-space: nowrap;
  }
  h2 .kind {
    color: var(--ink-soft);
  }
  header .soft {
    flex: 1 1 9rem;
  }
  header button {
    height: 1.5rem;
    padding: 0 0.5rem;
    font-size: var(--text-label);
  }
  .items {
    flex: 1;
    min-height: 2rem;
    overflow: auto;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3,
  tbody th {
    padding: 0.25rem var(--inset) 0.125rem;
    font-size: var(--text-label);
    font-weight: 600;
    text-align: left;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .items > p {
    padding: 0.5rem var(--inset);
    color: var(--ink-soft);
  }
  .over {
    background: var(--accent-soft);
  }
  .before {
    box-shadow: inset 0 2px 0 var(--accent);
  }
  code {
    font-family: var(--font-code);
  }
`;

/** An item of a feed: a button that takes the width that there is. */
export const feedItemStyles = css`
  .item {
    display: block;
    width: 100%;
    height: auto;
    min-height: 1.5rem;
    padding: 0 0.25rem;
    font: var(--text-label) / 1.5rem var(--font-code);
    text-align: left;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
  }
  .tools button {
    width: 1.75rem;
    height: 1.5rem;
    padding: 0;
  }
`;
