import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { GivingWatch } from '../../../../shared/shell'
import { Dialog } from '../../../ui/dialog'
import { Progress } from '../../../ui/progress'

interface Giving {
  readonly done: number
  readonly total: number
  readonly isStopped: boolean
}

const NOTHING: Giving = { done: 0, total: 0, isStopped: false }
const useGiving = create<Giving>()(() => NOTHING)

/** Hands files over with the dialog before the user that says how far that is. */
export async function watched<T>(give: (watch: GivingWatch) => Promise<T>): Promise<T> {
  useGiving.setState(NOTHING)
  try {
    return await give({
      progress: (done, total) => useGiving.setState({ done, total }),
      isStopped: () => useGiving.getState().isStopped,
    })
  } finally {
    useGiving.setState(NOTHING)
  }
}

/** How far the files are on their way to the program, where that takes time. */
export const GivingDialog = memo(function GivingDialog() {
  const { t } = useTranslation(['import', 'common'])
  const { done, total, isStopped } = useGiving()
  return (
    <Dialog
      title={t('giving.title')}
      isOpen={total > 0}
      onClose={stop}
      closeLabel={t('common:cancel')}
      canClose={false}
      width="small"
    >
      <Progress
        label={t('giving.label')}
        done={done}
        total={total}
        cancel={{ label: t('common:cancel'), run: stop, isDisabled: isStopped }}
      />
    </Dialog>
  )
})

function stop(): void {
  useGiving.setState({ isStopped: true })
}
