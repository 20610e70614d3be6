import { themeCookie, themeOf } from "#lib/theme.ts";

export function load({ cookies }) {
  return { theme: themeOf(cookies.get(themeCookie)) };
}
