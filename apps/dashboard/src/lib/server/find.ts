import {
  dayFrom,
  isoDate,
  recordKinds,
  type Case,
  type Event,
  type LanguageMap,
  type RecordKind,
  type Tie,
} from "@mizan/model";
import { capital, dayText, kindName, periodText } from "@mizan/model/words";
import { pageLink } from "#lib/links.ts";
import { themes, type Theme } from "#lib/theme.ts";
import { recordAnchor, recordPath } from "#lib/trace/record-path.ts";
import { clocksOf, pagesOf } from "./frame.ts";
import { bestMatch, matchable, type Matchable } from "./rank.ts";
import type { Reading } from "./reading.ts";
import { recordTitle } from "./record-title.ts";

/** What was found of one kind, best first. */
export interface Found {
  name: string;
  rows: readonly FoundRow[];
  /** How many more of the kind there are. */
  more: number;
}

/** A record, a page or a command: where it leads, or the theme that it sets. */
export interface FoundRow {
  id: string;
  title: LanguageMap;
  /** The spelling that was found, where the title does not show it. */
  spelling: string | undefined;
  note: string | undefined;
  to: { href: string; reload?: boolean } | { theme: Theme };
}

/** Something that can be sought, by any of its texts. */
interface Findable {
  group: string;
  row: Omit<FoundRow, "spelling">;
  texts: readonly Matchable[];
}

/** A record that can be sought, of whatever address it is read at. */
interface Indexed {
  kind: RecordKind;
  id: string;
  path: string;
  title: LanguageMap;
  note: string | undefined;
  texts: readonly Matchable[];
}

/** What of a case fits a query, by kind, the kind of the best first; an empty query finds its pages and commands. */
export function find(reading: Reading, url: URL, id: string, query: string, most: number): Found[] {
  const sought = matchable(query);
  const asked = sought.plain.trim() !== "";
  const all = [
    ...(asked ? recordsOf(reading, url, id) : []),
    ...placesOf(reading, url, id),
    ...commandsOf(reading, url, id, query),
  ];
  const matches = all.flatMap(({ group, row, texts }) => {
    const match = asked ? bestMatch(texts, sought) : { rank: 0, text: "" };
    return match ? [{ group, rank: match.rank, row: { ...row, spelling: spellingOf(row.title, match.text) } }] : [];
  });
  return [...Map.groupBy(matches, ({ group }) => group)]
    .map(([name, found]) => ({ name, found: found.toSorted((a, b) => a.rank - b.rank) }))
    .toSorted((a, b) => a.found[0]!.rank - b.found[0]!.rank)
    .map(({ name, found }) => ({
      name,
      rows: found.slice(0, most).map(({ row }) => row),
      more: Math.max(0, found.length - most),
    }));
}

function spellingOf(title: LanguageMap, text: string): string | undefined {
  return text === "" || Object.values(title).includes(text) ? undefined : text;
}

const indexes = new WeakMap<Case, readonly Indexed[]>();

/** Every record of the case as it could be known, indexed once for all who seek in the same reading. */
function recordsOf({ balance, whatIf }: Reading, url: URL, id: string): Findable[] {
  const { study } = whatIf?.coded ?? balance;
  const indexed = indexes.get(study) ?? indexOf(study);
  indexes.set(study, indexed);
  return indexed.map(({ kind, path, title, note, texts, id: record }) => ({
    group: groupName(kind),
    row: {
      id: `${kind}-${record}`,
      title,
      note,
      to: { href: `${pageLink(url, id, path)}${recordAnchor({ kind, id: record })}` },
    },
    texts,
  }));
}

function groupName(kind: RecordKind): string {
  return kind === "chamber" ? "Lists" : capital(`${kindName(kind)}s`);
}

function indexOf(study: Case): Indexed[] {
  return recordKinds.flatMap((kind) =>
    study[kind].map((record) => {
      const title = recordTitle(study, kind, record);
      const path = kind === "ties" ? `actors/${(record as Tie).from}` : recordPath({ kind, id: record.id });
      const note = kind === "events" ? periodText((record as Event).when) : undefined;
      const texts = [...new Set([...Object.values(title), ...namesOf(record), record.id])].map(matchable);
      return { kind, id: record.id, path, title, note, texts };
    }),
  );
}

/** Every name, title, statement and alias of a record, in every language. */
function namesOf(record: object): string[] {
  const { name, shortName, title, shortTitle, statement, aliases } = record as Record<
    string,
    LanguageMap | string | undefined
  >;
  return [name, shortName, title, shortTitle, statement, aliases].flatMap((text) =>
    typeof text === "string" ? [text] : Object.values(text ?? {}),
  );
}

function placesOf({ whole }: Reading, url: URL, id: string): Findable[] {
  return pagesOf(whole).map(({ path, name }) => ({
    group: "Pages",
    row: { id: `page-${path}`, title: { en: name }, note: undefined, to: { href: pageLink(url, id, path) } },
    texts: [matchable(name)],
  }));
}

/** What can be done with the case beside reading a page: another day, two days, the talk, the theme. */
function commandsOf(reading: Reading, url: URL, id: string, query: string): Findable[] {
  const { previous, next, last, asOf } = clocksOf(reading);
  const command = (name: string, title: string, to: FoundRow["to"], ...others: string[]): Findable => ({
    group: "Commands",
    row: { id: `command-${name}`, title: { en: title }, note: undefined, to },
    texts: [title, ...others].map(matchable),
  });
  const onDay = (name: string, title: string, day: number | undefined, ...others: string[]) =>
    day === undefined
      ? []
      : [
          command(
            name,
            `${title}, ${dayText(day)}`,
            { href: pageLink(url, id, "", { asOf: isoDate(day) }) },
            "another day",
            ...others,
          ),
        ];
  return [
    ...onDay("asked", "Day asked for", dayFrom(query.trim()), query),
    ...onDay("before", "Day of the event before", previous),
    ...onDay("next", "Day of the next event", next),
    ...onDay("last", "Last day", asOf === last ? undefined : last),
    command("log", "Log an event", { href: pageLink(url, id, "events/new") }, "new event"),
    command("compare", "Compare two days", { href: pageLink(url, id, "compare") }),
    command("briefing", "Briefing", { href: pageLink(url, id, "briefing"), reload: true }, "talk", "slides"),
    ...themes.map((theme) => command(`theme-${theme}`, `Theme: ${theme}`, { theme })),
  ];
}
