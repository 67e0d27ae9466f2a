import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportNote } from '../../../../shared/domain/project'
import { formatNumber } from '../../../i18n'
import { tellNote } from '../../../tell'
import { Button } from '../../../ui/button'
import styles from './note-list.module.css'

/** More than anybody reads at once. */
const SHOWN = 100

/** What was repaired or not understood while a file was read, line by line. */
export function NoteList({ notes }: { readonly notes: readonly ImportNote[] }) {
  const { t } = useTranslation('import')
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? notes : notes.slice(0, SHOWN)
  return (
    <>
      <ul className={styles['notes']}>
        {shown.map((note, index) => {
          const { text, lang } = tellNote(note)
          return (
            <li key={index} className={styles['note']}>
              <span className={styles['line']}>
                {note.line === null ? t('notes.file') : t('notes.line', { line: note.line })}
              </span>
              <span lang={lang}>{text}</span>
            </li>
          )
        })}
      </ul>
      {shown.length < notes.length && (
        <Button size="small" onPress={() => setShowsAll(true)}>
          {t('notes.all', { number: formatNumber(notes.length) })}
        </Button>
      )}
    </>
  )
}
