import { css } from "lit";

/** Buttons, choices and fields. */
export const controls = css`
  button,
  select {
    font: inherit;
    color: inherit;
    height: var(--control-height);
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: none;
    transition: background-color var(--quick, 0s);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    padding: 0 0.625rem;
    white-space: nowrap;
    cursor: pointer;
  }
  button.icon-only {
    width: var(--control-height);
    padding: 0;
  }
  button:hover:not(:disabled) {
    background: var(--hover);
  }
  button:disabled {
    color: var(--ink-faint);
    opacity: 0.65;
    cursor: default;
  }
  button.framed,
  select {
    border-color: var(--line);
    background: var(--surface-high);
  }
  button.framed:hover:not(:disabled),
  select:hover {
    border-color: var(--line-strong);
  }
  button.primary {
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
  }
  button.plain-link {
    height: auto;
    padding: 0;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button.plain-link:hover {
    background: none;
    color: var(--accent-strong);
  }
  select {
    padding: 0 0.375rem;
    cursor: pointer;
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: calc(var(--radius) + 1px);
    background: var(--ground);
    border: 1px solid var(--line);
  }
  .segments button {
    height: calc(var(--control-height) - 6px);
    padding: 0 0.5rem;
    color: var(--ink-soft);
    border-radius: calc(var(--radius) - 1px);
  }
  .segments button[aria-pressed="true"],
  .segments button[aria-selected="true"] {
    background: var(--surface-high);
    color: var(--ink);
    font-weight: 600;
    box-shadow: 0 0 0 1px var(--line);
  }
`;
