import { describe, expect, it } from 'vitest'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import {
  columnOf,
  dueOn,
  duesFrom,
  expiryOf,
  paperFor,
  usualValidDays,
} from '#shared/domain/transferDates.ts'
import { transferMaterialCodes } from '#shared/domain/transferMaterials.ts'
import type { TransferContext, TransferFacts } from '#shared/domain/transferFacts.ts'
import { mayTransferDirectly } from '#shared/domain/transferPaperRules.ts'
import { transferFindings } from '#shared/domain/transferRules.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const settings = defaultRuleSettings
const day = dateOnly('2026-11-21')

/** A letter for a 正式党员, ten days in the city, given on 11-15, with nothing wrong. */
function aTransfer(overrides: Partial<TransferFacts> = {}): TransferFacts {
  return {
    direction: 'out',
    mode: 'letter',
    status: 'inTransit',
    personType: '1',
    fromOrg: '中共幸福区和平街道工作委员会',
    toOrg: '中共幸福区民主街道工作委员会',
    reach: 'city',
    letterNo: '2026-001',
    issuedOn: dateOnly('2026-11-15'),
    validDays: 30,
    expireOn: dateOnly('2026-12-15'),
    receivedOn: null,
    receiptOn: null,
    feePaidTo: partialDate('2026-11'),
    plannedMonths: null,
    isSettled: true,
    endReason: null,
    reportedTo: null,
    materials: [],
    materialsNote: null,
    ...overrides,
  }
}

function found(facts: Partial<TransferFacts>, context: Partial<TransferContext> = {}) {
  const all = transferFindings(aTransfer(facts), { today: day, settings, memberStatus: 'ZC', ...context })
  return all.map(({ code, severity, field }) => `${code} ${severity} ${field ?? ''}`)
}

const onlyTrf03 = ['TRF-03 blue status']

describe('the days a letter is good for', () => {
  it('are 10 in the city and 30 outside', () => {
    expect(usualValidDays('city', settings)).toBe(10)
    expect(usualValidDays('province', settings)).toBe(30)
    expect(usualValidDays('outside', settings)).toBe(30)
  })

  it('are added to the day it was issued', () => {
    expect(expiryOf(dateOnly('2026-02-20'), 10)).toBe('2026-03-02')
  })

  it('beyond 90 are found, 90 themselves are not', () => {
    expect(found({ validDays: 90 })).toEqual(onlyTrf03)
    expect(found({ validDays: 91 })).toContain('TRANSFER_DAYS yellow validDays')
  })
})

describe('TRF-01', () => {
  const expireOn = dateOnly('2026-11-26')

  it.each([
    ['2026-11-20', null],
    ['2026-11-21', 'yellow'],
    ['2026-11-26', 'yellow'],
    ['2026-11-27', 'red'],
  ])('on %s a letter good until 11-26 is %s', (today, severity) => {
    const codes = found({ expireOn }, { today: dateOnly(today) }).filter((text) => text.startsWith('TRF-01'))
    expect(codes).toEqual(severity === null ? [] : [`TRF-01 ${severity} expireOn`])
  })

  it('says nothing of what is done, and of a letter not yet issued', () => {
    const today = dateOnly('2027-05-01')
    expect(found({ expireOn, status: 'receipted' }, { today })).toEqual([])
    expect(found({ expireOn, status: 'void' }, { today })).toEqual([])
    expect(found({ expireOn: null, issuedOn: null, status: 'waiting' }, { today })).toEqual([])
  })

  it('gives the other side a month for its receipt', () => {
    const receivedOn = dateOnly('2026-11-25')
    const accepted = { status: 'accepted', receivedOn, expireOn } as const
    expect(found(accepted, { today: dateOnly('2026-12-19') })).toEqual(onlyTrf03)
    expect(found(accepted, { today: dateOnly('2026-12-20') })).toContain('TRF-01 yellow expireOn')
    expect(found(accepted, { today: dateOnly('2026-12-26') })).toContain('TRF-01 red expireOn')
  })

  it('waits for the receipt no shorter than the letter itself is good for', () => {
    const transfer = aTransfer({
      status: 'accepted',
      receivedOn: dateOnly('2026-11-16'),
      expireOn: dateOnly('2027-02-13'),
    })
    expect(dueOn(transfer, settings)).toBe('2027-02-13')
  })
})

describe('the board', () => {
  const expireOn = dateOnly('2026-11-26')
  it.each([
    ['waiting', '2026-11-21', 'waiting'],
    ['issued', '2026-11-20', 'inTransit'],
    ['inTransit', '2026-11-21', 'soon'],
    ['inTransit', '2026-11-26', 'soon'],
    ['inTransit', '2026-11-27', 'overdue'],
    ['accepted', '2026-11-27', 'receipt'],
    ['receipted', '2026-11-27', 'done'],
    ['returned', '2026-11-27', 'done'],
    ['void', '2026-11-27', 'done'],
  ] as const)('has %s on %s under %s', (status, today, column) => {
    expect(
      columnOf({ direction: 'out', status, expireOn, receivedOn: null }, dateOnly(today), settings),
    ).toBe(column)
  })

  it('has what no letter limits in transit', () => {
    expect(
      columnOf({ direction: 'out', status: 'inTransit', expireOn: null, receivedOn: null }, day, settings),
    ).toBe('inTransit')
  })
})

describe('TRF-02', () => {
  const accepted = { direction: 'in', status: 'accepted', receivedOn: dateOnly('2026-10-21') } as const

  it('warns of a receipt not sent a month after receiving, from the day after', () => {
    expect(found(accepted, { memberStatus: null })).not.toContain('TRF-02 yellow receiptOn')
    expect(found(accepted, { memberStatus: null, today: dateOnly('2026-11-22') })).toContain(
      'TRF-02 yellow receiptOn',
    )
  })

  it('takes the last day of a shorter month', () => {
    const late = { ...accepted, receivedOn: dateOnly('2026-01-31') }
    expect(found(late, { today: dateOnly('2026-02-28') })).not.toContain('TRF-02 yellow receiptOn')
    expect(found(late, { today: dateOnly('2026-03-01') })).toContain('TRF-02 yellow receiptOn')
  })

  it('is silent once the receipt is sent, and for the other side’s receipt', () => {
    const today = dateOnly('2027-01-01')
    expect(found({ ...accepted, status: 'receipted', receiptOn: day }, { today })).not.toContain(
      'TRF-02 yellow receiptOn',
    )
    expect(found({ ...accepted, direction: 'out' }, { today })).not.toContain('TRF-02 yellow receiptOn')
  })
})

describe('TRF-03', () => {
  it('says that who is in transit counts at the old branch', () => {
    expect(found({})).toEqual(onlyTrf03)
  })

  it('warns where the roster has him gone before the receipt', () => {
    expect(found({}, { memberStatus: 'ZCU' })).toEqual(['TRF-03 yellow status'])
  })

  it('is silent when the receipt is here', () => {
    expect(found({ status: 'receipted' }, { memberStatus: 'ZCU' })).toEqual([])
  })
})

describe('TRF-04', () => {
  it('wants a reason and the superior for whoever is turned away', () => {
    expect(found({ status: 'returned' })).toEqual(['TRF-04 block endReason', 'TRF-04 yellow reportedTo'])
    expect(found({ status: 'returned', endReason: '档案不全', reportedTo: '区委组织部' })).toEqual([])
  })
})

describe('TRF-05', () => {
  it.each(['中共和平街道第一社区第二支部委员会', '和平街道第一党支部', '机关党总支', '第二党小组'])(
    '%s does not transfer by itself',
    (name) => {
      expect(mayTransferDirectly(name)).toBe(false)
      expect(found({ toOrg: name })).toContain('TRF-05 yellow toOrg')
    },
  )

  it.each(['中共和平街道工作委员会', '中共某某大学委员会', '中共某县委组织部'])('%s does', (name) => {
    expect(mayTransferDirectly(name)).toBe(true)
  })
})

describe('TRF-06', () => {
  it.each([
    [5, true, 'certificate'],
    [5, null, 'certificate'],
    [6, false, 'certificate'],
    [6, true, 'transfer'],
    [7, false, 'mobility'],
    [7, null, 'mobility'],
    [null, true, 'transfer'],
    [null, null, 'unknown'],
  ] as const)('%s months, settled %s: %s', (months, isSettled, paper) => {
    expect(paperFor({ months, isSettled }, settings)).toBe(paper)
  })

  it('warns before a letter is given to who is back within six months', () => {
    expect(found({ status: 'waiting', plannedMonths: 5 })).toEqual(['TRF-06 yellow plannedMonths'])
    expect(found({ status: 'waiting', plannedMonths: 6 })).toEqual([])
  })
})

describe('TRF-07', () => {
  it('wants the papers of a 预备党员, none of a 正式党员', () => {
    expect(found({ personType: '2' })).toContain('TRF-07 yellow materials')
    expect(found({ personType: '2', materials: transferMaterialCodes })).toEqual(onlyTrf03)
    expect(found({ personType: '1' })).toEqual(onlyTrf03)
  })

  it('is red where he was entered before they were checked', () => {
    const came = { direction: 'in', personType: '2', materials: transferMaterialCodes.slice(1) } as const
    expect(found({ ...came, status: 'inTransit' })).toContain('TRF-07 yellow materials')
    expect(found({ ...came, status: 'accepted', receivedOn: day })).toContain('TRF-07 red materials')
  })
})

describe('TRF-08', () => {
  it('has the new branch collect from the month after', () => {
    expect(duesFrom(partialDate('2026-06'))).toBe('2026-07')
    expect(duesFrom(partialDate('2026-12'))).toBe('2027-01')
  })

  it('warns where dues are not paid up to the month of the letter', () => {
    expect(found({ feePaidTo: partialDate('2026-10') })).toContain('TRF-08 yellow feePaidTo')
    expect(found({ feePaidTo: null })).toContain('TRF-08 yellow feePaidTo')
    // Paid ahead, or a slip of the pen.
    expect(found({ feePaidTo: partialDate('2062-06') })).toContain('TRF-08 blue feePaidTo')
    expect(found({ feePaidTo: partialDate('2026-11') })).not.toContain('TRF-08 blue feePaidTo')
  })

  it('says from when our branch collects', () => {
    const all = transferFindings(
      aTransfer({ direction: 'in', status: 'accepted', receivedOn: day, feePaidTo: partialDate('2026-12') }),
      {
        today: day,
        settings,
        memberStatus: 'ZC',
      },
    )
    const messages = all.filter(({ code }) => code === 'TRF-08').map(({ message }) => message)
    expect(messages.at(-1)).toContain('自2027年1月起收')
  })
})

describe('an activist’s papers', () => {
  it('are no transfer of a member: no rule of letters speaks of them', () => {
    const activist = {
      mode: 'materials',
      personType: '3',
      feePaidTo: null,
      letterNo: null,
      expireOn: null,
      plannedMonths: 2,
    } as const
    expect(found(activist, { memberStatus: null })).toEqual([])
  })
})
