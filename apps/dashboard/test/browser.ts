import { findChromium } from "@mizan/chromium";
import { chromium, type BrowserServer } from "playwright-core";

/** Launches a browser that several test files connect to. */
export async function launchBrowser(): Promise<{ server: BrowserServer; close: () => Promise<void> }> {
  const { tidy, ...options } = await findChromium();
  const server = await chromium.launchServer(options);
  return {
    server,
    close: async () => {
      await server.close();
      tidy();
    },
  };
}
