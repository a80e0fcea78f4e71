import automator from 'miniprogram-automator'
import type { CDPSession, Page, Request } from 'playwright-core'

const OPENINGS = 200
/** Pages opened before the first look, so that their code is loaded and compiled. */
const WARM = 20
const PAGES = [
  'pages/booking-list/booking-list',
  'pages/child-edit/child-edit',
  'pages/message-list/message-list',
  'pages/privacy-show/privacy-show',
]

/**
 * Heap and DOM nodes of the phone's document, garbage collected, before and after 200 openings of pages over the home
 * page, each waited for and closed again by the official client.
 */
export async function memory(page: Page, url: string, openid: string): Promise<object> {
  const calls = followCalls(page)
  await page.goto(`${url}/phone/?openid=${openid}`)
  await page.locator('.number').waitFor()
  const wsEndpoint = `${url.replace('http', 'ws')}/automator/${openid}`
  const mini = await automator.connect({ wsEndpoint })
  const open = async (times: number) => {
    for (let time = 0; time < times; time++) {
      await mini.callWxMethod('navigateTo', { url: `/${PAGES[time % PAGES.length]}` })
      await calls.answered()
      await mini.callWxMethod('navigateBack')
      await calls.answered()
    }
  }
  const session = await page.context().newCDPSession(page)
  await open(WARM)
  const before = await used(session)
  await open(OPENINGS)
  const after = await used(session)
  mini.disconnect()
  const growthPercent = Math.round((after.heap / before.heap - 1) * 1000) / 10
  console.log(
    `memory: ${words(before)}; after ${OPENINGS} openings ${words(after)}: ${growthPercent} %`,
  )
  return {
    heapBefore: before.heap,
    heapAfter: after.heap,
    growthPercent,
    ...nodesOf(before, after),
  }
}

interface Used {
  heap: number
  nodes: number
}

const words = ({ heap, nodes }: Used) => `${(heap / 2 ** 20).toFixed(1)} MB, ${nodes} nodes`
const nodesOf = (before: Used, after: Used) => ({
  nodesBefore: before.nodes,
  nodesAfter: after.nodes,
})

async function used(session: CDPSession): Promise<Used> {
  // What one collection frees may hold more that the next one frees.
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes }
}

/** Function calls under way, so that a page is left only once it shows what it asked for. */
function followCalls(page: Page) {
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (request.url().endsWith('/cloud/call')) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return {
    async answered() {
      do await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
      while (open.size > 0)
    },
  }
}
