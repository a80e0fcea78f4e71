import { SITE } from '../../local/seed/site'
import { openPoint, type Point } from '../support/open-point'

let point: Point
beforeAll(async () => {
  point = await openPoint()
})
afterAll(() => point.close())

const CATERPILLAR = '9780399226908'
const book = (more: object = {}) => ({
  siteId: SITE,
  attempt: 'add-book-1',
  title: '好饿的毛毛虫',
  author: '艾瑞·卡尔',
  illustrator: '',
  publisher: '明天出版社',
  ages: { fromMonths: 12, toMonths: 48 },
  themes: ['food', 'counting'],
  languages: ['mandarin'],
  ...more,
})
const save = (more: object = {}, as = 'o-lin') => point.tryCall(as, 'saveBook', book(more))
const list = async (query: object = {}) =>
  (await point.call('o-anybody', 'listBooks', { siteId: SITE, ...query })).books.map(
    ({ title }: { title: string }) => title,
  )
const fileOf = async (name: string, bytes: Buffer): Promise<string> =>
  (
    await point.post('/cloud/upload', 'o-lin', {
      cloudPath: `covers/${SITE}/${name}`,
      content: bytes.toString('base64'),
    })
  ).fileID
const isThere = async (fileID: string): Promise<boolean> => {
  const { fileList } = await point.post('/cloud/file-urls', 'o-lin', { fileList: [{ fileID }] })
  return fileList[0].tempFileURL !== ''
}
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

describe('A book of the catalogue', () => {
  it('is added by staff, by the number on its cover, and found by everybody', async () => {
    const added = await save({ isbn: '0-399-22690-7' })
    expect(added.value.book).toMatchObject({ id: `${SITE}_${CATERPILLAR}`, isbn: CATERPILLAR })
    expect(added.value.book).not.toHaveProperty('attempt')
    expect(await list({ text: '毛毛虫' })).toEqual(['好饿的毛毛虫'])
    expect(await list({ text: CATERPILLAR, theme: 'food', ageMonths: 20 })).toHaveLength(1)
    expect(await list({ theme: 'bedtime' })).toEqual([])
    const shown = { siteId: SITE, bookId: added.value.book.id }
    expect(await point.call('o-anybody', 'showBook', shown)).toMatchObject({
      book: { title: '好饿的毛毛虫' },
      copies: 0,
    })
  })

  it('is there once: the same tap again is the same, another one hears its title', async () => {
    expect(await save({ isbn: CATERPILLAR })).toMatchObject({ ok: true })
    expect(await save({ isbn: CATERPILLAR, attempt: 'add-book-2' })).toMatchObject({
      code: 'book_known',
      detail: { title: '好饿的毛毛虫', bookId: `${SITE}_${CATERPILLAR}` },
    })
    const both = ['o-lin', 'o-chen', 'o-community'].map((openid) =>
      save({ isbn: '978-0-306-40615-7', attempt: 'add-at-once' }, openid),
    )
    const codes = (await Promise.all(both)).map((reply) => (reply.ok ? 'added' : reply.code))
    expect(codes.filter((code) => code === 'added')).toHaveLength(1)
    expect(codes.filter((code) => code === 'book_known')).toHaveLength(2)
  })

  it('without a number is a booklet of its own; a retry makes no second one', async () => {
    const booklet = { title: '小鱼的渔邨', attempt: 'add-booklet' }
    const [first, again] = [await save(booklet), await save(booklet)]
    expect(again.value.book.id).toBe(first.value.book.id)
    expect(await list({ text: '小鱼' })).toEqual(['小鱼的渔邨'])
  })

  it('is corrected, but keeps its number', async () => {
    const bookId = `${SITE}_${CATERPILLAR}`
    const corrected = { bookId, attempt: 'correct-1', title: '饥饿的毛毛虫', isbn: '080442957X' }
    await save(corrected)
    const { book: now } = await point.call('o-x', 'showBook', { siteId: SITE, bookId })
    expect(now).toMatchObject({ title: '饥饿的毛毛虫', isbn: CATERPILLAR })
    expect(await save({ ...corrected, bookId: 'yucun_nothing' })).toMatchObject({
      code: 'not_found',
    })
  })

  it.each([
    ['a wrong check digit', { isbn: '9780399226909' }, 'isbn', 'wrong'],
    ['no title', { title: ' ' }, 'title', 'missing'],
    ['a title of forty-one signs', { title: '长'.repeat(41) }, 'title', 'too_long'],
    ['ages the wrong way round', { ages: { fromMonths: 36, toMonths: 18 } }, 'ages', 'wrong'],
    ['no theme', { themes: [] }, 'themes', 'missing'],
    ['a theme that nobody knows', { themes: ['cars'] }, 'themes.0', 'wrong'],
    [
      'a cover that was never uploaded',
      { cover: 'cloud://x/covers/yucun/1.jpg' },
      'cover',
      'wrong',
    ],
  ])('with %s is refused beside its field', async (_name, more, path, why) => {
    expect(await save({ attempt: 'wrong-book', ...more })).toMatchObject({
      code: 'invalid_input',
      detail: { fields: [{ path, why }] },
    })
  })

  it('is not for guardians or volunteers to add', async () => {
    expect(await save({}, 'o-anybody')).toMatchObject({ code: 'forbidden' })
  })
})

describe('A cover', () => {
  it('that is a picture is kept; a newer one takes its place in the storage', async () => {
    const [first, second] = [await fileOf('a.png', PNG), await fileOf('b.png', PNG)]
    const { value } = await save({ title: '有封面', attempt: 'cover-one', cover: first })
    expect(value.book.cover).toBe(first)
    await save({ bookId: value.book.id, title: '有封面', attempt: 'cover-two', cover: second })
    expect([await isThere(first), await isThere(second)]).toEqual([false, true])
  })

  it.each([
    [
      '20 MB large',
      'large.png',
      () => Buffer.concat([PNG, Buffer.alloc(20_000_000)]),
      'cover_too_large',
    ],
    ['a page called .jpg', 'page.jpg', () => Buffer.from('<!doctype html>'), 'cover_not_picture'],
    ['an empty file', 'empty.jpg', () => Buffer.alloc(0), 'cover_not_picture'],
  ])('%s is refused and does not stay', async (_name, name, bytes, code) => {
    const cover = await fileOf(name, bytes())
    expect(await save({ title: '坏封面', attempt: 'cover-bad', cover })).toMatchObject({ code })
    expect(await isThere(cover)).toBe(false)
    expect(await list({ text: '坏封面' })).toEqual([])
  })

  it('is of this site, not any file that somebody names', async () => {
    const { fileID } = await point.post('/cloud/upload', 'o-x', {
      cloudPath: 'family/photo.png',
      content: PNG.toString('base64'),
    })
    expect(await save({ attempt: 'cover-other', cover: fileID })).toMatchObject({
      code: 'invalid_input',
    })
    expect(await isThere(fileID)).toBe(true)
  })
})
