import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'

const SOURCE = 'cloudfunctions'
const TARGET = 'dist/cloudfunctions'

/** The functions: folders of `cloudfunctions` with an entry. Each is uploaded alone, so each is bundled whole. */
export function functionNames(): string[] {
  return readdirSync(SOURCE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'core')
    .map(({ name }) => name)
}

function optionsOf(name: string): BuildOptions {
  return {
    entryPoints: [join(SOURCE, name, 'index.ts')],
    outfile: join(TARGET, name, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    // The SDK asks for these only where they are installed beside it.
    external: ['@cloudbase/functions-framework'],
  }
}

export async function buildFunctions(): Promise<void> {
  rmSync(TARGET, { recursive: true, force: true })
  await Promise.all(
    functionNames().map(async (name) => {
      mkdirSync(join(TARGET, name), { recursive: true })
      await build(optionsOf(name))
      copyFileSync(join(SOURCE, name, 'config.json'), join(TARGET, name, 'config.json'))
    }),
  )
}
