type Method = "GET" | "HEAD" | "POST" | "PATCH" | "DELETE";

const reading: readonly Method[] = ["GET", "HEAD"];

/** Every address that is served, and the methods that it answers to. What is not listed is not served. */
export const policy: Readonly<Record<string, readonly Method[]>> = {
  "/": reading,
  "/theme": ["POST"],
  "/healthz": reading,
  "/metrics": reading,
  "/api": reading,
  "/api/openapi.json": reading,
  "/api/cases": reading,
  "/api/cases/[case]": reading,
  "/api/cases/[case]/[view]": reading,
  "/api/cases/[case]/stream": ["GET"],
  "/api/cases/[case]/records/[kind]": [...reading, "POST"],
  "/api/cases/[case]/records/[kind]/[record]": [...reading, "PATCH", "DELETE"],
  "/[case]": reading,
  "/[case]/actors": reading,
  "/[case]/actors/[actor]": reading,
  "/[case]/briefing": reading,
  "/[case]/change-of-mind": reading,
  "/[case]/compare": reading,
  "/[case]/briefing/content": reading,
  "/[case]/events": reading,
  "/[case]/events/new": [...reading, "POST"],
  "/[case]/events/[event]": [...reading, "POST"],
  "/[case]/events/[event]/amend": [...reading, "POST"],
  "/[case]/factors": reading,
  "/[case]/factors/[factor]": reading,
  "/[case]/find": reading,
  "/[case]/find/content": reading,
  "/[case]/history": reading,
  "/[case]/indicators": [...reading, "POST"],
  "/[case]/judgements": reading,
  "/[case]/method": reading,
  "/[case]/parliament": reading,
  "/[case]/scenarios": reading,
  "/[case]/sources": reading,
  "/[case]/stakeholders": reading,
};

/** Names that are addresses of their own, so that no case can be served under them. */
export const reservedNames: ReadonlySet<string> = new Set(
  Object.keys(policy).flatMap((route) => /^\/([a-z]+)/.exec(route)?.[1] ?? []),
);
