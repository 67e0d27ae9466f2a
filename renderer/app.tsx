import { useCallback, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { followCore, reportError, useRead, useShell } from './api'
import { DiagnosticsDialog } from './features/diagnostics/diagnostics-dialog'
import { LinkDialog } from './features/frame/link-dialog'
import { FailurePanel } from './features/frame/failure-panel'
import { useFailures } from './features/frame/use-failures'
import { useMenuCommands } from './features/frame/use-menu-commands'
import { KeyboardHelp } from './features/palette/keyboard-help'
import { Palette } from './features/palette/palette'
import { DamagedDialog } from './features/recovery/damaged-dialog'
import { TakeOverDialog } from './features/recovery/take-over-dialog'
import { SettingsDialog } from './features/settings/settings-dialog'
import { StartScreen } from './features/start/start-screen'
import type { ErrorData } from '../shared/errors'
import { localeTag, setLanguage } from './i18n'
import { goTo, openPlace, openSource } from './navigation'
import { setReadingText } from './reading-text'
import { changeSearch } from './search-state'
import { setTheme } from './theme'
import { useCommands } from './ui/commands'
import { Toasts } from './ui/toast'
import { Tooltips } from './ui/tooltip'
import { Workspace } from './workspace'

type Overlay = 'palette' | 'keys' | 'settings' | 'diagnostics'

/** The whole window: the start screen until a project is open, then the project. */
export function App() {
  const { t } = useTranslation(['common', 'commands'])
  const settings = useShell('settings').data
  const project = useRead('project.find', {})
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const [damaged, setDamaged] = useState<ErrorData | null>(null)
  const [held, setHeld] = useState<ErrorData | null>(null)
  const closeOverlay = () => setOverlay(null)
  const showDiagnostics = useCallback(() => setOverlay('diagnostics'), [])

  // First of all: what went wrong while the page was loading is told to whoever listens first.
  useFailures({ onDamaged: setDamaged, onTakeOver: setHeld, onDiagnostics: showDiagnostics })
  useMenuCommands()
  useEffect(followCore, [])
  useEffect(() => {
    if (!settings) return
    setTheme(settings.theme)
    setReadingText(settings)
    setLanguage(settings.language).catch(reportError)
  }, [settings])

  const title = project.data ? `${project.data.title} — ${t('appName')}` : t('appName')
  useEffect(() => {
    document.title = title
  }, [title])

  const group = t('commands:group.view')
  useCommands([
    {
      id: 'view.palette',
      title: t('commands:view.palette'),
      group,
      keys: '$mod+k',
      whileTyping: true,
      hidden: true,
      run: () => setOverlay('palette'),
    },
    {
      id: 'view.settings',
      title: t('commands:view.settings'),
      group,
      keys: '$mod+,',
      whileTyping: true,
      run: () => setOverlay('settings'),
    },
    { id: 'help.keys', title: t('commands:help.keys'), group, keys: '[Shift]+?', run: () => setOverlay('keys') },
    { id: 'help.diagnostics', title: t('commands:help.diagnostics'), group, run: showDiagnostics },
  ])

  return (
    <I18nProvider locale={localeTag()}>
      {project.error ? (
        <FailurePanel error={project.error} onRetry={() => void project.refetch()} />
      ) : project.data ? (
        <Workspace
          key={project.data.path}
          project={project.data}
          onOpenPalette={() => setOverlay('palette')}
          onOpenSettings={() => setOverlay('settings')}
        />
      ) : project.data === null ? (
        <StartScreen onOpenSettings={() => setOverlay('settings')} />
      ) : null}
      <Palette
        isOpen={overlay === 'palette'}
        onClose={closeOverlay}
        onOpenSource={openSource}
        onOpenPlace={openPlace}
        onSearch={searchFor}
      />
      <KeyboardHelp isOpen={overlay === 'keys'} onClose={closeOverlay} />
      <SettingsDialog isOpen={overlay === 'settings'} onClose={closeOverlay} />
      <DiagnosticsDialog isOpen={overlay === 'diagnostics'} onClose={closeOverlay} />
      <DamagedDialog error={damaged} onClose={() => setDamaged(null)} />
      <TakeOverDialog error={held} onClose={() => setHeld(null)} />
      <LinkDialog />
      <Tooltips />
      <Toasts label={t('notifications')} closeLabel={t('close')} />
    </I18nProvider>
  )
}

function searchFor(query: string): void {
  changeSearch({ query })
  goTo('search')
}
