import { readFileSync } from 'node:fs'
import { allParts, usedParts } from './support/tdesign-parts'

const FOLDER = 'miniprogram_npm/tdesign-miniprogram/'
const project = JSON.parse(readFileSync('project.config.json', 'utf8')) as {
  packOptions: { ignore: { type: string; value: string }[] }
}
const ignored = project.packOptions.ignore
  .map(({ value }) => value)
  .filter((value) => value.startsWith(FOLDER))
  .map((value) => value.slice(FOLDER.length))

test('the app finds its components in TDesign, and what they need', () => {
  expect([...usedParts('miniprogram')]).toEqual(
    expect.arrayContaining(['button', 'icon', 'common', 'miniprogram_npm/tslib']),
  )
})

test('exactly the parts of TDesign that no page reaches stay out of the package', () => {
  const used = usedParts('miniprogram')
  expect(ignored.toSorted()).toEqual(
    allParts()
      .filter((part) => !used.has(part))
      .toSorted(),
  )
})
