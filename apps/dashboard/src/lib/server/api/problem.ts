import { problemText, type Problem } from "@mizan/model";
import {
  ConflictError,
  LockedError,
  NotFoundError,
  ReadOnlyError,
  UnavailableError,
  UnfitError,
  type FieldDifference,
} from "@mizan/store";
import { isHttpError, isRedirect } from "@sveltejs/kit";
import { log } from "../log.ts";

/** One thing wrong with what was sent: where, by JSON Pointer, what, and what was found there. */
export interface PlacedFault {
  pointer: string;
  detail: string;
  value?: unknown;
  nearest?: string;
}

/** A problem of RFC 9457, with every place that is wrong. */
export interface ProblemBody {
  type: "about:blank";
  title: string;
  status: number;
  detail?: string;
  errors?: readonly PlacedFault[];
  /** Of a stale amendment: the version that stands now, and the fields in which it differs. */
  current?: { version: number; record: unknown };
  difference?: readonly FieldDifference[];
}

/** What an answer of the interface is refused with. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly body: ProblemBody;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    detail: string,
    more: Partial<ProblemBody> = {},
    headers: Record<string, string> = {},
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.body = { type: "about:blank", title: titleOf(status), status, detail, ...more };
    this.headers = headers;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** What a status is called. */
export function titleOf(status: number): string {
  return titles[status] ?? "Error";
}

/** An answer as it is, or, where it refuses in any other form than ours, as a problem of the same status. */
export async function asProblem(answer: Response, method: string): Promise<Response> {
  if (answer.status < 400 || answer.headers.get("content-type")?.startsWith("application/problem+json")) return answer;
  await answer.body?.cancel();
  const { status } = answer;
  const detail =
    status === 404
      ? "there is nothing at this address"
      : status === 400
        ? "the address is broken"
        : status === 405
          ? `this address does not answer to ${method}`
          : undefined;
  const allow = answer.headers.get("allow");
  return problemResponse(
    { type: "about:blank", title: titleOf(status), status, ...(detail === undefined ? {} : { detail }) },
    allow === null ? {} : { allow },
  );
}

/** Places that one answer names; what is wrong in more of them is wrong as a whole. */
const mostPlaces = 500;
const longestDetail = 4000;

/** Runs what answers a request, and turns what it throws into a problem. */
export async function answering(answer: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (isRedirect(error)) throw error;
    const { body, headers } = problemOf(error);
    return problemResponse(body, headers);
  }
}

export function problemResponse(body: ProblemBody, headers: Record<string, string> = {}): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** Faults as they are placed in a record that was sent: without the kind and the record's own place. */
export function placedFaults(problems: readonly Problem[], above: number): PlacedFault[] {
  return problems.map(({ path, problem, value, nearest }) => ({
    pointer: path
      .slice(above)
      .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join(""),
    detail: problem,
    ...(value === undefined ? {} : { value: printable(value) }),
    ...(nearest === undefined ? {} : { nearest }),
  }));
}

function problemOf(error: unknown): ApiError {
  const cause = { cause: error };
  if (error instanceof ApiError) return error;
  if (error instanceof NotFoundError) return new ApiError(404, error.message, {}, {}, cause);
  if (error instanceof UnfitError) {
    const some = error.problems.slice(0, mostPlaces);
    const more = error.problems.length - some.length;
    const detail = shortened(some.map(problemText).join("; "), longestDetail);
    const unnamed = more > 0 ? [{ pointer: "", detail: `${more} more places do not fit` }] : [];
    return new ApiError(422, detail, { errors: [...placedFaults(some, 2), ...unnamed] }, {}, cause);
  }
  if (error instanceof ConflictError) {
    const { current, difference, message } = error;
    if (!current) return new ApiError(422, message, {}, {}, cause);
    const now = {
      current: { version: current.version, record: current.body },
      difference: difference.slice(0, mostPlaces),
    };
    return new ApiError(412, message, now, { etag: `"${current.version}"` }, cause);
  }
  if (error instanceof LockedError || error instanceof ReadOnlyError || error instanceof UnavailableError)
    return new ApiError(
      503,
      "The ledger cannot be written or read now. A write may have been taken all the same: send it again with the same Idempotency-Key.",
      {},
      { "retry-after": "5" },
      cause,
    );
  if (isHttpError(error)) {
    const { problems } = error.body;
    return new ApiError(
      error.status,
      error.body.message,
      problems ? { errors: problems.map((detail) => ({ pointer: "", detail })) } : {},
      {},
      cause,
    );
  }
  log.error({ err: error }, "failed");
  return new ApiError(500, "Something in the server failed; it is in its log.", {}, {}, cause);
}

/** A value short enough to be sent back, whatever was sent. */
function printable(value: unknown): unknown {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? shortened(text, 200) : value;
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}
