/** Something a person gave that cannot be used; its message is all they need. */
export class InputError extends Error {
  override name = "InputError";
}
