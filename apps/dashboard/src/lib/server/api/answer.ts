/** An answer of the interface; it is about a case that changes, so nobody keeps it. */
export function jsonResponse(
  data: unknown,
  { status = 200, ...headers }: { status?: number } & Record<string, string | number> = {},
): Response {
  return new Response(`${JSON.stringify(data)}\n`, {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(headers as Record<string, string>),
    },
  });
}
