import { expect, it } from 'vitest'
import { transitionTraces } from '#shared/domain/development/courseActions.ts'
import * as labels from '#shared/labels/development.ts'

const tables = Object.entries(labels)

it.each(tables)('%s: every code has a Chinese name of its own', (_, table) => {
  const names = Object.values(table)
  expect(names.length).toBeGreaterThan(1)
  for (const name of names) expect(name).toMatch(/\p{Script=Han}/u)
  expect(new Set(names).size).toBe(names.length)
})

it('every transition that needs a decision says who decides and which papers stay', () => {
  for (const { decidedBy, papers } of Object.values(transitionTraces)) {
    expect(decidedBy).toMatch(/党支部|支委会|支部大会/)
    expect(papers).not.toBe('')
  }
})
