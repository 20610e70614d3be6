import { hintText, nearest } from "@mizan/model";
import { jsonResponse } from "#lib/server/api/answer.ts";
import { ApiError } from "#lib/server/api/api-error.ts";
import { answering } from "#lib/server/api/problem.ts";
import { views } from "#lib/server/api/views.ts";

export function GET({ params, url, request }) {
  return answering(async () => {
    const view = Object.hasOwn(views, params.view) ? views[params.view] : undefined;
    if (!view) {
      const meant = nearest(params.view, [...Object.keys(views), "records", "stream"]);
      throw new ApiError(404, `no such view of a case: ${params.view}${hintText(meant)}`);
    }
    return jsonResponse(await view.answer({ id: params.case, url, signal: request.signal }));
  });
}
