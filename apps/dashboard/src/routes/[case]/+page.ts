/** What only some cases show on some visits comes only with them: what stands for an index, what is new to the reader. */
export async function load({ data }) {
  const [instead, SinceSeen] = await Promise.all([
    data.headline ? undefined : import("./unweighed.ts"),
    // A page that is refreshed while its server goes away stays as it is.
    data.since ? import("./SinceSeen.svelte").catch(() => undefined) : undefined,
  ]);
  return { ...data, instead, SinceSeen: SinceSeen?.default };
}
