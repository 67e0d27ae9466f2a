import { describe, expect, it } from 'vitest'
import { isProjectFile, projectFileName } from '../../../electron/core/shell/project-file'

describe('the file name of a project', () => {
  it.each([
    ['World models', 'World models.verbatim'],
    ['世界模型：评述', '世界模型：评述.verbatim'],
    ['AC/DC: who? <b>"all"</b>', 'AC DC who b all b.verbatim'],
    ['../../etc/passwd', 'etc passwd.verbatim'],
    ['C:\\Users\\..', 'C Users.verbatim'],
    ['  two\n lines\0 ', 'two lines.verbatim'],
    ['...', 'Project.verbatim'],
    ['', 'Project.verbatim'],
    ['con', 'Project con.verbatim'],
  ])('of %j is %j', (title, name) => {
    expect(projectFileName(title)).toBe(name)
  })

  it('fits into 255 bytes, with no character cut in two', () => {
    const name = projectFileName('🙂'.repeat(500))
    expect(name).toBe(`${'🙂'.repeat(60)}.verbatim`)
    expect(Buffer.byteLength(name)).toBe(249)
  })

  it('is told by its ending', () => {
    expect(['a.verbatim', 'A.VERBATIM', 'a.verbatim.txt', 'verbatim'].map(isProjectFile)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
