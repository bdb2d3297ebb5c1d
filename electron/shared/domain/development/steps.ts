import { citeArticles } from './ruleSets.ts'
import type { RuleSet } from './ruleSets.ts'
import type { StepNo } from './milestones.ts'

/** Five stages (五个阶段); names in shared/labels/development.ts. */
export const stages = ['application', 'activist', 'target', 'admission', 'probation'] as const

export type Stage = (typeof stages)[number]

/** Who does a step: the person, the branch, its committee, its meeting, the committee with the right to approve, the district's organisation department. */
export const responsibleBodies = [
  'person',
  'branch',
  'branchCommittee',
  'branchMeeting',
  'approvingCommittee',
  'districtDepartment',
] as const

export type ResponsibleBody = (typeof responsibleBodies)[number]

export interface StepDefinition {
  readonly no: StepNo
  readonly stage: Stage
  readonly name: string
  readonly body: ResponsibleBody
  /** Articles of the 细则 the step rests on; their numbers are the same in both rule sets as far as known. */
  readonly articles: readonly number[]
  /** True where the domain has the article from memory. */
  readonly isUnverified: boolean
  /** The interval in words; empty where there is none. */
  readonly interval: string
}

type Row = readonly [
  no: StepNo,
  stage: Stage,
  name: string | Readonly<Record<RuleSet, string>>,
  body: ResponsibleBody,
  articles: readonly number[],
  interval: string | Readonly<Record<RuleSet, string>>,
  isUnverified?: true,
]

const rows: readonly Row[] = [
  [1, 'application', '递交入党申请书', 'person', [5, 6], '申请时年满 18 周岁'],
  [2, 'application', '党组织派人谈话', 'branch', [7], '收到申请书后一个月内'],
  [
    3,
    'activist',
    '推荐和确定入党积极分子',
    'branchCommittee',
    [8],
    '谈话之后；28 周岁以下的团员一般须经推优（待核）',
  ],
  [4, 'activist', '上级党委备案', 'approvingCommittee', [8], '确定之后'],
  [5, 'activist', '指定培养联系人', 'branch', [9], '1 至 2 名正式党员'],
  [6, 'activist', '培养教育考察', 'branch', [10, 11], '每半年考察一次，培养期一年以上'],
  [
    7,
    'target',
    '确定发展对象',
    'branchCommittee',
    [13],
    {
      '2014': '确定为积极分子满一年之后；公示 5 个工作日（地方要求，待核）',
      '2026': '确定为积极分子满一年之后；上级同意后公示不少于 5 个工作日',
    },
  ],
  [
    8,
    'target',
    { '2014': '报上级党委备案', '2026': '报上级党委同意' },
    'approvingCommittee',
    [13],
    { '2014': '支委会讨论同意之后，列为发展对象之前', '2026': '支委会讨论之后，公示之前' },
  ],
  [9, 'target', '确定入党介绍人', 'branch', [14], '2 名正式党员'],
  [10, 'target', '政治审查', 'branch', [16], '预审之前；有效期一般 1 年（地方惯例，待核）'],
  [11, 'target', '短期集中培训', 'approvingCommittee', [17], '不少于 3 天或不少于 24 学时；预审之前'],
  [12, 'admission', '支部委员会审查', 'branchCommittee', [18], '政审、培训之后'],
  [13, 'admission', '上级党委预审', 'approvingCommittee', [18], '支委会审查之后'],
  [14, 'admission', '填写入党志愿书', 'person', [18], '预审合格之后、大会之前', true],
  [
    15,
    'admission',
    { '2014': '支部大会讨论', '2026': '党支部党员大会讨论' },
    'branchMeeting',
    [19, 20],
    { '2014': '预审合格之后', '2026': '预审合格后一个月内' },
  ],
  [16, 'admission', '上级党委派人谈话', 'approvingCommittee', [23, 24], '审批之前', true],
  [17, 'admission', '上级党委审批', 'approvingCommittee', [25], '决议上报后三个月内，特殊情况不超过六个月'],
  [18, 'admission', '再上一级党委组织部门备案', 'districtDepartment', [25], '批准后及时'],
  [19, 'probation', '编入党支部和党小组', 'branch', [28], '接到批准通知后及时', true],
  [
    20,
    'probation',
    '入党宣誓',
    'branch',
    [29],
    { '2014': '批准之后', '2026': '批准之后，一般在一个月内（待核）' },
  ],
  [21, 'probation', '继续教育和考察', 'branch', [30], '预备期一年，每半年考察一次', true],
  [22, 'probation', '提出转正申请', 'person', [32], '预备期满时，一般在期满前一个月内递交（地方惯例，待核）'],
  [
    23,
    'probation',
    { '2014': '支部大会讨论转正', '2026': '党支部党员大会讨论转正' },
    'branchMeeting',
    [31, 32],
    '预备期满之后及时，不得提前',
  ],
  [24, 'probation', '上级党委审批转正', 'approvingCommittee', [33], '决议上报后三个月内'],
  [25, 'probation', '材料归档', 'branch', [36], '转正之后及时', true],
]

function worded(text: string | Readonly<Record<RuleSet, string>>, set: RuleSet): string {
  return typeof text === 'string' ? text : text[set]
}

function stepsOf(set: RuleSet): ReadonlyMap<StepNo, StepDefinition> {
  return new Map(
    rows.map(([no, stage, name, body, articles, interval, isUnverified]) => [
      no,
      {
        no,
        stage,
        name: worded(name, set),
        body,
        articles,
        isUnverified: isUnverified ?? false,
        interval: worded(interval, set),
      },
    ]),
  )
}

const definitions: Readonly<Record<RuleSet, ReadonlyMap<StepNo, StepDefinition>>> = {
  '2014': stepsOf('2014'),
  '2026': stepsOf('2026'),
}

/** A step as the rule set words it. */
export function stepDefinition(step: StepNo, set: RuleSet): StepDefinition {
  const definition = definitions[set].get(step)
  if (definition === undefined) throw new Error('a step without a definition')
  return definition
}

/** The articles a step rests on, as cards cite them. */
export function stepBasis(step: StepNo, set: RuleSet): string {
  const { articles, isUnverified } = stepDefinition(step, set)
  return citeArticles(set, articles, isUnverified)
}

/** `第15步“党支部党员大会讨论”`. */
export function stepTitle(step: StepNo, set: RuleSet): string {
  return `第${step}步“${stepDefinition(step, set).name}”`
}
