import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { TFunction } from 'i18next'
import type { Command, KnownProject } from '../../shared/shell'

export interface MenuOptions {
  readonly t: TFunction
  readonly platform: NodeJS.Platform
  readonly recent: readonly KnownProject[]
  /** Items that need an open project are grey without one. */
  readonly hasProject: boolean
  readonly devTools: boolean
  readonly command: (command: Command) => void
  readonly openRecent: (path: string) => void
  readonly clearRecent: () => void
  readonly importFolder: () => void
}

type Items = MenuItemConstructorOptions[]

/** Shows the menus; to be called again whenever one of the options changed. */
export function showMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

function menuTemplate(options: MenuOptions): Items {
  const mac = options.platform === 'darwin'
  const menus = [fileMenu(options), editMenu(options), viewMenu(options), windowMenu(options), helpMenu(options)]
  return mac ? [appMenu(options), ...menus] : menus
}

/** An item that the window carries out. */
function item(options: MenuOptions, label: string, command: Command, accelerator?: string): MenuItemConstructorOptions {
  return {
    label: options.t(`menu.${label}`),
    click: () => options.command(command),
    ...(accelerator !== undefined && { accelerator }),
  }
}

/** An item that needs an open project. */
function projectItem(options: MenuOptions, ...rest: [string, Command, string?]): MenuItemConstructorOptions {
  return { ...item(options, ...rest), enabled: options.hasProject }
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function appMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t } = options
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: t('menu.about') },
      separator,
      item(options, 'settings', 'view.settings', 'Cmd+,'),
      separator,
      { role: 'services', label: t('menu.services') },
      separator,
      { role: 'hide', label: t('menu.hide') },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      separator,
      { role: 'quit', label: t('menu.quit') },
    ],
  }
}

function fileMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t, platform } = options
  return {
    label: t('menu.file'),
    submenu: [
      item(options, 'newProject', 'project.new', 'CmdOrCtrl+N'),
      item(options, 'openProject', 'project.open', 'CmdOrCtrl+O'),
      { label: t('menu.openRecent'), submenu: recentItems(options) },
      separator,
      projectItem(options, 'import', 'source.import', 'CmdOrCtrl+I'),
      { label: t('menu.importFolder'), enabled: options.hasProject, click: options.importFolder },
      separator,
      projectItem(options, 'export', 'review.export', 'CmdOrCtrl+E'),
      projectItem(options, 'print', 'transcript.print', 'CmdOrCtrl+P'),
      projectItem(options, 'backup', 'project.backup'),
      projectItem(options, 'backups', 'project.backups'),
      separator,
      projectItem(options, 'closeProject', 'project.close', 'CmdOrCtrl+Shift+W'),
      ...(platform === 'darwin'
        ? []
        : [
            separator,
            item(options, 'settings', 'view.settings', 'Ctrl+,'),
            separator,
            { role: 'quit' as const, label: t('menu.quit') },
          ]),
    ],
  }
}

function recentItems({ t, recent, openRecent, clearRecent }: MenuOptions): Items {
  if (recent.length === 0) return [{ label: t('menu.noRecent'), enabled: false }]
  return [
    // In labels of menus `&` marks a letter.
    ...recent.map(({ path, name }) => ({
      label: name.replaceAll('&', '&&'),
      toolTip: path,
      click: () => openRecent(path),
    })),
    separator,
    { label: t('menu.clearRecent'), click: clearRecent },
  ]
}

function editMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t, platform } = options
  return {
    label: t('menu.edit'),
    submenu: [
      // No roles: the window knows whether to undo typing or an action of the project.
      item(options, 'undo', 'edit.undo', 'CmdOrCtrl+Z'),
      item(options, 'redo', 'edit.redo', platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      // Nor here: a page selects what it has mounted of a transcript, the window all of it.
      { ...item(options, 'selectAll', 'edit.selectAll', 'CmdOrCtrl+A'), registerAccelerator: false },
      separator,
      projectItem(options, 'find', 'edit.find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t, devTools } = options
  return {
    label: t('menu.view'),
    submenu: [
      projectItem(options, 'library', 'view.library', 'CmdOrCtrl+1'),
      projectItem(options, 'transcript', 'view.transcript', 'CmdOrCtrl+2'),
      projectItem(options, 'review', 'view.review', 'CmdOrCtrl+3'),
      projectItem(options, 'search', 'view.search', 'CmdOrCtrl+Shift+F'),
      item(options, 'palette', 'view.palette', 'CmdOrCtrl+K'),
      separator,
      { role: 'resetZoom', label: t('menu.resetZoom') },
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      separator,
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
      ...(devTools ? [{ role: 'toggleDevTools' as const, label: t('menu.developerTools') }] : []),
    ],
  }
}

function windowMenu({ t, platform }: MenuOptions): MenuItemConstructorOptions {
  const mac: Items = [
    { role: 'zoom', label: t('menu.zoomWindow') },
    separator,
    { role: 'front', label: t('menu.front') },
  ]
  return {
    role: 'windowMenu',
    label: t('menu.window'),
    submenu: [
      { role: 'minimize', label: t('menu.minimize') },
      ...(platform === 'darwin' ? mac : []),
      { role: 'close', label: t('menu.closeWindow') },
    ],
  }
}

function helpMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { t, platform } = options
  return {
    role: 'help',
    label: t('menu.help'),
    submenu: [
      item(options, 'keys', 'help.keys'),
      item(options, 'diagnostics', 'help.diagnostics'),
      ...(platform === 'darwin' ? [] : [separator, { role: 'about' as const, label: t('menu.about') }]),
    ],
  }
}
