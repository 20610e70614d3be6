/** Lets a figure's trace open over the page where the reader is, without going to its top. */
export function keepPlace(event: MouseEvent): void {
  const figure = event.target instanceof Element ? event.target.closest("a[data-trace]") : null;
  figure?.setAttribute("data-sveltekit-reset", "false");
}
