import { FileText, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { asWrite, invoke, useRead } from '../../../api'
import { describeError } from '../../../describe-error'
import { withUndoOffer } from '../../../undo-offer'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import type { MarkdownChoice, MarkdownPlan } from '../../../../shared/domain/markdown-plan'
import { toErrorData } from '../../../../shared/errors'
import type { OpenReview } from '../use-review'
import { Changes } from './changes'
import { Decisions } from './decisions'
import { readMarkdownFile } from './read-markdown-file'
import styles from './read-back.module.css'

export interface ReadBackDialogProps {
  readonly open: OpenReview
  readonly onClose: () => void
}

interface Chosen {
  readonly name: string
  readonly markdown: string
}

/** Takes over a page that was edited elsewhere: first what it would change, then what waits for a decision. Mounted while it is open. */
export function ReadBackDialog({ open, onClose }: ReadBackDialogProps) {
  const { t } = useTranslation('export')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, MarkdownChoice>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isRunning, setRunning] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  // The button that chose the file is gone.
  useEffect(() => {
    if (chosen) top.current?.focus()
  }, [chosen])
  const { id } = open.review
  const read = useRead('review.planMarkdown', { id, markdown: chosen?.markdown ?? '' }, { enabled: chosen !== null })
  const plan = chosen && !read.error ? read.data : undefined

  const take = async (file: File | undefined) => {
    if (!file) return
    const given = await readMarkdownFile(file)
    if ('problem' in given) {
      setProblem(t(`readBack.${given.problem}`, { file: file.name }))
      return
    }
    setProblem(null)
    setChoices({})
    setChosen({ name: file.name, markdown: given.markdown })
  }

  const apply = async () => {
    if (!chosen || !plan) return
    setRunning(true)
    setProblem(null)
    const input = { id, markdown: chosen.markdown, base: plan.base, choices }
    const done = await withUndoOffer(t('readBack.done'), () =>
      asWrite(() => invoke('review.applyMarkdown', input)).catch((error: unknown) => {
        setProblem(describeError(toErrorData(error)).detail)
        void read.refetch()
        throw error
      }),
    )
    setRunning(false)
    if (done) onClose()
  }

  return (
    <Dialog
      title={t('readBack.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('cancel')}
      canClose={!isRunning}
      width="large"
      actions={
        <>
          {chosen && (
            <FileTrigger acceptedFileTypes={MARKDOWN_FILES} onSelect={(files) => void take(files?.[0])}>
              <Button isDisabled={isRunning}>{t('readBack.another')}</Button>
            </FileTrigger>
          )}
          <span className={styles['space']} />
          <Button isDisabled={isRunning} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isRunning || !plan || isNothing(plan)} onPress={() => void apply()}>
            {t('readBack.apply')}
          </Button>
        </>
      }
    >
      <div ref={top} tabIndex={-1} className={styles['dialog']}>
        {problem !== null && (
          <p role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
        {!chosen && (
          <div className={styles['begin']}>
            <FileText aria-hidden />
            <p>{t('readBack.intro')}</p>
            <FileTrigger acceptedFileTypes={MARKDOWN_FILES} onSelect={(files) => void take(files?.[0])}>
              <Button variant="primary">{t('readBack.choose')}</Button>
            </FileTrigger>
          </div>
        )}
        {chosen && read.error && (
          <p role="alert" className={styles['problem']}>
            {describeError(read.error).detail}
          </p>
        )}
        {chosen && !plan && !read.error && <p role="status">{t('readBack.reading')}</p>}
        {chosen && plan && (
          <Plan
            open={open}
            file={chosen.name}
            plan={plan}
            choices={choices}
            onChoose={(decision, choice) => setChoices({ ...choices, [decision]: choice })}
          />
        )}
      </div>
    </Dialog>
  )
}

const MARKDOWN_FILES = ['.md', '.markdown', '.txt', 'text/markdown', 'text/plain']

function isNothing({ changes, decisions }: MarkdownPlan): boolean {
  return changes.length === 0 && decisions.every(({ choices }) => choices.length < 2)
}

interface PlanProps {
  readonly open: OpenReview
  readonly file: string
  readonly plan: MarkdownPlan
  readonly choices: Readonly<Record<string, MarkdownChoice>>
  readonly onChoose: (decision: string, choice: MarkdownChoice) => void
}

function Plan({ open, file, plan, choices, onChoose }: PlanProps) {
  const { t } = useTranslation('export')
  const missing = plan.decisions.filter(({ code }) => code === 'section-missing').length
  const { sections, language } = open.review
  return (
    <>
      <p role="status" className={styles['found']}>
        <strong>{file}</strong>
        {plan.found > 0 ? t('readBack.found', { count: plan.found }) : t('readBack.foundNone')}
      </p>
      {missing > 0 && missing === sections.length && (
        <div className={styles['warning']}>
          <TriangleAlert aria-hidden />
          <p>
            <strong>{t('readBack.otherTitle')}</strong>
            {t('readBack.otherText', { file })}
          </p>
        </div>
      )}
      {plan.changes.length === 0 && plan.decisions.length === 0 ? (
        <p>{t('readBack.nothing')}</p>
      ) : (
        <>
          <Changes changes={plan.changes} passages={open.passagesById} language={language} />
          {plan.decisions.length > 0 && (
            <Decisions decisions={plan.decisions} choices={choices} onChoose={onChoose} language={language} />
          )}
        </>
      )}
    </>
  )
}
