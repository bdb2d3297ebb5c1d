import type { MinutesValues } from '#core/documents/meetingValues.ts'
import type { SavedItem } from '#shared/contract/meetingRows.ts'
import { unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { dateOnly } from '#shared/lib/dates.ts'

export function anEntry(name: string, more: Partial<RollEntry> = {}): RollEntry {
  return {
    memberId: name,
    name,
    isVoter: true,
    isFrail: false,
    state: 'present',
    reason: null,
    note: null,
    exempt: null,
    madeUpOn: null,
    ...more,
  }
}

export function anItem(more: Partial<SavedItem> = {}): SavedItem {
  return {
    id: 'item',
    section: 'branchMeeting',
    title: '讨论年度工作计划',
    presenter: null,
    discussion: null,
    matter: 'ordinary',
    developmentFileId: null,
    developmentFileName: null,
    should: null,
    present: null,
    agreed: null,
    agreedInWriting: null,
    against: null,
    abstained: null,
    isSecret: null,
    isPassed: null,
    decision: null,
    ...more,
  }
}

const organization = {
  id: 'branch',
  fullName: '中共测试区测试街道东环社区第一支部委员会',
  shortName: '东环第一党支部',
}

/** A 党员大会 that was a 主题党日 and a 党课 too, with everything in it. */
export const aFullMeeting: MinutesValues = {
  id: 'meeting',
  organization,
  groupName: null,
  status: 'final',
  enteredOn: dateOnly('2026-03-10'),
  isLate: false,
  fields: {
    ...unfilledMeeting,
    organizationId: 'branch',
    kinds: ['branchMeeting', 'lecture', 'themeDay'],
    title: '接收预备党员，学习党章',
    heldOn: dateOnly('2026-03-09'),
    startTime: '14:30',
    endTime: '16:30',
    place: '社区党群服务中心二楼会议室',
    hostName: '陈英',
    recorderName: '夏慧',
    termNo: 3,
    seqNo: 12,
    should: 20,
    present: 17,
    roll: [
      ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱'.split('').map((surname) => anEntry(`${surname}小明`)),
      anEntry('买买提·艾力', { state: 'excused', reason: 'ill', note: '住院' }),
      anEntry('秦小明', { state: 'absent' }),
      anEntry('尤小明', { state: 'excused', reason: 'away' }),
      anEntry('许小明', { state: 'excused', exempt: 'bedridden' }),
      anEntry('何小明', { isVoter: false }),
    ],
    observers: '入党积极分子吕小明\n街道组织员施小明',
    lectureTopic: '学习党章第一章',
    lecturerName: '陈英',
    isSecretaryLecturing: true,
    lectureHours: 2,
    themeProgram: '重温入党誓词\n缴纳党费\n环境整治',
    units: '东环社区居委会',
    fundCents: 12_050,
    effect: '清理楼道 3 处。',
    summary: '会议学习了党章第一章。\n与会党员作了发言。',
  },
  items: [
    anItem({
      title: '讨论接收张小花为预备党员',
      presenter: '张小花、介绍人陈英',
      discussion: '介绍人介绍了培养情况。\n与会党员认为其基本符合条件。',
      matter: 'admission',
      should: 20,
      present: 17,
      agreed: 15,
      agreedInWriting: 1,
      against: 0,
      abstained: 2,
      isSecret: true,
      isPassed: true,
      decision: '同意接收张小花为预备党员。',
    }),
    anItem({ id: 'two', title: '讨论年度工作计划', decision: '一致同意年度工作计划。' }),
  ],
  followUps: [
    {
      id: 'todo',
      what: '将材料报社区党委',
      memberId: null,
      personName: '夏慧',
      dueOn: dateOnly('2026-03-20'),
      closedOn: null,
      result: null,
    },
  ],
}

/** Hardly anything is known: what an old ledger had. */
export const aThinMeeting: MinutesValues = {
  ...aFullMeeting,
  isLate: true,
  enteredOn: dateOnly('2026-11-22'),
  fields: {
    ...unfilledMeeting,
    organizationId: 'branch',
    kinds: ['committeeMeeting'],
    title: '研究支部工作计划',
    heldOn: dateOnly('2026-01-20'),
  },
  items: [],
  followUps: [],
}
