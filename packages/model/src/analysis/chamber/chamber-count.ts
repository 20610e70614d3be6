import type { Case } from "../../case.ts";

/** Seats for and against the case's motion, and what the declared lists are short of. */
export interface ChamberCount {
  quota: number;
  members: number;
  for: number;
  against: number;
  undecided: number;
  /** Votes still needed; 0 when the declared lists carry the motion. */
  short: number;
}

/** How the chamber stands on the motion, in seats. Undefined for a case without one. METHODS §8. */
export function chamberCount({ case: { motion }, chamber }: Case): ChamberCount | undefined {
  if (!motion) return undefined;
  const seats = (stance: string) => chamber.reduce((sum, list) => sum + (list.stance === stance ? list.seats : 0), 0);
  const count = {
    quota: motion.quota,
    members: motion.members,
    for: seats("for"),
    against: seats("against"),
    undecided: seats("undecided"),
  };
  return { ...count, short: Math.max(0, count.quota - count.for) };
}
