/**
 * Gives the focus to a figure of the page by its trace key: to the one it was taken from where that is still there, else
 * to the first that is seen, else to one in a table that is closed, which opens.
 */
export function focusFigure(key: string, left: Element | null): void {
  const figures = [...document.querySelectorAll<HTMLElement>(`a[data-trace="${CSS.escape(key)}"]`)];
  const figure =
    figures.find((candidate) => candidate === left) ??
    figures.find((candidate) => candidate.checkVisibility()) ??
    figures.find((candidate) => candidate.closest("details"));
  figure?.closest("details")?.toggleAttribute("open", true);
  figure?.focus();
}
