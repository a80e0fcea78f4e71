import type { FSWatcher } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { buildApp } from './build/build-app'
import { bundleRuntime } from './build/bundle-runtime'
import { readIcon } from './build/draw-icons'
import { problemText } from './build/problem'
import { readFont } from './build/read-font'
import { sourceStack } from './build/source-stack'
import { openSourceTree } from './build/source-tree'
import { subtract } from './build/subtract-parts'
import { watchApp } from './build/watch-app'
import { upgradeAutomator } from './automator/server'
import { phoneDocument } from './phone-document'
import type { ShellFacts } from './shell/facts'
import { handleShell } from './shell/shell'

export interface PhoneOptions extends Partial<ShellFacts> {
  /** Folder of app.json. */
  appDir: string
  /** Rebuild and reload on change. */
  watch?: boolean
  /** Where build problems and errors of pages go; the terminal unless told otherwise. */
  log?: (line: string) => void
}

export interface Phone {
  /** Answers requests under /phone/; false for any other. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close(): void
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  m4a: 'audio/mp4',
  woff2: 'font/woff2',
}

const send = (
  response: ServerResponse,
  type: string,
  body: string | Buffer,
  status = 200,
  /** The address changes with the content, or the content never changes. */
  lasting = false,
) => {
  response.writeHead(status, {
    'content-type': types[type] ?? 'application/octet-stream',
    'cache-control': lasting ? 'max-age=31536000, immutable' : 'no-store',
  })
  response.end(body)
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Opens the phone's half of the laptop: the app's files compiled on demand, and the runtime. */
export const openPhone = async ({
  appDir,
  watch,
  log = console.error,
  ...shown
}: PhoneOptions): Promise<Phone> => {
  const build = buildApp(appDir)
  const tree = openSourceTree(appDir)
  const listeners = new Set<ServerResponse>()
  const told = new Set<string>()
  const runtime = bundleRuntime()
  // A failed bundle is told to whoever asks for it; nobody may have asked yet.
  runtime.catch(() => {})
  let watcher: FSWatcher | undefined

  const tell = (lines: string[]) => {
    for (const line of lines) {
      if (told.has(line)) continue
      told.add(line)
      log(`phone: ${line}`)
    }
  }

  if (watch) {
    watcher = watchApp(appDir, (files) => {
      build.forget(files)
      told.clear()
      // Looks can be changed under a running page, and scripts of pages may turn out to be its own.
      const inPlace = files?.every((file) => /\.(?:wxml|wxss|ts|js)$/.test(file)) ?? false
      const note = JSON.stringify({ version: build.manifest().version, inPlace })
      for (const listener of listeners) listener.write(`data: ${note}\n\n`)
    })
  }

  const changesFor = async (url: URL) => {
    const pages = (url.searchParams.get('pages') ?? '').split(',').filter(Boolean)
    const changes = await build.changes(pages)
    tell(changes.flatMap(({ problems }) => problems.map(problemText)))
    return JSON.stringify(changes)
  }

  const startPage = (url: URL) => {
    const manifest = build.manifest()
    const asked = url.searchParams.get('page') ?? manifest.app.entryPagePath
    return (asked ?? manifest.pages[0] ?? '').replace(/^\//, '').split('?')[0] ?? ''
  }

  const documentFor = async (url: URL) => {
    const manifest = build.manifest()
    const page = startPage(url)
    const [appParts, pageParts] = await Promise.all([
      build.appParts(),
      manifest.pages.includes(page) ? build.pageParts(page) : undefined,
    ])
    if (manifest.app['style'] === 'v2')
      tell(['app.json "style": "v2" makes every button 184 px wide; TDesign asks to leave it out'])
    tell([...appParts.problems, ...(pageParts?.problems ?? [])].map(problemText))
    const first = pageParts ? { first: { page, parts: pageParts } } : {}
    return phoneDocument(
      { manifest, appParts, ...first, watch: watch === true },
      (await runtime).hash,
    )
  }

  const partsFor = async (url: URL) => {
    const page = url.searchParams.get('page') ?? ''
    const have = (url.searchParams.get('have') ?? '').split(',').filter(Boolean)
    const parts = await build.pageParts(page)
    tell(parts.problems.map(problemText))
    const known = await Promise.all([
      build.appParts(),
      ...have.map((path) => build.pageParts(path)),
    ])
    return JSON.stringify(subtract(parts, known))
  }

  const routes: [
    RegExp,
    (
      request: IncomingMessage,
      response: ServerResponse,
      url: URL,
      name: string,
    ) => Promise<void> | void,
  ][] = [
    [/^\/phone\/$/, async (_, response, url) => send(response, 'html', await documentFor(url))],
    [
      /^\/phone\/runtime\.js$/,
      async (_, response) => send(response, 'js', (await runtime).code, 200, true),
    ],
    [
      /^\/phone\/style\.css$/,
      async (_, response) =>
        send(response, 'css', await readFile(new URL('style/phone.css', import.meta.url))),
    ],
    [
      /^\/phone\/changed$/,
      async (_, response, url) => send(response, 'json', await changesFor(url)),
    ],
    [/^\/phone\/parts$/, async (_, response, url) => send(response, 'json', await partsFor(url))],
    [
      /^\/phone\/icons\/([\w-]+)\.svg$/,
      (_, response, __, name) => {
        const icon = readIcon(name)
        send(response, 'svg', icon ?? '', icon === undefined ? 404 : 200, icon !== undefined)
      },
    ],
    [
      /^\/phone\/fonts\/(fonts\.css|files\/[\w.[\]-]+\.woff2)$/,
      async (_, response, __, name) =>
        send(response, name.endsWith('css') ? 'css' : 'woff2', await readFont(name), 200, true),
    ],
    [
      /^\/phone\/app\/(.+)$/,
      async (_, response, __, name) => {
        const path = decodeURIComponent(name)
        if (path.split('/').includes('..') || !tree.exists(path))
          return send(response, 'html', '', 404)
        send(response, path.split('.').at(-1) ?? '', await readFile(tree.diskPath(path)))
      },
    ],
    [
      /^\/phone\/error$/,
      async (request, response) => {
        const { text, where } = JSON.parse(await bodyOf(request)) as { text: string; where: string }
        const mapped = sourceStack(text, build.locate)
        log(`phone: ${where ? `${where}: ` : ''}${mapped}`)
        send(response, 'json', JSON.stringify({ text: mapped }))
      },
    ],
    [
      /^\/phone\/changes$/,
      (request, response) => {
        response.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
        })
        // Whoever was away meanwhile sees by the version that something was missed.
        response.write(`data: {"version":${build.manifest().version}}\n\n`)
        listeners.add(response)
        request.on('close', () => listeners.delete(response))
      },
    ],
  ]

  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', 'http://phone')
      for (const [pattern, answer] of routes) {
        const match = pattern.exec(url.pathname)
        if (!match) continue
        try {
          await answer(request, response, url, match[1] ?? '')
        } catch (error) {
          const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
          log(`phone: ${message}`)
          if (response.headersSent) response.end()
          else send(response, 'json', JSON.stringify({ message }), 500)
        }
        return true
      }
      return handleShell(request, response, { people: [], ...shown })
    },
    upgrade: upgradeAutomator,
    close() {
      watcher?.close()
      for (const listener of listeners) listener.end()
    },
  }
}
