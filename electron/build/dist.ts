// `npm run dist [-- electron-builder's options]`: builds everything and packages it for this platform into release/.
import { buildParts } from './build-parts.ts'
import { runTool } from './tools.ts'

await buildParts(['electron', 'renderer'])
const config = ['--config', 'electron/build/electron-builder.config.mjs', '--publish', 'never']
process.exitCode = await runTool('electron-builder', [...config, ...process.argv.slice(2)])
