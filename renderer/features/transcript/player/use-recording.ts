import { useEffect, useState } from 'react'
import type { Recording } from '../../../../shared/domain/media'
import type { Source } from '../../../../shared/domain/source'
import { attempt, shell } from '../../../api'

const NONE: Recording = { kind: 'none' }

/** A source's recording, opened for as long as its transcript is shown. */
export function useRecording({ id, media }: Source): Recording {
  const [recording, setRecording] = useState<Recording>(NONE)
  useEffect(() => {
    let isCurrent = true
    if (media !== null) {
      void attempt(() => shell.openRecording(id)).then((opened) => {
        if (isCurrent) setRecording(opened ?? NONE)
      })
    }
    return () => {
      isCurrent = false
      setRecording(NONE)
    }
  }, [id, media])
  return recording
}
