import process from "node:process";
import { authorName } from "@mizan/store/environment";

let name: string | undefined;

/** Whose name stands on what is written from this machine. */
export function author(): string {
  return (name ??= authorName(process.env));
}
