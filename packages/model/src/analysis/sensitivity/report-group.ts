import type { Balance } from "../balance.ts";
import { notchRange } from "./coding.ts";
import { reportMoved, gradeCoding, type LeverGroup } from "./index-lever.ts";
import type { Move, MoveGroup } from "./joint-flip.ts";

/** Citations of one report whose choices are all tried; of more, they are taken in the order they are cited. */
const mostCitations = 10;

/** The chance that a report is right when the j citations that do most are moved one place, for j from 0. */
type Reports = readonly { report: number; citations: readonly number[] }[];

/**
 * The effects and citations of one report as a group of moves. With i shifts moved towards the other side (the strongest
 * first, whatever the report's chance) and j citations moved, up where the report then speaks for that side and down
 * where it speaks against it, the best of all i + j = k is the gain of k moves.
 */
export function reportGroup(balance: Balance, group: LeverGroup, toward: 1 | -1): MoveGroup {
  const { event, levers } = group;
  const pulls = levers.map(({ shift, strength }) => {
    const coding = { kind: "shift" as const, event: event.id, factor: shift.factor };
    const { down, up } = notchRange(balance.study, coding);
    return {
      move: { coding, notches: toward } satisfies Move,
      room: (toward > 0 ? up : down) > 0,
      factor: shift.factor,
      steps: shift.steps,
      strength: strength * shift.attribution,
    };
  });
  const [up, down] = [movedReports(balance, group, 1), movedReports(balance, group, -1)];
  const gains: MoveGroup["gains"] = (doublings) => {
    const weighed = pulls.map((pull) => ({
      ...pull,
      strength: pull.strength * 2 ** (doublings.get(pull.factor) ?? 0),
    }));
    const movable = weighed.filter(({ room }) => room).toSorted((a, b) => b.strength - a.strength);
    let pull = toward * weighed.reduce((sum, { strength, steps }) => sum + strength * steps, 0);
    const before = pull * up[0]!.report;
    const best: { gain: number; moves: readonly Move[] }[] = [];
    for (let shifted = 0; shifted <= movable.length; shifted++) {
      if (shifted > 0) pull += movable[shifted - 1]!.strength;
      const [reports, notches] = pull > 0 ? [up, 1 as const] : [down, -1 as const];
      reports.forEach(({ report, citations }, graded) => {
        const gain = pull * report - before;
        if (gain <= (best[shifted + graded]?.gain ?? -Infinity)) return;
        const shifts = movable.slice(0, shifted).map(({ move }) => move);
        const grades = citations.map((citation): Move => ({
          coding: gradeCoding(event.id, group.effect, citation),
          notches,
        }));
        best[shifted + graded] = { gain, moves: [...shifts, ...grades] };
      });
    }
    return best;
  };
  return {
    factors: [...new Set(pulls.map(({ factor }) => factor))],
    exact: group.citations.length <= mostCitations,
    gains,
  };
}

/** The least and the most a group's report can be right with any of its citations moved one place, 0 to 1. */
export function reportExtremes(balance: Balance, group: LeverGroup): { least: number; most: number } {
  const [down, up] = [movedReports(balance, group, -1), movedReports(balance, group, 1)];
  return {
    least: Math.min(...down.map(({ report }) => report)),
    most: Math.max(...up.map(({ report }) => report)),
  };
}

function movedReports(balance: Balance, group: LeverGroup, direction: 1 | -1): Reports {
  const movable = group.citations.flatMap((_, citation) => {
    const { down, up } = notchRange(balance.study, gradeCoding(group.event.id, group.effect, citation));
    return (direction > 0 ? up : down) > 0 ? [citation] : [];
  });
  const reportOf = (citations: readonly number[]) =>
    reportMoved(group, new Map(citations.map((citation) => [citation, direction])), balance);
  const best = [{ report: group.levers[0]!.shift.report, citations: [] as readonly number[] }];
  if (group.citations.length > mostCitations) {
    for (let count = 1; count <= movable.length; count++) {
      const citations = movable.slice(0, count);
      best.push({ report: reportOf(citations), citations });
    }
    return best;
  }
  for (let subset = 1; subset < 1 << movable.length; subset++) {
    const citations = movable.filter((_, i) => subset & (1 << i));
    const report = reportOf(citations);
    const held = best[citations.length];
    if (!held || direction * (report - held.report) > 0) best[citations.length] = { report, citations };
  }
  return best;
}
