import type { Milestone } from '#shared/domain/development/milestones.ts'
import {
  type BuiltDevelopmentPaper,
  committeeName,
  dayOf,
  type PaperPen,
  paperOf,
  setAt,
  stepAt,
} from './developmentPaper.ts'
import { nameRow, personFacts } from './developmentPerson.ts'
import { box, formRow, formTable, label, value } from './formTable.ts'
import { plainTitle } from './officialPaper.ts'

interface Talk {
  readonly agency: string
  readonly title: string
  readonly milestone: Milestone | null
  /** What is to be talked about. */
  readonly prompt: string
  readonly who: string
}

function talk(pen: PaperPen, { agency, title, milestone, prompt, who }: Talk): BuiltDevelopmentPaper {
  const person = personFacts(pen)
  const step = milestone === null ? undefined : stepAt(pen, milestone)
  const people = pen.fill(step?.people, '谈话人')
  const rows = [
    nameRow(pen, '谈话对象'),
    formRow([
      label('出生年月'),
      value(person.birth()),
      label('学历'),
      value(person.education()),
      label('申请入党时间'),
      value(dayOf(pen, 'appliedOn', '申请入党时间')),
    ]),
    formRow([label('工作单位及职务'), value(person.unitDuty(), 5)]),
    formRow([label(who), value(people, 2), label('谈话时间'), value(pen.day(step?.doneOn, '谈话时间'), 2)]),
    formRow([label('谈话地点'), value(pen.fill(step?.place, '谈话地点'), 5)]),
    formRow([label('谈话内容'), box([prompt, pen.fill(step?.opinion, '谈话情况')], 5)], 5000),
    formRow(
      [
        label('谈话人签名'),
        box([], 2, ['年　　月　　日']),
        label('谈话对象签名'),
        box([], 2, ['年　　月　　日']),
      ],
      1300,
    ),
  ]
  return paperOf(pen, {
    title,
    kind: '记录',
    children: [plainTitle(agency, title), formTable([18, 15, 9, 14, 15, 19], rows)],
  })
}

/** 步骤 2; the regulation of 2026 lists in article 7 what is talked about. */
export function talkRecord(pen: PaperPen): BuiltDevelopmentPaper {
  const asks = {
    '2014': '（了解入党申请人的基本情况）',
    '2026': '（学习工作经历、对党的认识、入党动机、遵纪守法情况、家庭情况）',
  }
  return talk(pen, {
    agency: pen.values.branch.fullName,
    title: '与入党申请人谈话记录',
    milestone: 'talkedOn',
    prompt: asks[setAt(pen, 'talkedOn')],
    who: '谈话人（2人）',
  })
}

/** 步骤 16. */
export function interviewRecord(pen: PaperPen): BuiltDevelopmentPaper {
  return talk(pen, {
    agency: committeeName(pen),
    title: '审批前谈话记录',
    milestone: 'interviewOn',
    prompt: '（谈话情况和对谈话对象能否入党的意见；意见写入《中国共产党入党志愿书》）',
    who: '谈话人（党委委员、组织员）',
  })
}

/** After 步骤 24: the secretary talks with the new full member; no day of it is kept here. */
export function regularTalk(pen: PaperPen): BuiltDevelopmentPaper {
  return talk(pen, {
    agency: pen.values.branch.fullName,
    title: '转正后谈话记录',
    milestone: null,
    prompt: '（上级党委批准转正后，党支部书记同本人谈话）',
    who: '谈话人',
  })
}
