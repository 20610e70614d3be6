const iraq = "khadimi-kh-2020";

/** Every kind of page, for each case that has it. */
export const pages: readonly string[] = [
  "/",
  "/api",
  ...[
    "",
    "/events",
    "/events/al-hashimi-killed",
    "/events/al-hashimi-killed/amend",
    "/events/new",
    "/actors",
    "/actors/kataib-hezbollah",
    "/factors",
    "/factors/credibility",
    "/factors/posture",
  ].map((path) => `/${iraq}${path}`),
  ...[
    "/scenarios",
    "/judgements",
    "/indicators",
    "/change-of-mind",
    "/compare",
    "/parliament",
    "/stakeholders",
    "/sources",
    "/method",
    "/history",
    "/find",
  ].map((path) => `/${iraq}${path}`),
  `/${iraq}/history?kind=events&all`,
  `/${iraq}/find?q=hezbollah`,
  `/${iraq}/scenarios?cell=posture-ease-off-credibility/impunity`,
  `/${iraq}?trace=index`,
  `/${iraq}/factors?trace=index&trace=level/credibility`,
  `/${iraq}/compare?from=2020-05-20&knownFrom=2020-06-01&trace=between/index&trace=then/index`,
  `/${iraq}?asOf=2020-05-20&knownAt=2020-06-01`,
  `/${iraq}?asOf=2019-12-01`,
  `/${iraq}/events?text=nobody-ever-wrote-this`,
  `/${iraq}?if=baseline.credibility.3`,
  `/${iraq}/change-of-mind?if=baseline.credibility.3`,
  `/${iraq}/scenarios?if=baseline.credibility.3`,
  ...["", "/factors", "/factors/economy", "/scenarios", "/change-of-mind", "/sources", "/method"].map(
    (path) => `/somewhereland${path}`,
  ),
];

/** Pages with figures, read for their traces. */
export const pagesWithFigures = pages.filter((path) => path !== "/" && path !== "/api" && !path.includes("?"));
