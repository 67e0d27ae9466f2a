/** A source's recording, as far as the window may know of it: never its path. */
export type Recording =
  | { readonly kind: 'none' }
  /** It is not where it was; `name` is the file's. */
  | { readonly kind: 'missing'; readonly name: string }
  /** `address` is good until another recording is opened. */
  | { readonly kind: 'audio' | 'video'; readonly name: string; readonly address: string }
