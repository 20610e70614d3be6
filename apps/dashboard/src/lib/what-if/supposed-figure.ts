import type { DrawnFigure } from "@mizan/charts";
import { figureText } from "@mizan/model/words";
import type { ChangedFigure } from "#lib/server/what-if.ts";

/** Figures that rest on another figure: of an earlier day, or a change. */
const resting: Readonly<Record<string, string>> = {
  "index-on": "index",
  change: "index",
  "level-on": "level",
  "level-change": "level",
  "points-on": "points",
};

/**
 * Whether a figure is another by what is supposed, and what it was; a figure that reads the same is not. The trace of a
 * figure explains others too, such as the ends of its band: what those were is not said.
 */
export function supposedFigure(
  changed: Readonly<Record<string, ChangedFigure>> | undefined,
  { trace, form, value }: DrawnFigure,
): { was?: number } | undefined {
  if (!changed) return undefined;
  const [kind = "", of] = trace.split("/");
  // What an event's points are made of stands on its own: its shift, its evidence, what is left of it.
  if (kind.startsWith("points") && form !== "points") return undefined;
  const own = Object.hasOwn(changed, trace) ? changed[trace]! : undefined;
  if (own && value === own.now)
    return figureText(own.was, form) === figureText(own.now, form) ? undefined : { was: own.was };
  if (own) return {};
  const rests = Object.hasOwn(resting, kind) ? resting[kind]! : undefined;
  return rests && Object.hasOwn(changed, rests === "index" ? rests : `${rests}/${of}`) ? {} : undefined;
}
