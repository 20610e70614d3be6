/** What a case without an index shows in the place of one. */
export { default as NoIndex } from "./NoIndex.svelte";
export { default as Unweighed } from "./Unweighed.svelte";
