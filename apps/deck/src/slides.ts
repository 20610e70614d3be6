import { tiesAt } from "@mizan/model/words";
import { slide, type Slide } from "./slide.ts";
import { bottomLinePages } from "./slides/bottom-line.ts";
import BottomLine from "./slides/BottomLine.svelte";
import { contestPages } from "./slides/contest.ts";
import Contest from "./slides/Contest.svelte";
import { coursesPages } from "./slides/courses.ts";
import Courses from "./slides/Courses.svelte";
import { factorLevelsPages } from "./slides/factor-levels.ts";
import Levels from "./slides/Levels.svelte";
import { impactRows, impactsPages } from "./slides/impacts.ts";
import Impacts from "./slides/Impacts.svelte";
import { indexPages } from "./slides/index-line.ts";
import IndexLine from "./slides/IndexLine.svelte";
import { judgementsPages } from "./slides/judgements.ts";
import Judgements from "./slides/Judgements.svelte";
import { hasMoved, movedPages } from "./slides/moved.ts";
import Moved from "./slides/Moved.svelte";
import { networkPages } from "./slides/network.ts";
import Network from "./slides/Network.svelte";
import { parliamentPages } from "./slides/parliament.ts";
import Parliament from "./slides/Parliament.svelte";
import { opposedPulls, precedentPages } from "./slides/precedent.ts";
import Precedent from "./slides/Precedent.svelte";
import { sourcesPages } from "./slides/sources.ts";
import Sources from "./slides/Sources.svelte";
import { statesPages } from "./slides/states.ts";
import States from "./slides/States.svelte";
import { timelinePages } from "./slides/timeline.ts";
import Timeline from "./slides/Timeline.svelte";
import { titlePages } from "./slides/title.ts";
import Title from "./slides/Title.svelte";
import { watchPages } from "./slides/watch.ts";
import Watch from "./slides/Watch.svelte";

/** The order of the talk. */
export const slides: readonly Slide[] = [
  slide({ id: "title", component: Title, cover: true, applies: () => true, pages: titlePages }),
  slide({ id: "bottom-line", component: BottomLine, applies: () => true, pages: bottomLinePages }),
  slide({ id: "contest", component: Contest, applies: ({ study }) => study.actors.length > 0, pages: contestPages }),
  slide({
    id: "network",
    component: Network,
    applies: ({ study, asOf }) => tiesAt(study, asOf).length > 0,
    pages: networkPages,
  }),
  slide({ id: "timeline", component: Timeline, applies: ({ happened }) => happened.length > 0, pages: timelinePages }),
  slide({ id: "index", component: IndexLine, applies: ({ series }) => series.length > 1, pages: indexPages }),
  slide({
    id: "factors",
    component: Levels,
    applies: ({ balance, asOf, opening }) => balance.levels.length > 0 && asOf >= opening,
    pages: factorLevelsPages,
  }),
  slide({
    id: "states",
    component: States,
    applies: ({ study, balance }) => study.factors.length > 0 && balance.levels.length === 0,
    pages: statesPages,
  }),
  slide({
    id: "impacts",
    component: Impacts,
    applies: ({ study, balance }) => !balance.index && impactRows(study).length > 0,
    pages: impactsPages,
  }),
  slide({ id: "moved", component: Moved, applies: hasMoved, pages: movedPages }),
  slide({
    id: "precedent",
    component: Precedent,
    applies: (briefing) => opposedPulls(briefing) !== undefined,
    pages: precedentPages,
  }),
  slide({
    id: "parliament",
    component: Parliament,
    applies: ({ study }) => study.case.motion !== undefined && study.chamber.length > 0,
    pages: parliamentPages,
  }),
  slide({ id: "courses", component: Courses, applies: ({ options }) => options.length > 0, pages: coursesPages }),
  slide({
    id: "judgements",
    component: Judgements,
    applies: ({ judgements }) => judgements.length > 0,
    pages: judgementsPages,
  }),
  slide({
    id: "watch",
    component: Watch,
    applies: ({ indicators, expected }) => indicators.length + expected.length > 0,
    pages: watchPages,
  }),
  slide({ id: "sources", component: Sources, applies: ({ study }) => study.sources.length > 0, pages: sourcesPages }),
];
