import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract'
import { UI_LANGUAGES } from '../../shared/domain/language'
import { ENGLISH } from '../../shared/domain/messages/english'
import { ERROR_CODES } from '../../shared/errors'
import { readTranslationKeys } from './read-translation-keys'

const root = join(import.meta.dirname, '..', '..')
const folder = (language: string) => join(root, 'assets/locales', language)
/** English messages of core are in core itself. */
const MESSAGES = 'messages'
const namespaces = [...readdirSync(folder('en')).map((file) => file.replace('.json', '')), MESSAGES]

/** A namespace as `a.b.c` to text. */
function strings(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value)
    else for (const [key, child] of Object.entries(value as object)) walk(child, path === '' ? key : `${path}.${key}`)
  }
  if (language === 'en' && namespace === MESSAGES) walk(ENGLISH, '')
  else walk(JSON.parse(readFileSync(join(folder(language), `${namespace}.json`), 'utf8')), '')
  return found
}

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

/** Whether a language has the plural form that a key ends in: Chinese has `_other` alone. */
function isNeeded(key: string, language: string): boolean {
  const form = PLURALS.find((plural) => key.endsWith(`_${plural}`))
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return form === undefined || forms.includes(form)
}

const variables = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort((a, b) => a.localeCompare(b))
const all = new Map(namespaces.map((namespace) => [namespace, strings('en', namespace)]))

describe.each(UI_LANGUAGES)('the strings in %s', (language) => {
  it('are in the same files as the English ones', () => {
    const files = [...readdirSync(folder(language)), ...(language === 'en' ? [`${MESSAGES}.json`] : [])]
    expect(files.sort()).toEqual(namespaces.map((namespace) => `${namespace}.json`).sort())
  })

  it.each(namespaces)('have the keys and variables of the English ones, and text: %s', (namespace) => {
    const english = strings('en', namespace)
    const translated = strings(language, namespace)
    expect([...translated.keys()].sort()).toEqual([...english.keys()].filter((key) => isNeeded(key, language)).sort())
    for (const [key, text] of translated) {
      expect({ key, isEmpty: text.trim() === '' }).toEqual({ key, isEmpty: false })
      expect({ key, variables: variables(text) }).toEqual({ key, variables: variables(english.get(key) ?? '') })
    }
  })
})

it('are set as Chinese: full-width marks between Chinese characters', () => {
  const wrong = namespaces.flatMap((namespace) =>
    [...strings('zh', namespace)].filter(([, text]) => /\p{Script=Han}[,:;!?]|[,:;!?]\p{Script=Han}/u.test(text)),
  )
  expect(wrong).toEqual([])
})

it('holds a text for every key that the renderer names', () => {
  const used = readTranslationKeys(join(root, 'renderer'))
  expect(used.length).toBeGreaterThan(100)
  const missing = used.filter(({ namespaces: candidates, key }) => {
    const forms = [key, `${key}_other`]
    return !candidates.some((namespace) => forms.some((form) => all.get(namespace)?.has(form)))
  })
  expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([])
})

it('names every error code', () => {
  const errors = strings('en', 'errors')
  expect(ERROR_CODES.filter((code) => !errors.has(`code.${code}.title`))).toEqual([])
})

it('names every action that undo may take back', () => {
  const commands = strings('en', 'commands')
  const writes = Object.entries(contract).flatMap(([name, { access }]) => (access === 'write' ? [name] : []))
  expect(writes.length).toBeGreaterThan(20)
  expect([...writes, 'source.import'].filter((name) => !commands.has(`action.${name}`))).toEqual([])
})
