import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { transform } from 'esbuild'
import { compileScript } from '../../local/phone/build/compile-script'
import { openSourceTree } from '../../local/phone/build/source-tree'
import { buildFunctions } from '../build-functions'
import { median } from './figures'
import { reachable } from './reachable'

const APP = 'miniprogram'
const API = 'dist/cloudfunctions/api/index.js'
const NPM = 'miniprogram_npm'
const RUNS = 5
/** What DevTools uploads besides scripts: developers.weixin.qq.com/miniprogram/dev/framework/structure.html */
const UPLOADED = /\.(js|json|wxml|wxss|wxs|png|jpe?g|gif|svg|webp|mp3|wav|m4a|ttf)$/

/**
 * Bytes of the main package and of each subpackage as DevTools would upload them: TypeScript compiled, scripts minified
 * (`minified` in project.config.json), npm packed, `packOptions.ignore` left out, and so is every script, template and sheet
 * that app.json does not lead to (`ignoreUploadUnusedFiles`); pictures all counted, templates and sheets as they are. Then the api function: bytes, and milliseconds of its cold `require` beside the bare SDK's, in fresh processes turn by turn.
 */
export async function packageSize(): Promise<object> {
  const app = JSON.parse(readFileSync(join(APP, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const roots = app.subPackages.map(({ root }) => root)
  const bytes: Record<string, number> = Object.fromEntries(
    ['main', ...roots].map((root) => [root, 0]),
  )
  for (const [path, size] of await uploadedFiles()) {
    const root = roots.find((each) => path.startsWith(`${each}/`)) ?? 'main'
    bytes[root] = (bytes[root] ?? 0) + size
  }
  for (const [root, size] of Object.entries(bytes)) console.log(`${root}: ${kb(size)} of 2048 KB`)
  await buildFunctions()
  const { main: mainBytes, ...subpackageBytes } = bytes
  return { mainBytes, subpackageBytes, apiBytes: statSync(API).size, ...coldStarts() }
}

/** Path under the app's root → bytes. */
async function uploadedFiles(): Promise<Map<string, number>> {
  const tree = openSourceTree(APP)
  const texts = new Map<string, string>()
  const files = new Map<string, number>()
  for (const path of [...appFiles(), ...npmFiles()].filter((each) => !isIgnored(each))) {
    const isCode = (path.endsWith('.ts') && !path.endsWith('.d.ts')) || tree.isPackedEntry(path)
    if (!isCode) {
      if (!UPLOADED.test(path)) continue
      files.set(path, statSync(tree.diskPath(path)).size)
      texts.set(path, readFileSync(tree.diskPath(path), 'utf8'))
      continue
    }
    const script = await compileScript(tree, path)
    if ('problems' in script) throw new Error(`${path}: ${script.problems[0]?.message}`)
    const { code } = await transform(script.code, { minify: true })
    files.set(path, Buffer.byteLength(code))
    texts.set(path, script.code)
  }
  const kept = reachable(texts)
  return new Map([...files].filter(([path]) => kept.has(path)))
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

function appFiles(): string[] {
  return filesIn(APP)
    .map((file) => file.slice(APP.length + 1))
    .filter((path) => !path.startsWith(`${NPM}/`))
}

/** Each entry of `dependencies`: its `miniprogram` folder as it is, else one bundled file. */
function npmFiles(): string[] {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  return Object.keys(dependencies).flatMap((name) => {
    const folder = join('node_modules', name)
    const { miniprogram } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (!miniprogram) return [`${NPM}/${name}/index.js`]
    const dist = join(folder, miniprogram)
    return filesIn(dist).map((file) => `${NPM}/${name}/${file.slice(dist.length + 1)}`)
  })
}

const { packOptions } = JSON.parse(readFileSync('project.config.json', 'utf8')) as {
  packOptions: { ignore: { type: 'folder'; value: string }[] }
}
const isIgnored = (path: string): boolean =>
  packOptions.ignore.some(({ value }) => path.startsWith(`${value}/`))

function coldStarts(): { apiRequireMs: number; sdkRequireMs: number } {
  const api: number[] = []
  const sdk: number[] = []
  for (let run = 0; run < RUNS; run++) {
    api.push(coldRequire(resolve(API)))
    sdk.push(coldRequire('@cloudbase/node-sdk'))
  }
  return { apiRequireMs: Math.round(median(api)), sdkRequireMs: Math.round(median(sdk)) }
}

function coldRequire(module: string): number {
  const code = `const t = performance.now(); require(${JSON.stringify(module)}); process.stdout.write(String(performance.now() - t)); process.exit()`
  return Number(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }))
}

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`
