/** What of a slide's content lies outside its page, on its footer, or on other text. Runs in the browser. */
export function misplaced(id: string): string[] {
  const slide = document.getElementById(id)!;
  const page = slide.querySelector(".page")!.getBoundingClientRect();
  const foot = slide.querySelector(".foot")!.getBoundingClientRect();
  const scale = page.width / 1280;
  const found: string[] = [];
  const hidden = (element: Element) => element.closest(".hidden, .notes, title, caption") !== null;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
  const clips = (element: Element) => getComputedStyle(element).overflowX !== "visible";
  const clipped = (element: Element): boolean => {
    const parent = element.parentElement!;
    return !parent.matches(".body") && (clips(parent) || clipped(parent));
  };
  const inBody = [...slide.querySelectorAll(".body *")].filter(
    (element) => !hidden(element) && (element.closest("svg") || !clipped(element)),
  );

  for (const element of inBody) {
    if (element.closest("svg") && element.tagName !== "text") continue;
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    if (width === 0) continue;
    if (left < page.left - 1 || right > page.right + 1 || top < page.top - 1)
      found.push(`${name(element)} lies outside the page`);
    if (bottom > foot.top + 1)
      found.push(`${name(element)} reaches ${Math.round((bottom - foot.top) / scale)} px into the footer`);
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      !clips(element) &&
      element.clientWidth > 0 &&
      element instanceof HTMLElement
    )
      found.push(`${name(element)} is wider than its box`);
  }

  const heading = slide.querySelector("h2");
  const texts = [
    ...(heading ? [heading] : []),
    ...inBody.filter((element) => element.tagName === "text" || isLeafText(element)),
  ];
  const boxes = texts.map((element) => ({ element, box: textBox(element) }));
  boxes.forEach(({ element, box }, i) => {
    for (const other of boxes.slice(i + 1)) {
      if (element.contains(other.element) || other.element.contains(element)) continue;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (wide > 2 * scale && high > 6 * scale) found.push(`${name(element)} lies on ${name(other.element)}`);
    }
  });
  return found;

  function isLeafText(element: Element): boolean {
    if (element.closest("svg")) return false;
    return (
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== "") &&
      !element.parentElement!.closest("p, td, th, li, h2, h3, dt, dd")
    );
  }

  function textBox(element: Element): DOMRect {
    if (element.tagName === "text" || clips(element)) return element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  }
}
