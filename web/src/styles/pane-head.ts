import { css } from "lit";

/** A pane: a head over what is shown. The head has its name, what it tells, the views that it has. */
export const paneHead = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--gap);
    min-height: calc(var(--control-height) + 0.75rem);
    padding: 0 var(--inset);
    background: var(--surface-low);
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--text-label);
    font-weight: 600;
    color: var(--ink-soft);
  }
  @media (max-width: 699px) {
    .head h2.said-by-tab {
      position: absolute;
      clip-path: inset(50%);
    }
    .head .segments {
      margin-left: auto;
    }
  }
`;
