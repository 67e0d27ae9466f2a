import type { BenchRow, BenchTarget } from '../bench-row.ts'

/** What the editor is to hold at a million words and 5,000 passages, or at the largest case that was run. */
export function judge(rows: readonly BenchRow[]): BenchTarget[] {
  const what = rows.findLast(({ subject }) => subject === 'verbatim')?.case.split(': ')[0] ?? ''
  const find = (subject: string, action: string, figure: string) => {
    const value = rows.find((row) => row.subject === subject && row.case === `${what}: ${action}`)?.[figure]
    return typeof value === 'number' ? value : Number.NaN
  }
  const own = (action: string, figure: string) => find('verbatim', action, figure)
  const against = (peer: string, action: string, figure: string) => own(action, figure) / find(peer, action, figure)
  const atMost = (name: string, value: number, limit: number): BenchTarget => ({
    name: `${what}: ${name}`,
    value: Math.round(value * 100) / 100,
    limit: `≤ ${limit}`,
    passed: value <= limit,
  })
  // One that was given up on before it had opened took at least as long as it was given.
  const opened = find('prosemirror', 'open', 'responsiveP50Ms')
  const slower = Number.isNaN(opened) ? 1000 * find('prosemirror', 'not finished', 'limitS') : opened
  const faster = slower / own('open', 'responsiveP50Ms')
  return [
    atMost('interactive, times CodeMirror', against('codemirror', 'open', 'responsiveP50Ms'), 2.5),
    atMost('interactive CPU, times CodeMirror', against('codemirror', 'open', 'cpuP50Ms'), 2.5),
    {
      name: `${what}: interactive, times faster than ProseMirror`,
      value: Math.round(faster * 100) / 100,
      limit: '≥ 4',
      passed: faster >= 4,
    },
    atMost('project file to readable text, ms', own('open from the project file', 'p50Ms'), 400),
    atMost('mark p95, times CodeMirror', against('codemirror', 'mark', 'p95Ms'), 1.5),
    atMost('mark p95, key to painted and on disk, ms', own('mark', 'onDiskP95Ms'), 60),
    atMost('type a character p95, times CodeMirror', against('codemirror', 'type a character', 'p95Ms'), 1.5),
    atMost('type a character, CPU ms', own('type a character', 'cpuP50Ms'), 8),
    atMost('recolour a camp p50, ms', own('recolour a camp', 'p50Ms'), 33),
    atMost('jump p50, ms', own('jump', 'p50Ms'), 40),
    atMost('blank frames in a drag', own('drag', 'blank'), 0),
    atMost('frames dropped in a drag, %', own('drag', 'droppedPercent'), 5),
    atMost('DOM nodes', own('page', 'domNodes'), 3000),
    atMost('DOM nodes after a drag', own('drag', 'domNodes'), 3000),
    atMost('heap above the text, MB', own('page', 'heapAboveTextMb'), 25),
  ]
}
