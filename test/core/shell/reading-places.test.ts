import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReadingPlaces } from '../../../electron/core/shell/reading-places'
import type { SourceId, SpeakerId } from '../../../shared/domain/ids'
import { temporaryFolder } from '../../temporary-folder'

const hearing = 'hearing' as SourceId
const memoir = 'memoir' as SourceId
const tomas = 'tomas' as SpeakerId

describe('where sources were left', () => {
  it('is known after a restart, each source for itself', async () => {
    const settings = join(temporaryFolder(), 'settings.json')
    const places = new ReadingPlaces(settings)
    // Not waited for one by one, as when two transcripts are left at once.
    await Promise.all([
      places.save({ sourceId: hearing, offset: 120, folded: [] }),
      places.save({ sourceId: memoir, offset: 7, folded: [] }),
      places.save({ sourceId: hearing, offset: 480, folded: [tomas] }),
    ])
    const restarted = new ReadingPlaces(settings)
    expect(await restarted.find(hearing)).toEqual({ offset: 480, folded: [tomas] })
    expect(await restarted.find(memoir)).toEqual({ offset: 7, folded: [] })
    expect(await restarted.find('never' as SourceId)).toBeNull()
  })

  it('is forgotten for the sources that were not read for longest', async () => {
    const settings = join(temporaryFolder(), 'settings.json')
    const thousand = Array.from({ length: 1000 }, (_, at) => ({ sourceId: `s${at}`, offset: at, folded: [] }))
    writeFileSync(join(settings, '..', 'reading-places.json'), JSON.stringify(thousand))
    const places = new ReadingPlaces(settings)
    await places.save({ sourceId: hearing, offset: 1, folded: [] })
    expect(await places.find('s0' as SourceId)).toBeNull()
    expect(await places.find('s1' as SourceId)).toEqual({ offset: 1, folded: [] })
  })

  it('is nowhere when the file is damaged, and kept again from then on', async () => {
    const settings = join(temporaryFolder(), 'settings.json')
    writeFileSync(join(settings, '..', 'reading-places.json'), '[{"sourceId":"hearing","offset":-4}]')
    const places = new ReadingPlaces(settings)
    expect(await places.find(hearing)).toBeNull()
    await places.save({ sourceId: hearing, offset: 9, folded: [] })
    expect(await places.find(hearing)).toEqual({ offset: 9, folded: [] })
  })
})
