import * as z from "zod";
import { Actor } from "./actor.ts";
import { Alert } from "./alert.ts";
import { ChamberList } from "./chamber-list.ts";
import { Event } from "./event.ts";
import { Factor } from "./factor.ts";
import { Frame } from "./frame.ts";
import { Impact } from "./impact.ts";
import { Indicator } from "./indicator.ts";
import { Judgement } from "./judgement.ts";
import { Option } from "./option.ts";
import { Outcome } from "./outcome.ts";
import { Source } from "./source.ts";
import { Stakeholder } from "./stakeholder.ts";
import { Tie } from "./tie.ts";

/** The schema of one record of each kind; the keys are the file names of a case folder. */
export const recordSchemas = {
  sources: Source,
  actors: Actor,
  ties: Tie,
  events: Event,
  factors: Factor,
  impacts: Impact,
  options: Option,
  outcomes: Outcome,
  judgements: Judgement,
  indicators: Indicator,
  stakeholders: Stakeholder,
  chamber: ChamberList,
  alerts: Alert,
} as const;

/** A whole case as one object: its frame and a list of records of each kind; a kind without records may be left out. */
export const Case = z.strictObject({
  case: Frame,
  sources: z.array(Source).default([]),
  actors: z.array(Actor).default([]),
  ties: z.array(Tie).default([]),
  events: z.array(Event).default([]),
  factors: z.array(Factor).default([]),
  impacts: z.array(Impact).default([]),
  options: z.array(Option).default([]),
  outcomes: z.array(Outcome).default([]),
  judgements: z.array(Judgement).default([]),
  indicators: z.array(Indicator).default([]),
  stakeholders: z.array(Stakeholder).default([]),
  chamber: z.array(ChamberList).default([]),
  alerts: z.array(Alert).default([]),
});
export type Case = z.infer<typeof Case>;
