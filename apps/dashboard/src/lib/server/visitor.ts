const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Why a request is turned away, in one line; undefined for one that may come in. */
export function refusal(request: Request, origin: string | undefined): string | undefined {
  const host = request.headers.get("host") ?? "";
  const known = loopback.test(host) || (origin !== undefined && origin !== "" && new URL(origin).host === host);
  if (!known) return `This address is not served here: ${host}`;
  if (safeMethods.has(request.method)) return undefined;
  const from = request.headers.get("origin");
  return from !== null && URL.canParse(from) && new URL(from).host === host
    ? undefined
    : "This request comes from another site.";
}
