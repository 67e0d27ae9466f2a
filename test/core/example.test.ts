import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createExample } from '../../electron/core/example/create-example'
import { renderReview } from '../../electron/core/export/export-review'
import { listUndo } from '../../electron/core/store/act'
import { listPassages } from '../../electron/core/store/passages'
import { listRelations } from '../../electron/core/store/relations'
import { listReviews } from '../../electron/core/store/reviews'
import { listSources } from '../../electron/core/store/sources'
import { verifyProject } from '../../electron/core/verify/verify-project'
import { inFolder } from '../builders'

describe('the example project', () => {
  it('has sources with speakers, passages with elisions and translations, relations, and a review in each language', () =>
    inFolder((folder) => {
      const db = createExample(join(folder, 'example.verbatim'), 'en')
      expect(listSources(db).map((source) => [source.title, source.turns, source.speakers.length])).toEqual([
        ['The Desk: A library without fines', 11, 2],
        ['Harwick Town Council, budget hearing', 13, 3],
        ['Harwick Radio, the morning call-in', 10, 4],
      ])
      const passages = listPassages(db)
      expect(passages).toHaveLength(11)
      expect(passages.filter((passage) => passage.spans.length > 1)).toHaveLength(4)
      expect(passages.filter((passage) => passage.translations.some(({ language }) => language === 'zh'))).toHaveLength(
        10,
      )
      expect(listRelations(db).map((relation) => relation.kind)).toEqual(['supports', 'contradicts'])
      expect(listReviews(db).map((review) => review.language)).toEqual(['en', 'zh'])
      expect(listUndo(db)).toEqual({ undo: null, redo: null })
      db.close()
    }))

  it('starts with the review in the user’s language, and every quote verifies', () =>
    inFolder((folder) => {
      const db = createExample(join(folder, 'example.verbatim'), 'zh')
      const [first] = listReviews(db)
      expect(first?.language).toBe('zh')
      expect(verifyProject(db, {}).summary).toEqual({ exact: 11, normalised: 0, moved: 0, altered: 0, missing: 0 })
      const { markdown } = renderReview(db, first!.id)
      expect(markdown).toContain('(按逐字稿全文核对)')
      expect(markdown).toContain('- 收回那 6,200 英镑花了多少钱？（[Chair](#q-example-not-what-it-cost)）\n')
      expect(markdown).toContain('**把握程度**：中等\n')
      db.close()
    }))
})
