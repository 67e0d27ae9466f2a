import styles from './changed-text.module.css'

export interface ChangedTextProps {
  readonly parts: readonly { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }[]
  /** One of the two texts alone, with what it has and the other has not; without it, both in one. */
  readonly side?: 'before' | 'after'
}

/** A text with what was taken out of it and put into it; both are told by more than colour. */
export function ChangedText({ parts, side }: ChangedTextProps) {
  return parts.map(({ kind, text }, index) => {
    // The parts of one text never change places.
    if (kind === 'same') return <span key={index}>{text}</span>
    if (kind === 'removed') {
      return side === 'after' ? null : (
        <del key={index} className={styles['removed']}>
          {text}
        </del>
      )
    }
    return side === 'before' ? null : (
      <ins key={index} className={styles['added']}>
        {text}
      </ins>
    )
  })
}
