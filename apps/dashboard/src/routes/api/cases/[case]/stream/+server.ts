import { ApiError, answering } from "#lib/server/api/problem.ts";
import { streams } from "#lib/server/stream.ts";

export function GET({ params, request, url, getClientAddress, platform }) {
  return answering(() => {
    const asked = request.headers.get("last-event-id") ?? url.searchParams.get("after");
    if (asked !== null && !/^\d{1,15}$/.test(asked))
      throw new ApiError(400, `Last-Event-ID is no sequence of the ledger: ${asked}`);
    return streams().follow(params.case, {
      client: getClientAddress(),
      after: asked === null ? undefined : Number(asked),
      hangUp: hangUpOf(platform),
    });
  });
}

/** Apart from the request's own closure: a stream that is held open for hours holds no more of its request than this. */
function hangUpOf(platform: Readonly<App.Platform> | undefined): () => void {
  const request = platform?.req;
  return () => request?.hangUp?.();
}
