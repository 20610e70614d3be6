/** The statuses that a request is refused with: what each is called, and what it says here. */
export const statuses: Readonly<Record<number, { title: string; says: string }>> = {
  400: { title: "Bad Request", says: "The request does not fit: every place is named" },
  403: { title: "Forbidden", says: "The request comes from another site, or for another host" },
  404: { title: "Not Found", says: "There is no such case or record" },
  405: { title: "Method Not Allowed", says: "The address does not answer to this method" },
  408: { title: "Request Timeout", says: "The request did not arrive in time" },
  409: { title: "Conflict", says: "The id is taken" },
  412: {
    title: "Precondition Failed",
    says: "The record has changed since it was read: the difference is given",
  },
  413: { title: "Content Too Large", says: "The body is too large" },
  415: { title: "Unsupported Media Type", says: "The body is of another type" },
  422: {
    title: "Unprocessable Content",
    says: "The record does not fit, or the case would not hold together: every place is named",
  },
  428: { title: "Precondition Required", says: "If-Match is missing" },
  429: { title: "Too Many Requests", says: "Too many requests" },
  431: { title: "Request Header Fields Too Large", says: "The headers are too large" },
  500: { title: "Internal Server Error", says: "Something in the server failed" },
  503: { title: "Service Unavailable", says: "The ledger cannot be written or read now" },
};

/** The statuses that any request may be refused with, whatever it asks. */
export const anywhere: readonly number[] = [403, 405, 429, 503];
