import { lineCount } from "./text-lines.ts";

/** Width of a slide between its margins. */
export const slideWidth = 1152;

/** True for a title that takes more than two lines even at the smallest size, so that its end is cut. */
export function isTooLong(title: string): boolean {
  return lineCount(title, slideWidth, 28, "written") > 2;
}

/** The largest of some sizes at which a title takes two lines at most; the smallest where none does. */
export function titleSize(title: string, sizes: readonly number[] = [40, 28]): number {
  return (
    sizes.find((size) => lineCount(title, slideWidth * (size > 40 ? 0.92 : 1), size, "written") <= 2) ?? sizes.at(-1)!
  );
}
