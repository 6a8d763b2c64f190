import { css } from "lit";

/** A dialog over the page that asks some questions. */
export const dialogStyles = css`
  dialog {
    width: min(30rem, 100vw - 1rem);
    max-height: calc(100dvh - 2rem);
    padding: 0.875rem;
    color: var(--ink);
    background: var(--surface-high);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 3px);
    box-shadow: var(--shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 30%);
  }
  form {
    display: grid;
    gap: 0.625rem;
  }
  h3 {
    font-size: var(--text-title);
    font-weight: 600;
  }
  label,
  fieldset {
    display: grid;
    gap: 0.1875rem;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: none;
  }
  legend {
    padding: 0;
    color: var(--ink-soft);
    font-size: var(--text-label);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
    min-height: var(--control-height);
  }
  input[type="radio"],
  input[type="checkbox"] {
    margin: 0;
    accent-color: var(--accent);
  }
  .choice input[type="number"] {
    width: 4.5rem;
    height: 1.5rem;
  }
  .choice select {
    height: 1.5rem;
    max-width: 12rem;
  }
  textarea {
    min-height: 7rem;
    font-family: var(--font-code);
    font-size: var(--text-label);
    white-space: pre;
    resize: vertical;
  }
  .preview {
    display: grid;
    gap: 1px;
    max-height: 8rem;
    overflow: auto;
    padding: 0.375rem 0.5rem;
    font: var(--text-label) / 1.5 var(--font-code);
    background: var(--surface-low);
    border-radius: var(--radius);
  }
  .preview span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  footer {
    display: flex;
    justify-content: end;
    gap: 0.5rem;
  }
`;
