import type { Command } from './command.ts'

export const verify: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, _, user) => {
    await desk.signIn(user)
    const verification = await desk.call('system.verify', {})
    const { integrity, foreignKeys, audit } = verification
    if (audit.problem !== null) process.stderr.write(`审计日志：${audit.problem}\n`)
    if (integrity !== 'ok' || foreignKeys > 0 || !audit.ok) process.exitCode = 1
    return verification
  },
}
