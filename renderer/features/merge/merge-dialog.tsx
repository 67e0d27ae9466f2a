import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ComparedThing,
  MERGED_KINDS,
  type MergeChoice,
  type ProjectComparison,
} from '../../../shared/domain/comparison'
import { attempt, invoke } from '../../api'
import { formatNames, formatNumber } from '../../i18n'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Segmented } from '../../ui/segmented'
import { showToast } from '../../ui/toast'
import styles from './merge-dialog.module.css'

export interface MergeDialogProps {
  /** The conflict copy's file name; `null` closes the dialog. */
  readonly copy: string | null
  readonly readOnly: boolean
  readonly onClose: () => void
  readonly onMerged: () => void
}

const WHERES = ['there', 'both', 'here'] as const

/** A thing that a choice can be made about; camps go with their reviews, and a source is not taken away. */
type Choosable = ComparedThing & { readonly kind: MergeChoice['kind'] }

function isChoosable(thing: ComparedThing): thing is Choosable {
  return thing.kind !== 'camp' && !(thing.kind === 'source' && (thing.where === 'here' || isTextAlone(thing)))
}

/** A source's text stays as it is here: its passages are carried over to it. */
function isTextAlone({ kind, differences }: ComparedThing): boolean {
  return kind === 'source' && differences.length === 1 && differences[0] === 'text'
}

const keyOf = ({ kind, id }: MergeChoice) => `${kind} ${id}`

/** What is only here, only in the copy, and different in both; each is kept or taken, in one step that can be undone. */
export function MergeDialog({ copy, readOnly, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation(['merge', 'common'])
  const things = useThings(copy)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  // Nothing is lost by default: what only the copy has is added, and what is here stays.
  useEffect(() => {
    setTaken(new Set(things?.filter(({ where }) => where === 'there').map(keyOf)))
  }, [things])

  const choose = (some: readonly Choosable[], take: boolean) => {
    const next = new Set(taken)
    for (const thing of some) {
      if (take) next.add(keyOf(thing))
      else next.delete(keyOf(thing))
    }
    setTaken(next)
  }
  const merge = async () => {
    if (copy === null || !things) return
    setBusy(true)
    const take = things.filter((thing) => taken.has(keyOf(thing))).map(({ kind, id }) => ({ kind, id }))
    const isDone = await attempt(async () => {
      await invoke('copy.merge', { name: copy, take })
      return true
    })
    setBusy(false)
    if (!isDone) return
    onMerged()
    showToast({ kind: 'note', title: t('merged', { file: copy }), detail: t('mergedDetail') })
  }

  return (
    <Dialog
      title={t('title')}
      isOpen={copy !== null}
      onClose={onClose}
      closeLabel={t('common:close')}
      canClose={!isBusy}
      width="large"
      actions={
        <>
          <span className={styles['sum']}>
            {things && t('sum', { count: taken.size, number: formatNumber(taken.size) })}
          </span>
          <Button onPress={onClose} isDisabled={isBusy}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" isDisabled={isBusy || readOnly || taken.size === 0} onPress={() => void merge()}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{t(readOnly ? 'introReadOnly' : 'intro', { file: copy ?? '' })}</p>
      {things === null ? (
        <p className={styles['none']}>{t('comparing')}</p>
      ) : things.length === 0 ? (
        <p className={styles['none']}>{t('same')}</p>
      ) : (
        WHERES.map((where) => {
          const group = things.filter((thing) => thing.where === where)
          if (group.length === 0) return null
          return (
            <section key={where} className={styles['group']} aria-label={t(`where.${where}`)}>
              <header className={styles['groupHead']}>
                <h3>
                  {t(`where.${where}`)} <span className={styles['count']}>{formatNumber(group.length)}</span>
                </h3>
                <Button size="small" variant="quiet" onPress={() => choose(group, false)}>
                  {t(`keepAll.${where}`)}
                </Button>
                <Button size="small" variant="quiet" onPress={() => choose(group, true)}>
                  {t(`takeAll.${where}`)}
                </Button>
              </header>
              <ul>
                {MERGED_KINDS.flatMap((kind) =>
                  group
                    .filter((thing) => thing.kind === kind)
                    .slice(0, SHOWN)
                    .map((thing) => (
                      <Choice
                        key={keyOf(thing)}
                        thing={thing}
                        isTaken={taken.has(keyOf(thing))}
                        onChoose={(take) => choose([thing], take)}
                      />
                    )),
                )}
              </ul>
            </section>
          )
        })
      )}
    </Dialog>
  )
}

/** Of each kind in each group; the buttons of a group are about all of it. */
const SHOWN = 300

interface ChoiceProps {
  readonly thing: Choosable
  readonly isTaken: boolean
  readonly onChoose: (take: boolean) => void
}

function Choice({ thing, isTaken, onChoose }: ChoiceProps) {
  const { t } = useTranslation(['merge', 'backups'])
  const { kind, where, label, otherLabel, differences } = thing
  return (
    <li className={styles['thing']}>
      <span className={styles['kind']}>{t(`kind.${kind}`)}</span>
      <div className={styles['text']}>
        <p className={styles['label']}>{label}</p>
        {otherLabel !== null && (
          <p className={styles['label']}>
            <span className={styles['kind']}>{t('inCopy')}</span> {otherLabel}
          </p>
        )}
        {differences.length > 0 && (
          <p className={styles['differences']}>
            {t('differs', { parts: formatNames(differences.map((name) => t(`backups:difference.${name}`))) })}
          </p>
        )}
      </div>
      <Segmented
        label={t('choice', { label: label.slice(0, 60) })}
        options={[
          { id: 'keep', label: t(`keep.${where}`) },
          { id: 'take', label: t(`take.${where}`) },
        ]}
        value={isTaken ? 'take' : 'keep'}
        onChange={(choice) => onChoose(choice === 'take')}
      />
    </li>
  )
}

/** What can be chosen about; `null` while that is being found out. */
function useThings(copy: string | null): readonly Choosable[] | null {
  const [things, setThings] = useState<readonly Choosable[] | null>(null)
  useEffect(() => {
    setThings(null)
    if (copy === null) return
    let isCurrent = true
    void attempt<ProjectComparison>(() => invoke('copy.compare', { name: copy })).then((found) => {
      if (isCurrent) setThings((found ?? []).filter(isChoosable))
    })
    return () => {
      isCurrent = false
    }
  }, [copy])
  return things
}
