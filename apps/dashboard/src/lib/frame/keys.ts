/** What a key asks for. */
type Command = "find" | "keys" | "log" | "before" | "next";

/** The keys that every page of a case answers to, and what each does. */
export const keys: readonly { command: Command; keys: readonly string[]; does: string }[] = [
  { command: "find", keys: ["/", "Ctrl+K"], does: "Find a record, a page or a command" },
  { command: "log", keys: ["L"], does: "Log an event" },
  { command: "before", keys: ["["], does: "Go to the day of the event before" },
  { command: "next", keys: ["]"], does: "Go to the day of the next event" },
  { command: "keys", keys: ["?"], does: "Show these keys" },
];

const byKey = new Map(keys.flatMap(({ command, keys: own }) => own.map((key) => [key, command] as const)));

/** What keys say on a Latin keyboard that say a letter of another script now. */
const latin: Readonly<Record<string, string>> = { KeyK: "k", KeyL: "l" };

/** What a press of a key asks for; undefined while typing in a field or in a dialog, and for every other key. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  const { target, key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (event.defaultPrevented || event.repeat || event.isComposing || altKey) return undefined;
  if (shiftKey && (ctrlKey || metaKey)) return undefined;
  if (target instanceof Element && target.closest("input, select, textarea, [contenteditable], dialog"))
    return undefined;
  if (document.querySelector("dialog:modal")) return undefined;
  const said = (/^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) ? (latin[code] ?? key) : key).toUpperCase();
  return byKey.get(ctrlKey || metaKey ? `Ctrl+${said}` : said);
}
