/** What a case without an index shows in its place comes only with such a case. */
export async function load({ data }) {
  return { ...data, instead: data.headline ? undefined : await import("./unweighed.ts") };
}
