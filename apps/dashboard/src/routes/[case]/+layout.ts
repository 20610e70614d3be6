/** The trace panel and the bar of what is supposed come with the page only where there is one. */
export async function load({ data }) {
  const [Panel, WhatIfBar] = await Promise.all([
    data.panel ? import("#lib/trace/TracePanel.svelte").then((panel) => panel.default) : undefined,
    data.frame.whatIf ? import("#lib/what-if/WhatIfBar.svelte").then((bar) => bar.default) : undefined,
  ]);
  return { ...data, Panel, WhatIfBar };
}
