import { CircleMinus, CircleX } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingChoice, UnderstoodFile } from '../../../../shared/domain/import-preview'
import { TIERS } from '../../../../shared/domain/source'
import { formatDate, formatNumber, languageName } from '../../../i18n'
import { Checkbox } from '../../../ui/checkbox'
import { Segmented } from '../../../ui/segmented'
import { TextField } from '../../../ui/text-field'
import { isLanguageTag } from '../source-facts'
import { type Edits, type FileDraft, isUnanswered, type Person, personOf } from './draft'
import { EncodingQuestion } from './encoding-question'
import { FileSample } from './file-sample'
import styles from './import-details.module.css'
import { failureOf, lengthOf } from './names'
import { NoteList } from './note-list'
import { PeopleFields } from './people-fields'
import { ReadingFields } from './reading-fields'

export interface FileDetailsProps {
  readonly draft: FileDraft
  readonly known: ReadonlyMap<string, string>
  readonly listId: string
  /** The title of the source that the file is a duplicate of. */
  readonly duplicateTitle: string
  readonly titleRef: Ref<HTMLInputElement & HTMLTextAreaElement>
  readonly elsewhere: (label: string) => number
  readonly onEdit: (edits: Edits) => void
  readonly onReading: (choice: ReadingChoice) => void
  /** The user looked at the text and found this to be its encoding. */
  readonly onAnswer: (encoding: string) => void
  readonly onPerson: (label: string, person: Person) => void
  readonly onApplyToAll: (label: string) => void
}

/** Everything that was understood of one file, to be looked at and put right. */
export function FileDetails(props: FileDetailsProps) {
  const { draft, duplicateTitle, onReading, onAnswer } = props
  const { t } = useTranslation('import')
  const { preview, reading } = draft
  const found = preview.kind === 'understood' ? preview : null
  return (
    <div className={styles['details']} aria-busy={draft.isReading}>
      {preview.kind === 'failed' && <Failure preview={preview} />}
      {preview.kind === 'understood' && preview.duplicateOf !== null && (
        <div className={styles['notice']}>
          <CircleMinus aria-hidden />
          <div>
            <p className={styles['strong']}>{t('details.duplicate', { title: duplicateTitle })}</p>
            <p>{t('details.duplicateHint')}</p>
          </div>
        </div>
      )}
      {isUnanswered(draft) && <EncodingQuestion key={draft.reading.format ?? ''} draft={draft} onAnswer={onAnswer} />}
      {found && found.duplicateOf === null && <Facts {...props} preview={found} />}
      <ReadingFields reading={reading} found={found} isDisabled={draft.isReading} onChange={onReading} />
      {found && <Content {...props} preview={found} />}
    </div>
  )
}

function Failure({ preview }: { readonly preview: Parameters<typeof failureOf>[0] }) {
  const { t } = useTranslation('import')
  const { title, detail, advice } = failureOf(preview)
  return (
    <div role="alert" className={styles['failure']}>
      <CircleX aria-hidden />
      <div>
        <p className={styles['strong']}>{title}</p>
        <p>{detail}</p>
        {advice !== '' && <p>{advice}</p>}
        <p>{t('details.tryAgain')}</p>
      </div>
    </div>
  )
}

interface UnderstoodProps extends FileDetailsProps {
  readonly preview: UnderstoodFile
}

function Facts({ draft, preview, titleRef, onEdit }: UnderstoodProps) {
  const { t } = useTranslation(['import', 'library'])
  const { edits } = draft
  const language = edits.language ?? preview.language
  const hasLanguage = isLanguageTag(language)
  const tier = edits.tier ?? 'core'
  return (
    <>
      <TextField
        label={t('library:column.title')}
        value={edits.title ?? preview.title}
        placeholder={preview.title}
        onChange={(title) => onEdit({ title })}
        maxLength={500}
        lang={hasLanguage ? language : preview.language}
        inputRef={titleRef}
      />
      <div className={styles['twice']}>
        <TextField
          type="date"
          label={t('library:column.date')}
          value={edits.date ?? preview.date ?? ''}
          onChange={(date) => onEdit({ date })}
        />
        <TextField
          label={t('library:column.language')}
          value={language}
          onChange={(tag) => onEdit({ language: tag })}
          isInvalid={!hasLanguage}
          description={hasLanguage ? languageName(language) : t('library:facts.languageHint')}
        />
      </div>
      <div className={styles['tier']}>
        <span className={styles['label']}>{t('library:column.tier')}</span>
        <Segmented
          label={t('library:column.tier')}
          options={TIERS.map((id) => ({ id, label: t(`library:tiers.${id}`) }))}
          value={tier}
          onChange={(chosen) => onEdit({ tier: chosen })}
        />
      </div>
    </>
  )
}

function Content(props: UnderstoodProps) {
  const { draft, preview, known, listId, elsewhere, onEdit, onPerson, onApplyToAll } = props
  const { t } = useTranslation(['import', 'library'])
  const facts = [
    t('table.turns', { count: preview.turns, number: formatNumber(preview.turns) }),
    ...(preview.cues === null ? [] : [t('details.cues', { count: preview.cues, number: formatNumber(preview.cues) })]),
    t('library:count.words', { count: preview.words, number: formatNumber(preview.words) }),
    ...(lengthOf(preview) === '' ? [] : [lengthOf(preview)]),
    ...(preview.duplicateOf !== null && preview.date !== null ? [formatDate(preview.date)] : []),
  ]
  return (
    <>
      <section className={styles['section']}>
        <h3 className={styles['label']}>
          {t('details.sample')}
          <span className={styles['counts']}>{facts.join(' · ')}</span>
        </h3>
        <FileSample preview={preview} nameOf={(label) => personOf(draft, label).name.trim() || label} />
      </section>
      {preview.duplicateOf === null && preview.speakers.length > 0 && (
        <PeopleFields
          speakers={preview.speakers}
          personOf={(label) => personOf(draft, label)}
          known={known}
          listId={listId}
          elsewhere={elsewhere}
          onChange={onPerson}
          onApplyToAll={onApplyToAll}
        />
      )}
      {preview.duplicateOf === null && preview.media !== null && (
        <Checkbox isChecked={draft.edits.media ?? true} onChange={(media) => onEdit({ media })}>
          {t('details.media')}
          <span className={styles['path']}>{preview.media}</span>
        </Checkbox>
      )}
      {preview.notes.length > 0 && (
        <section className={styles['section']}>
          <h3 className={styles['label']}>{t('notes.heading', { count: preview.notes.length })}</h3>
          <NoteList notes={preview.notes} />
        </section>
      )}
    </>
  )
}
