import sans400 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url";
import sans600 from "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url";
import serif600 from "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url";

/** Addresses of the faces that every first screen needs, for `<link rel="preload" as="font">`. */
export const preloadedFonts: readonly string[] = [sans400, sans600, serif600];
