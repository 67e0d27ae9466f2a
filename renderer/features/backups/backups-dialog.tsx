import { Archive, History } from 'lucide-react'
import { memo, useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/domain/backup'
import type { ProjectComparison } from '../../../shared/domain/comparison'
import { attempt, invoke, setProject } from '../../api'
import { formatBytes, formatDate, formatDateTime } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { showToast } from '../../ui/toast'
import styles from './backups-dialog.module.css'
import { ChangeList } from './change-list'

export interface BackupsDialogProps {
  readonly isOpen: boolean
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** The project's backups, what each would change, and the way back to one. */
export const BackupsDialog = memo(function BackupsDialog({ isOpen, readOnly, onClose }: BackupsDialogProps) {
  const { t } = useTranslation(['backups', 'common'])
  const [backups, setBackups] = useState<readonly Backup[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { changes, failed } = useChanges(isOpen ? chosen : null)

  useEffect(() => {
    if (!isOpen) return
    setBackups(null)
    void attempt(() => invoke('backup.list', {})).then((list) => {
      setBackups(list ?? [])
      setChosen(list?.[0]?.name ?? null)
    })
  }, [isOpen])

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await attempt(work)
    setBusy(false)
  }
  const backUp = () =>
    run(async () => {
      const before = backups?.length
      const list = await invoke('backup.make', {})
      setBackups(list)
      setChosen(list[0]?.name ?? null)
      if (list.length === before) showToast({ kind: 'note', title: t('nothingNew') })
    })
  const restore = (name: string) =>
    run(async () => {
      setProject(await invoke('backup.restore', { name }))
      onClose()
      showToast({ kind: 'note', title: t('restored'), detail: t('restoredDetail') })
    })

  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('common:close')}
      canClose={!isBusy}
      width="large"
      actions={
        <>
          {!readOnly && (
            <Button isDisabled={isBusy || backups === null} onPress={() => void backUp()}>
              {t('make')}
            </Button>
          )}
          <span className={styles['gap']} />
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={isBusy || readOnly || changes === null || changes.length === 0}
            onPress={() => chosen !== null && void restore(chosen)}
          >
            {t('restore')}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{t(readOnly ? 'introReadOnly' : 'intro')}</p>
      {backups === null ? (
        <p className={styles['none']}>{t('common:loading')}</p>
      ) : backups.length === 0 ? (
        <EmptyState isSmall icon={<Archive aria-hidden />} title={t('none.title')} message={t('none.text')} />
      ) : (
        <div className={styles['columns']}>
          <ListBox
            aria-label={t('list')}
            className={styles['list'] ?? ''}
            selectionMode="single"
            escapeKeyBehavior="none"
            disallowEmptySelection
            selectedKeys={chosen === null ? [] : [chosen]}
            onSelectionChange={(keys) => {
              const [key] = keys
              if (typeof key === 'string') setChosen(key)
            }}
          >
            {backups.map((backup) => (
              <ListBoxItem
                key={backup.name}
                id={backup.name}
                textValue={momentOf(backup)}
                className={styles['backup'] ?? ''}
              >
                <span className={styles['when']}>{momentOf(backup)}</span>
                <span className={styles['facts']}>
                  {backup.beforeRestoring && (
                    <>
                      <History aria-hidden />
                      {t('beforeRestoring')} ·{' '}
                    </>
                  )}
                  {formatBytes(backup.bytes)}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
          <section className={styles['preview']} aria-label={t('preview')} aria-busy={changes === null && !failed}>
            {failed ? (
              <p className={styles['none']}>{t('unreadable')}</p>
            ) : changes === null ? (
              <p className={styles['none']}>{t('comparing')}</p>
            ) : (
              <ChangeList changes={changes} />
            )}
          </section>
        </div>
      )}
    </Dialog>
  )
})

function momentOf({ at }: Backup): string {
  return at.includes('T') ? formatDateTime(at) : formatDate(at)
}

/** What restoring a backup would change; `null` while that is being found out. */
function useChanges(name: string | null): { readonly changes: ProjectComparison | null; readonly failed: boolean } {
  const [found, setFound] = useState<{ readonly name: string; readonly changes: ProjectComparison | null } | null>(null)
  useEffect(() => {
    if (name === null) return
    let isCurrent = true
    setFound(null)
    void attempt(() => invoke('backup.compare', { name })).then((changes) => {
      if (isCurrent) setFound({ name, changes })
    })
    return () => {
      isCurrent = false
    }
  }, [name])
  const isKnown = found !== null && found.name === name
  return { changes: isKnown ? found.changes : null, failed: isKnown && found.changes === null }
}
