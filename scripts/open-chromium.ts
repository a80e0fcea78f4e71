import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The package is an ES module, which jest cannot load; a process of its own can. */
const unpacked = () =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath())",
    ],
    { cwd: __dirname, encoding: 'utf8' },
  )

/** CHROME_PATH, else a browser of the machine, else the one that comes through npm. */
const executablePath = () => {
  const found = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path))
  if (found !== undefined) return found
  return unpacked()
}

export const openChromium = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
