import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'

const { options, forbidden } = config as IConfiguration // The file is plain JavaScript; its shape is dependency-cruiser's own.

async function rulesBroken(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['electron', 'db', 'renderer'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: forbidden ?? [] },
  })
  if (typeof output === 'string') throw new Error('expected a result, not a report')
  return output
}

describe('boundaries', () => {
  it('hold over the whole tree, and the whole tree was looked at', async () => {
    const { summary, modules } = await rulesBroken(process.cwd())
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    expect(
      modules.filter(({ source }) => source.endsWith('.ts') || source.endsWith('.tsx')).length,
    ).toBeGreaterThan(150)
  })

  it('catch every planted violation', async () => {
    const { summary } = await rulesBroken('test/fixtures/boundaries')
    const broken = new Set(summary.violations.map(({ rule }) => rule.name))
    const all = (forbidden ?? []).map(({ name }) => name).filter((name) => name !== undefined)
    expect([...broken].toSorted()).toEqual(all.toSorted())
  })
})
