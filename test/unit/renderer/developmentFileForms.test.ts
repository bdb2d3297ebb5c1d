import { describe, expect, it } from 'vitest'
import {
  bodyItems,
  type BodyNode,
  bodyNodes,
  noRightReason,
} from '../../../renderer/features/development/file/bodies.ts'
import {
  eventDraft,
  eventInput,
  eventSchemaOf,
  liveRefusals,
  possibleEvents,
} from '../../../renderer/features/development/file/eventForm.ts'
import { parseFileDraft } from '../../../renderer/features/development/file/fileDraft.ts'
import { blankFile, changedFields } from '../../../renderer/features/development/file/fileForm.ts'
import {
  changedMaterials,
  draftOf,
  inputOf,
} from '../../../renderer/features/development/file/materialRows.ts'
import { developmentEventKinds } from '../../../electron/shared/domain/development/records.ts'
import { upTo } from '../development/aFile.ts'
import { aDetail } from './developmentSample.ts'
import { smallTree } from './organizationSample.ts'

const nodes: readonly BodyNode[] = [
  {
    id: 'street',
    parentId: null,
    fullName: '街道党工委',
    shortName: '街道党工委',
    type: 'DGW',
    branchKind: null,
  },
  {
    id: 'sq',
    parentId: 'street',
    fullName: '社区党委',
    shortName: '社区党委',
    type: 'SQW',
    branchKind: null,
  },
  { id: 'zb', parentId: 'sq', fullName: '第一党支部', shortName: '第一党支部', type: 'ZB', branchKind: null },
]

describe('who may approve (DEV-50 to DEV-52)', () => {
  it('offers committees with what each may do, and no branch', () => {
    expect(bodyItems(nodes).map(({ id, note }) => `${id} ${note}`)).toEqual([
      'street 审批',
      'sq 审议（同意上报）',
    ])
  })

  it('says why a community committee may not', () => {
    expect(noRightReason(nodes, 'sq')).toContain('只能审议')
    expect(noRightReason(nodes, 'street')).toBeNull()
  })

  it('offers the committee above to a community clerk, whose tree does not have it', () => {
    const own = smallTree.filter(({ type }) => type !== 'DGW')
    const offered = bodyItems(bodyNodes(own, { id: 'street', name: '街道党工委' }))
    expect(offered[0]).toMatchObject({ id: 'street', note: '审批' })
    expect(bodyNodes(smallTree, { id: smallTree[0]?.id ?? '', name: '' })).toEqual(smallTree)
  })
})

describe('what happens beside the steps', () => {
  const probation = aDetail(upTo('assignedOn'), '2025-12-20', { state: 'probationer', memberId: 'member' })

  it('offers only what the state allows', () => {
    expect(possibleEvents(aDetail({}, '2026-11-22'))).toEqual(['end', 'transfer'])
    expect(possibleEvents(probation)).toEqual(['extend', 'disqualify', 'end', 'transfer'])
    expect(possibleEvents({ ...probation, state: 'revoked' })).toContain('reapply')
    expect(possibleEvents({ ...probation, state: 'full' })).toEqual([])
  })

  it('says while it is typed that an extension of five months is too short (DEV-17)', () => {
    const vote = {
      ...eventDraft(probation, 'extend', 'street').vote,
      present: 15,
      agreed: 14,
    }
    const decided = { on: '2025-12-15', approvedOn: '2025-12-15', vote }
    const draft = { ...eventDraft(probation, 'extend', 'street'), ...decided }
    expect(liveRefusals(probation, 'extend', { ...draft, months: 6 }, nodes)).toEqual([])
    expect(liveRefusals(probation, 'extend', { ...draft, months: 5 }, nodes).map(({ code }) => code)).toEqual(
      ['DEV-17'],
    )
  })

  it('refuses a community committee’s approval of it (DEV-52)', () => {
    const base = eventDraft(probation, 'extend', 'sq')
    const decided = { on: '2025-12-15', approvedOn: '2025-12-15' }
    const draft = { ...base, ...decided, vote: { ...base.vote, present: 15, agreed: 14 } }
    expect(liveRefusals(probation, 'extend', draft, nodes).map(({ code }) => code)).toEqual(['DEV-52'])
  })

  it('fills in no day by itself: when it was decided stands in a paper', () => {
    for (const kind of developmentEventKinds) {
      expect(eventDraft(probation, kind, 'street')).toMatchObject({ on: '', approvedOn: null })
    }
  })

  it('says at its field what a decision or a transfer still lacks', () => {
    const lacking = (kind: 'extend' | 'transfer', bodyId: string | null) => {
      const draft = { ...eventDraft(probation, kind, bodyId), on: '2025-12-15' }
      return eventSchemaOf(kind)
        .safeParse(draft)
        .error?.issues.map(({ path }) => path.join('.'))
    }
    expect(lacking('extend', null)).toEqual(['bodyId', 'approvedOn'])
    expect(lacking('extend', 'street')).toEqual(['approvedOn'])
    expect(lacking('transfer', null)).toEqual(['organizationId'])
  })

  it('sends nothing of a transfer without a branch', () => {
    const values = eventSchemaOf('end').parse({
      ...eventDraft(probation, 'transfer', null),
      on: '2025-12-15',
    })
    expect(eventInput(probation, 'transfer', values)).toBeNull()
    expect(eventInput(probation, 'transfer', { ...values, organizationId: 'zb' })).toMatchObject({
      kind: 'transfer',
      organizationId: 'zb',
      isContinuous: true,
    })
  })
})

describe('forms of a file', () => {
  it('send only what differs, so that a masked number nobody touched stays', () => {
    const before = { ...blankFile('zb'), name: '张新', idNo: '110105********0016' }
    expect(changedFields(before, { ...before, name: '张馨' })).toEqual({ name: '张馨' })
  })

  it('take up a draft only where every field still exists', () => {
    expect(parseFileDraft({ changes: { name: '张新' }, appliedOn: null })?.changes).toEqual({ name: '张新' })
    expect(parseFileDraft({ changes: { nickname: '新' }, appliedOn: null })).toBeNull()
    expect(parseFileDraft({ changes: {}, appliedOn: null })).toBeNull()
  })

  it('send only the papers that were changed, and none whose date cannot be read', () => {
    const row = {
      materialNo: 'M1',
      name: '入党申请书',
      step: 1,
      need: 'always',
      isPresent: true,
      isOriginal: true,
      copies: 1,
      pages: 2,
      formedOn: null,
      note: null,
      scans: 0,
    } as const
    const same = inputOf(draftOf(row))
    expect(same && changedMaterials([row], [same])).toEqual([])
    const dated = inputOf({ ...draftOf(row), formedOn: '2026.3.2' })
    expect(dated && changedMaterials([row], [dated])).toMatchObject([{ formedOn: '2026-03-02' }])
    expect(inputOf({ ...draftOf(row), formedOn: '上个月' })).toBeNull()
  })
})
