// What ships: `npm run dist` packages dist/ with Electron's own runtime for the platform it runs on.

/** @satisfies {import('electron-builder').Configuration} */
const config = {
  appId: 'org.verbatim.app',
  productName: 'Verbatim',
  copyright: 'Copyright © 2026 The Verbatim developers',
  directories: { output: 'release', buildResources: 'assets/icons' },
  // Vite bundled everything but better-sqlite3, which carries a binary for each platform; only ours goes along.
  files: [
    'dist/**/*',
    '!dist/.*',
    '!dist/.*/**',
    '!dist/cli.cjs',
    'package.json',
    '!node_modules/better-sqlite3/{deps,src,build}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
    '!node_modules/node-*',
    '!node_modules/node-*/**',
  ],
  npmRebuild: false,
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  electronLanguages: ['en-US', 'zh-CN'],
  fileAssociations: [
    {
      ext: 'verbatim',
      name: 'Verbatim project',
      description: 'Verbatim project',
      mimeType: 'application/x-verbatim',
      role: 'Editor',
    },
  ],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Read transcripts, keep passages word for word, write reviews',
    maintainer: 'The Verbatim developers',
  },
  mac: { target: ['dmg'], category: 'public.app-category.productivity' },
  win: { target: ['nsis'] },
  publish: null,
}

export default config
