export interface Shot {
  readonly name: string
  readonly text: number
  readonly file: string
  readonly faults: readonly string[]
}

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One page with every picture, the two sizes of text side by side. */
export function sheetOf(shots: readonly Shot[]): string {
  const names = [...new Set(shots.map(({ name }) => name))]
  const figures = names.map((name) => {
    const pictures = shots
      .filter((shot) => shot.name === name)
      .map(
        ({ file, text, faults }) =>
          `<figure><img src="${file}" loading="lazy" alt="${name} ×${text}"><figcaption>×${text}${faults
            .map((fault) => `<br><b>${safe(fault)}</b>`)
            .join('')}</figcaption></figure>`,
      )
    return `<section><h2>${name}</h2><div>${pictures.join('')}</div></section>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page in its states</title>
<style>
  body { margin: 24px; background: #e9e4da; font: 15px/1.4 system-ui, sans-serif; display: flex; flex-wrap: wrap; gap: 32px; }
  section div { display: flex; gap: 12px; align-items: flex-start; }
  h2 { margin: 0 0 8px; font-size: 17px; }
  figure { margin: 0; width: 300px; }
  img { width: 100%; border-radius: 12px; display: block; }
  b { color: #a9331a; }
</style>
${figures.join('\n')}
</html>
`
}
