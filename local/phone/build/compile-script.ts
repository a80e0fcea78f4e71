import { build, transform, type Message } from 'esbuild'
import { SourceMap } from 'node:module'
import type { Problem } from './problem'
import type { Locate } from './source-position'
import type { SourceTree } from './source-tree'

export interface Script {
  /** CommonJS body, to be wrapped in a function by the loader. */
  code: string
  /** What it requires → path; null when there is no such file (an error only once it runs). */
  requires: Record<string, string | null>
  locate?: Locate
}

const problemsOf = (file: string, messages: Message[]): Problem[] =>
  messages.map(({ text, location }) => ({
    file,
    message: text,
    ...(location ? { line: location.line } : {}),
  }))

const requiresIn = (code: string) =>
  new Set([...code.matchAll(/\brequire\(\s*["']([^"']+)["']/g)].map((match) => match[1] ?? ''))

const failed = (error: unknown): error is { errors: Message[] } =>
  typeof error === 'object' && error !== null && 'errors' in error

/** TypeScript or JavaScript, ES modules or CommonJS, of the app or of a package → one CommonJS body. */
export const compileScript = async (
  tree: SourceTree,
  path: string,
): Promise<Script | { problems: Problem[] }> => {
  try {
    if (tree.isPackedEntry(path)) {
      const result = await build({
        entryPoints: [tree.diskPath(path)],
        bundle: true,
        packages: 'external',
        format: 'cjs',
        platform: 'neutral',
        mainFields: ['main'],
        target: 'es2020',
        write: false,
        logLevel: 'silent',
      })
      return withRequires(tree, path, result.outputFiles[0]?.text ?? '')
    }
    const result = await transform(tree.read(path), {
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'es2020',
      sourcefile: path,
      sourcemap: path.startsWith('miniprogram_npm/') ? false : 'external',
      logLevel: 'silent',
    })
    const script = withRequires(tree, path, result.code)
    return result.map === ''
      ? script
      : { ...script, locate: locateInMap(new SourceMap(JSON.parse(result.map) as never)) }
  } catch (error) {
    if (failed(error)) return { problems: problemsOf(path, error.errors) }
    throw error
  }
}

const locateInMap =
  (map: SourceMap): Locate =>
  (line, column) => {
    const found = map.findEntry(line - 1, column - 1)
    return 'originalLine' in found
      ? { line: found.originalLine + 1, column: found.originalColumn + 1 }
      : undefined
  }

const withRequires = (tree: SourceTree, path: string, code: string): Script => ({
  code,
  requires: Object.fromEntries(
    [...requiresIn(code)].map((request) => [request, tree.resolveScript(path, request) ?? null]),
  ),
})
