import { css } from "lit";

/** Fields of a form: plain inputs, and what stands around any field. */
export const fields = css`
  input[type="text"],
  input[type="number"],
  input[type="search"],
  textarea.plain {
    min-width: 0;
    height: var(--control-height);
    padding: 0 0.5rem;
    font: inherit;
    color: inherit;
    background: var(--surface-high);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
  }
  input.code {
    font-family: var(--font-code);
  }
  textarea.plain {
    height: auto;
    padding: 0.375rem 0.5rem;
  }
  input:focus-visible,
  textarea.plain:focus-visible {
    outline: none;
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  input::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }
  .problem {
    grid-column: 1 / -1;
    font-size: var(--text-label);
    color: var(--problem);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .soft {
    color: var(--ink-soft);
    font-size: var(--text-label);
  }
`;
