/** Whether bytes begin as a PDF file does; a little may stand before its mark. */
export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}
