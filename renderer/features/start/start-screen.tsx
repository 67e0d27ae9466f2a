import { BookMarked, FileText, FolderOpen, Plus, Settings, X } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { KnownProject } from '../../../shared/shell'
import { attempt, refreshShell, setProject, shell, useShell } from '../../api'
import { currentLanguage, formatDate } from '../../i18n'
import { Button } from '../../ui/button'
import { useCommands } from '../../ui/commands'
import { IconButton } from '../../ui/icon-button'
import { NewProjectDialog } from './new-project-dialog'
import styles from './start-screen.module.css'

export interface StartScreenProps {
  readonly onOpenSettings: () => void
}

/** What the window shows while no project is open. */
export function StartScreen({ onOpenSettings }: StartScreenProps) {
  const { t } = useTranslation(['start', 'commands'])
  const info = useShell('info').data
  const projects = useShell('listProjects').data
  const [isNaming, setNaming] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const inBrowser = info?.host === 'browser'

  const open = (ask: () => ReturnType<typeof shell.openProject>) => {
    setBusy(true)
    void attempt(async () => {
      const project = await ask()
      if (!project) return
      setProject(project)
      await refreshShell()
    }).then(() => setBusy(false))
  }
  const openExample = () =>
    open(() => shell.newProject({ title: t('example.title'), language: currentLanguage(), example: true }))
  const openOther = () => open(() => shell.openProject({}))

  const group = t('commands:group.project')
  useCommands([
    { id: 'project.new', title: t('commands:project.new'), group, keys: '$mod+Alt+n', run: () => setNaming(true) },
    {
      id: 'project.open',
      title: t('commands:project.open'),
      group,
      keys: '$mod+o',
      enabled: !inBrowser,
      run: openOther,
    },
    { id: 'project.example', title: t('example.open'), group, run: openExample },
  ])

  return (
    <main className={styles['start']}>
      <div className={styles['corner']}>
        <IconButton
          label={t('commands:view.settings')}
          keys="$mod+,"
          icon={<Settings aria-hidden />}
          onPress={onOpenSettings}
        />
      </div>
      <section className={styles['welcome']}>
        <h1 className={styles['name']}>{t('common:appName')}</h1>
        <p className={styles['promise']}>{t('promise')}</p>
        <ol className={styles['steps']}>
          {(['read', 'mark', 'publish'] as const).map((step, index) => (
            <li key={step} className={styles['step']}>
              <span className={styles['number']} aria-hidden>
                {index + 1}
              </span>
              <div>
                <h2 className={styles['stepTitle']}>{t(`steps.${step}.title`)}</h2>
                <p className={styles['stepText']}>{t(`steps.${step}.text`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>

      <section className={styles['choices']} aria-label={t('choices')}>
        <div className={styles['actions']}>
          <Button variant="primary" size="large" icon={<Plus aria-hidden />} onPress={() => setNaming(true)}>
            {t('new.open')}
          </Button>
          {!inBrowser && (
            <Button size="large" icon={<FolderOpen aria-hidden />} isDisabled={isBusy} onPress={openOther}>
              {t('open')}
            </Button>
          )}
        </div>

        <div className={styles['example']}>
          <BookMarked aria-hidden />
          <div className={styles['exampleText']}>
            <h2 className={styles['exampleTitle']}>{t('example.heading')}</h2>
            <p>{t('example.text')}</p>
          </div>
          <Button isDisabled={isBusy} onPress={openExample}>
            {t('example.open')}
          </Button>
        </div>

        <h2 className={styles['heading']}>{t(inBrowser ? 'inFolder' : 'recent')}</h2>
        {projects === undefined ? null : projects.length === 0 ? (
          <p className={styles['none']}>{t(inBrowser ? 'noneInFolder' : 'noRecent')}</p>
        ) : (
          <ul className={styles['projects']}>
            {projects.map((project) => (
              <ProjectRow
                key={project.path}
                project={project}
                isDisabled={isBusy}
                canForget={!inBrowser}
                onOpen={() => open(() => shell.openProject({ path: project.path }))}
              />
            ))}
          </ul>
        )}
        {info?.projectsFolder !== undefined && info.projectsFolder !== null && (
          <p className={styles['folder']}>{info.projectsFolder}</p>
        )}
      </section>
      <NewProjectDialog isOpen={isNaming} onClose={() => setNaming(false)} />
    </main>
  )
}

interface ProjectRowProps {
  readonly project: KnownProject
  readonly isDisabled: boolean
  readonly canForget: boolean
  readonly onOpen: () => void
}

function ProjectRow({ project, isDisabled, canForget, onOpen }: ProjectRowProps) {
  const { t } = useTranslation('start')
  const forget = () =>
    void attempt(async () => {
      await shell.forgetProject(project.path)
      await refreshShell()
    })
  return (
    <li className={styles['row']}>
      <AriaButton
        className={styles['projectButton'] ?? ''}
        aria-label={t('openNamed', { name: project.name })}
        isDisabled={isDisabled}
        onPress={onOpen}
      >
        <FileText aria-hidden />
        <span className={styles['projectName']}>{project.name}</span>
      </AriaButton>
      {project.openedAt !== null && <span className={styles['when']}>{formatDate(project.openedAt)}</span>}
      {canForget && (
        <IconButton
          size="small"
          label={t('forget', { name: project.name })}
          icon={<X aria-hidden />}
          onPress={forget}
        />
      )}
    </li>
  )
}
