import { useCallback, useMemo } from 'react'
import { joinSpans } from '../../../shared/domain/elision'
import type { SectionId, SourceId } from '../../../shared/domain/ids'
import type { Passage } from '../../../shared/domain/passage'
import { mergeRanges, spanOf, type TextRange } from '../../../shared/domain/span'
import type { SplitRanges } from '../../../shared/domain/split-ranges'
import { queryClient, writer } from '../../api'
import { noteKept, pendingId, withoutPassages, withPassage } from '../../passage-list'
import { painted } from '../../ui/after-paint'

const mark = writer('passage.mark')
const setSpans = writer('passage.setSpans')
const putIntoCamp = writer('passage.putIntoCamp')
const takeOutOfCamp = writer('passage.takeOutOfCamp')
const split = writer('passage.split')
const join = writer('passage.join')
const remove = writer('passage.delete')

/**
 * What can be done to a source's passages. Each change shows at once; core's answer takes its place, and when core
 * refuses, the passage is as it was before (`writer` tells the user).
 */
export function useMarking(sourceId: SourceId, text: string, draw: (made: Passage) => void) {
  const change = useCallback(
    (edit: (passages: readonly Passage[]) => Passage[]) => {
      const queryKey = ['passage.list', { sourceId }]
      // An answer that was under way when the user acted would take the change back for a moment.
      void queryClient.cancelQueries({ queryKey })
      const query = queryClient.getQueryCache().find({ queryKey })
      const isOutOfDate = query?.state.isInvalidated === true
      queryClient.setQueryData<Passage[]>(queryKey, (passages) => edit(passages ?? []))
      // It is read again when core tells of the change.
      if (isOutOfDate) query.invalidate()
    },
    [sourceId],
  )

  const put = useCallback(
    (passage: Passage) => change((passages) => withPassage(passages, passage) ?? [...passages, passage]),
    [change],
  )
  const takeBack = useCallback(
    (edit: (passages: readonly Passage[]) => Passage[]) => {
      change(edit)
      void queryClient.invalidateQueries({ queryKey: ['passage.list', { sourceId }] })
    },
    [change, sourceId],
  )

  const edited = useCallback(
    async (passage: Passage, optimistic: Passage, run: () => Promise<Passage>): Promise<Passage | null> => {
      put(optimistic)
      try {
        const answer = await run()
        put(answer)
        return answer
      } catch {
        takeBack((passages) => passages.map((each) => (each.id === passage.id ? passage : each)))
        return null
      }
    },
    [put, takeBack],
  )

  return useMemo(
    () => ({
      /**
       * Keeps a new passage, which is painted before anything else is rendered. Where core takes longer than that, a
       * draft is listed and `onListed` called meanwhile. `null` when core refused.
       */
      async mark(ranges: readonly TextRange[], camp: SectionId | null, onListed: () => void): Promise<Passage | null> {
        const shown = draft(sourceId, text, ranges, camp)
        draw(shown)
        const paint = painted()
        const written = mark({ sourceId, spans: [...ranges], camp })
        try {
          // One that is refused by then is listed too: it is taking it back that takes it off the text.
          const early = await Promise.race([written.catch(() => null), paint])
          await paint
          if (!early) {
            put(shown)
            onListed()
          }
          const answer = await written
          noteKept(shown.id, answer.id)
          change((passages) => {
            const others = withoutPassages(passages, [shown.id])
            return withPassage(others, answer) ?? [...others, answer]
          })
          return answer
        } catch {
          takeBack((passages) => withoutPassages(passages, [shown.id]))
          return null
        }
      },
      async setSpans(passage: Passage, ranges: readonly TextRange[]): Promise<Passage | null> {
        const merged = mergeRanges(ranges)
        return edited(passage, withRanges(passage, text, merged), () => setSpans({ id: passage.id, spans: merged }))
      },
      /** Makes two passages of one. Fails, with the one as it was, when core refuses. */
      async split(passage: Passage, at: number, halves: SplitRanges): Promise<readonly Passage[]> {
        const first = withRanges(passage, text, halves.before)
        const second = withRanges({ ...passage, id: pendingId() }, text, halves.after)
        put(first)
        put(second)
        try {
          const answer = await split({ id: passage.id, at })
          noteKept(second.id, answer[1]!.id)
          change((passages) => {
            const others = withoutPassages(passages, [passage.id, second.id])
            return withAll(others, answer)
          })
          return answer
        } catch (error) {
          takeBack((passages) => {
            const others = withoutPassages(passages, [passage.id, second.id])
            return withAll(others, [passage])
          })
          throw error
        }
      },
      /** Makes one passage of several, under the first one's name. Fails, with all as they were, when core refuses. */
      async join(passages: readonly Passage[]): Promise<Passage> {
        const ids = passages.map(({ id }) => id)
        const ranges = mergeRanges(passages.flatMap(({ spans }) => spans))
        const joined = (list: readonly Passage[], passage: Passage) => withAll(withoutPassages(list, ids), [passage])
        change((list) => joined(list, withRanges(passages[0]!, text, ranges)))
        try {
          const answer = await join({ ids })
          change((list) => joined(list, answer))
          return answer
        } catch (error) {
          takeBack((list) => withAll(withoutPassages(list, ids), passages))
          throw error
        }
      },
      /** Puts the passage into the camp, or takes it out when it is there. */
      async toggleCamp(passage: Passage, camp: SectionId): Promise<Passage | null> {
        const isIn = passage.camps.includes(camp)
        const camps = isIn ? passage.camps.filter((id) => id !== camp) : [...passage.camps, camp]
        const run = isIn ? takeOutOfCamp : putIntoCamp
        return edited(passage, { ...passage, camps }, () => run({ id: passage.id, camp }))
      },
      /** Fails, with the passage back where it was, when core refuses. */
      async remove(passage: Passage): Promise<void> {
        change((passages) => withoutPassages(passages, [passage.id]))
        try {
          await remove({ ids: [passage.id] })
        } catch (error) {
          takeBack((passages) => withPassage(passages, passage) ?? [...passages, passage])
          throw error
        }
      },
    }),
    [sourceId, text, draw, change, put, takeBack, edited],
  )
}

function withAll(list: readonly Passage[], added: readonly Passage[]): Passage[] {
  let all = [...list]
  for (const passage of added) all = withPassage(all, passage) ?? [...all, passage]
  return all
}

function withRanges(passage: Passage, text: string, ranges: readonly TextRange[]): Passage {
  const spans = ranges.map((range) => spanOf(text, range))
  return { ...passage, spans, text: joinSpans(spans.map(({ quote }) => quote)) }
}

function draft(sourceId: SourceId, text: string, ranges: readonly TextRange[], camp: SectionId | null): Passage {
  const passage: Passage = {
    id: pendingId(),
    sourceId,
    spans: [],
    text: '',
    speakerId: null,
    attributed: true,
    note: '',
    tags: [],
    translations: [],
    camps: camp === null ? [] : [camp],
    createdAt: new Date().toISOString(),
  }
  return withRanges(passage, text, ranges)
}
