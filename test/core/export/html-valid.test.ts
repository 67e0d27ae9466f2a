// Exported pages before a validator of the HTML standard and of what WCAG asks of markup.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createExample } from '../../../electron/core/example/create-example'
import { renderAs } from '../../../electron/core/export/export-review'
import { renderHtml } from '../../../electron/core/export/formats/html'
import { listReviews } from '../../../electron/core/store/reviews'
import { UI_LANGUAGES } from '../../../shared/domain/language'
import { parseTemplate } from '../../../shared/markdown/template'
import { inFolder } from '../../builders'
import { NASTY, nastyPage } from '../../shared/markdown/nasty-page'

const VALIDATOR = join(import.meta.dirname, '../../../node_modules/html-validate/bin/html-validate.mjs')

/** All that the two sets of rules ask, but for what is the author's to choose. */
const RULES = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // A title is as long as the author's, and so are the words of an address.
    'long-title': 'off',
  },
}

interface Report {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string; readonly message: string; readonly line: number }[]
}

/** What is wrong with the pages in a folder, each with its line. */
async function faultsOf(folder: string): Promise<string[]> {
  const config = join(folder, '.htmlvalidate.json')
  writeFileSync(config, JSON.stringify(RULES))
  const args = [VALIDATOR, '--formatter', 'json', '--config', config, join(folder, '*.html')]
  // The exit status is 1 when there are faults: they are in the output.
  const report = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (stdout.trim() === '')
        reject(new Error(`the validator (npm ci installs it) said nothing: ${stderr}`, { cause: error }))
      else resolve(stdout)
    })
  })
  return (JSON.parse(report) as Report[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, line }) => `${filePath.split('/').at(-1)}:${line} ${ruleId}: ${message}`),
  )
}

it('are valid HTML: the example’s reviews, and a page of everything with nasty words, in both languages', () =>
  inFolder(async (folder) => {
    const write = (name: string, html: string) => writeFileSync(join(folder, `${name}.html`), html)
    const db = createExample(join(folder, 'example.verbatim'), 'en')
    for (const { id, language } of listReviews(db)) {
      write(`example-${language}`, renderAs(db, { id, format: 'html', strict: true }).content as string)
    }
    db.close()
    const labels = { translation: NASTY[0]!.slice(0, 20), camp: '<b>', quoteMarks: ['<i>', '</i>'] }
    const template = parseTemplate({
      format: 'verbatim-template',
      version: 1,
      labels,
      look: { quote: 'box', width: 60 },
    })
    for (const language of UI_LANGUAGES) {
      write(`nasty-${language}`, renderHtml({ document: nastyPage(language) }))
      write(`nasty-${language}-template`, renderHtml({ document: nastyPage(language) }, template, 'dark'))
    }
    expect(await faultsOf(folder)).toEqual([])
    // It does find faults.
    write('faulty', '<!doctype html>\n<html>\n<p><div></p></html>\n')
    expect(await faultsOf(folder)).not.toEqual([])
  }))
