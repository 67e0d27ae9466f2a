import type { DiffPart } from '../../../../shared/domain/verification'
import styles from './correction.module.css'

/** A text with what was taken out of it and put into it; both are told by more than colour. */
export function ChangedText({ parts, language }: { readonly parts: readonly DiffPart[]; readonly language: string }) {
  return (
    <p className={styles['text']} lang={language}>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'removed') {
          return (
            <del key={index} className={styles['removed']}>
              {text}
            </del>
          )
        }
        if (kind === 'added') {
          return (
            <ins key={index} className={styles['added']}>
              {text}
            </ins>
          )
        }
        return <span key={index}>{text}</span>
      })}
    </p>
  )
}
