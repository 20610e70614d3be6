import { problemText as faultText } from "@mizan/model";
import { ConflictError, LockedError, NotFoundError, ReadOnlyError, UnavailableError, UnfitError } from "@mizan/store";
import { isHttpError } from "@sveltejs/kit";
import { log } from "../log.ts";
import { ApiError } from "./api-error.ts";
import { placedFaults, shortened } from "./placed-faults.ts";
import { problemBody, problemText, type ProblemBody } from "./problem-body.ts";
import { statuses } from "./status.ts";

/** Places that one answer names; what is wrong in more of them is wrong as a whole. */
const mostPlaces = 500;
const longestDetail = 4000;

/** Runs what answers a request, and turns what it throws into a problem. */
export async function answering(answer: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const { body, headers } = refusalOf(error);
    return problemResponse(body, headers);
  }
}

export function problemResponse(body: ProblemBody, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(problemText(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** An answer as it is, or, where it refuses in any other form than ours, as a problem of the same status. */
export async function asProblem(answer: Response, method: string): Promise<Response> {
  if (answer.status < 400 || answer.headers.get("content-type")?.startsWith("application/problem+json")) return answer;
  await answer.body?.cancel();
  const details: Readonly<Record<number, string>> = {
    400: "the address is broken",
    404: "there is nothing at this address",
    405: `this address does not answer to ${method}`,
  };
  const { status } = answer;
  const allow = answer.headers.get("allow");
  return problemResponse(
    problemBody(status, details[status] ?? statuses[status]?.says),
    allow === null ? {} : { allow },
  );
}

function refusalOf(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof NotFoundError) return new ApiError(404, cause.message, { cause });
  if (cause instanceof UnfitError) {
    const some = cause.problems.slice(0, mostPlaces);
    const more = cause.problems.length - some.length;
    const detail = shortened(some.map(faultText).join("; "), longestDetail);
    const unnamed = more > 0 ? [{ pointer: "", detail: `${more} more places do not fit` }] : [];
    return new ApiError(422, detail, { errors: [...placedFaults(some, 2), ...unnamed], cause });
  }
  if (cause instanceof ConflictError) {
    const { current, difference, message } = cause;
    if (!current) return new ApiError(422, message, { cause });
    return new ApiError(412, message, {
      current: { version: current.version, record: current.body },
      difference: difference.slice(0, mostPlaces),
      headers: { etag: `"${current.version}"` },
      cause,
    });
  }
  if (cause instanceof LockedError || cause instanceof ReadOnlyError || cause instanceof UnavailableError)
    return new ApiError(
      503,
      "The ledger cannot be written or read now. A write may have been taken all the same: send it again with the same Idempotency-Key.",
      { headers: { "retry-after": "5" }, cause },
    );
  if (isHttpError(cause)) {
    const { message, problems } = cause.body;
    const errors = problems?.map((detail) => ({ pointer: "", detail }));
    return new ApiError(cause.status, message, { ...(errors ? { errors } : {}), cause });
  }
  log.error({ err: cause }, "failed");
  return new ApiError(500, "Something in the server failed; it is in its log.", { cause });
}
