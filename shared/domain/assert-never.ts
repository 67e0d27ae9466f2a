/** Ends a `switch` over a union: does not compile while a member is left out. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
