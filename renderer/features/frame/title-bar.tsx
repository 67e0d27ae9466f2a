import {
  BookOpenText,
  ChevronDown,
  Library,
  type LucideIcon,
  NotebookText,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Settings,
  TextSearch,
  Undo2,
} from 'lucide-react'
import { memo } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ProjectInfo } from '../../../shared/domain/project'
import type { Screen } from '../../navigation'
import { runCommand, useSomeCommands } from '../../ui/commands'
import { cx } from '../../ui/cx'
import { Keys } from '../../ui/keys'
import { Menu } from '../../ui/menu'
import { ToolButton } from '../../ui/tool-button'
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
  const hasInspector = screen === 'transcript' || screen === 'review'

  return (
    <header className={styles['bar']}>
      <ProjectMenu title={project.title} />
      {project.readOnly && <span className={styles['badge']}>{t('readOnly')}</span>}

      <nav aria-label={t('screens')} className={styles['screens']}>
        <ScreenButton
          id="library"
          Icon={Library}
          isCurrent={screen === 'library'}
          onGoTo={onGoTo}
          label={t('screen.library')}
        />
        <ScreenButton
          id="transcript"
          Icon={BookOpenText}
          isCurrent={screen === 'transcript'}
          onGoTo={onGoTo}
          label={t('screen.transcript')}
          isDisabled={!hasSource}
        />
        <ScreenButton
          id="review"
          Icon={NotebookText}
          isCurrent={screen === 'review'}
          onGoTo={onGoTo}
          label={t('screen.review')}
        />
        <ScreenButton
          id="search"
          Icon={TextSearch}
          isCurrent={screen === 'search'}
          onGoTo={onGoTo}
          label={t('screen.search')}
        />
      </nav>

      <div className={styles['tools']}>
        <SearchButton onOpenPalette={onOpenPalette} />
        <UndoButtons undo={project.readOnly ? null : project.undo} redo={project.readOnly ? null : project.redo} />
        <span className={styles['rule']} aria-hidden />
        <ToolButton
          label={t(screen === 'search' ? 'commands:view.savedList' : 'commands:view.list')}
          keys="$mod+b"
          icon={<PanelLeft aria-hidden />}
          isOn={showsList && hasList}
          isDisabled={!hasList}
          onPress={() => runCommand('view.list')}
        />
        <ToolButton
          label={t('commands:view.inspector')}
          keys="$mod+Alt+b"
          icon={<PanelRight aria-hidden />}
          isOn={showsInspector && hasInspector}
          isDisabled={!hasInspector}
          onPress={() => runCommand('view.inspector')}
        />
        <SettingsButton onOpenSettings={onOpenSettings} />
      </div>
    </header>
  )
})

const ProjectMenu = memo(function ProjectMenu({ title }: { readonly title: string }) {
  const { t } = useTranslation('common')
  const items = useSomeCommands(PROJECT_MENU).map(({ id, title, keys, enabled, run }) => {
    return { id, title, keys, isDisabled: enabled === false, onAction: run }
  })
  return (
    <Menu label={t('projectMenu')} items={items}>
      <AriaButton aria-label={t('projectMenuOf', { title })} className={styles['project'] ?? ''}>
        <span className={styles['projectTitle']}>{title}</span>
        <ChevronDown aria-hidden />
      </AriaButton>
    </Menu>
  )
})

const SearchButton = memo(function SearchButton({ onOpenPalette }: Pick<TitleBarProps, 'onOpenPalette'>) {
  const { t } = useTranslation('common')
  return (
    <AriaButton className={styles['search'] ?? ''} onPress={onOpenPalette}>
      <Search aria-hidden />
      <span>{t('searchOrRun')}</span>
      <Keys keys="$mod+k" />
    </AriaButton>
  )
})

const UndoButtons = memo(function UndoButtons({ undo, redo }: Pick<ProjectInfo, 'undo' | 'redo'>) {
  const { t } = useTranslation('commands')
  const actionName = useActionName()
  return (
    <>
      <ToolButton
        label={t('edit.undo')}
        hint={undo === null ? t('edit.undo') : t('undoOf', { action: actionName(undo) })}
        keys="$mod+z"
        icon={<Undo2 aria-hidden />}
        isDisabled={undo === null}
        onPress={() => runCommand('edit.undo')}
      />
      <ToolButton
        label={t('edit.redo')}
        hint={redo === null ? t('edit.redo') : t('redoOf', { action: actionName(redo) })}
        keys="$mod+Shift+z"
        icon={<Redo2 aria-hidden />}
        isDisabled={redo === null}
        onPress={() => runCommand('edit.redo')}
      />
    </>
  )
})

const SettingsButton = memo(function SettingsButton({ onOpenSettings }: Pick<TitleBarProps, 'onOpenSettings'>) {
  const { t } = useTranslation('commands')
  return (
    <ToolButton label={t('view.settings')} keys="$mod+," icon={<Settings aria-hidden />} onPress={onOpenSettings} />
  )
})

interface ScreenButtonProps {
  readonly id: Screen
  readonly label: string
  readonly Icon: LucideIcon
  readonly isCurrent: boolean
  readonly isDisabled?: boolean
  readonly onGoTo: (screen: Screen) => void
}

const ScreenButton = memo(function ScreenButton(props: ScreenButtonProps) {
  const { id, label, Icon, isCurrent, isDisabled = false, onGoTo } = props
  return (
    <AriaButton
      className={cx(styles['screen'], isCurrent && styles['current'])}
      isDisabled={isDisabled}
      {...(isCurrent && { 'aria-current': 'page' })}
      onPress={() => onGoTo(id)}
    >
      <Icon aria-hidden />
      <span>{label}</span>
    </AriaButton>
  )
})
