/** A place in a grid that need not be full. */
export interface GridPlace {
  row: number;
  column: number;
}

/** The place an arrow key, Home or End leads to: the nearest one in the same row or column; undefined where there is none. */
export function nextPlace<Place extends GridPlace>(
  places: readonly Place[],
  from: GridPlace,
  key: string,
): Place | undefined {
  const row = places.filter((place) => place.row === from.row).toSorted((a, b) => a.column - b.column);
  const column = places.filter((place) => place.column === from.column).toSorted((a, b) => a.row - b.row);
  switch (key) {
    case "ArrowRight":
      return row.find((place) => place.column > from.column);
    case "ArrowLeft":
      return row.findLast((place) => place.column < from.column);
    case "ArrowDown":
      return column.find((place) => place.row > from.row);
    case "ArrowUp":
      return column.findLast((place) => place.row < from.row);
    case "Home":
      return row[0];
    case "End":
      return row.at(-1);
    default:
      return undefined;
  }
}

/** Makes the links of a grid, in the order of its places, one stop of the keyboard, moved through by the arrow keys. */
export function gridKeys(places: readonly GridPlace[]): (grid: Element) => () => void {
  return (grid) => {
    const links = [...grid.querySelectorAll("a")];
    const stop = (at: number) => links.forEach((link, i) => link.setAttribute("tabindex", i === at ? "0" : "-1"));
    const indexed = places.map((place, i) => ({ ...place, i }));
    stop(
      Math.max(
        0,
        links.findIndex((link) => link.hasAttribute("aria-current")),
      ),
    );
    const focused = ({ target }: Event) => {
      const at = links.findIndex((link) => link === target);
      if (at >= 0) stop(at);
    };
    const pressed = (event: Event) => {
      const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
      const from = places[links.findIndex((link) => link === event.target)];
      const next = from && !ctrlKey && !altKey && !metaKey ? nextPlace(indexed, from, key) : undefined;
      if (!next) return;
      event.preventDefault();
      links[next.i]!.focus();
    };
    grid.addEventListener("focusin", focused);
    grid.addEventListener("keydown", pressed);
    return () => {
      grid.removeEventListener("focusin", focused);
      grid.removeEventListener("keydown", pressed);
    };
  };
}
