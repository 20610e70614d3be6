import { inLanguage } from "@mizan/model";
import type { Briefing } from "../briefing.ts";
import type { Page } from "../slide.ts";

/** The case by its name, under scales that tilt as its index does. */
export function titlePages({ study }: Briefing): Page[] {
  return [{ title: inLanguage(study.case.title), citations: [], rule: study.case.summary }];
}
