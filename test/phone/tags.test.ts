import { builtins } from '../../local/phone/builtins/builtins'
import { builtinTags } from '../../local/phone/builtins/tags'

test('what the build lets through, the phone has, and nothing else', () => {
  expect(builtins.map(({ tag }) => tag).sort()).toEqual([...builtinTags].sort())
})
