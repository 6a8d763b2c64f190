import { css } from "lit";

/** Where everything on the page stands: three panes, two columns, or one pane at a time. */
export const playgroundLayout = css`
  :host {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr);
    height: 100dvh;
    position: relative;
    overflow: hidden;
  }
  .top {
    display: flex;
    align-items: center;
    gap: var(--gap);
    padding: 0.375rem var(--inset);
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    margin: 0 0.5rem 0 0;
    font-size: 0.9375rem;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .mark {
    width: 1.375rem;
    height: 1.375rem;
    color: var(--accent);
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  .space {
    flex: 1;
  }
  .player {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(12rem, 1fr);
    align-items: center;
    gap: 0.375rem 1rem;
    padding: 0.375rem var(--inset);
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .working {
    position: absolute;
    inset: auto 0 -1px;
    height: 2px;
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 / 40% 100% no-repeat;
  }
  @media (prefers-reduced-motion: no-preference) {
    .working {
      animation: flow 1.2s linear infinite;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .working {
      background: var(--accent);
    }
  }
  @keyframes flow {
    from {
      background-position: -40% 0;
    }
    to {
      background-position: 140% 0;
    }
  }
  main {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
  }
  .panes {
    grid-row: 2;
    display: grid;
    grid-template: minmax(0, 1fr) / var(--columns);
    gap: 1px;
    min-height: 0;
    background: var(--line);
  }
  .pane {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--surface);
  }
  .pane > brooklet-program-pane,
  .pane > brooklet-stream-pane,
  .pane > brooklet-results-view {
    flex: 1;
    min-height: 0;
  }
  .pane > brooklet-feeds-dock {
    flex: 0 1 42%;
    min-height: 9rem;
    border-top: 1px solid var(--line-strong);
  }
  .tabs {
    display: none;
  }

  @media (max-width: 1099px) {
    brooklet-pane-divider {
      display: none;
    }
    .panes {
      grid-template: minmax(0, 1.25fr) minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
    }
    .program {
      grid-row: 1 / 3;
    }
    .results {
      grid-area: 1 / 2;
    }
  }

  @media (max-width: 699px) {
    :host {
      grid-template-rows: auto auto minmax(0, 1fr) auto;
    }
    .name {
      position: absolute;
      clip-path: inset(50%);
    }
    h1 {
      margin: 0;
    }
    .player {
      order: 5;
      grid-template-columns: minmax(0, 1fr);
      border-bottom: none;
      border-top: 1px solid var(--line);
      padding-bottom: max(0.375rem, env(safe-area-inset-bottom));
    }
    .working {
      inset: -1px 0 auto;
    }
    .player brooklet-batch-scrubber {
      order: -1;
    }
    .pane > brooklet-feeds-dock {
      flex-basis: 52%;
    }
    .tabs {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
      background: var(--surface);
      border-bottom: 1px solid var(--line);
    }
    .tabs button {
      height: 2.5rem;
      border-radius: 0;
      color: var(--ink-soft);
      border-bottom: 2px solid transparent;
    }
    .tabs button[aria-selected="true"] {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--accent);
    }
    .panes {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }
    .pane,
    .results {
      grid-area: 1 / 1;
    }
    .pane:not(.open) {
      display: none;
    }
  }
`;
