import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defaultClientConditions, defaultServerConditions, defineConfig } from "vite";

const source = "x-source";
const shared = /\/(?:packages\/(?:charts|model)|apps\/dashboard)\/src\/(?!routes)/;

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Our own hook looks at every unsafe request, whatever its type, and answers as the interface does.
      csrf: { trustedOrigins: ["*"] },
      csp: {
        mode: "nonce",
        directives: {
          "default-src": ["self"],
          "script-src": ["self"],
          "style-src": ["self"],
          // Svelte writes style attributes.
          "style-src-attr": ["unsafe-inline"],
          "img-src": ["self", "data:"],
          "font-src": ["self", "data:"],
          "object-src": ["none"],
          "base-uri": ["none"],
          "form-action": ["self"],
          "frame-ancestors": ["self"],
        },
      },
    }),
  ],
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: {
    noExternal: ["@mizan/model", "@mizan/charts"],
    resolve: { conditions: [source, ...defaultServerConditions] },
  },
  environments: {
    // What most pages share comes as one file: many small ones compress worse.
    client: {
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: "shared", test: shared, minShareCount: 3 }] } },
        },
      },
    },
    // These stay outside the bundle: the reader of cases finds its folders beside its own file, the store its drivers.
    ssr: { build: { rolldownOptions: { external: ["@mizan/cases", "@mizan/store"] } } },
  },
});
