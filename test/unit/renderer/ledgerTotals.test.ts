import { describe, expect, it } from 'vitest'
import { ledgerTotals, memberLines, organizationLines } from '../../../renderer/features/home/ledgerTotals.ts'
import { smallTree } from './organizationSample.ts'

describe('figures of the home page', () => {
  it('counts everybody once, by the root', () => {
    expect(ledgerTotals(smallTree)).toEqual({
      full: 10,
      probationary: 2,
      organizations: 5,
      branches: 3,
      groups: 1,
    })
  })

  it('puts the worst first, one line a kind', () => {
    const lines = memberLines([
      { subject: 'member', code: 'MEM-02', severity: 'yellow', count: 11 },
      { subject: 'member', code: 'ID_CHECKSUM', severity: 'blue', count: 90 },
      { subject: 'member', code: 'MEM-02', severity: 'red', count: 8 },
      { subject: 'developmentFile', code: 'ORG-03', severity: 'red', count: 1 },
      { subject: 'member', code: 'SEX_MISMATCH', severity: 'yellow', count: 0 },
    ])
    expect(lines).toEqual([
      { code: 'MEM-02', severity: 'red', count: 19 },
      { code: 'ID_CHECKSUM', severity: 'blue', count: 90 },
    ])
  })

  it('leaves out what somebody has answered for', () => {
    expect(organizationLines(smallTree)).toEqual([
      { code: 'ORG-09', severity: 'red', count: 1 },
      { code: 'ORG-03', severity: 'yellow', count: 1 },
    ])
  })
})
