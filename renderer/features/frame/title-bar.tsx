import {
  BookOpenText,
  ChevronDown,
  Library,
  NotebookText,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Settings,
  TextSearch,
  Undo2,
} from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ProjectInfo } from '../../../shared/domain/project'
import type { Screen } from '../../navigation'
import { runCommand, useSomeCommands } from '../../ui/commands'
import { cx } from '../../ui/cx'
import { IconButton } from '../../ui/icon-button'
import { Keys } from '../../ui/keys'
import { Menu } from '../../ui/menu'
import styles from './title-bar.module.css'
import { useActionName } from './use-action-name'

const PROJECT_MENU = [
  'project.new',
  'project.open',
  'source.import',
  'project.backup',
  'project.backups',
  'project.close',
]

export interface TitleBarProps {
  readonly project: ProjectInfo
  readonly screen: Screen
  readonly hasSource: boolean
  /** Whether the screen has a list beside its page. */
  readonly hasList: boolean
  readonly showsList: boolean
  readonly showsInspector: boolean
  readonly onGoTo: (screen: Screen) => void
  readonly onOpenPalette: () => void
  readonly onOpenSettings: () => void
}

export const TitleBar = memo(function TitleBar(props: TitleBarProps) {
  const { project, screen, hasSource, hasList, showsList, showsInspector, onGoTo, onOpenPalette, onOpenSettings } =
    props
  const { t } = useTranslation(['common', 'commands'])
  const actionName = useActionName()
  const projectMenu = useSomeCommands(PROJECT_MENU).map(({ id, title, keys, enabled, run }) => {
    return { id, title, keys, isDisabled: enabled === false, onAction: run }
  })
  const hasInspector = screen === 'transcript' || screen === 'review'
  const undo = project.readOnly ? null : project.undo
  const redo = project.readOnly ? null : project.redo

  return (
    <header className={styles['bar']}>
      <Menu label={t('projectMenu')} items={projectMenu}>
        <AriaButton aria-label={t('projectMenuOf', { title: project.title })} className={styles['project'] ?? ''}>
          <span className={styles['projectTitle']}>{project.title}</span>
          <ChevronDown aria-hidden />
        </AriaButton>
      </Menu>
      {project.readOnly && <span className={styles['badge']}>{t('readOnly')}</span>}

      <nav aria-label={t('screens')} className={styles['screens']}>
        <ScreenButton
          id="library"
          icon={<Library aria-hidden />}
          current={screen}
          onGoTo={onGoTo}
          label={t('screen.library')}
        />
        <ScreenButton
          id="transcript"
          icon={<BookOpenText aria-hidden />}
          current={screen}
          onGoTo={onGoTo}
          label={t('screen.transcript')}
          isDisabled={!hasSource}
        />
        <ScreenButton
          id="review"
          icon={<NotebookText aria-hidden />}
          current={screen}
          onGoTo={onGoTo}
          label={t('screen.review')}
        />
        <ScreenButton
          id="search"
          icon={<TextSearch aria-hidden />}
          current={screen}
          onGoTo={onGoTo}
          label={t('screen.search')}
        />
      </nav>

      <div className={styles['tools']}>
        <AriaButton className={styles['search'] ?? ''} onPress={onOpenPalette}>
          <Search aria-hidden />
          <span>{t('searchOrRun')}</span>
          <Keys keys="$mod+k" />
        </AriaButton>
        <IconButton
          label={t('commands:edit.undo')}
          hint={undo === null ? t('commands:edit.undo') : t('commands:undoOf', { action: actionName(undo) })}
          keys="$mod+z"
          icon={<Undo2 aria-hidden />}
          isDisabled={undo === null}
          onPress={() => runCommand('edit.undo')}
        />
        <IconButton
          label={t('commands:edit.redo')}
          hint={redo === null ? t('commands:edit.redo') : t('commands:redoOf', { action: actionName(redo) })}
          keys="$mod+Shift+z"
          icon={<Redo2 aria-hidden />}
          isDisabled={redo === null}
          onPress={() => runCommand('edit.redo')}
        />
        <span className={styles['rule']} aria-hidden />
        <IconButton
          label={t(screen === 'search' ? 'commands:view.savedList' : 'commands:view.list')}
          keys="$mod+b"
          icon={<PanelLeft aria-hidden />}
          isOn={showsList && hasList}
          isDisabled={!hasList}
          onPress={() => runCommand('view.list')}
        />
        <IconButton
          label={t('commands:view.inspector')}
          keys="$mod+Alt+b"
          icon={<PanelRight aria-hidden />}
          isOn={showsInspector && hasInspector}
          isDisabled={!hasInspector}
          onPress={() => runCommand('view.inspector')}
        />
        <IconButton
          label={t('commands:view.settings')}
          keys="$mod+,"
          icon={<Settings aria-hidden />}
          onPress={onOpenSettings}
        />
      </div>
    </header>
  )
})

interface ScreenButtonProps {
  readonly id: Screen
  readonly label: string
  readonly icon: ReactNode
  readonly current: Screen
  readonly isDisabled?: boolean
  readonly onGoTo: (screen: Screen) => void
}

function ScreenButton({ id, label, icon, current, isDisabled = false, onGoTo }: ScreenButtonProps) {
  const isCurrent = id === current
  return (
    <AriaButton
      className={cx(styles['screen'], isCurrent && styles['current'])}
      isDisabled={isDisabled}
      {...(isCurrent && { 'aria-current': 'page' })}
      onPress={() => onGoTo(id)}
    >
      {icon}
      <span>{label}</span>
    </AriaButton>
  )
}
