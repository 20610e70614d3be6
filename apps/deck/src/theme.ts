/** Sets the theme the address asks for, else leaves it to the reader's system; a print is always light. */
export function setTheme(page: Document): void {
  const query = new URLSearchParams(location.search);
  const asked = query.get("theme");
  const printed = query.has("print-pdf") || query.get("view") === "print";
  const theme = asked === "light" || asked === "dark" ? asked : printed ? "light" : undefined;
  if (theme) page.documentElement.dataset["theme"] = theme;

  let before: string | undefined;
  addEventListener("beforeprint", () => {
    before = page.documentElement.dataset["theme"];
    page.documentElement.dataset["theme"] = "light";
  });
  addEventListener("afterprint", () => {
    if (before === undefined) delete page.documentElement.dataset["theme"];
    else page.documentElement.dataset["theme"] = before;
  });
}
