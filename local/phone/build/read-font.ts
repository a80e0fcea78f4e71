import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
)

/**
 * Noto Sans SC in slices, the commonest characters in the last: a page loads those whose characters it shows.
 * Chromium prepares every slice of a family for each size and weight, shown or not (half a second for the home page
 * with all 101 in one family), so the rarer ones are families of their own, which few texts reach.
 */
export const readFont = async (name: string): Promise<string | Buffer> => {
  if (name !== 'fonts.css') return readFile(join(folder, name))
  const css = await readFile(join(folder, 'wght.css'), 'utf8')
  return css.replace(/@font-face \{[^}]*\}/g, (face) =>
    face.replace("'Noto Sans SC Variable'", `'${familyOf(face)}'`),
  )
}

const familyOf = (face: string) => {
  const slice = /noto-sans-sc-(\w+)-wght/.exec(face)?.[1] ?? ''
  if (slice === 'latin' || Number(slice) >= 112) return 'Phone Sans'
  // 32 has 邨, of the demonstration's community.
  return Number(slice) >= 97 || slice === '32' ? 'Phone Sans Rarer' : 'Phone Sans Rare'
}
