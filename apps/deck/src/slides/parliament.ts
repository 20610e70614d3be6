import { inLanguage } from "@mizan/model";
import { chamberCount, type ChamberCount } from "@mizan/model/chamber";
import type { Briefing } from "../briefing.ts";
import { citationsOf } from "../citation-text.ts";
import type { Page } from "../slide.ts";

export interface ParliamentPage extends Page {
  count: ChamberCount;
}

/** How the chamber stands on the motion. */
export function parliamentPages({ study }: Briefing): ParliamentPage[] {
  const count = chamberCount(study)!;
  const motion = study.case.motion!;
  const name = inLanguage(motion.name);
  const declared = study.chamber.filter(({ stance }) => stance !== "undecided");
  return [
    {
      title:
        count.short > 0
          ? `${name}: the lists counted for it are ${count.short} votes short of ${count.quota}`
          : `${name}: the lists counted for it carry the motion, ${count.for} of ${count.members}`,
      citations: citationsOf([motion, ...declared]),
      rule: ["Seats by list and the stance recorded for each.", motion.note, ...declared.map(({ note }) => note)]
        .filter(Boolean)
        .join(" "),
      count,
    },
  ];
}
