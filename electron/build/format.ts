// `npm run format`: writes every file in the project's format, and mends what the linter can mend.
import { runTool } from './tools.ts'

await runTool('oxlint', ['--fix'])
process.exitCode = await runTool('oxfmt', ['.'])
