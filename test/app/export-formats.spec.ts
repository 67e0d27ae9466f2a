import bundle from '../../assets/example/bundle.json' with { type: 'json' }
import { exportFileName } from '../../electron/core/shell/export-file'
import { expect, test } from './launch'
import { openExample } from './open-example'
import { exportedFile, goTo } from './steps'

const title = bundle.reviews.find(({ language }) => language === 'en')!.title

test('a review goes out as a PDF and as a Word document', async ({ app }) => {
  const { page } = app
  await openExample(app)
  await goTo(page, 'Review')
  for (const [name, format, start] of [
    ['PDF', 'pdf', '%PDF-'],
    ['Word (DOCX)', 'docx', 'PK\x03\x04'],
  ] as const) {
    await page.getByRole('button', { name: 'Export…', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Export review' })
    await sheet.getByText(name, { exact: true }).click()
    const bytes = await exportedFile(app, exportFileName(title, format), () =>
      sheet.getByRole('button', { name: /^Export/ }).click(),
    )
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start)
    expect(bytes.length).toBeGreaterThan(5000)
  }
})
