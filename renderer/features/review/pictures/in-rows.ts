interface Bar {
  readonly start: number
  readonly end: number
}

/** Bars put into as few rows as they need for none to lie over another; each row is in order. */
export function inRows<Of extends Bar>(bars: readonly Of[]): Of[][] {
  const rows: Of[][] = []
  for (const bar of [...bars].sort((a, b) => a.start - b.start)) {
    const row = rows.find((others) => others.at(-1)!.end <= bar.start)
    if (row) row.push(bar)
    else rows.push([bar])
  }
  return rows
}
