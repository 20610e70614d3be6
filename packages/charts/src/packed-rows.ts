/** The first row, from 0, in which each stretch touches none before it. Deterministic: in the order given. */
export function packedRows(stretches: readonly { from: number; to: number }[], gap = 4): number[] {
  const rows: { from: number; to: number }[][] = [];
  return stretches.map((stretch) => {
    const free = rows.findIndex((row) =>
      row.every(({ from, to }) => stretch.from >= to + gap || stretch.to + gap <= from),
    );
    if (free >= 0) rows[free]!.push(stretch);
    else rows.push([stretch]);
    return free >= 0 ? free : rows.length - 1;
  });
}
