import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveCloud } from '../../local/cloud/serve'
import { laptopAt } from '../../local/seed/laptop'
import { variablesOf } from '../../local/variables'

const SCRIPT = ['--import', 'tsx', 'scripts/set-up-site.ts']
const EXAMPLE = 'docs/site.example.json'
const folder = mkdtempSync(join(tmpdir(), 'set-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The documents of a collection's file, as CloudBase's import reads them: one a line. */
const linesOf = (collection: string) =>
  readFileSync(join(folder, `${collection}.json`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('Setting up a site', () => {
  let said: string
  beforeAll(() => {
    said = execFileSync(process.execPath, [...SCRIPT, EXAMPLE, folder], { encoding: 'utf8' })
  })
  const code = () => /邀请码 (\w+)/.exec(said)?.[1] ?? ''

  it('stores the invitation’s hash, never its code', () => {
    expect(code()).toMatch(/^[a-z2-9]{12}$/)
    expect(JSON.stringify(linesOf('invitations'))).not.toContain(code())
  })

  it('what it writes is a point that opens, and the printed code makes its operator, once', async () => {
    const dataDir = join(folder, 'data')
    const cloud = await serveCloud({
      dataDir,
      schemaFile: 'cloudfunctions/schema.json',
      rcFile: 'cloudbaserc.json',
      invokeRulesFile: 'cloudfunctions/invoke-rules.json',
      variables: variablesOf(folder),
      port: 0,
    })
    try {
      const laptop = laptopAt(cloud.url)
      for (const collection of ['sites', 'tariffs', 'rosters', 'invitations'])
        await laptop.control('documents', { collection, documents: linesOf(collection) })
      await laptop.control('timers/scheduled')
      expect(await laptop.call('o-he', 'acceptInvitation', { code: code() })).toEqual({
        siteId: 'yucun',
        role: 'operator',
        name: '何经理',
      })
      const entered = await laptop.call('o-he', 'enterApp', {})
      expect(entered).toMatchObject({ me: { name: '何经理', roles: ['operator'] } })
      expect(
        await laptop.call('o-he', 'inviteStaff', { siteId: 'yucun', role: 'lead', name: '陈老师' }),
      ).toHaveProperty('code')
      expect(await laptop.tryCall('o-other', 'acceptInvitation', { code: code() })).toMatchObject({
        ok: false,
        code: 'invitation_used',
      })
    } finally {
      await cloud.close()
    }
  })

  it('says what is wrong in a description, and writes nothing', () => {
    const wrong = JSON.parse(readFileSync(EXAMPLE, 'utf8'))
    wrong.site.places = '19'
    wrong.shifts[0].from = '08:15'
    wrong.site.release[0].percent = 60
    wrong.site.release[1].daysBefore = 8
    const file = join(folder, 'wrong.json')
    writeFileSync(file, JSON.stringify(wrong))
    const { status, stderr } = spawnSync(process.execPath, [...SCRIPT, file, join(folder, 'no')], {
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('site.places')
    expect(stderr).toContain('shifts.0.from: HH:00 or HH:30')
    expect(stderr).toContain('site.release: the shares of all tranches must be 100 together')
    expect(stderr).toContain('site.release: tranches must stand in order of time')
  })
})
