import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { ShellFacts } from './facts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const bundles = new Map<string, Promise<Buffer>>()

/** One browser bundle, built when first asked for. */
function bundle(entry: string): Promise<Buffer> {
  const made =
    bundles.get(entry) ??
    build({
      entryPoints: [here(entry)],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      minify: true,
      logLevel: 'silent',
    }).then(({ outputFiles }) => Buffer.from(outputFiles[0]?.contents ?? []))
  bundles.set(entry, made)
  return made
}

const wasm = () =>
  readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
const script = 'text/javascript; charset=utf-8'

/** Serves the page with the phones: `/` and `/shell/*`. False for any other path. */
export async function handleShell(
  req: IncomingMessage,
  res: ServerResponse,
  facts: ShellFacts,
): Promise<boolean> {
  const files: Record<string, [type: string, content: () => Promise<string | Buffer>]> = {
    '/': ['text/html; charset=utf-8', () => readFile(here('shell.html'))],
    '/shell/shell.css': ['text/css; charset=utf-8', () => readFile(here('shell.css'))],
    '/shell/shell.js': [script, () => bundle('start-shell.ts')],
    '/shell/decode-code.js': [script, () => bundle('decode-code.ts')],
    '/shell/zxing_reader.wasm': ['application/wasm', wasm],
    '/shell/facts.json': ['application/json', async () => JSON.stringify(facts)],
    '/shell/people.json': ['application/json', async () => JSON.stringify(facts.people)],
  }
  const file = files[new URL(req.url ?? '/', 'http://phone').pathname]
  if (!file || req.method !== 'GET') return false
  const content = await file[1]()
  res.writeHead(200, { 'content-type': file[0], 'cache-control': 'no-store' })
  res.end(content)
  return true
}
