import { templateRuntime } from './build/compile-template'
import type { Parts } from './build/parts'
import type { AppManifest } from './runtime/types'

/** What a phone is started with: the first page comes along so that nothing is asked for twice. */
export interface PhoneStart {
  manifest: AppManifest
  appParts: Parts
  first?: { page: string; parts: Parts }
  /** The files are watched: the phone keeps a connection open to hear of changes. */
  watch: boolean
}

/** JSON that may stand inside a script element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

export const phoneDocument = (start: PhoneStart, runtimeHash: string) => `<!doctype html>
<html lang="zh-CN" data-style="${start.manifest.app['style'] === 'v2' ? 'v2' : 'v1'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>手机</title>
<link rel="icon" href="data:,">
<script>var phoneClock = fetch('/__local/clock').catch(() => undefined)</script>
<link rel="stylesheet" href="/phone/fonts/fonts.css">
<link rel="stylesheet" href="/phone/style.css">
<body>
<script>var phoneFont = Promise.allSettled([...document.fonts].filter(({ family }) => /^["']?Phone Sans["']?$/.test(family)).map((face) => face.load()))</script>
<script>var phoneTemplateRuntime = ${templateRuntime.replaceAll('</', '<\\/')};
var phoneStart = ${inScript(start)}</script>
<script src="/phone/runtime.js?${runtimeHash}"></script>
</body>
</html>
`
