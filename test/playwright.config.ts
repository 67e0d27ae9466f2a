import { defineConfig } from '@playwright/test'
import { join } from 'node:path'

const here = import.meta.dirname
const chromium = process.env.VERBATIM_TEST_CHROMIUM

// A spec in test/app runs in both hosts; one in test/app/browser or test/app/desktop in that host only.
export default defineConfig({
  testDir: join(here, 'app'),
  testMatch: '**/*.spec.ts',
  reporter: [['list'], [join(here, 'run', 'playwright-summary.ts')]],
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // A machine with too much to do can keep one window waiting; the summary names what passed at the second try only.
  retries: 1,
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    trace: process.env.VERBATIM_TRACE ? 'retain-on-failure' : 'off',
    actionTimeout: 15_000,
    acceptDownloads: true,
  },
  // The desktop comes first: its tests are one after the other, for there is one screen, and others fill what is left.
  projects: [
    {
      name: 'desktop',
      outputDir: join(here, '..', 'test-results', 'desktop'),
      testIgnore: 'browser/**',
      workers: 1,
    },
    {
      name: 'browser',
      outputDir: join(here, '..', 'test-results', 'browser'),
      testIgnore: 'desktop/**',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromium ? { executablePath: chromium } : {}),
          args: ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
      },
    },
  ],
})
