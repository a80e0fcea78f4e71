import { CallError } from '../../miniprogram/services/call'
import { say } from '../../miniprogram/services/say'

let taps: number
let asked: { title: string; content: string; confirmText: string }[]
beforeEach(() => {
  asked = []
  taps = 0
  const showModal = async (modal: (typeof asked)[number]) => {
    asked.push(modal)
    return { confirm: true }
  }
  Object.assign(globalThis, { wx: { showModal } })
})
const turn = () => new Promise((done) => setTimeout(done))

/** As pages do it: one tap at a time, and free again in the end. */
function aPage(answers: ('busy' | 'saved')[]) {
  let saving = false
  const saved: string[] = []
  const onSave = async (): Promise<void> => {
    if (saving) return
    saving = true
    taps++
    try {
      const answer = answers.shift()
      if (answer === 'busy') throw new CallError({ code: 'busy' } as never, 'r1')
      saved.push('saved')
    } catch (error) {
      await say(error, { retry: () => void onSave() })
    } finally {
      saving = false
    }
  }
  return { onSave, saved }
}

test('the button of what went wrong tries again, though the page was busy until then', async () => {
  const { onSave, saved } = aPage(['busy', 'busy', 'saved'])
  await onSave()
  await turn()
  await turn()
  expect(asked).toHaveLength(2)
  expect(asked[0]).toMatchObject({ confirmText: '再试一次' })
  expect(taps).toBe(3)
  expect(saved).toEqual(['saved'])
})
