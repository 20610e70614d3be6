import { readFileSync } from "node:fs";
import type { VotingList } from "../../../src/analysis/chamber/index.ts";

const council = JSON.parse(
  readFileSync(new URL("../../published/iraq-council-2018.json", import.meta.url), "utf8"),
) as { quota: number; lists: { name: string; seats: number }[] };

const declared: Record<string, VotingList["stance"]> = {
  Fatah: "for",
  "State of Law": "for",
  "National Wisdom Movement (Hikma)": "against",
};

/** Iraq's lists as the first case has them on the motion of no confidence, each by its name. */
export const lists: readonly VotingList[] = council.lists.map(({ name, seats }) => ({
  id: name,
  seats,
  stance: declared[name] ?? "undecided",
}));
export const { quota } = council;
