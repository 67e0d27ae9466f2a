// Projects whose bytes were damaged: what can be read is, and what cannot be is told.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { salvageProject } from '../../../electron/core/salvage/salvage-project'
import { startReview } from '../../../electron/core/start-review'
import { act } from '../../../electron/core/store/act'
import { openDatabase } from '../../../electron/core/store/database'
import { insertPassage, listPassages } from '../../../electron/core/store/passages'
import { listRefused, refuseSuggestions } from '../../../electron/core/store/refused-suggestions'
import { insertSavedSearch, listSavedSearches } from '../../../electron/core/store/saved-searches'
import { findSeen, keepSeen } from '../../../electron/core/store/seen-searches'
import { listSources } from '../../../electron/core/store/sources'
import { PLAIN_FOLDS } from '../../../shared/domain/search'
import { AppError } from '../../../shared/errors'
import { aProject, aSource, inFolder, type Said } from '../../builders'

const PAGE = 4096

/** A project of many pages: six transcripts, each with forty passages, and a review. */
function aLargeProject(folder: string): string {
  const db = aProject(folder)
  for (let number = 0; number < 6; number += 1) {
    const said = Array.from({ length: 60 }, (_, turn): Said => [
      turn % 2 === 0 ? 'Ada' : 'Bob',
      `Transcript ${number}, turn ${turn}: the engine weaves patterns, and nobody knows whether it thinks.`,
    ])
    const sourceId = aSource(db, said, { title: `Interview ${number}` })
    act(db, 'passage.mark', (w) => {
      for (let at = 0; at < 40; at += 1)
        insertPassage(w, { sourceId, ranges: [{ start: at * 100, end: at * 100 + 30 }] })
    })
  }
  act(db, 'review.create', (w) => startReview(w, { title: 'Topic', language: 'en', starter: true }))
  act(db, 'savedSearch.save', (w) => {
    const request = { query: 'engine', folds: PLAIN_FOLDS, filters: {}, sort: 'text', descending: false } as const
    const marking = { tag: 'engine', camp: null, extent: 'sentence' } as const
    const id = insertSavedSearch(w, { ...request, name: 'Engines', marking })
    refuseSuggestions(w, id, [{ sourceId: listSources(w)[0]!.id, start: 27, end: 33 }])
    keepSeen(w, id, { total: 360, counts: null })
  })
  db.close()
  return db.path
}

function errorOf(run: () => unknown): unknown {
  try {
    run()
    return null
  } catch (error) {
    return error
  }
}

function expectWhole(path: string): void {
  const db = openDatabase(path, { readOnly: false, backsUp: false })
  expect(db.integrityProblems()).toEqual([])
  expect(listPassages(db).every(({ spans }) => spans.length > 0)).toBe(true)
  db.close()
}

describe('a damaged project', () => {
  it('that is not damaged at all is read whole, but for what could be undone', () =>
    inFolder((folder) => {
      const path = aLargeProject(folder)
      const report = salvageProject(path, join(folder, 'new.verbatim'))
      expect(report).toMatchObject({
        saved: { source: 6, passage: 240, review: 1 },
        unreadable: [],
        lost: [],
        mended: 0,
      })
      const [a, b] = [path, report.path].map((file) => openDatabase(file, { readOnly: true }))
      expect(listPassages(b!)).toEqual(listPassages(a!))
      expect(listSources(b!)).toEqual(listSources(a!))
      const [search] = listSavedSearches(b!)
      expect([search]).toEqual(listSavedSearches(a!))
      expect(listRefused(b!, search!.id).size).toBe(1)
      expect(findSeen(b!, search!.id)).toEqual({ total: 360, counts: null })
      a!.close()
      b!.close()
    }))

  it('of which one page is overwritten loses no more than that page held', () =>
    inFolder((folder) => {
      const path = aLargeProject(folder)
      const good = readFileSync(path)
      const pages = good.length / PAGE
      expect(pages).toBeGreaterThan(60)
      let [leastPassages, leastSources] = [240, 6]
      // Not the first page, which holds the names of all tables; each seventh of the others.
      for (let page = 30; page < pages; page += 7) {
        const bytes = Buffer.from(good)
        bytes.fill(0xa5, page * PAGE, (page + 1) * PAGE)
        writeFileSync(path, bytes)
        const out = join(folder, `new ${page}.verbatim`)
        const { saved } = salvageProject(path, out)
        leastPassages = Math.min(leastPassages, saved.passage)
        leastSources = Math.min(leastSources, saved.source)
        expectWhole(out)
        rmSync(out)
      }
      // No page holds more than three transcripts, whose passages go with them.
      expect(leastSources).toBeGreaterThanOrEqual(3)
      expect(leastPassages).toBeGreaterThanOrEqual(120)
    }))

  it('gives a project that opens, or says that nothing can be read, whatever its bytes are', () =>
    inFolder((folder) => {
      const path = aLargeProject(folder)
      const good = readFileSync(path)
      const harm = fc.array(
        fc.record({
          at: fc.nat({ max: good.length - 1 }),
          length: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.integer({ min: PAGE, max: PAGE * 12 })),
          byte: fc.integer({ min: 0, max: 255 }),
        }),
        { minLength: 1, maxLength: 6 },
      )
      fc.assert(
        fc.property(harm, fc.option(fc.nat({ max: good.length }), { freq: 5 }), (harms, cut) => {
          const bytes = Buffer.from(good)
          for (const { at, length, byte } of harms) bytes.fill(byte, at, Math.min(bytes.length, at + length))
          writeFileSync(path, cut === null ? bytes : bytes.subarray(0, cut))
          const out = join(folder, 'new.verbatim')
          rmSync(out, { force: true })
          const error = errorOf(() => salvageProject(path, out))
          if (error === null) expectWhole(out)
          expect({ isAppError: error === null || error instanceof AppError, isLeft: existsSync(out) }).toEqual({
            isAppError: true,
            isLeft: error === null,
          })
        }),
        { numRuns: 25 },
      )
    }))
})
