import { atEachEngine as atEachPlace, type MeasuredPlace } from "@mizan/store/bench/places";

/** A place for a server's ledger on one engine: the environment that names it. */
export interface Place extends Pick<MeasuredPlace, "name"> {
  env: { MIZAN_DATA: string; MIZAN_DATABASE_URL?: string };
}

/** The limits of one address, out of the way of a measurement. */
export const unlimited = {
  MIZAN_READS_PER_MINUTE: "100000000",
  MIZAN_WRITES_PER_MINUTE: "100000000",
  MIZAN_STREAMS_PER_CLIENT: "100000",
};

/** Lends an empty place of each engine, one after the other. */
export async function atEachEngine(use: (place: Place) => Promise<void>): Promise<void> {
  await atEachPlace(({ name, location }) => {
    const url = "url" in location ? { MIZAN_DATABASE_URL: location.url } : {};
    return use({ name, env: { MIZAN_DATA: location.folder, ...url } });
  });
}
