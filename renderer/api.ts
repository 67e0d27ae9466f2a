import {
  CancelledError,
  keepPreviousData,
  type MutationOptions,
  notifyManager,
  type Query,
  QueryClient,
  replaceEqualDeep,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { ChangedCamp, ChangedPassages, Contract, Input, Output, WindowMethod } from '../shared/contract'
import type { PassageId, SourceId } from '../shared/domain/ids'
import type { Passage } from '../shared/domain/passage'
import type { ProjectInfo } from '../shared/domain/project'
import type { Review } from '../shared/domain/review'
import { AppError } from '../shared/errors'
import { type Answer, type Bridge, eachCall, type Settings, type Shell, type WindowEvent } from '../shared/shell'
import { createLoopbackBridge } from './bridge-loopback'
import { changedPart } from './changed-part'
import { withPassage, withoutPassages } from './passage-list'
import { painted } from './ui/after-paint'

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    readonly verbatim?: Bridge
  }
}

type WithAccess<Access> = {
  [Name in WindowMethod]: Contract[Name]['access'] extends Access ? Name : never
}[WindowMethod]

/** The methods that `useRead` keeps fresh. */
export type ReadMethod =
  | WithAccess<'read'>
  | 'project.find'
  | 'source.formats'
  | 'search.find'
  | 'search.mentions'
  | 'savedSearch.count'
  | 'savedSearch.suggest'
/** The methods that change the project. */
export type WriteMethod = WithAccess<'write'>

const bridge: Bridge = window.verbatim ?? createLoopbackBridge()

/** Calls core. Throws an `AppError` when core refuses. */
export async function invoke<Name extends WindowMethod>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  return valueOf(await bridge.invoke(name, input))
}

/** What the window asks of the program around it. Each call throws an `AppError` when it is refused. */
export const shell: Shell = eachCall<Shell>(ask)

function ask<Name extends keyof Shell>(name: Name): Shell[Name] {
  const call = async (...args: Parameters<Shell[Name]>) => valueOf(await bridge.shell[name](...args))
  return call as unknown as Shell[Name]
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw AppError.from(answer.error)
  return answer.value
}

/** Hears what core and the program tell without being asked. Returns what ends the subscription. */
export function subscribe(listener: (event: WindowEvent) => void): () => void {
  return bridge.subscribe(listener)
}

/** A source's text changes only by these actions, so a window reads it once until then. */
const CHANGES_TEXT: ReadonlySet<string | null> = new Set([
  'source.reimport',
  'source.correct',
  'source.restoreRevision',
  'backup.restore',
])
const IMMUTABLE: ReadonlySet<unknown> = new Set<ReadMethod>([
  'source.read',
  'source.cues',
  'source.revisions',
  'source.readRevision',
])

/** What saying how much was read changes, and nothing else. */
const COVERAGE: ReadonlySet<unknown> = new Set<ReadMethod>(['coverage.list', 'coverage.get'])

/** What no change of passages alone changes. */
const APART_FROM_PASSAGES: ReadonlySet<unknown> = new Set<ReadMethod>([
  'source.findDraft',
  'source.formats',
  'source.report',
  'coverage.list',
  'coverage.get',
  'glossary.list',
])
/** What the author's own words on a page do not change. */
const EVIDENCE: ReadonlySet<unknown> = new Set<ReadMethod>([
  'source.list',
  'source.get',
  'source.report',
  'source.findDraft',
  'coverage.list',
  'coverage.get',
  'passage.list',
  'passage.get',
  'passage.tags',
  'passage.verify',
  'relation.list',
  'glossary.list',
  'search.mentions',
])

/** What sorting passages into camps does not change: what they say, and what they are checked against. */
const APART_FROM_SORTING: ReadonlySet<unknown> = new Set<ReadMethod>([
  'source.list',
  'source.get',
  'passage.tags',
  'passage.verify',
  'relation.list',
  'search.mentions',
])

/** What the most frequent writes cannot have changed: nobody has tagged, placed or related a new passage yet. */
const UNTOUCHED: Readonly<Record<string, ReadonlySet<unknown>>> = {
  'block.update': EVIDENCE,
  'block.addProse': EVIDENCE,
  'review.dismissHint': EVIDENCE,
  'passage.mark': new Set<ReadMethod>(['passage.tags', 'relation.list', 'review.list', 'review.get']),
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Core tells of every change, and it is local: nothing to poll, nothing to try again.
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      structuralSharing: keepEqual,
    },
    mutations: { networkMode: 'always' },
  },
})

// What was just learnt is shown in the next frame. After a timer, as it is otherwise, that frame has passed by.
notifyManager.setScheduler(queueMicrotask)

/**
 * What is equal in an answer stays the same object. Things with an id are compared with their former selves: one more in
 * a list of thousands would otherwise have each compared with its neighbour.
 */
function keepEqual(before: unknown, after: unknown): unknown {
  if (!isListOfThings(before) || !isListOfThings(after)) return replaceEqualDeep(before, after)
  const { start, beforeEnd, afterEnd } = changedPart(before, after)
  const known = new Map(before.slice(start, beforeEnd).map((thing) => [thing.id, thing]))
  let isSame = before.length === after.length
  const kept = after.slice(start, afterEnd).map((thing, at) => {
    const old = known.get(thing.id)
    const next = old === undefined ? thing : isEqual(old, thing) ? old : replaceEqualDeep(old, thing)
    isSame &&= next === before[start + at]
    return next
  })
  return isSame ? before : [...after.slice(0, start), ...kept, ...after.slice(afterEnd)]
}

/** Of data as JSON has it. Most of a long list is equal, and this is several times as fast as building what is. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, at) => isEqual(item, b[at]))
  const keys = Object.keys(a) as (keyof typeof a)[]
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]))
}

function isListOfThings(value: unknown): value is readonly { readonly id: unknown }[] {
  return Array.isArray(value) && typeof (value[0] as { id?: unknown } | null | undefined)?.id === 'string'
}

// Somebody who works all day selects thousands of passages and opens hundreds of sources: of each not all is kept for long.
for (const name of ['passage.get', 'passage.verify', 'source.findDraft'] satisfies ReadMethod[]) {
  queryClient.setQueryDefaults([name], { gcTime: 30_000 })
}

/** Answers as long as a source; of each kind those that nothing shows any more are kept for coming back to, the last few. */
const LONG_ANSWERS: ReadonlySet<unknown> = new Set<ReadMethod>(['source.read', 'source.cues', 'passage.list'])
const KEPT_ANSWERS = 2
/** In the order in which they were shown last. */
const leftAnswers = new Set<Query>()

queryClient.getQueryCache().subscribe(({ type, query }) => {
  const [name] = query.queryKey
  if (!LONG_ANSWERS.has(name)) return
  if (type === 'observerAdded' || type === 'observerRemoved' || type === 'removed') leftAnswers.delete(query)
  if (type !== 'observerRemoved' || query.getObserversCount() > 0) return
  leftAnswers.add(query)
  const unused = [...leftAnswers].filter((left) => left.queryKey[0] === name)
  for (const old of unused.slice(0, -KEPT_ANSWERS)) queryClient.getQueryCache().remove(old)
})

type ChangedEvent = Extract<WindowEvent, { kind: 'changed' }>

/** The open project as was told last: what was told of before may be shown later. */
let newest: ProjectInfo | null = null

/** Keeps what `useRead` returns true to the project. Returns what ends it. */
export function followCore(): () => void {
  return subscribe((event) => {
    if (event.kind === 'changed') {
      newest = event.project
      void followChange(event)
    } else if (event.kind === 'project') {
      setProject(event.project)
    } else if (event.kind === 'core' && event.state === 'restarted') {
      setProject(event.project)
      void queryClient.invalidateQueries()
    }
  })
}

/**
 * What an event itself tells is painted on the text first, then shown by what stands around that, and then what else may
 * have changed is read again: each step takes milliseconds of a frame.
 */
async function followChange(event: ChangedEvent): Promise<void> {
  const path = openPath()
  // Another project may be open by the time.
  const isStillOpen = () => path === undefined || openPath() === path
  const tells = event.passages !== undefined || event.camp !== undefined
  if (tells) await painted()
  if (!isStillOpen()) return
  const kept = showChange(event)
  if (tells) await painted()
  if (isStillOpen()) readAgain(event, kept)
}

/** Shows what an event tells. Gives the hashes of the lists that are true by that. */
function showChange({ camp, passages }: ChangedEvent): ReadonlySet<string> {
  setProject(newest)
  if (camp) changeCamp(camp)
  return passages === undefined ? new Set() : changeLists(passages)
}

/** Has everything read again that an event may have changed, less what is `kept`. */
function readAgain(event: ChangedEvent, kept: ReadonlySet<string>): void {
  const isOtherText = changesText(event.action, event.project)
  const untouched = UNTOUCHED[event.action]
  // Undo tells of passages too, and may have changed anything else.
  const alone = event.action.startsWith('passage.') ? event.passages : undefined
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, queryKey: [name], queryHash }) =>
      isOfProject(name) &&
      (!event.action.startsWith('coverage.') || COVERAGE.has(name)) &&
      (isOtherText || !IMMUTABLE.has(name)) &&
      !(alone && (APART_FROM_PASSAGES.has(name) || isOfAnotherPassage(queryKey, alone))) &&
      !(alone?.onlySorted && APART_FROM_SORTING.has(name)) &&
      !untouched?.has(name) &&
      !kept.has(queryHash),
  })
}

/**
 * Brings the lists of passages up to date without reading thousands of them again. Gives the hashes of those that
 * are true now: not those that were out of date already, or are being read.
 */
function changeLists({ set, removed }: ChangedPassages): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const { queryKey, queryHash, state } of queryClient.getQueryCache().findAll({ queryKey: ['passage.list'] })) {
    const { sourceId } = queryKey[1] as Input<'passage.list'>
    if (state.data === undefined || state.isInvalidated || state.fetchStatus !== 'idle') continue
    let list: readonly Passage[] | null = withoutPassages(state.data as Passage[], removed)
    for (const passage of set) {
      if (list !== null && (sourceId === undefined || sourceId === passage.sourceId)) list = withPassage(list, passage)
    }
    if (list === null) continue
    queryClient.setQueryData(queryKey, list)
    kept.add(queryHash)
  }
  for (const passage of set) {
    const queryKey = ['passage.get', { id: passage.id }]
    // What is being read may be older than this.
    void queryClient.cancelQueries({ queryKey })
    queryClient.setQueryData(queryKey, passage)
    const query = queryClient.getQueryCache().find({ queryKey })
    if (query) kept.add(query.queryHash)
  }
  return kept
}

/**
 * Has a passage known by itself that a list of its source's shows: it is there at once when it is selected. Not while
 * something is being written: the list may show what core will refuse.
 */
export function knowListed(sourceId: SourceId, id: PassageId): void {
  const { data, isInvalidated } = queryClient.getQueryState<readonly Passage[]>(['passage.list', { sourceId }]) ?? {}
  const queryKey = ['passage.get', { id }]
  if (isInvalidated !== false || queryClient.isMutating() > 0 || queryClient.getQueryState(queryKey)) return
  const passage = data?.find((listed) => listed.id === id)
  if (passage) queryClient.setQueryData(queryKey, passage)
}

/** Whether a read is of one passage alone, and not of one that changed. */
function isOfAnotherPassage([name, input]: readonly unknown[], { set, removed }: ChangedPassages): boolean {
  if (name !== 'passage.get' && name !== 'passage.verify') return false
  const { id } = input as { readonly id?: string }
  return id !== undefined && !removed.some((gone) => gone === id) && !set.some((passage) => passage.id === id)
}

/** Shows a camp as it is now; reviews are read again all the same. */
function changeCamp({ id, camp }: ChangedCamp): void {
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: ['review.get'] })) {
    const review = state.data as Review | undefined
    if (!review?.sections.some((section) => section.id === id)) continue
    const sections = review.sections.map((section) => (section.id === id ? { ...section, camp } : section))
    queryClient.setQueryData<Review>(queryKey, { ...review, sections })
  }
}

/** Whether an action, or what was undone or redone by it, gave a source another text. */
function changesText(action: string, { undo, redo }: ProjectInfo): boolean {
  const meant = action === 'project.undo' ? redo : action === 'project.redo' ? undo : action
  return CHANGES_TEXT.has(meant)
}

/** The file of the open project, as far as it is known. */
function openPath(): string | undefined {
  return queryClient.getQueryData<ProjectInfo | null>(['project.find', {}])?.path
}

/** Makes `project` the open one; what was read of another one is forgotten. */
export function setProject(project: ProjectInfo | null): void {
  newest = project
  if (openPath() !== project?.path) {
    queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => isOfProject(name) })
  }
  queryClient.setQueryData(['project.find', {}], project)
}

function isOfProject(name: unknown): boolean {
  return name !== 'project.find' && name !== 'shell'
}

/** How an answer of core's is asked for, and under which key it is known. */
function asking<Name extends ReadMethod>(name: Name, input: Input<Name>) {
  return { queryKey: [name, input], queryFn: () => invoke(name, input) }
}

/** Reads from core and reads again whenever the project changes. */
export function useRead<Name extends ReadMethod>(
  name: Name,
  input: Input<Name>,
  options: {
    /** False: do not read yet. */
    readonly enabled?: boolean
    /** Show the last answer while another input is being read. */
    readonly keepPrevious?: boolean
  } = {},
) {
  const { enabled = true, keepPrevious = false } = options
  return useQuery<Output<Name>, AppError>({
    ...asking(name, input),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  })
}

/**
 * Whether the open project cannot be written to; `undefined` until that is known. What else there is to know of it
 * changes with every action, and renders nothing that only asks for this.
 */
export function useIsReadOnly(): boolean | undefined {
  return useQuery<Output<'project.find'>, AppError, boolean | undefined>({
    ...asking('project.find', {}),
    select: readOnlyOf,
  }).data
}

function readOnlyOf(project: Output<'project.find'>): boolean | undefined {
  return project?.readOnly
}

/** Reads what is about to be shown. What is known already is not read again; a failure is for `useRead` to tell. */
export function prefetch<Name extends ReadMethod>(name: Name, input: Input<Name>): void {
  void queryClient.prefetchQuery(asking(name, input))
}

/** Reads what nobody follows: what was read before is given, until `forget` or a change of the project. */
export function read<Name extends ReadMethod>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  return queryClient.fetchQuery(asking(name, input))
}

/** Has something read anew when it is asked for again: for what changes without core telling of it. */
export function forget<Name extends ReadMethod>(name: Name, input: Input<Name>): void {
  void queryClient.invalidateQueries({ queryKey: [name, input], exact: true, refetchType: 'none' })
}

/** Asks the program around the window, once; `refreshShell` asks again. */
export function useShell<Name extends 'info' | 'settings' | 'listProjects'>(name: Name) {
  return useQuery<Awaited<ReturnType<Shell[Name]>>, AppError>({
    queryKey: ['shell', name],
    queryFn: () => shell[name]() as Promise<Awaited<ReturnType<Shell[Name]>>>,
  })
}

export function refreshShell(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['shell'] })
}

/** Changes settings: shown at once, so that a key pressed again goes on from there. A failure is reported to the user. */
export function changeSettings(part: Partial<Settings>): void {
  queryClient.setQueryData<Settings>(['shell', 'settings'], (before) => before && { ...before, ...part })
  void attempt(async () => {
    try {
      await shell.saveSettings(part)
    } finally {
      await refreshShell()
    }
  })
}

/** Writes through core. A failure is reported to the user here; await `mutateAsync` to learn of it too. */
export function useWrite<Name extends WriteMethod>(name: Name) {
  return useMutation(writeOptions(name))
}

/** The same for what shows nothing of how a write goes: nothing is rendered again when it begins and when it ends. */
export function writer<Name extends WriteMethod>(name: Name): (input: Input<Name>) => Promise<Output<Name>> {
  return (input) => mutate(writeOptions(name), input)
}

function writeOptions<Name extends WriteMethod>(name: Name): UseMutationOptions<Output<Name>, AppError, Input<Name>> {
  return {
    mutationFn: (input) => invoke(name, input),
    onError: (error, input) => reportError(error, () => void attempt(() => invoke(name, input))),
  }
}

/** Runs a write that is made of more than one call, or is reported elsewhere, as one that `useIsSaving` counts. */
export function asWrite<T>(run: () => Promise<T>): Promise<T> {
  return mutate({ mutationFn: run }, undefined)
}

const KEPT_MS = 1000

/** Runs a mutation that no component observes. */
function mutate<Data, Variables>(
  options: MutationOptions<Data, AppError, Variables>,
  variables: Variables,
): Promise<Data> {
  const whole = queryClient.defaultMutationOptions({ ...options, gcTime: KEPT_MS })
  return queryClient.getMutationCache().build(queryClient, whole).execute(variables)
}

/** Whether something is on its way to the disk: told once what was done is painted, and at once when it is there. */
export function useIsSaving(): boolean {
  return useSyncExternalStore(followWrites, isWriting)
}

function followWrites(changed: () => void): () => void {
  return queryClient.getMutationCache().subscribe(() => (isWriting() ? void painted().then(changed) : changed()))
}

function isWriting(): boolean {
  return queryClient.isMutating() > 0
}

/** Runs something that may fail and reports the failure to the user: `null` then, and when it was called off. */
export async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CancelledError)) reportError(error, () => void attempt(run))
    return null
  }
}

type FailureListener = (error: unknown, retry: (() => void) | null) => void
let tellUser: FailureListener = (error) => console.error(error)

/** Tells the user of a failure, at the one place where that is done. */
export function reportError(error: unknown, retry: (() => void) | null = null): void {
  tellUser(error, retry)
}

/** Names that one place. */
export function onFailure(listener: FailureListener): void {
  tellUser = listener
}
