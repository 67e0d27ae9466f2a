/** Longer addresses are no help to anybody who is asked about them. */
const LONGEST = 2000

/**
 * Whether an address leads to a page of the web and says plainly where: `http` or `https`, with no name or password
 * before the host, which could be taken for it, and no characters that an address does not have.
 */
export function isWebAddress(address: string): boolean {
  return address.length <= LONGEST && /^https?:\/\/[^\s/?#@\\<>"]+(?:[/?#][^\s\\<>"]*)?$/i.test(address)
}
