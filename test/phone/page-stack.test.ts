import { openTable, type Table } from './open-table'

// What the functions given to `evaluate` find where they run.
interface Channel {
  emit(name: string, value: unknown): void
}
declare const getApp: () => { story: string[] }
declare const getCurrentPages: () => { getOpenerEventChannel(): Channel }[]
declare const wx: { navigateTo(route: object): Promise<unknown> }

type Phone = Awaited<ReturnType<Table['open']>>

let table: Table
let phone: Phone
beforeAll(async () => {
  table = await openTable('stack')
  phone = await table.open('mother')
})
afterAll(() => table?.close())
beforeEach(async () => {
  await go('reLaunch', '/pages/home/home')
})

const go = (way: string, url?: string) => phone.mini.callWxMethod(way, { url })
const refusal = (way: string, url?: string): Promise<string> =>
  go(way, url).then(
    () => 'it went',
    (error: Error) => error.message,
  )
const paths = async () => (await phone.mini.pageStack()).map((page) => page.path)
/** What pages told since the last time. */
const story = () => phone.mini.evaluate(() => getApp().story.splice(0)) as Promise<string[]>

test('the first page loads, shows and is ready, and counts itself in the stack', async () => {
  await story()
  await go('reLaunch', '/pages/home/home')
  expect(await story()).toEqual(['home unload', 'home load of 1', 'home show', 'home ready'])
})

test('navigateTo hides the page below, navigateBack shows it again', async () => {
  await story()
  await go('navigateTo', '/pages/list/list?day=3&x=%E5%B0%8F')
  expect(await story()).toEqual([
    'home hide',
    'list load day=3 x=%E5%B0%8F of 2',
    'list show',
    'list ready',
  ])
  await phone.mini.callWxMethod('navigateBack')
  expect(await story()).toEqual(['list unload', 'home show'])
})

test('redirectTo replaces the page, relative to where it stands', async () => {
  await go('navigateTo', '/pages/list/list')
  await story()
  await go('redirectTo', '../deep/deep?y=2')
  expect(await story()).toEqual(['list unload', 'deep load y=2 of 2', 'deep show', 'deep ready'])
  expect(await paths()).toEqual(['pages/home/home', 'pages/deep/deep'])
})

test('tab pages stay alive when another tab is chosen; pages above them do not', async () => {
  await go('navigateTo', '/pages/list/list')
  await story()
  await go('switchTab', '/pages/mine/mine')
  expect(await story()).toEqual(['list unload', 'mine load of 1', 'mine show', 'mine ready'])
  await phone.tab.locator('.phone-tab', { hasText: '首页' }).click()
  await phone.tab.waitForFunction(
    "document.querySelector('.phone-tab[aria-current]').textContent === '首页'",
  )
  expect(await story()).toEqual(['mine hide', 'home show'])
})

test('reLaunch closes everything', async () => {
  await go('switchTab', '/pages/mine/mine')
  await go('navigateTo', '/pages/list/list')
  await story()
  await go('reLaunch', '/pages/deep/deep?z=1')
  const told = await story()
  expect(told.slice(0, 3).sort()).toEqual(['home unload', 'list unload', 'mine unload'])
  expect(told.slice(3)).toEqual(['deep load z=1 of 1', 'deep show', 'deep ready'])
})

test.each([
  ['navigateTo', '/pages/mine/mine', 'navigateTo:fail can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/mine/mine', 'redirectTo:fail can not redirectTo a tabbar page'],
  ['switchTab', '/pages/list/list', 'switchTab:fail can not switch to no-tabBar page'],
  ['switchTab', '/pages/mine/mine?a=1', 'switchTab:fail url does not support queryString'],
  ['navigateTo', '/pages/none/none', 'navigateTo:fail page "pages/none/none" is not found'],
  ['navigateBack', undefined, 'navigateBack:fail cannot navigate back at first page.'],
])('%s %s is refused', async (way, url, why) => {
  expect(await refusal(way, url)).toBe(why)
  expect(await paths()).toEqual(['pages/home/home'])
})

test('the eleventh page is refused', async () => {
  for (let depth = 2; depth <= 10; depth++) await go('navigateTo', '/pages/list/list')
  expect(await refusal('navigateTo', '/pages/list/list')).toBe(
    'navigateTo:fail webview count limit exceed',
  )
  expect(await paths()).toHaveLength(10)
})

test('a page and the page that it opened talk over their channel', async () => {
  const heard = await phone.mini.evaluate(
    () =>
      new Promise((resolve) => {
        const opened = wx.navigateTo({
          url: '/pages/list/list',
          events: { chosen: (value: unknown) => resolve(value) },
        })
        void opened.then(() => {
          getCurrentPages().at(-1)?.getOpenerEventChannel().emit('chosen', { span: '9:00' })
          return undefined
        })
      }),
  )
  expect(heard).toEqual({ span: '9:00' })
})

test('the bar shows the title of the page and is gone where the page draws its own', async () => {
  expect(await phone.tab.locator('.phone-nav-title:visible').textContent()).toBe('首页')
  await phone.mini.callWxMethod('setNavigationBarTitle', { title: '早上好' })
  expect(await phone.tab.locator('.phone-nav-title:visible').textContent()).toBe('早上好')
  await go('navigateTo', '/pages/deep/deep')
  expect(await phone.tab.locator('.phone-nav:visible').count()).toBe(0)
})

test('pulling down at the top calls onPullDownRefresh, scrolling to the end onReachBottom', async () => {
  await story()
  await phone.tab.mouse.move(180, 300)
  await phone.tab.mouse.down()
  await phone.tab.mouse.move(180, 500, { steps: 6 })
  await phone.tab.mouse.up()
  expect(await story()).toContain('home pulled')
  await phone.mini.pageScrollTo(5000)
  await phone.tab.waitForTimeout(100)
  expect(await story()).toEqual(expect.arrayContaining(['home scrolled true', 'home bottom']))
})
