import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectionReport } from '../../../shared/domain/correction'
import type { PassageId, RevisionId, SectionId } from '../../../shared/domain/ids'
import type { Source } from '../../../shared/domain/source'
import type { TextRange } from '../../../shared/domain/span'
import type { Turn } from '../../../shared/domain/turn'
import type { ReadingPlace } from '../../../shared/shell'
import { attempt, knowListed, shell, useIsReadOnly, useShell } from '../../api'
import { messageWith } from '../../i18n'
import { requestFocus } from '../../ui/focus-request'
import { showToast } from '../../ui/toast'
import { idNow, isPending } from '../../passage-list'
import { campOf } from './camps'
import { CorrectionBar, DraftBar } from './correction/correction-bar'
import { useCorrectableEditor, useCorrection } from './correction/use-correction'
import { useOpenedText } from './correction/use-opened-text'
import { ReadingRecorder } from './coverage/reading-recorder'
import { blockIndexAt } from './document/blocks'
import { Folding } from './document/folding'
import { firstHeights } from './document/known-heights'
import { sectionOfBlock, type TranscriptDocument } from './document/nodes'
import { SectionWindow } from './document/section-window'
import { TranscriptView } from './document/transcript-view'
import { useEdges } from './edges/use-edges'
import { FindBar } from './find/find-bar'
import { Minimap } from './minimap'
import { NewCampDialog } from './new-camp-dialog'
import { PassageChooser } from './passage-chooser'
import { PassageCard } from './passage-card'
import { PlayerBar } from './player/player-bar'
import { usePlayer } from './player/use-player'
import { useRecording } from './player/use-recording'
import { Drawings } from './passages/drawing'
import { applyPaintStyles } from './passages/paint-styles'
import { latestPlace } from './reading-places'
import { Printing } from './print/printing'
import { ReadingTools } from './reading-tools'
import { SelectionToolbar } from './selection-toolbar'
import { passagesIn } from './span-at'
import { CampLabelContext, TranscriptContext, type TranscriptContextValue } from './transcript-context'
import { TranscriptEditor } from './transcript-editor'
import { TranscriptFooter } from './transcript-footer'
import { TranscriptHeader } from './transcript-header'
import type { TranscriptScreenProps } from './transcript-props'
import unseen from '../../ui/unseen.module.css'
import styles from './transcript-screen.module.css'
import { useChoosing } from './use-choosing'
import { useInk } from './use-ink'
import { usePassageActions } from './use-passage-actions'
import { usePlaces } from './use-places'
import { useShownPassages } from './use-shown-passages'
import { useSteady } from './use-steady'
import { useTextRange } from './use-text-range'
import { useTranscriptCommands } from './use-transcript-commands'

/** Formats whose line breaks within a paragraph the author made. */
const TEXT_FORMATS = /text|txt|markdown|md|plain/i

export interface TranscriptPageProps extends TranscriptScreenProps {
  /** How the source was left when it was last read. */
  readonly left: ReadingPlace
  readonly source: Source
  readonly turns: readonly Turn[]
  readonly document: TranscriptDocument
  readonly revision: RevisionId
  readonly onCorrected: (report: CorrectionReport) => void
  readonly onShowRevisions: () => void
}

/** One transcript with its passages: reading, selecting, marking, finding. */
export function TranscriptPage(props: TranscriptPageProps) {
  const { source, turns, document, revision, reviewId, passageId, onSelectPassage, onReviewChange } = props
  const { t } = useTranslation('transcript')
  // After a correction the text has a page of its own, which goes on where the one before it was.
  const [left] = useState(() => latestPlace(source.id) ?? props.left)
  const isProjectReadOnly = useIsReadOnly() ?? false
  const {
    known,
    passages,
    shown,
    marks: kept,
    review,
    newest,
    camps,
    filter,
    setFilter,
    nextOf,
  } = useShownPassages(source.id, reviewId, document.text)

  const correctable = useCorrectableEditor(document)
  const { corrections, editor } = correctable
  const keepsLines = TEXT_FORMATS.test(source.format)
  const [first] = useState(() => firstHeights(document, source.language, keepsLines))
  const view = useMemo(
    () =>
      new TranscriptView(
        document,
        new SectionWindow(first, sectionOfBlock(document, blockIndexAt(document.blocks, left.offset))),
        new Folding(document, turns, left.folded),
        corrections,
      ),
    [document, turns, first, left, corrections],
  )
  const correction = useCorrection({
    ...correctable,
    sourceId: source.id,
    revision,
    document,
    readOnly: isProjectReadOnly,
    onStored: props.onCorrected,
  })
  // What is being typed has no place in the stored text yet: passages are marked in that one.
  const readOnly = isProjectReadOnly || correction.isOn
  useOpenedText(correction.isOn, view)
  const recording = useRecording(source)
  const { player, ref: playerRef } = usePlayer(recording)
  const canAttach = useShell('info').data?.host === 'electron' && !isProjectReadOnly
  const drawings = useMemo(() => new Drawings(document.blocks), [document])
  const [finding, setFinding] = useState(false)
  /** What to do with a camp that is about to be made: `null` while none is. */
  const [newCampFor, setNewCampFor] = useState<TextRange | null>(null)
  const { choosing, offered, chooseAt, chooseJoin, endChoosing } = useChoosing(drawings, passages)
  const { range, dragging, onDragging, exactEdges, setExactEdges, withoutSpace } = useTextRange(
    view,
    source.language,
    correction.isOn,
  )

  const selected = passages.find(({ id }) => id === passageId) ?? null
  const edges = useEdges({
    view,
    passage: readOnly ? null : selected,
    colour: (selected && campOf(selected, camps)?.colour) ?? 0,
    marks: kept,
    onMoved: (passage, ranges) => void actions.reshape(passage, ranges.map(withoutSpace)),
    onHeld: (side, span) => announce(t(side === 'start' ? 'announce.atStart' : 'announce.atEnd', { number: span + 1 })),
  })
  const { marks, letGo } = edges
  useEffect(applyPaintStyles, [])
  const draw = useInk({
    view,
    drawings,
    sourceId: source.id,
    marks,
    selectedId: passageId,
    shown,
    camps: newest,
    filter,
    text: document.text,
  })
  const shownMarks = useDeferredValue(marks)

  const notePressed = usePlaces({ ...props, sourceId: source.id, left, view, selected })
  const awaited = useRef<PassageId | null>(null)
  const select = useCallback(
    (wanted: PassageId | null, here = false) => {
      letGo()
      const id = wanted && idNow(wanted)
      // One that core has not answered for yet has nothing to show: its turn comes with the answer.
      awaited.current = id !== null && isPending(id) ? id : null
      if (awaited.current !== null) return
      notePressed(here ? id : null)
      if (id !== null) knowListed(source.id, id)
      onSelectPassage(id)
    },
    [source.id, onSelectPassage, letGo, notePressed],
  )

  useEffect(() => {
    const id = awaited.current && idNow(awaited.current)
    if (id !== null && !isPending(id)) select(id)
  }, [passages, select])

  const actions = usePassageActions({ source, turns, view, camps, selected, readOnly, draw, select })
  const { announce } = actions
  const join = () => {
    const touched = range ? passagesIn(shown, range) : []
    if (touched.length > 1) void actions.join(touched)
    else if (selected && passages.length > 1) chooseJoin(selected, shown)
    else showToast({ kind: 'note', title: t(selected ? 'announce.noOther' : 'announce.whichPassages') })
  }

  useTranscriptCommands({
    view,
    document,
    turns,
    camps,
    passages: shown,
    selected,
    range,
    readOnly,
    finding,
    actions: {
      mark: (ranges, camp, thenFocus) => void actions.mark(ranges, camp, thenFocus),
      extend: (added) => void actions.extend(added),
      remove: (passage) => void actions.remove(passage),
      toggleCamp: actions.toggleCamp,
      select,
      removeSpan: (passage) => void actions.removeSpan(passage),
      split: () => {
        const at = view.selection?.focus ?? 0
        const here = drawings.index.at(at)
        const passage =
          selected && (here.length === 0 || here.includes(selected.id))
            ? selected
            : passages.find(({ id }) => id === here[0])
        if (passage) void actions.split(passage, at)
      },
      join,
      exactEdges,
      toggleExactEdges: () => {
        announce(t(exactEdges ? 'announce.wholeWords' : 'announce.exactEdges'))
        setExactEdges(!exactEdges)
      },
      find: () => setFinding(true),
      correct: isProjectReadOnly || correction.isOn ? null : correction.start,
      showRevisions: props.onShowRevisions,
      attachRecording: canAttach ? () => void attempt(() => shell.attachRecording(source.id)) : null,
      newCamp: setNewCampFor,
      selectHere: (offset) => selectHere(offset),
      edges,
      endChoosing: choosing && endChoosing,
      focusField: requestFocus,
    },
  })

  const onPassagePress = useCallback((id: PassageId) => select(id, true), [select])
  const context = useMemo(
    (): TranscriptContextValue => ({
      source,
      turns,
      speakers: new Map(source.speakers.map((speaker) => [speaker.id, speaker])),
      view,
      drawings,
      edges: edges.edges,
      editor,
      corrections,
      player,
      t,
      labels: {
        turn: messageWith((turn) => t('editor.turn', { turn })),
        time: messageWith((time) => t('editor.time', { time })),
        play: messageWith((time) => t('player.playTurn', { time })),
      },
      onPassagePress,
    }),
    [source, turns, view, drawings, edges.edges, editor, corrections, player, onPassagePress, t],
  )
  const campLabel = useCallback(
    (colour: number) => camps.find((camp) => camp.colour === colour)?.label ?? t('camps.none'),
    [camps, t],
  )

  const onTextPress = useSteady((offset: number) => {
    view.unfold(offset)
    const here = drawings.index.at(offset)
    if (here.length === 0) return
    const next = here[(here.indexOf(passageId as PassageId) + 1) % here.length]!
    if (here.length > 1) {
      announce(t('announce.oneOf', { at: here.indexOf(next) + 1, count: here.length }))
      chooseAt(offset, false)
    }
    select(next, true)
  })
  const selectHere = (offset: number) => {
    const here = drawings.index.at(offset)
    if (here.length > 1) chooseAt(offset, true)
    else if (here[0] !== undefined) select(here[0], true)
  }

  const onCorrect = useSteady(correction.start)
  const onShowRevisions = useSteady(props.onShowRevisions)
  const onNewCamp = useCallback(() => setNewCampFor({ start: 0, end: 0 }), [])
  const onFind = useCallback(() => setFinding(true), [])
  const onJump = useSteady((camp: SectionId | null) => {
    const next = nextOf(camp, passageId)
    if (next) select(next.id)
  })
  // A mark is seen on the text first, and counted then.
  const counted = useDeferredValue(known)

  // The same for the life of the page: the header is drawn again only for what it shows.
  const readingTools = useMemo(() => <ReadingTools onAnnounce={announce} />, [announce])
  const colours = useMemo(() => camps.map(({ colour }) => colour), [camps])
  return (
    <TranscriptContext.Provider value={context}>
      <div className={styles['screen']}>
        <TranscriptHeader
          source={source}
          passages={counted}
          camps={camps}
          reviewId={reviewId}
          filter={filter}
          readOnly={readOnly}
          isCorrecting={correction.isOn}
          onCorrect={isProjectReadOnly ? null : onCorrect}
          onShowRevisions={onShowRevisions}
          onFilter={setFilter}
          onReviewChange={onReviewChange}
          onOpenReview={props.onOpenReview}
          onNewCamp={onNewCamp}
          tools={readingTools}
          onFind={onFind}
          onJump={onJump}
        />
        {correction.isOn && (
          <CorrectionBar
            isStoring={correction.isStoring}
            onStore={() => void correction.store()}
            onDiscard={() => void correction.discard()}
          />
        )}
        {correction.draft && (
          <DraftBar
            draft={correction.draft}
            onContinue={correction.start}
            onDiscard={() => void correction.discard()}
          />
        )}
        {finding && <FindBar onClose={() => setFinding(false)} />}
        <div className={styles['page']}>
          <CampLabelContext.Provider value={campLabel}>
            <TranscriptEditor
              label={t(correction.isOn ? 'correct.label' : 'editor.label', { title: source.title })}
              keepsLines={keepsLines}
              isCorrecting={correction.isOn}
              onTextPress={onTextPress}
              onDragging={onDragging}
              onEdgeMoved={letGo}
            />
          </CampLabelContext.Provider>
          <Minimap marks={shownMarks} colours={colours} selectedId={passageId} onSelect={select} />
        </div>
        {recording.kind !== 'none' && (
          <PlayerBar
            recording={recording}
            readOnly={readOnly}
            placeToPlay={() =>
              selected?.spans[0]?.start ?? view.selection?.focus ?? document.blocks[view.topBlock()]?.start ?? 0
            }
            playerRef={playerRef}
          />
        )}
        <TranscriptFooter passages={counted.length} onAnnounce={announce} />
        <ReadingRecorder revision={revision} />
        {range && !dragging && newCampFor === null && !correction.isOn && (
          <SelectionToolbar
            range={range}
            camps={camps}
            canWrite={!readOnly}
            canExtend={selected !== null}
            warning={actions.crossing([range])}
            joins={passagesIn(shown, range).length}
            onJoin={join}
            onMark={(camp) => void actions.mark([range], camp)}
            onExtend={() => void actions.extend(range)}
            onNote={() => void actions.mark([range], null, 'passage.note')}
            onTags={() => void actions.mark([range], null, 'passage.tags')}
            onCopy={actions.copy}
            onNewCamp={() => setNewCampFor(range)}
          />
        )}
        <Printing camps={camps} keepsLines={keepsLines} />
        <PassageCard
          passages={passages}
          camps={camps}
          selectedId={passageId}
          isQuiet={range !== null || dragging || choosing !== null || newCampFor !== null || edges.held !== null}
        />
        {choosing && offered.length > 0 && (
          <PassageChooser
            label={t(choosing.joins ? 'chooser.joinWith' : 'chooser.label')}
            passages={offered}
            camps={camps}
            selectedId={passageId}
            offset={choosing.offset}
            byKey={choosing.byKey}
            onSelect={(id) => {
              endChoosing()
              const other = choosing.joins?.find((passage) => passage.id === id)
              if (other && selected) void actions.join([selected, other])
              else select(id, true)
            }}
            onClose={endChoosing}
          />
        )}
        {newCampFor !== null && (
          <NewCampDialog
            review={review}
            camps={camps}
            onClose={() => setNewCampFor(null)}
            onMade={(madeReview, camp) => {
              if (madeReview !== reviewId) onReviewChange(madeReview)
              if (newCampFor.end > newCampFor.start) void actions.mark([newCampFor], camp)
            }}
          />
        )}
        <p role="status" aria-live="polite" className={unseen['unseen']}>
          {actions.announcement}
        </p>
      </div>
    </TranscriptContext.Provider>
  )
}
