// The packaged app that the desktop tests drive: what ships, but for what the stand-in runtime and Playwright need.
import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import shipped from '../../electron/build/electron-builder.config.mjs'

const { VERBATIM_TEST_DIST: dist = '', VERBATIM_TEST_ADDON: addon, VERBATIM_TEST_OUTPUT: output } = process.env
const { grantFileProtocolExtraPrivileges, ...olderFuses } = shipped.electronFuses
const version = (await readFile(join(dist, 'version'), 'utf8')).trim().replace(/^v/, '')

export default {
  ...shipped,
  directories: { ...shipped.directories, output },
  electronDist: dist,
  electronVersion: version,
  electronFuses: {
    // The stand-in is older than that fuse.
    ...(addon ? olderFuses : { ...olderFuses, grantFileProtocolExtraPrivileges }),
    // Playwright drives the main process through --inspect; without it, it hangs.
    enableNodeCliInspectArguments: true,
  },
  afterPack: async (/** @type {{ appOutDir: string }} */ { appOutDir }) => {
    if (!addon) return
    const resources = join(appOutDir, 'resources')
    await rm(join(resources, 'default_app.asar'), { force: true })
    await copyFile(addon, join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'))
  },
}
