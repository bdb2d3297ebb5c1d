import { describe, expect, it } from 'vitest'
import type { Result } from '#shared/contract/errors.ts'
import { roleHasRight, roles } from '#shared/contract/rights.ts'
import { isRouteName, type RouteName, routes } from '#shared/contract/routes.ts'
import { aLentOffice, aStandardOffice, staffOfRole, type StandardOffice } from './office.ts'
import { hostileValues, placesOf, withAt } from './hostileValues.ts'
import { routeSamples } from './routeSamples.ts'

const names = Object.keys(routes).filter((name) => isRouteName(name))

/** A refusal of these is itself worth an entry in the log: somebody tried a password. */
const logsRefusals = /^(accounts|rescue|trash|backup)\./

/** Whoever may do most of it. */
function callerOf(office: StandardOffice, name: RouteName) {
  const { right } = routes[name]
  const role = roles.find((each) => roleHasRight(each, right)) ?? 'streetClerk'
  return office.as[right === 'public' || right === 'signedIn' ? 'street' : staffOfRole[role]]
}

function expectCalm(result: Result<unknown>): void {
  if (result.ok) return
  const { code, messageZh = '', fields = {} } = result.error
  expect(code).not.toBe('INTERNAL')
  const said = [messageZh, ...Object.values(fields)].join('\n')
  expect(said).not.toMatch(/Error\b|\bat \w+ \(|SQLITE|node:|\.ts:\d/)
  expect(said.length).toBeLessThan(5000)
  if (code === 'VALIDATION_FAILED') expect(said).toMatch(/\p{Script=Han}/u)
}

describe('garbage sent to a route', () => {
  it.each(names)(
    '%s: refused in words, without a trace; never INTERNAL',
    async (name) => {
      const office = await aStandardOffice()
      const entries = async () => (await office.as.auditor.call('system.verify', {})).audit.entries
      const sample = await routeSamples[name].input(office, office.east)
      const { session } = callerOf(office, name)
      const before = await entries()
      let accepted = 0
      for (const place of placesOf(sample))
        for (const put of hostileValues) {
          const result = await office.core.call(name, withAt(sample, place, put), session)
          expectCalm(result)
          if (result.ok) accepted += 1
        }
      if (accepted === 0 && !logsRefusals.test(name)) expect(await entries()).toBe(before)
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
      const check = await office.as.auditor.call('system.verify', {})
      expect(check).toMatchObject({ integrity: 'ok', foreignKeys: 0, audit: { ok: true } })
    },
    120_000,
  )

  it.each(names)('%s: ten megabytes of text are refused', async (name) => {
    const office = await aLentOffice()
    const { session } = callerOf(office, name)
    const huge = 'x'.repeat(10 * 2 ** 20)
    for (const input of [huge, { [huge.slice(0, 1_000_000)]: 1 }, { text: huge, fields: { name: huge } }]) {
      const result = await office.core.call(name, input, session)
      expect(result.ok).toBe(false)
      expectCalm(result)
    }
  })
})
