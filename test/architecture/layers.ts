import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { extname, join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** The source files of a project: path from its root, with `/`, to text. */
export type SourceTree = ReadonlyMap<string, string>

export interface Violation {
  readonly rule: string
  readonly file: string
  readonly message: string
}

export interface LayerReport {
  readonly files: number
  readonly imports: number
  readonly violations: readonly Violation[]
}

/** A file's import: of another file of the project, or of a package or built-in module by name. */
interface Import {
  readonly from: string
  readonly to: string
  readonly kind: 'file' | 'asset' | 'builtin' | 'package' | 'unresolved'
}

interface Layer {
  readonly name: string
  readonly holds: RegExp
  /** The project's files that it may import, beside its own. */
  readonly files: RegExp
  readonly builtins: boolean
  readonly electron: boolean
  /** Any npm package but `electron`, when it may import packages at all. */
  readonly packages: boolean
}

/**
 * Who may import whom. A file belongs to the first layer that holds it; for `renderer/features/x` the feature's own
 * folder is added to what it may import.
 */
const LAYERS: readonly Layer[] = [
  {
    name: 'shared/domain',
    holds: /^shared\/domain\//,
    files: /^shared\/domain\//,
    builtins: false,
    electron: false,
    packages: false,
  },
  { name: 'shared', holds: /^shared\//, files: /^shared\//, builtins: false, electron: false, packages: true },
  {
    name: 'electron/core',
    holds: /^electron\/core\//,
    files: /^(electron\/core\/|shared\/|assets\/|package\.json$)/,
    builtins: true,
    electron: false,
    packages: true,
  },
  {
    name: 'electron/main',
    holds: /^electron\/main\//,
    files: /^(electron\/(main|core)\/|shared\/|assets\/|package\.json$)/,
    builtins: true,
    electron: true,
    packages: true,
  },
  {
    name: 'electron/host',
    holds: /^electron\/host\//,
    files: /^(electron\/(host|core)\/|shared\/|assets\/|package\.json$)/,
    builtins: true,
    electron: false,
    packages: true,
  },
  {
    name: 'electron/preload',
    holds: /^electron\/preload\//,
    files: /^(electron\/preload|shared)\//,
    builtins: false,
    electron: true,
    packages: true,
  },
  {
    name: 'electron/build',
    holds: /^electron\/build\//,
    files: /^electron\/build\//,
    builtins: true,
    electron: false,
    packages: true,
  },
  {
    name: 'renderer/ui',
    holds: /^renderer\/ui\//,
    files: /^renderer\/(ui|styles)\//,
    builtins: false,
    electron: false,
    packages: true,
  },
  {
    name: 'renderer/features',
    holds: /^renderer\/features\//,
    files: /^(shared|assets|renderer\/(?!features\/|(app|main|screens|workspace)\.))/,
    builtins: false,
    electron: false,
    packages: true,
  },
  {
    name: 'renderer/app',
    holds: /^renderer\/(app|main|screens|workspace)\./,
    files: /^(renderer|shared|assets)\//,
    builtins: false,
    electron: false,
    packages: true,
  },
  {
    name: 'renderer',
    holds: /^renderer\//,
    files: /^(shared|assets|renderer\/(?!features\/|(app|main|screens|workspace)\.))/,
    builtins: false,
    electron: false,
    packages: true,
  },
  { name: 'test', holds: /^test\//, files: /^/, builtins: true, electron: true, packages: true },
]

/** Packages that one file alone may import, so that there is one place where their use is decided. */
const ONE_DOOR: readonly { readonly package: string; readonly door: string }[] = [
  { package: 'better-sqlite3', door: 'electron/core/store/database.ts' },
]

const IPC_DOOR = 'electron/main/ipc.ts'

const SOURCE = /\.(?:ts|tsx|mts|mjs|js)$/
const BUILTINS = new Set(builtinModules)

/** Reads the source files of a project on disk. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>()
  for (const folder of ['shared', 'electron', 'renderer', 'test']) {
    if (!existsSync(join(root, folder))) continue
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${entry.replaceAll('\\', '/')}`
      if (!SOURCE.test(path) || path.startsWith('test/fixtures/')) continue
      if (statSync(join(root, path)).isFile()) tree.set(path, readFileSync(join(root, path), 'utf8'))
    }
  }
  return tree
}

/**
 * Checks every import of every file, type imports and dynamic ones included, against the layers.
 * @param assetExists says whether a file that is no source, such as a style sheet or JSON, is there
 */
export function checkLayers(tree: SourceTree, assetExists: (path: string) => boolean): LayerReport {
  const violations: Violation[] = []
  const imports: Import[] = []
  for (const [file, text] of tree) {
    const program = parseSync(file, text)
    for (const error of program.errors) violations.push({ rule: 'parses', file, message: error.message })
    const found = findImports(program.program)
    for (const specifier of found.specifiers) imports.push(resolve(file, specifier, tree, assetExists))
    if (found.namesIpcMain && file !== IPC_DOOR && !file.startsWith('test/')) {
      violations.push({ rule: 'ipcMain', file, message: `ipcMain is used in ${IPC_DOOR} only: bind the call there` })
    }
  }
  for (const one of imports) violations.push(...checkImport(one))
  violations.push(...findCycles(imports))
  return { files: tree.size, imports: imports.length, violations }
}

function checkImport({ from, to, kind }: Import): Violation[] {
  const layer = LAYERS.find(({ holds }) => holds.test(from))
  const found = (rule: string, message: string): Violation[] => [{ rule, file: from, message }]
  if (layer === undefined)
    return found('layer', 'this folder belongs to no layer: add it to test/architecture/layers.ts')
  if (kind === 'unresolved') return found('resolves', `'${to}' leads to no file`)
  if (kind === 'file' || kind === 'asset') {
    const ownFeature = /^renderer\/features\/[^/]+\//.exec(from)?.[0]
    const allowed = layer.files.test(to) || (ownFeature !== undefined && to.startsWith(ownFeature))
    return allowed ? [] : found(layer.name, `${layer.name} does not import ${to}`)
  }
  if (layer.name === 'test') return []
  const door = ONE_DOOR.find((one) => one.package === to)
  if (door && door.door !== from) return found(door.package, `${door.package} is imported in ${door.door} only`)
  if (kind === 'builtin') return layer.builtins ? [] : found(layer.name, `${layer.name} does not use Node (${to})`)
  if (to === 'electron') return layer.electron ? [] : found(layer.name, `${layer.name} does not use Electron`)
  return layer.packages ? [] : found(layer.name, `${layer.name} imports nothing outside itself (${to})`)
}

function resolve(from: string, specifier: string, tree: SourceTree, assetExists: (path: string) => boolean): Import {
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
    const name = specifier.replace(/^node:/, '')
    if (specifier.startsWith('node:') || BUILTINS.has(name.split('/')[0] ?? ''))
      return { from, to: name, kind: 'builtin' }
    const parts = specifier.split('/')
    return { from, to: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), kind: 'package' }
  }
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`]
  const file = candidates.find((candidate) => tree.has(candidate))
  if (file !== undefined) return { from, to: file, kind: 'file' }
  if (extname(path) !== '' && assetExists(path)) return { from, to: path, kind: 'asset' }
  return { from, to: specifier, kind: 'unresolved' }
}

type Node = { readonly type: string } & Record<string, unknown>

/** What a file imports, by static, dynamic, type and `require` imports, and whether it names `ipcMain`. */
function findImports(program: unknown): { specifiers: readonly string[]; namesIpcMain: boolean } {
  const specifiers: string[] = []
  let namesIpcMain = false
  const add = (source: unknown) => {
    const value = (source as { value?: unknown } | null)?.value
    if (typeof value === 'string') specifiers.push(value)
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const node = value as Node
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        add(node.source)
        break
      case 'TSExternalModuleReference':
        add(node.expression)
        break
      case 'CallExpression':
        if ((node.callee as Node).type === 'Identifier' && (node.callee as Node).name === 'require') {
          add((node.arguments as unknown[])[0])
        }
        break
      case 'Identifier':
        if (node.name === 'ipcMain') namesIpcMain = true
        break
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(program)
  return { specifiers, namesIpcMain }
}

/** Each cycle once, named by the files it runs through. */
function findCycles(imports: readonly Import[]): Violation[] {
  const graph = new Map<string, string[]>()
  for (const { from, to, kind } of imports) {
    if (kind === 'file') graph.set(from, [...(graph.get(from) ?? []), to])
  }
  const violations: Violation[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      const cycle = [...path.slice(at), file].join(' → ')
      violations.push({ rule: 'no-cycles', file, message: cycle })
      return
    }
    if (done.has(file)) return
    path.push(file)
    for (const next of graph.get(file) ?? []) visit(next)
    path.pop()
    done.add(file)
  }
  for (const file of graph.keys()) visit(file)
  return violations
}
