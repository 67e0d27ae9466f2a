/** How a TTML file counts the frames and ticks of its times. */
export interface TtmlClock {
  readonly frameRate: number
  readonly subFrameRate: number
  readonly tickRate: number
}

/** The clock of a file by the attributes of its root, with the defaults of TTML 2, section 7.2. */
export function ttmlClock(attributes: ReadonlyMap<string, string>): TtmlClock {
  const number = (name: string, or: number): number => {
    const value = Number(attributes.get(name))
    return Number.isFinite(value) && value > 0 ? value : or
  }
  const [times, by] = (attributes.get('frameratemultiplier') ?? '1 1').split(/[\s:]+/).map(Number)
  const multiplier = times && by ? times / by : 1
  const frames = number('framerate', 30)
  const subFrameRate = number('subframerate', 1)
  const ticks = attributes.has('framerate') ? frames * subFrameRate : 1
  return { frameRate: frames * multiplier, subFrameRate, tickRate: number('tickrate', ticks) }
}

/**
 * Seconds of a time expression of TTML 2, section 12.3, or `null`: `00:01:02.5`, `00:01:02:12.1` with frames and
 * sub-frames, `62.5s`, `1.2h`, `3m`, `500ms`, `750f`, `1000t`; also `01:02.5` and `62.5`, which some write.
 */
export function parseTtmlTime(written: string, clock: TtmlClock): number | null {
  const offset = /^(\d{1,15}(?:\.\d{1,15})?)(h|m|s|ms|f|t)?$/.exec(written.trim())
  if (offset) {
    const value = Number(offset[1])
    return round(
      value * { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / clock.frameRate, t: 1 / clock.tickRate }[offset[2] ?? 's']!,
    )
  }
  const time = /^(?:(\d{1,9}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d{1,15})?)(?::(\d{1,4})(?:\.(\d{1,4}))?)?$/.exec(
    written.trim(),
  )
  if (!time) return null
  const [, hours, minutes, seconds, frames, subFrames] = time
  if (hours === undefined && frames !== undefined) return null
  const part = Number(frames ?? 0) + Number(subFrames ?? 0) / clock.subFrameRate
  return round(
    Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds!.replace(',', '.')) + part / clock.frameRate,
  )
}

function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6
}
