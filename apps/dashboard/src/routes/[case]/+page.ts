/** What only some cases show on some visits comes only with them: what stands for an index, what is new to the reader. */
export async function load({ data }) {
  const [instead, SinceSeen] = await Promise.all([
    data.headline ? undefined : import("./unweighed.ts"),
    data.since ? import("./SinceSeen.svelte") : undefined,
  ]);
  return { ...data, instead, SinceSeen: SinceSeen?.default };
}
