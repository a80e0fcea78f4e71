import tcb from '@cloudbase/node-sdk'

// As a function's environment has it; without these the SDK looks for Tencent's metadata host before each call.
process.env['TENCENTCLOUD_RUNENV'] = 'SCF'
process.env['TENCENTCLOUD_REGION'] = 'ap-shanghai'
process.env['SCF_NAMESPACE'] = 'local'
// Its warning about slow requests would come after the test that dropped one.
process.env['SILENCE'] = 'true'

/** The official SDK, pointed at a local cloud. */
export function appAt(url: string): ReturnType<typeof tcb.init> {
  return tcb.init({
    env: 'local',
    secretId: 'test',
    secretKey: 'test',
    serviceUrl: `${url}/admin`,
    keepalive: true,
  })
}
