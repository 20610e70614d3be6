import { problemBody, type ProblemBody, type ProblemPlaces } from "./problem-body.ts";

interface Refusal extends ProblemPlaces {
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** What an answer of the interface is refused with. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly body: ProblemBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, { headers = {}, cause, ...places }: Refusal = {}) {
    super(detail, cause === undefined ? {} : { cause });
    this.body = problemBody(status, detail, places);
    this.headers = headers;
  }
}
