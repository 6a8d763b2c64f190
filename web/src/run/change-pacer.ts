/** The time between two changes while many batches come, except for the first of a run, in milliseconds. */
const STREAM_REST_MS = 40;

/** Tells of changes: at most once a frame, and less often while batches stream in. */
export class ChangePacer {
  private isDue = false;
  private toldAt = 0;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: () => void) {}

  /** Reports a change: after a pause while batches come, at the next frame if it is the last for a while. */
  changed({ isOfStream = false, isLast = false } = {}): void {
    if (this.isDue && !(isLast && this.restTimer !== undefined)) return;
    clearTimeout(this.restTimer);
    this.restTimer = undefined;
    this.isDue = true;
    const restMs = isOfStream && !isLast ? this.toldAt + STREAM_REST_MS - performance.now() : 0;
    const tell = () => {
      this.restTimer = undefined;
      this.isDue = false;
      this.toldAt = performance.now();
      this.tell();
    };
    // Frames do not come while the page is hidden.
    if (restMs > 0 || document.hidden) this.restTimer = setTimeout(tell, Math.max(restMs, STREAM_REST_MS / 4));
    else requestAnimationFrame(tell);
  }
}
