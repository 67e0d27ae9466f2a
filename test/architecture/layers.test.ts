import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLayers, readSourceTree, type SourceTree } from './layers'

const root = join(import.meta.dirname, '..', '..')

/** A small project that breaks no rule. */
const CLEAN: Record<string, string> = {
  'shared/domain/span.ts': `export interface Span { start: number }`,
  'shared/domain/passage.ts': `import type { Span } from './span'; export type Passage = readonly Span[]`,
  'shared/contract.ts': `import { z } from 'zod'; import type { Passage } from './domain/passage'; export type C = Passage; export { z }`,
  'electron/core/store/database.ts': `import Database from 'better-sqlite3'; export const db = new Database(':memory:')`,
  'electron/core/services.ts': `import { readFileSync } from 'node:fs'; import '../../shared/contract'; import './store/database'; readFileSync('a')`,
  'electron/main/ipc.ts': `import { ipcMain } from 'electron'; import '../../shared/contract'; export const bind = () => ipcMain`,
  'electron/main/index.ts': `import { app } from 'electron'; import './ipc'; import '../core/services'; void app`,
  'electron/host/cli.ts': `import '../core/services'; import { hono } from 'hono'; hono()`,
  'electron/preload/index.ts': `import { contextBridge } from 'electron'; import '../../shared/contract'; void contextBridge`,
  'renderer/main.tsx': `import './app'; import './styles/base.css'`,
  'renderer/app.tsx': `import { Library } from './features/library/library'; import { Review } from './features/review/review'; void [Library, Review]`,
  'renderer/api.ts': `import '../shared/contract'; export const api = {}`,
  'renderer/ui/button.tsx': `import { useState } from 'react'; export const Button = () => useState(0)`,
  'renderer/features/library/library.tsx': `import { Button } from '../../ui/button'; import { api } from '../../api'; import { row } from './row'; export const Library = [Button, api, row]`,
  'renderer/features/library/row.ts': `import type { Span } from '../../../shared/domain/span'; export const row = (s: Span) => s`,
  'renderer/features/review/review.tsx': `export const Review = 1`,
}

/** Violations of the clean project after one line was added at the end of one of its files. */
function plant(file: string, line: string): string[] {
  const tree: SourceTree = new Map(Object.entries({ ...CLEAN, [file]: `${CLEAN[file] ?? ''}\n${line}\n` }))
  return checkLayers(tree, (path) => path.endsWith('.css')).violations.map((violation) => violation.rule)
}

describe('the rules', () => {
  it('find nothing wrong in a clean project', () => {
    const report = checkLayers(new Map(Object.entries(CLEAN)), (path) => path.endsWith('.css'))
    expect(report).toMatchObject({ files: 16, violations: [] })
    expect(report.imports).toBe(26)
  })

  const cases: [rule: string, file: string, line: string][] = [
    ['shared/domain', 'shared/domain/span.ts', `import { z } from 'zod'`],
    ['shared/domain', 'shared/domain/span.ts', `import '../contract'`],
    ['shared/domain', 'shared/domain/span.ts', `import { join } from 'node:path'`],
    ['shared', 'shared/errors.ts', `import { join } from 'path'`],
    ['shared', 'shared/errors.ts', `import 'electron'`],
    ['shared', 'shared/errors.ts', `import type { db } from '../electron/core/store/database'`],
    ['shared', 'shared/errors.ts', `export * from '../renderer/api'`],
    ['electron/core', 'electron/core/services.ts', `import { app } from 'electron'`],
    ['electron/core', 'electron/core/services.ts', `import '../main/ipc'`],
    ['electron/core', 'electron/core/services.ts', `import '../preload/index'`],
    ['electron/core', 'electron/core/services.ts', `import '../host/cli'`],
    ['electron/core', 'electron/core/services.ts', `import '../../renderer/api'`],
    ['electron/main', 'electron/main/index.ts', `import '../host/cli'`],
    ['electron/main', 'electron/main/index.ts', `import '../preload/index'`],
    ['electron/main', 'electron/main/index.ts', `import '../../renderer/api'`],
    ['electron/host', 'electron/host/cli.ts', `import 'electron'`],
    ['electron/host', 'electron/host/cli.ts', `import '../main/ipc'`],
    ['electron/host', 'electron/host/cli.ts', `import '../preload/index'`],
    ['electron/preload', 'electron/preload/index.ts', `import '../core/services'`],
    ['electron/preload', 'electron/preload/index.ts', `import '../main/ipc'`],
    ['electron/preload', 'electron/preload/index.ts', `import '../host/cli'`],
    ['electron/preload', 'electron/preload/index.ts', `import 'node:fs'`],
    ['electron/build', 'electron/build/build.ts', `import '../core/services'`],
    ['renderer/ui', 'renderer/ui/button.tsx', `import '../../shared/contract'`],
    ['renderer/ui', 'renderer/ui/button.tsx', `import '../api'`],
    ['renderer/ui', 'renderer/ui/button.tsx', `import '../features/review/review'`],
    ['renderer/features', 'renderer/features/library/row.ts', `import '../review/review'`],
    ['renderer/features', 'renderer/features/library/row.ts', `import '../../../electron/core/services'`],
    ['renderer/features', 'renderer/features/library/row.ts', `import 'node:fs'`],
    ['renderer/features', 'renderer/features/library/row.ts', `import 'electron'`],
    ['renderer', 'renderer/api.ts', `import './features/review/review'`],
    ['renderer', 'renderer/api.ts', `import '../electron/host/cli'`],
    ['renderer', 'renderer/api.ts', `import 'node:http'`],
    ['renderer/app', 'renderer/app.tsx', `import '../electron/main/ipc'`],
    ['better-sqlite3', 'electron/core/services.ts', `import type Database from 'better-sqlite3'`],
    ['ipcMain', 'electron/main/index.ts', `import { ipcMain } from 'electron'`],
    [
      'ipcMain',
      'electron/main/index.ts',
      `import * as electron from 'electron'; electron.ipcMain.handle('x', () => 1)`,
    ],
    ['no-cycles', 'shared/domain/span.ts', `import type { Passage } from './passage'`],
    ['no-cycles', 'shared/domain/span.ts', `import './span'`],
    ['resolves', 'shared/errors.ts', `import './nowhere'`],
    ['layer', 'electron/extra/file.ts', `import 'zod'`],
    ['parses', 'shared/errors.ts', `import from from`],
  ]
  it.each(cases)('%s: %s with %s', (rule, file, line) => {
    expect(plant(file, line)).toContain(rule)
  })

  const kinds = [
    `import { db } from '../electron/core/store/database'`,
    `import type { db } from '../electron/core/store/database'`,
    `export { db } from '../electron/core/store/database'`,
    `export * from '../electron/core/store/database'`,
    `const lazy = () => import('../electron/core/store/database')`,
    `type Db = import('../electron/core/store/database').Db`,
    `const db = require('../electron/core/store/database')`,
    `import db = require('../electron/core/store/database')`,
    `import text from '../electron/core/store/database.ts?raw'`,
  ]
  it.each(kinds)('see an import however it is written: %s', (line) => {
    expect(plant('shared/errors.ts', line)).toEqual(['shared'])
  })
})

describe('this project', () => {
  it('breaks none of the rules', () => {
    const report = checkLayers(readSourceTree(root), (path) => existsSync(join(root, path)))
    expect(report.files).toBeGreaterThan(50)
    expect(report.imports).toBeGreaterThan(100)
    expect(report.violations).toEqual([])
  })
})
