import { ApiError } from "./api-error.ts";

/** Levels of lists and mappings within one another that a record has at most; ours have seven. */
const deepest = 32;

/** The JSON that a request carries, of the type expected; an `ApiError` says what is wrong with it. */
export async function jsonBody(
  request: Request,
  type: "application/json" | "application/merge-patch+json",
): Promise<unknown> {
  const sent = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (sent !== type)
    throw new ApiError(415, `expected ${type}: ${sent || "no content type"}`, {
      headers: { accept: type, "accept-patch": "application/merge-patch+json" },
    });
  const data = parsed(await textOf(request));
  const fault = faultIn(data);
  if (fault) throw new ApiError(400, fault);
  return data;
}

async function textOf(request: Request): Promise<string> {
  let bytes: ArrayBuffer;
  try {
    bytes = await request.arrayBuffer();
  } catch (cause) {
    const { status } = cause as { status?: number };
    if (status === 413) throw new ApiError(413, "the body is larger than this server takes", { cause });
    throw new ApiError(400, "the body did not arrive whole", { cause });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ApiError(400, "the body is not UTF-8", { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ApiError(400, `the body is not JSON: ${(cause as Error).message}`.slice(0, 300), { cause });
  }
}

/** What makes data unfit to be looked at: nested too deeply, or text that is no Unicode. Walks it without recursion. */
function faultIn(data: unknown): string | undefined {
  const left: [value: unknown, depth: number][] = [[data, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next;
    if (typeof value === "string" && !value.isWellFormed())
      return "the body holds half of a surrogate pair: it is no text";
    if (typeof value !== "object" || value === null) continue;
    if (depth === deepest) return `the body is nested deeper than ${deepest} levels`;
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return "the body holds half of a surrogate pair: it is no text";
      left.push([inner, depth + 1]);
    }
  }
  return undefined;
}
