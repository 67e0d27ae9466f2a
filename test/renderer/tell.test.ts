import { describe, expect, it, vi } from 'vitest'
import { describeError } from '../../renderer/describe-error'
import { setLanguage } from '../../renderer/i18n'
import { tell, tellNote } from '../../renderer/tell'
import { say, verbatim } from '../../shared/domain/messages/message'
import { AppError, toErrorData } from '../../shared/errors'

// The strings mark the page with their language as soon as they are there.
vi.hoisted(() => vi.stubGlobal('document', { documentElement: {} }))

const often = say('noted-often', {
  note: say('cue-without-text'),
  count: 1204,
  place: say('place-line-more', { numbers: [3, 7, 1200] }),
})

describe('what core says', () => {
  it('is told in English', async () => {
    await setLanguage('en')
    expect(tell(often)).toBe('left out a cue without text (1,204 times: lines 3, 7, 1,200 …)')
    expect(tell(say('hyphens-joined', { count: 1 }))).toBe('joined 1 word that was hyphenated at the end of a line')
  })

  it('is told in Chinese, without a plural and with full-width marks', async () => {
    await setLanguage('zh')
    expect(tell(often)).toBe('略去没有文字的字幕（共 1,204 处：第 3、7、1,200 行等）')
    expect(tell(say('hyphens-joined', { count: 1 }))).toBe('已拼合 1 个在行尾用连字符断开的词')
  })

  it('shows text out of a file as it is', async () => {
    await setLanguage('zh')
    const sample = '{{count}} $t(verbatim) <b>'
    expect(tell(say('no-speech-page-edge', { count: 2, sample }))).toBe(
      `略去非发言内容：2 页的页眉或页脚，例如“${sample}”`,
    )
    expect(tell(verbatim('$t(messages:cue-tags)'))).toBe('$t(messages:cue-tags)')
  })
})

describe('a note', () => {
  it('that an earlier version wrote is told in its English', async () => {
    await setLanguage('zh')
    expect(tellNote({ line: 3, message: 'left out a cue' })).toEqual({ text: 'left out a cue', lang: 'en' })
  })

  it('that a later version wrote, too', async () => {
    await setLanguage('zh')
    const later = { code: 'of-tomorrow', params: {} } as never
    expect(tellNote({ line: 3, message: 'new', text: later })).toEqual({ text: 'new', lang: 'en' })
    const inside = say('noted-at', { note: later, place: say('cue-tags') })
    expect(tellNote({ line: 3, message: 'new (here)', text: inside })).toEqual({ text: 'new (here)', lang: 'en' })
  })

  it('is told in the language of the interface', async () => {
    await setLanguage('zh')
    expect(tellNote({ line: 3, message: 'left out formatting tags of a cue', text: say('cue-tags') })).toEqual({
      text: '略去字幕中的格式标记',
    })
  })
})

describe('an error', () => {
  const newer = new AppError('project-newer', say('project-of-newer', { file: 'bees.verbatim' }), {
    advice: say('update-to-open'),
  })

  it('is told in the language of the interface, in whole sentences', async () => {
    await setLanguage('zh')
    expect(describeError(newer)).toEqual({
      title: '项目由更新版本的 Verbatim 创建',
      detail: 'bees.verbatim 由更新版本的 Verbatim 创建。请更新 Verbatim 后再打开；未作任何更改。',
    })
    await setLanguage('en')
    expect(describeError(toErrorData(newer))).toEqual(describeError(newer))
    expect(describeError(newer).detail).toBe(
      'bees.verbatim was made by a newer version of Verbatim. Update Verbatim to open it; nothing was changed.',
    )
  })

  it('keeps what it says on its way to another process', () => {
    expect(toErrorData(AppError.from(structuredClone(toErrorData(newer))))).toEqual(toErrorData(newer))
    expect(newer.message).toBe('bees.verbatim was made by a newer version of Verbatim')
  })

  it('is told with what stands in it, to the last part', async () => {
    const invalid = new AppError(
      'correction-invalid',
      say('correction-not-storable', { why: say('edit-line-break') }),
      {
        advice: say('change-within-turns'),
      },
    )
    await setLanguage('zh')
    expect(describeError(invalid).detail).toBe('无法保存此更正：一次发言中不能加入换行。请只更改各次发言之内的文字。')
    await setLanguage('en')
    expect(describeError(invalid).detail).toBe(
      'The correction cannot be stored: a line break would be put into a turn. Change what is said within the turns.',
    )
  })
})
