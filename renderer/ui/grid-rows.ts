/** Rows of one height below a header that stays, in an element that scrolls. */
export interface GridRows {
  readonly rowHeight: number
  readonly headerHeight: number
}

/**
 * The row that a key goes to from row `active` of `total`, before it is brought within them; `null` for a key that goes
 * to none. Pages are what is in view, less a row that is seen on both.
 */
export function rowForKey(
  key: string,
  { active, total, scroller, rows }: { active: number; total: number; scroller: HTMLElement | null; rows: GridRows },
): number | null {
  const page = Math.floor(((scroller?.clientHeight ?? 0) - rows.headerHeight) / rows.rowHeight) - 1
  switch (key) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active - 1
    case 'PageDown':
      return active + page
    case 'PageUp':
      return active - page
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}

/** Scrolls as little as brings a row into view. */
export function scrollToRow(scroller: HTMLElement, row: number, { rowHeight, headerHeight }: GridRows): void {
  const top = row * rowHeight
  const room = scroller.clientHeight - headerHeight - rowHeight
  scroller.scrollTop = Math.min(Math.max(scroller.scrollTop, top - room), top)
}
