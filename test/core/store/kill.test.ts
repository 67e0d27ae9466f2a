import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { buildKillChild } from '../../soak/kill/build-child'
import { runKills } from '../../soak/kill/run-kills'

const KILLS = 200

it(
  'keeps every acknowledged action, whole, and none by half, whenever the core is killed',
  // A minute where nothing else runs; beside other work it takes as long as it takes.
  { timeout: 600_000 },
  async () => {
    if (process.platform === 'win32') return
    const report = await runKills({
      count: KILLS,
      seed: 1,
      child: await buildKillChild(),
      lanes: Math.min(3, availableParallelism()),
    })
    expect(report.failures).toEqual([])
    expect(report.kills).toBe(KILLS)
    // Kills that hit nothing prove nothing.
    expect(report.acknowledged).toBeGreaterThan(KILLS)
    expect(Object.keys(report.during).length).toBeGreaterThan(8)
  },
)
