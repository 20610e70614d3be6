import type { Case } from "../../case.ts";
import type { Citation } from "../../citation.ts";
import type { Event, EventId } from "../../event.ts";
import type { FactorId, StateId } from "../../factor.ts";
import type { ImpactId } from "../../impact.ts";
import type { OptionId } from "../../option.ts";
import { balanceAt, type Balance, type Clocks } from "../balance.ts";
import type { BalanceIndex } from "../balance-index.ts";
import { begunEvents } from "../begun.ts";
import { citationsOf, citedBy, originOf } from "../known.ts";
import { coursesOf, destination } from "../outlook/destination.ts";
import { finish, type Task } from "../task.ts";
import { turns } from "./index-flip.ts";

/** What a case comes to without one outlet, or without one origin whose reports several outlets carry. */
export interface KnockOut {
  kind: "outlet" | "origin";
  /** The source's id, or the origin as citations name it. */
  id: string;
  /** Undefined for a case without an index. */
  index: BalanceIndex | undefined;
  /** True where the index then lies on the other side of parity. */
  turns: boolean;
  /** Of the events that had begun and were known: those that nothing reports any more. */
  lost: readonly EventId[];
  /** Of the same, those that fewer reports stand behind. */
  weakened: readonly EventId[];
  /** Rows of the cross-impact matrix that nothing stands behind any more. */
  lostImpacts: readonly ImpactId[];
  /** Factors whose present state is another. */
  states: readonly { factor: FactorId; before: StateId | undefined; after: StateId | undefined }[];
  /** Courses of action, and none, that lead elsewhere. */
  destinations: readonly (OptionId | undefined)[];
}

/** The knock-outs in one go, as {@link knockOutsTask} gives them, with its errors: METHODS §9 (b). */
export function knockOuts(study: Case, clocks: Clocks): KnockOut[] {
  return finish(knockOutsTask(study, clocks));
}

/**
 * The case without each outlet (what it published and what it relayed) and without each origin, the one that moves the
 * index most first. Events and cells of the matrix go with the last citation they rest on; baselines and weights are the
 * author's and stay. Origins that are one outlet's alone are not listed again; nor is what nothing that counts cites. Each
 * index runs from −100 to 100. Progress counts outlets and origins. Throws MatrixError for a case of more than 60 factors.
 * METHODS §9 (b).
 */
export function* knockOutsTask(study: Case, clocks: Clocks): Task<KnockOut[]> {
  const before = balanceAt(study, clocks);
  const from = before.index?.index ?? 0;
  const candidates = [
    ...study.sources.map(({ id }) => ({ kind: "outlet" as const, id: id as string })),
    ...sharedOrigins(study).map((id) => ({ kind: "origin" as const, id })),
  ];
  const found: KnockOut[] = [];
  for (const [place, { kind, id }] of candidates.entries()) {
    yield { count: place, share: place / candidates.length };
    const carries =
      kind === "outlet"
        ? ({ source, via }: Citation) => source === id || via === id
        : (citation: Citation) => originOf(citation) === id;
    const one = knockOut(study, clocks, before, kind, id, carries);
    if (one) found.push(one);
  }
  return found.toSorted((a, b) => Math.abs((b.index?.index ?? 0) - from) - Math.abs((a.index?.index ?? 0) - from));
}

/** Undefined where nothing that counts cites it. */
function knockOut(
  study: Case,
  clocks: Clocks,
  before: Balance,
  kind: KnockOut["kind"],
  id: string,
  carries: (citation: Citation) => boolean,
): KnockOut | undefined {
  const stays = (citation: Citation) => !carries(citation);
  const isLost = (citations: readonly Citation[]) => citations.length > 0 && !citations.some(stays);
  const [lost, weakened] = [[], []] as [Event[], Event[]];
  for (const event of begunEvents(before))
    if (isLost(citationsOf(event))) lost.push(event);
    else if (citationsOf(event).some(carries)) weakened.push(event);
  const lostImpacts = study.impacts.filter(({ citations = [] }) => isLost(citations));
  if (lost.length === 0 && weakened.length === 0 && lostImpacts.length === 0) return undefined;
  const impacts = study.impacts.filter((impact) => !lostImpacts.includes(impact));
  const events = study.events.filter((event) => !isLost(citationsOf(event))).map((event) => citedBy(event, stays));
  const after = balanceAt({ ...study, events, impacts }, clocks);
  const end = (balance: Balance, option: OptionId | undefined) => destination(balance, option)?.end.join(";");
  return {
    kind,
    id,
    index: after.index,
    turns: after.index !== undefined && turns(after.index.x, Math.sign(before.index!.x)),
    lost: lost.map((event) => event.id),
    weakened: weakened.map((event) => event.id),
    lostImpacts: lostImpacts.map((impact) => impact.id),
    states: after.states.flatMap(({ factor, state }, i) =>
      before.states[i]!.state === state ? [] : [{ factor, before: before.states[i]!.state, after: state }],
    ),
    destinations: coursesOf(study).filter((option) => end(before, option) !== end(after, option)),
  };
}

/** Origins named by citations of more than one outlet, or under another name than their one outlet's. */
function sharedOrigins({ events }: Case): string[] {
  const outlets = new Map<string, Set<string>>();
  for (const citation of events.flatMap(citationsOf)) {
    const origin = originOf(citation);
    outlets.set(origin, (outlets.get(origin) ?? new Set()).add(citation.source));
  }
  return [...outlets].filter(([origin, carriers]) => carriers.size > 1 || !carriers.has(origin)).map(([id]) => id);
}
