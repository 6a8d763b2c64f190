/** An exception as an engine reported it. */
export interface ReportedFailure {
  /** The exception's type. */
  title: string;
  message: string;
  traceback: string;
}

/** A failure of a batch; `output` is null when the batch's jobs could not be made. */
export interface BatchFailure extends ReportedFailure {
  batch: number;
  output: number | null;
}

/** What a body of the engine did with a program. */
export interface Outcome {
  /** The folder that the program ran in, without a slash at its end. */
  folder: string;
  stdout: string;
  stderr: string;
  exitCode: number;
  /** Where the body reports failures one by one: those of batches, and the one that ended the program. */
  reported: { batches: BatchFailure[]; program: ReportedFailure | null } | null;
}
