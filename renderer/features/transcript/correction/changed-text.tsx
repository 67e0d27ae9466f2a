import type { DiffPart } from '../../../../shared/domain/verification'
import { ChangedText as ChangedWords } from '../../../ui/changed-text'
import styles from './correction.module.css'

/** A paragraph of a transcript with what was taken out of it and put into it. */
export function ChangedText({ parts, language }: { readonly parts: readonly DiffPart[]; readonly language: string }) {
  return (
    <p className={styles['text']} lang={language}>
      <ChangedWords parts={parts} />
    </p>
  )
}
