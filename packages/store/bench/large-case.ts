import { dayOf, isoDate, type Case, type Event } from "@mizan/model";
import { bridge } from "../test/studies.ts";

const opening = dayOf("2018-01-01");
const days = 1096;

/** The bridge's case with very many events over three years, the same at every call. */
export function largeCase(id: string, count: number): Case {
  let seed = 1;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const events = Array.from({ length: count }, (_, i) => {
    const day = opening + draw(days);
    return {
      id: `event-${String(i).padStart(7, "0")}`,
      title: { en: `Event ${i}` },
      kind: "assault",
      when: draw(20) === 0 ? `${isoDate(day)}/${isoDate(day + draw(30))}` : isoDate(day),
      initiators: ["lower"],
      targets: ["upper"],
      effects: [
        {
          factor: draw(2) ? "bridge" : "grain",
          shift: [-3, -2, -1, 1, 2, 3][draw(6)],
          confidence: "moderate",
          rationale: "as the report has it",
          ...(draw(50) ? {} : { lasting: true }),
        },
      ],
      citations: [
        { source: "chronicle", published: isoDate(day + draw(10)), place: "p. 1", grade: "B2" },
        ...(draw(3)
          ? []
          : [{ source: "gazette", published: isoDate(day + 10 + draw(20)), place: "p. 2", grade: "C3" }]),
      ],
    };
  }) as unknown as Event[];
  const frame = {
    ...bridge.case,
    id: id as Case["case"]["id"],
    period: "2018-01-01/2020-12-31" as Case["case"]["period"],
  };
  return { ...bridge, case: frame, events };
}
