import { readFileSync } from 'node:fs'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { SITE } from '../../local/seed/site'
import { barCodePicture } from '../support/bar-code-picture'
import { pictureSize } from '../support/picture-size'
import { until } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const MOTHER = 'o-xiaoyu'
const CARER = 'o-lin'
const ISBN = '9780306406157'

let table: Table
let laptop: Laptop
beforeAll(async () => {
  table = await layTable(MOTHER, CARER)
  laptop = laptopAt(table.laptop.url)
})
afterAll(() => table.close())

/** The camera over the carer's phone looks at this back cover. */
async function lookAt(digits: string): Promise<void> {
  const scanner = table.page.getByRole('dialog')
  await scanner.locator('input[type=file]').setInputFiles({
    name: 'back.png',
    mimeType: 'image/png',
    buffer: await barCodePicture(table.page, digits),
  })
}

/** A file of the album, chosen on the sheet that the phone draws. */
async function choosePhoto(name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await table.carer.tap('.pick')
  const album = table.phoneOf(CARER).locator('.phone-overlay input[type=file]')
  await album.setInputFiles({ name, mimeType, buffer })
}

it('the bar code of a bottle is refused; that of a book opens its form', async () => {
  const { carer } = table
  await carer.open('/packages/books/book-list/book-list')
  await carer.tap('.scan')
  await lookAt('6921168509256')
  await carer.reads('这不是书的条形码', '.wrong')
  await carer.tap('.scan')
  await lookAt(ISBN)
  const page = await carer.at('packages/books/book-edit/book-edit')
  expect((await page.data('form')).isbn).toBe(ISBN)
})

it('a cover that is none is refused beside its field, and nothing typed is lost', async () => {
  const { carer } = table
  await carer.type('错误里学到的', 'input[data-field=title]')
  await carer.type('渔邨妈妈故事组', 'input[data-field=author]')
  await carer.tapSaying('自然', 'choice-chips', '.choice')
  await carer.tap('.pick')
  // WeChat asks once before it shows an album.
  await table.phoneOf(CARER).getByRole('button', { name: '同意', exact: true }).click()
  await table.phoneOf(CARER).getByRole('button', { name: '取消', exact: true }).click()
  await choosePhoto('page.jpg', 'image/jpeg', Buffer.from('<!doctype html>'))
  await carer.reads('封面要用 JPG', '.wrong')
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  await choosePhoto('huge.png', 'image/png', Buffer.concat([head, Buffer.alloc(20_000_000)]))
  await carer.reads('封面最多 2 MB', '.wrong')
  await choosePhoto('cover.png', 'image/png', await barCodePicture(table.page, ISBN))
  await carer.tap('.save')
  await carer.at('packages/books/book-show/book-show')
  await carer.reads('错误里学到的')
  const photo = table.phoneOf(CARER).locator('img[src*="/storage/covers/"]').last()
  await until('the cover from the cloud', () =>
    photo.evaluate((image: HTMLImageElement) => image.naturalWidth === 640),
  )
})

it('a copy goes home with a family, which sees it, and comes back', async () => {
  const { carer, guardian } = table
  await carer.tap('.add-copies')
  await carer.reads('在架 1 册')
  const bookId = `${SITE}_${ISBN}`
  const { copies } = await laptop.call(CARER, 'listCopies', { siteId: SITE, bookId })
  await carer.open('/packages/books/loan-desk/loan-desk')
  await carer.type(copies[0].code, '.code')
  await carer.tapSaying('查', 't-button')
  await carer.type('小雨', '.borrower')
  await carer.tapSaying('借给他家', '.family', 't-button')
  await carer.reads('借给小雨家', '.done')
  await guardian.open('/packages/books/loan-list/loan-list')
  await guardian.findSaying('错误里学到的', 'book-row')
  const { household } = await laptop.call(MOTHER, 'enterApp', {})
  const renewed = async (): Promise<number> => {
    const { loans } = await laptop.call(MOTHER, 'showLoans', { householdId: household.id })
    return loans.filter((loan: any) => loan.renewed).length
  }
  const before = await renewed()
  await guardian.tapSaying('续借到', '.renew', 't-button')
  await until('the renewal', async () => (await renewed()) === before + 1)
  await carer.type(copies[0].code, '.code')
  await carer.tapSaying('查', 't-button')
  await carer.tap('.return')
  await carer.reads('还了，放回书架', '.done')
})

describe('The passport of a child', () => {
  it('is a picture that the album gets once it is allowed in the settings', async () => {
    const { guardian, page } = table
    await guardian.open('/packages/books/reading-show/reading-show')
    await guardian.tap('.passport')
    const passport = await guardian.at('packages/books/passport-show/passport-show')
    await until('the drawing', async () => (await passport.data('picture')) !== '')
    await guardian.tap('.keep')
    const phone = table.phoneOf(MOTHER)
    await phone.getByRole('button', { name: '同意', exact: true }).click()
    await guardian.answer('authorizeCancel')
    await phone.getByText('还不能存到相册').waitFor()
    await guardian.answer('cancelModal')
    await guardian.reads('还没有存', '.kept')
    // WeChat remembers the no and asks no second time: the way leads through its settings.
    await guardian.tap('.keep')
    await guardian.answer('confirmModal')
    await phone.getByLabel('保存图片或视频到你的相册').check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      phone.getByRole('button', { name: '完成' }).click(),
    ])
    expect(pictureSize(readFileSync(await download.path()))).toEqual([1240, 1736])
    await guardian.reads('已经存到相册', '.kept')
  })

  it('is sent to another phone as the picture on the card, and opens the catalogue there', async () => {
    const { guardian, carer } = table
    await guardian.tapSaying('发给家人', 't-button')
    const card = table.phoneOf(MOTHER).locator('.phone-card')
    await card.getByText('阅读护照').waitFor()
    expect(
      await card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(1240)
    await guardian.answer('shareConfirm')
    await table.page.locator('.drop').filter({ hasText: '绘本' }).click()
    await carer.at('packages/books/book-list/book-list')
  })
})

it('leaves nothing on the console', () => {
  expect(table.complaints).toEqual([])
})
