import { spanOf } from "../edtf.ts";
import { add, cite, type Draft, type Findings, type Refer } from "./findings.ts";

/** The frame: its motion agrees with the chamber, its sides are named where they are needed, its period opens on a day. */
export function frameRules({ study, ids, unread }: Draft, refer: Refer, found: Findings): void {
  if (!study.case) return;
  const { assessment, motion, sides, issues } = study.case;
  refer("sources", assessment, ["case", "assessment"]);
  if (motion) {
    cite(motion.citations, ["case", "motion", "citations"], refer);
    if (motion.quota > motion.members)
      add(
        found,
        ["case", "motion", "quota"],
        `expected a quota of at most the ${motion.members} members`,
        motion.quota,
      );
    const seats = study.chamber.reduce((sum, list) => sum + list.seats, 0);
    if (!unread.includes("chamber") && study.chamber.length === ids.chamber.size && seats !== motion.members)
      add(found, ["case", "motion", "members"], `the lists hold ${seats} seats`, motion.members);
  } else if (study.chamber.length > 0) {
    add(found, ["case"], "a chamber needs a motion with its quota", undefined);
  }
  if (!sides && study.factors.some((factor) => factor.scale))
    add(found, ["case"], "factors with a scale need the two sides of the case named", undefined);
  const seen = new Set<string>();
  issues?.forEach(({ id }, i) => {
    if (seen.has(id)) add(found, ["case", "issues", i, "id"], "id already used", id);
    seen.add(id);
  });
  if (spanOf(study.case.period).start === undefined)
    add(found, ["case", "period"], "expected a period with an opening day", study.case.period);
}
