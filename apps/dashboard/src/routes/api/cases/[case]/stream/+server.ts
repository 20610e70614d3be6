import { ApiError } from "#lib/server/api/api-error.ts";
import { answering } from "#lib/server/api/problem.ts";
import { queryOf } from "#lib/server/api/query.ts";
import { StreamQuery, streams } from "#lib/server/api/stream.ts";

export function GET({ params, request, url, getClientAddress, platform }) {
  return answering(() => {
    const { after } = queryOf(url, StreamQuery);
    const last = request.headers.get("last-event-id");
    if (last !== null && !/^\d{1,15}$/.test(last))
      throw new ApiError(400, `Last-Event-ID is no sequence of the ledger: ${last}`);
    return streams().follow(params.case, {
      client: getClientAddress(),
      after: last === null ? after : Number(last),
      hangUp: hangUpOf(platform),
    });
  });
}

/** Apart from the request's own closure: a stream that is held open for hours holds no more of its request than this. */
function hangUpOf(platform: Readonly<App.Platform> | undefined): () => void {
  const request = platform?.req;
  return () => request?.hangUp?.();
}
