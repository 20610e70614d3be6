import type { Pole } from "./side-class.ts";
import { tenth } from "./tenth.ts";

/** The outline of a side's shape around a point: square positive, circle negative, diamond neither; all of one area. */
export function sidePath(pole: Pole, x: number, y: number, radius: number): string {
  if (pole < 0)
    return `M${tenth(x - radius)} ${tenth(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  if (pole > 0) {
    const half = tenth(0.886 * radius);
    return `M${tenth(x - half)} ${tenth(y - half)}h${tenth(2 * half)}v${tenth(2 * half)}h${tenth(-2 * half)}z`;
  }
  const half = tenth(1.2 * radius);
  return `M${tenth(x)} ${tenth(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`;
}

/** A triangle around a point: up helped the positive side, down the negative. `radius` is from centre to corner. */
export function arrowPath(pole: Pole, x: number, y: number, radius: number): string {
  const half = tenth(0.866 * radius);
  const rise = tenth(1.5 * radius);
  return pole < 0
    ? `M${tenth(x)} ${tenth(y + radius)}l${half} ${-rise}h${tenth(-2 * half)}z`
    : `M${tenth(x)} ${tenth(y - radius)}l${half} ${rise}h${tenth(-2 * half)}z`;
}

/** The radius of an event's arrow, its area in proportion to its pull in points. */
export function pullRadius(points: number, scale = 1): number {
  return scale * Math.min(7.5, Math.max(3.5, 2.2 * Math.sqrt(Math.abs(points))));
}
