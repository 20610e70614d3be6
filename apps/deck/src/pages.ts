/** Height of a slide's body under a title of two lines. */
export const bodyHeight = 494;

/** True for rows that leave three quarters of a page free, so that they may stand larger. */
export function isSparse<Row>(rows: readonly Row[], heightOf: (row: Row) => number): boolean {
  return rows.reduce((sum, row) => sum + heightOf(row), 0) <= bodyHeight / 4;
}

/**
 * Rows spread over as few pages as hold them, in order and as evenly as their heights allow. A row that is higher than a
 * page gets one of its own.
 */
export function inPages<Row>(rows: readonly Row[], heightOf: (row: Row) => number, room: number): Row[][] {
  const fewest = filled(rows, heightOf, room);
  for (let less = room / 2; less < room; less += room / 40) {
    const pages = filled(rows, heightOf, less);
    if (pages.length <= fewest.length) return pages;
  }
  return fewest;
}

function filled<Row>(rows: readonly Row[], heightOf: (row: Row) => number, room: number): Row[][] {
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    const height = heightOf(row);
    if (pages.length === 0 || height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(row);
    left -= height;
  }
  return pages;
}
