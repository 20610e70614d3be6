const againMs = 500;

let patient = false;

/**
 * Makes pages wait for a server that is away for a moment: what a page asks of it is asked again until it answers, where
 * the framework would leave the page for an address that nobody serves.
 */
export function waitForServer(): void {
  if (patient) return;
  patient = true;
  const { fetch } = window;
  window.fetch = async (input, init) => {
    for (;;) {
      try {
        return await fetch(input, init);
      } catch (error) {
        const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
        if (!path.endsWith("/__data.json")) throw error;
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    }
  };
}
