import { visiblePictures, type DrawnFrame, type FileKind } from "@mizan/charts";
import type { CaseFrame } from "#lib/server/frame.ts";
import { captionOf } from "./caption.ts";
import { drawingCsv } from "./drawing-csv.ts";
import { drawingSvg } from "./drawing-svg.ts";

/** Dots for every unit of a picture. */
const dots = 2;

/** Gives a drawing to the reader as a file that says of itself what it shows, of which case and day, and how it is marked. */
export async function takeAway(kind: FileKind, { figure, table }: DrawnFrame, frame: CaseFrame): Promise<void> {
  const caption = await captionOf(figure, frame, location.href);
  const blob =
    kind === "csv"
      ? new Blob([drawingCsv(table, caption)], { type: "text/csv;charset=utf-8" })
      : await pictureOf(kind, await drawingSvg(visiblePictures(figure)[0]!, caption));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${caption.file}.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function pictureOf(kind: "svg" | "png", svg: string): Promise<Blob> {
  if (kind === "svg") return new Blob([svg], { type: "image/svg+xml" });
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(image.width * dots), Math.ceil(image.height * dots)];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture cannot be drawn")))),
  );
}
