import { Label, ProgressBar } from 'react-aria-components'
import { Button } from './button'
import styles from './progress.module.css'

export interface ProgressProps {
  readonly label: string
  /** What is being done now. */
  readonly detail?: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  readonly cancel?: { readonly label: string; readonly run: () => void; readonly isDisabled?: boolean }
}

export function Progress({ label, detail, done, total, cancel }: ProgressProps) {
  const known = total > 0
  return (
    <div className={styles['row']}>
      <ProgressBar
        className={styles['progress'] ?? ''}
        minValue={0}
        maxValue={known ? total : 1}
        value={done}
        isIndeterminate={!known}
        valueLabel={known ? `${done} / ${total}` : ''}
      >
        {({ percentage, valueText }) => (
          <>
            <div className={styles['labels']}>
              <Label>{label}</Label>
              <span className={styles['value']}>{valueText}</span>
            </div>
            <div className={styles['track']}>
              <div
                className={known ? styles['fill'] : styles['waiting']}
                style={known ? { width: `${percentage ?? 0}%` } : undefined}
              />
            </div>
            {detail !== undefined && <p className={styles['detail']}>{detail}</p>}
          </>
        )}
      </ProgressBar>
      {cancel && (
        <Button isDisabled={cancel.isDisabled ?? false} onPress={cancel.run}>
          {cancel.label}
        </Button>
      )}
    </div>
  )
}
