// Preloaded into a measured program: when it ends, it writes how much memory it took at most, in kB, to the file that
// VERBATIM_BENCH_MEMORY names.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  writeFileSync(process.env.VERBATIM_BENCH_MEMORY ?? '', String(process.resourceUsage().maxRSS))
})
