/** Texts of a slide that its style cuts without a tooltip that holds them whole. Runs in the browser. */
export function cutSilently(id: string): string[] {
  const slide = document.getElementById(id)!;
  return [...slide.querySelectorAll<HTMLElement>(".page *")].flatMap((element) => {
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element);
    const cuts = overflowX !== "visible" && (textOverflow === "ellipsis" || webkitLineClamp !== "none");
    const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 9;
    if (!cuts || !isCut || element.closest("[title]") || element.closest(".hidden")) return [];
    return [`${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 40)}" is cut without a tooltip`];
  });
}
