import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { operatorInvitation } from './site/operator-invitation'
import { readSiteDescription } from './site/site-description'
import { siteDocuments } from './site/site-documents'

/**
 * `npm run set-up-site -- my-site.json [folder]`: writes a JSON-lines file for each collection, to be imported in
 * CloudBase's console (文档型数据库 → the collection → 导入), and says the first operator's invitation, once.
 */
function setUpSite(file: string, folder: string): void {
  const description = readSiteDescription(file)
  const { site, tariff, roster } = siteDocuments(description)
  const invitation = operatorInvitation(site.id, description.firstOperator, Date.now())
  const documents = {
    sites: site,
    tariffs: tariff,
    rosters: roster,
    invitations: invitation.document,
  }
  mkdirSync(folder, { recursive: true })
  for (const [collection, document] of Object.entries(documents)) {
    const path = join(folder, `${collection}.json`)
    writeFileSync(path, `${JSON.stringify(document)}\n`)
    console.log(path)
  }
  console.log(
    `首位运营者邀请码 ${invitation.code}（${description.firstOperator}，七天内有效，只用一次）`,
  )
}

const [file, folder = 'dist/site'] = process.argv.slice(2)
try {
  if (!file) throw new Error('npm run set-up-site -- docs/site.example.json [folder]')
  setUpSite(file, folder)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
