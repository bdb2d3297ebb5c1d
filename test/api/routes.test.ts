import { describe, expect, it } from 'vitest'
import { routes } from '#shared/contract/routes.ts'
import { rights } from '#shared/contract/rights.ts'
import { openTestCore, signedInCore, tempDir } from './testCore.ts'

const names = Object.keys(routes)
/** What may answer before anybody has signed in; a new route here is a decision, not an accident. */
const publicRoutes = [
  'accounts.createFirst',
  'accounts.lock',
  'accounts.recover',
  'accounts.signIn',
  'accounts.signOut',
  'accounts.status',
  'accounts.unlock',
  'files.choose',
  'files.deliver',
  'jobs.cancel',
  'jobs.progress',
  'rescue.backups',
  'rescue.inspect',
  'rescue.restore',
  'rescue.salvage',
]

describe('every route', () => {
  it('is public only where listed here', () => {
    const open = Object.entries(routes).filter(([, { right }]) => right === 'public')
    expect(open.map(([name]) => name).toSorted()).toEqual(publicRoutes)
  })

  it('refuses a stranger before it looks at the input', async () => {
    const { core, session } = openTestCore(tempDir())
    for (const name of names.filter((each) => !publicRoutes.includes(each))) {
      const result = await core.call(name, { nonsense: true }, session)
      expect([name, result]).toMatchObject([name, { ok: false, error: { code: 'SIGN_IN_REQUIRED' } }])
    }
  })

  it('names a right that exists, slice.verb, and a kind', () => {
    for (const [name, { right, kind }] of Object.entries(routes)) {
      expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/)
      expect(rights).toContain(right)
      expect(['query', 'command']).toContain(kind)
    }
  })
})

describe('the router', () => {
  it.each(['members.nothing', 'constructor', '__proto__', ''])(
    'answers %j with ROUTE_NOT_FOUND',
    async (name) => {
      const { core, session } = await signedInCore()
      expect(await core.call(name, {}, session)).toMatchObject({
        ok: false,
        error: { code: 'ROUTE_NOT_FOUND' },
      })
    },
  )

  it.each([undefined, null, 1, 'x', [], { id: 1 }, { id: 'a'.repeat(100_000) }])(
    'never rejects on input %#',
    async (input) => {
      const { core, session } = await signedInCore()
      const result = await core.call('members.get', input, session)
      expect(result.ok).toBe(false)
    },
  )

  it('says nothing to a session it never opened', async () => {
    const { core } = await signedInCore()
    const result = await core.call('organizations.tree', { includeEnded: false }, { id: 'forged' })
    expect(result).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } })
  })

  it('one session signing in does not sign in another', async () => {
    const { core } = await signedInCore()
    const other = core.openSession()
    const result = await core.call('organizations.tree', { includeEnded: false }, other)
    expect(result).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } })
  })
})
