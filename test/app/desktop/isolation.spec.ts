// What a page cannot do even if somebody else's code ran in it.
import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/shell'
import { type DesktopApp, expect, test } from '../launch'
import { EXAMPLE, openExample } from '../open-example'
import { goTo, openTranscript } from '../steps'
import { listen, type Listener } from '../listener'

interface PageGlobals {
  readonly verbatim: Bridge
}

test('a page has one bridge to the program, which it cannot change, and nothing of Node', async ({ desktopApp }) => {
  const { page, electron } = desktopApp
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate']
    const { verbatim } = globalThis as unknown as PageGlobals
    const property = Object.getOwnPropertyDescriptor(globalThis, 'verbatim')
    return {
      bridge: Object.keys(verbatim).sort(),
      isFixed: [
        Object.isFrozen(verbatim),
        Object.isFrozen(verbatim.shell),
        property?.writable === false,
        property?.configurable === false,
      ],
      ofNode: names.filter((name) => name in globalThis),
    }
  })
  expect(found).toEqual({ bridge: ['invoke', 'shell', 'subscribe'], isFixed: [true, true, true, true], ofNode: [] })

  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (webContents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
  })
})

test('the content security policy refuses scripts without the nonce, and whatever makes code from text', async ({
  desktopApp,
}) => {
  const { page } = desktopApp
  const policies = await page.evaluate(async () => {
    const read = async () => (await fetch('/')).headers.get('content-security-policy') ?? ''
    return [await read(), await read()]
  })
  const nonce = /'nonce-[\w+/=]+'/g
  expect(policies.map((policy) => policy.replaceAll(nonce, 'NONCE'))).toEqual(
    Array.from(
      policies,
      () =>
        "default-src 'none'; script-src 'self' NONCE; style-src 'self' NONCE; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
  )
  expect(policies[0]?.match(nonce)).not.toEqual(policies[1]?.match(nonce))

  desktopApp.expectErrors()
  const refused = await page.evaluate(async () => {
    const violation = (provoke: () => void) =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective, blockedURI }) => resolve(`${effectiveDirective}: ${blockedURI}`),
          { once: true },
        )
        provoke()
      })
    const put = (html: string) => () => document.body.insertAdjacentHTML('beforeend', html)
    const addScript = (change: (script: HTMLScriptElement) => void) => () => {
      const script = document.createElement('script')
      change(script)
      document.body.append(script)
    }
    return [
      await violation(addScript((script) => (script.textContent = 'globalThis.ran = true'))),
      await violation(addScript((script) => (script.src = 'data:text/javascript,globalThis.ran=true'))),
      await violation(() => {
        put('<button id="handler" onclick="globalThis.ran = true"></button>')()
        document.getElementById('handler')?.click()
      }),
      await violation(put('<iframe src="https://example.org/"></iframe>')),
      await violation(put('<img src="https://example.org/image.png" alt="">')),
      // oxlint-disable-next-line no-implied-eval -- it is what must be refused
      await violation(() => setTimeout('globalThis.ran = true')),
      'ran' in globalThis ? 'a script ran' : 'nothing ran',
    ]
  })
  expect(refused).toEqual([
    'script-src-elem: inline',
    'script-src-elem: data',
    'script-src-attr: inline',
    'frame-src: https://example.org',
    'img-src: https://example.org/image.png',
    'script-src: eval',
    'nothing ran',
  ])
})

test('a page stays where it is and opens no window', async ({ desktopApp }) => {
  const { page, electron } = desktopApp
  desktopApp.expectErrors()
  const listener = await listen()
  const target = `http://127.0.0.1:${listener.port}/`
  for (const address of [target, 'file:///etc/hosts', 'app://elsewhere/']) {
    // Two steps: the first must have been made before the page tries to leave.
    await electron.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const tried = new Promise<boolean>((resolve) =>
        webContents.once('will-navigate', (event) => resolve(event.defaultPrevented)),
      )
      Object.assign(globalThis, { tried })
    })
    await page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    // Chromium itself refuses files, before the program is asked.
    if (address.startsWith('file:')) continue
    expect(await electron.evaluate(() => (globalThis as unknown as { tried: Promise<boolean> }).tried)).toBe(true)
  }
  expect(await page.evaluate((to) => window.open(to) === null, target)).toBe(true)
  expect(await page.evaluate(() => window.open('/') === null)).toBe(true)
  expect(page.url()).toBe('app://verbatim/')
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(listener.heard).toEqual([])
  await listener.close()
})

test('a page is given no permission', async ({ desktopApp: { page } }) => {
  const answers = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]
    const states = names.map(
      async (name) => (await navigator.permissions.query({ name } as PermissionDescriptor)).state,
    )
    const failure = (error: unknown) => (error as Error).name
    return {
      states: await Promise.all(states),
      notification: await Notification.requestPermission(),
      place: await new Promise<number>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(0),
          ({ code }) => resolve(code),
        ),
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).catch(failure),
      screen: await navigator.mediaDevices.getDisplayMedia().catch(failure),
      clipboard: await navigator.clipboard.readText().catch(failure),
    }
  })
  const PERMISSION_DENIED = 1
  expect(answers).toEqual({
    states: Array.from({ length: 7 }, () => 'denied'),
    notification: 'denied',
    place: PERMISSION_DENIED,
    camera: expect.stringMatching(/NotAllowedError|NotFoundError/),
    screen: expect.stringMatching(/NotAllowedError|InvalidStateError|NotSupportedError|AbortError/),
    clipboard: 'NotAllowedError',
  })
})

test('a page can download nothing', async ({ desktopApp: { page, electron } }) => {
  await electron.evaluate(({ session }) => {
    const refused = new Promise<boolean>((resolve) =>
      session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented)),
    )
    Object.assign(globalThis, { refused })
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['a program']))
    link.download = 'program.sh'
    link.click()
  })
  expect(await electron.evaluate(() => (globalThis as unknown as { refused: Promise<boolean> }).refused)).toBe(true)
})

test('app:// serves the files of the page and no others', async ({ desktopApp }) => {
  const { page } = desktopApp
  desktopApp.expectErrors()
  const get = (addresses: string[]) =>
    page.evaluate(
      (all) =>
        Promise.all(
          all.map((address) =>
            fetch(address).then(
              ({ status }) => status,
              () => 'no answer',
            ),
          ),
        ),
      addresses,
    )
  const own = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map((script) => script.src),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(await get(['/', '/index.html', ...own])).toEqual([200, 200, ...own.map(() => 200)])
  expect(
    await get([
      '/../main.cjs',
      '/%2e%2e/main.cjs',
      '/..%2fmain.cjs',
      '/..%5cmain.cjs',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
      'app://verbatim//etc/passwd',
      '/%2fetc%2fpasswd',
      '/main.cjs',
      '/core.cjs',
      '/package.json',
      '/assets/',
      '/.hidden.js',
      '/index.html%00.js',
      '/%',
    ]),
  ).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, expect.anything(), 404])
  expect(await get(['app://elsewhere/', 'app://verbatim.example/', 'file:///etc/passwd'])).toEqual([
    'no answer',
    'no answer',
    'no answer',
  ])
})

test.describe('no request leaves', () => {
  test('while somebody works', async ({ desktopApp }) => {
    const { page, electron } = desktopApp
    await electron.evaluate(({ session }) => {
      const asked: string[] = []
      session.defaultSession.webRequest.onSendHeaders(({ url }) => void asked.push(url))
      session.defaultSession.webRequest.onErrorOccurred(({ url }) => void asked.push(url))
      Object.assign(globalThis, { asked })
    })
    await openExample(desktopApp)
    await openTranscript(page, EXAMPLE.sources[0])
    await goTo(page, 'Review')
    await expect(page.getByRole('button', { name: 'Export…' })).toBeVisible()
    const asked = await electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    expect(asked.filter((url) => !/^(app:\/\/verbatim\/|data:|blob:app:)/.test(url))).toEqual([])
  })

  test('when a page tries, whatever it tries', async ({ desktopApp }) => {
    desktopApp.expectErrors()
    const listener = await listen()
    await tryToSend(desktopApp.page, listener)
    expect(listener.heard).toEqual([])
    // It does hear who may ask.
    await fetch(`http://127.0.0.1:${listener.port}/test`)
    expect(listener.heard).toContain('GET /test')
    await listener.close()
  })

  test('also without the content security policy', async ({ desktopApp }) => {
    const { page } = desktopApp
    desktopApp.expectErrors()
    const listener = await listen()
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Page.setBypassCSP', { enabled: true })
    await page.reload()
    expect(
      await page.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<button id="handler" onclick="globalThis.ran = true"></button>')
        document.getElementById('handler')?.click()
        return 'ran' in globalThis
      }),
    ).toBe(true)
    await tryToSend(page, listener)
    expect(listener.heard).toEqual([])
    await listener.close()
  })
})

/** Tries all the ways out of a page that Chromium has; each is over when this ends. */
async function tryToSend(page: Page, { port }: Listener): Promise<void> {
  await page.evaluate(async (to) => {
    const http = `http://127.0.0.1:${to}`
    const over = (target: EventTarget) =>
      new Promise<void>((resolve) => {
        for (const type of ['load', 'error', 'close', 'open']) target.addEventListener(type, () => resolve())
      })
    const element = (tag: string, attributes: Record<string, string>) => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
      const done = over(made)
      document.body.append(made)
      return done
    }
    const worker = () => {
      try {
        return over(new Worker(`${http}/worker`))
      } catch {
        return undefined
      }
    }
    navigator.sendBeacon(`${http}/beacon`, 'text')
    await Promise.all([
      fetch(`${http}/fetch`).catch(() => null),
      fetch(`${http}/opaque`, { mode: 'no-cors', method: 'POST', body: 'text' }).catch(() => null),
      over(new WebSocket(`ws://127.0.0.1:${to}/socket`)),
      over(new EventSource(`${http}/events`)),
      element('img', { src: `${http}/image` }),
      element('script', { src: `${http}/script` }),
      element('link', { rel: 'stylesheet', href: `${http}/style` }),
      worker(),
    ])
  }, port)
}

test('a window cannot call what only the program may call', async ({ desktopApp }) => {
  const { page, folder } = desktopApp
  const project = await openExample(desktopApp)
  const codes = await page.evaluate(
    async ([own, other]) => {
      const { verbatim } = globalThis as unknown as {
        verbatim: Record<'invoke', (name: string, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>
      }
      const calls: [string, unknown][] = [
        ['project.open', { path: own, readOnly: false }],
        ['project.create', { path: other, title: 'Mine', language: 'en' }],
        ['project.createExample', { path: other, language: 'en' }],
        ['project.close', {}],
        ['project.backup', { path: other }],
        ['source.import', { files: [{ path: '/etc/passwd' }] }],
        ['review.export', { id: 'r', format: 'md', path: other }],
        ['project.destroy', {}],
        ['__proto__', {}],
        ['source.get', { id: 7 }],
      ]
      const answers = await Promise.all(calls.map(([name, input]) => verbatim.invoke(name, input)))
      return answers.map((answer) => answer.error?.code)
    },
    [project, `${folder}/other.verbatim`] as const,
  )
  expect(codes).toEqual([
    ...Array.from({ length: 7 }, () => 'not-allowed'),
    'unknown-method',
    'unknown-method',
    'invalid-input',
  ])

  const shell = await page.evaluate(async (path) => {
    const { verbatim } = globalThis as unknown as PageGlobals
    const open = await verbatim.shell.openProject({ path })
    const files = [{ token: '/etc/passwd', name: 'passwd' }]
    const given = await verbatim.shell.importTranscripts({ files, job: 'job' })
    return [open, given].map((answer) => (answer.ok ? null : answer.error.code))
  }, '/etc/passwd')
  expect(shell).toEqual(['not-allowed', 'file-missing'])
  await expectStillOpen(desktopApp)
})

async function expectStillOpen({ page }: DesktopApp): Promise<void> {
  const path = await page.evaluate(async () => {
    const { verbatim } = globalThis as unknown as PageGlobals
    const answer = await verbatim.invoke('project.find', {})
    return answer.ok ? answer.value?.path : null
  })
  expect(path).toContain(EXAMPLE.file)
}
