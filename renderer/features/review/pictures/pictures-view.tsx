import { ChartScatter, Download, List } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attempt, shell, useRead } from '../../../api'
import { formatNumber } from '../../../i18n'
import { Button } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { useCommands } from '../../../ui/commands'
import { Menu } from '../../../ui/menu'
import { Segmented } from '../../../ui/segmented'
import { Select } from '../../../ui/select'
import { showToast } from '../../../ui/toast'
import { usePaper } from '../../../ui/use-paper'
import type { SourceId } from '../../../../shared/domain/ids'
import type { Passage } from '../../../../shared/domain/passage'
import { PICTURE_FORMATS, type PictureFormat } from '../../../../shared/shell'
import type { ReviewViewProps } from '../review-view'
import { ChosenPassages } from './chosen-passages'
import { drawFile } from './draw-file'
import type { PictureFrame } from './drawing'
import { formatPeriod } from './format-period'
import { MatrixDrawing } from './matrix-drawing'
import { NetworkDrawing } from './network-drawing'
import styles from './pictures.module.css'
import { pictureSheet } from './picture-sheet'
import { SourceDrawing } from './source-drawing'
import { bySource, bySpeaker, byTime, inOrderOfTime, periodFor, type Tally, tallyOf } from './tally'
import { TallyTable } from './tally-table'
import { TermsPicture } from './terms-picture'
import { TimelineDrawing } from './timeline-drawing'

/** Those of passages, and that of what is said in all transcripts. */
const PASSAGE_KINDS = ['sources', 'speakers', 'time', 'source', 'network'] as const
const KINDS = [...PASSAGE_KINDS, 'terms'] as const
type Kind = (typeof KINDS)[number]

interface Chosen {
  readonly id: string
  readonly title: string
  readonly passages: readonly Passage[]
}

/** What the camps rest on: which sources, whose words, and when they were said. */
export function PicturesView(props: ReviewViewProps) {
  const { open, selected, onSelect, onOpenSource, onOpenPlace, onSearch } = props
  const { t } = useTranslation('pictures')
  const { review, passages, sources } = open
  const [kind, setKind] = useState<Kind>('sources')
  const [form, setForm] = useState<'drawn' | 'table'>('drawn')
  const [wantedSource, setSource] = useState<SourceId | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const body = useRef<HTMLDivElement>(null)

  const perSource = useMemo(() => tallyOf(review, passages, bySource(sources)), [review, passages, sources])
  const sourceId = (perSource.rows.find(({ id }) => id === wantedSource) ?? perSource.rows[0])?.id as
    | SourceId
    | undefined
  const tally = useMemo((): Tally => {
    switch (kind) {
      case 'sources':
      case 'terms':
        return perSource
      case 'speakers':
      case 'network':
        return tallyOf(review, passages, bySpeaker(sources))
      case 'time': {
        const dates = perSource.rows.flatMap(({ id }) => sources.get(id as SourceId)?.date ?? [])
        return inOrderOfTime(tallyOf(review, passages, byTime(sources, periodFor(dates))))
      }
      case 'source':
        return tallyOf(review, passages, (passage) =>
          passage.sourceId === sourceId ? { id: passage.id, name: passage.text } : null,
        )
    }
  }, [kind, perSource, review, passages, sources, sourceId])

  const source = sourceId && sources.get(sourceId)
  const title = kind === 'source' ? t('titles.source', { title: source?.title ?? '' }) : t(`titles.${kind}`)
  const frame: PictureFrame = {
    svgRef: svg,
    chosen: chosen?.id ?? null,
    onChoose: (spot) => setChosen({ id: spot.id, title: spot.label, passages: spot.passages }),
  }
  const nameOf = (id: string, name: string) => {
    if (kind === 'time') return id === '' ? t('undated') : formatPeriod(id)
    return name || t(kind === 'speakers' || kind === 'network' ? 'unnamed' : 'untitled')
  }
  const languageOf = (id: string) =>
    kind === 'sources' ? sources.get(id as SourceId)?.language : kind === 'source' ? source?.language : undefined
  const save = (format: PictureFormat) =>
    void attempt(async () => {
      if (!svg.current) return
      const saved = await shell.savePicture(await drawFile(svg.current, `${title} – ${review.title}`, format))
      if (saved) showToast({ kind: 'note', title: t('saved', { out: saved.out }) })
    })
  usePaper(() => {
    const figure = body.current?.querySelector('figure')
    return figure ? pictureSheet(figure, review) : null
  })
  useCommands([
    {
      id: 'picture.print',
      title: t('print'),
      group: t('commands:group.review'),
      keys: '$mod+p',
      whileTyping: true,
      run: () => window.print(),
    },
  ])
  const choose = (next: Kind) => {
    setKind(next)
    setChosen(null)
  }

  return (
    <div className={styles['view']}>
      <div className={styles['tools']}>
        <Segmented
          label={t('kind')}
          value={kind}
          onChange={choose}
          options={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
        />
        {kind === 'source' && (
          <Select
            label={t('source')}
            hideLabel
            options={perSource.rows.map(({ id, name }) => ({ id, label: name || t('untitled') }))}
            value={sourceId ?? null}
            onChange={(id) => {
              setSource(id as SourceId)
              setChosen(null)
            }}
          />
        )}
        <span className={styles['space']} />
        <Segmented
          label={t('form')}
          value={form}
          onChange={setForm}
          options={[
            { id: 'drawn', label: t('drawn'), icon: <ChartScatter aria-hidden /> },
            { id: 'table', label: t('table'), icon: <List aria-hidden /> },
          ]}
        />
        <Menu
          label={t('save')}
          placement="bottom end"
          items={[
            ...PICTURE_FORMATS.map((format) => ({
              id: format,
              title: t(`formats.${format}`),
              isDisabled: form === 'table',
              onAction: () => save(format),
            })),
            { id: 'print', title: t('print'), keys: '$mod+p', onAction: () => window.print() },
          ]}
        >
          <Button size="small" variant="quiet" icon={<Download aria-hidden />}>
            {t('save')}
          </Button>
        </Menu>
      </div>
      <div ref={body} className={styles['body']}>
        {kind === 'terms' ? (
          <TermsPicture open={open} svgRef={svg} form={form} onOpenPlace={onOpenPlace} onSearch={onSearch} />
        ) : perSource.rows.length === 0 ? (
          <div className={styles['stage']}>
            <EmptyState icon={<ChartScatter aria-hidden />} title={t('empty')} message={t('emptyText')} />
          </div>
        ) : (
          <figure className={styles['stage']}>
            <figcaption className={styles['caption']}>
              <h2>{title}</h2>
              <p>{t(`texts.${kind}`)}</p>
            </figcaption>
            {form === 'table' ? (
              <TallyTable
                frame={frame}
                label={title}
                review={review}
                tally={tally}
                heading={t(`rows.${kind}`)}
                nameOf={nameOf}
                languageOf={languageOf}
              />
            ) : kind === 'time' ? (
              <TimelineDrawing
                frame={frame}
                label={title}
                review={review}
                tally={tally}
                nameOf={(id) => nameOf(id, id)}
              />
            ) : kind === 'network' ? (
              <NetworkDrawing frame={frame} label={title} review={review} tally={tally} nameOf={nameOf} />
            ) : kind === 'source' ? (
              source && <OneSource frame={frame} label={title} open={open} tally={tally} id={source.id} />
            ) : (
              <MatrixDrawing
                frame={frame}
                label={title}
                review={review}
                tally={tally}
                nameOf={nameOf}
                languageOf={languageOf}
              />
            )}
            <p className={styles['help']}>
              {t(form === 'drawn' ? 'help' : 'count', {
                number: formatNumber(passagesIn(tally)),
                count: passagesIn(tally),
              })}
            </p>
          </figure>
        )}
        {chosen && (
          <ChosenPassages
            key={chosen.id}
            open={open}
            title={chosen.title}
            passages={chosen.passages}
            selected={selected}
            onSelect={onSelect}
            onOpenSource={onOpenSource}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </div>
  )
}

interface OneSourceProps {
  readonly frame: PictureFrame
  readonly label: string
  readonly open: ReviewViewProps['open']
  readonly tally: Tally
  readonly id: SourceId
}

/** The picture of one source, as soon as its text is read. */
function OneSource({ frame, label, open: { review, sources }, tally, id }: OneSourceProps) {
  const read = useRead('source.read', { id }).data
  if (!read) return null
  return (
    <SourceDrawing
      frame={frame}
      label={label}
      review={review}
      tally={tally}
      length={read.text.length}
      turns={read.turns}
      language={sources.get(id)?.language ?? ''}
    />
  )
}

function passagesIn({ rows }: Tally): number {
  return rows.reduce((sum, { passages }) => sum + passages.length, 0)
}
