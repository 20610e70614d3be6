import type { Content } from "./src/content.ts";

/** The page with a case put into its empty element; every `<` is escaped, so no text of the case can close the element. */
export function filled(page: string, content: Content): string {
  const text = JSON.stringify(content).replaceAll("<", "\\u003c");
  return page.replace(
    /(<script type="application\/json" id="case">)(<\/script>)/,
    (_, open: string, close: string) => open + text + close,
  );
}
