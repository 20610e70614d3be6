/** The trace panel comes with the page only where one is open. */
export async function load({ data }) {
  const Panel = data.panel ? (await import("#lib/trace/TracePanel.svelte")).default : undefined;
  return { ...data, Panel };
}
