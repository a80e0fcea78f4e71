import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** The phone's own code for the browser, one script. */
export const bundleRuntime = async (): Promise<{ code: string; hash: string }> => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../runtime/boot.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // One copy of glass-easel for the runtime and the adapter.
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
    logLevel: 'silent',
  })
  const code = result.outputFiles[0]?.text ?? ''
  return { code, hash: createHash('sha256').update(code).digest('hex').slice(0, 12) }
}
