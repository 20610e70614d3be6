import type { Plugin } from "vite";

/**
 * Writes the `<` of tags inside the code's strings as `\x3C`, so that a reader of the page finds each script and style
 * element where it stands and nowhere else.
 */
export function tagsHidden(): Plugin {
  return {
    name: "mizan:tags-hidden",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk") chunk.code = chunk.code.replace(/<(?=\/?(?:script|style)\b|!--)/gi, "\\x3C");
      }
    },
  };
}
