/** How long the engine may be silent before the page says that it works on something, in milliseconds. */
const QUIET_MS = 400;

/** Notices when an engine that should answer has been silent for a while. */
export class QuietWatch {
  /** Whether the engine has been silent for a while although it works. */
  isBusy = false;
  private heardAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** Whether the engine should say something. */
    private readonly isAwaited: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** The engine has just said something. */
  heard(): void {
    this.heardAt = performance.now();
    this.isBusy = false;
    this.timer ??= setTimeout(() => this.check(), QUIET_MS);
  }

  private check(): void {
    this.timer = undefined;
    if (!this.isAwaited()) return;
    const silentMs = performance.now() - this.heardAt;
    if (silentMs < QUIET_MS) {
      this.timer = setTimeout(() => this.check(), QUIET_MS - silentMs);
      return;
    }
    this.isBusy = true;
    this.changed();
  }
}
