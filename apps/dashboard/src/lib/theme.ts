/** What a reader may choose; `system` follows the machine. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The cookie that keeps the choice, so that the first paint has it. */
export const themeCookie = "theme";

/** A theme that was asked for or kept; anything else is the system's. */
export function themeOf(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
