import { citeArticles } from './ruleSets.ts'
import type { RuleSet } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'

export interface DevelopmentRule {
  /** Short, for lists and filters. */
  readonly title: string
  /** The rule in one sentence, with the numbers in force. */
  readonly words: (settings: DevelopmentSettings, set: RuleSet) => string
  /** Articles of the 细则, or another source named in full. */
  readonly basis: readonly number[] | string
  /** True where the domain has it from memory. */
  readonly isUnverified: boolean
}

function rule(
  title: string,
  words: DevelopmentRule['words'] | string,
  basis: readonly number[] | string,
  isUnverified = false,
): DevelopmentRule {
  return { title, words: typeof words === 'string' ? () => words : words, basis, isUnverified }
}

/** Every rule of 发展党员: DEV ids as in the regulations table; words in capitals are checks without an id there. */
export const developmentRuleTable = {
  'DEV-01': rule('申请入党时未满 18 周岁', (s) => `递交入党申请书时须年满 ${s['dev.applyAgeMin']} 周岁`, [5]),
  'DEV-02': rule('谈话超过一个月', (s) => `收到入党申请书后 ${s['dev.talkMonths']} 个月内派人谈话`, [7]),
  'DEV-03': rule('积极分子确定、备案日期颠倒', '先谈话、再确定入党积极分子、再报上级党委备案', [7, 8]),
  'DEV-04': rule('培养联系人不合要求', (s) => `培养联系人须是正式党员，1 至 ${s['dev.contactsMax']} 名`, [9]),
  'DEV-05': rule(
    '半年考察缺期',
    (s) => `从确定为入党积极分子之日起，每 ${s['dev.reviewMonths']} 个月考察一次`,
    [11],
  ),
  'DEV-06': rule(
    '培养教育不满一年',
    (s) => `确定为入党积极分子满 ${s['dev.nurtureMonths']} 个月，才能列为发展对象（以上含本数）`,
    [13],
  ),
  'DEV-07': rule(
    '公示不足',
    (s) => `公示不少于 ${s['dev.publicityWorkingDays']} 个工作日，公示结束后才能列为发展对象`,
    [13],
  ),
  'DEV-08': rule('上级同意晚于公示', '先报上级党委同意，再公示（有的地方先公示后上报）', [13]),
  'DEV-09': rule(
    '集中培训不足',
    (s) => `短期集中培训不少于 ${s['dev.trainingDaysMin']} 天，或不少于 ${s['dev.trainingHoursMin']} 学时`,
    [17],
  ),
  'DEV-10': rule(
    '政审、培训不齐或晚于预审',
    '预审之前，政治审查要合格并有综合政审报告，培训要完成',
    [16, 17],
  ),
  'DEV-11': rule(
    '预审后未按时开大会',
    (s) =>
      `预审合格后 ${s['dev.meetingMonths']} 个月内提交党支部党员大会讨论；在新细则施行前预审的，从施行之日起算`,
    [19],
  ),
  'DEV-12': rule(
    '审批超过三个月',
    (s) =>
      `上级党委在支部大会决议上报（没有登记上报日期的，从大会之日）后 ${s['dev.approvalMonths']} 个月内审批，特殊情况最长 ${s['dev.approvalMonthsMax']} 个月`,
    [25],
  ),
  'DEV-13': rule(
    '入党日期三处不一致',
    '支部大会通过之日、志愿书上的决议日期、花名册入党日期是同一天',
    '《党员教育管理工作条例》第24条',
  ),
  'DEV-14': rule(
    '入党介绍人不合要求',
    (s) =>
      `有 ${s['dev.sponsorsMin']} 名正式党员作介绍人，留党察看期间的不能担任；直系亲属一般回避（地方惯例）`,
    [14],
  ),
  'DEV-15': rule(
    '预备期将满或已满',
    (s) =>
      `预备期 ${s['dev.probationMonths']} 个月，从支部大会通过之日算起；期满前 ${s['dev.convertApplyLeadDays']} 天准备转正，期满后 ${s['dev.regularMeetingDays']} 天内开会讨论`,
    [31, 32],
  ),
  'DEV-16': rule('提前转正', '预备期满之前不得讨论转正，没有提前转正', [31, 32]),
  'DEV-17': rule(
    '延长预备期不合要求',
    (s) =>
      `预备期只能延长一次，不少于 ${s['dev.extensionMonthsMin']} 个月，不超过 ${s['dev.extensionMonthsMax']} 个月，从原期满之日起算`,
    [31],
  ),
  'DEV-18': rule(
    '转正审批超过三个月',
    (s) => `转正决议上报（没有登记上报日期的，从大会之日）后 ${s['dev.approvalMonths']} 个月内审批`,
    [33],
  ),
  'DEV-19': rule(
    '转正日期不是预备期满之日',
    '转正日期是预备期满之日，与大会、审批的早晚无关；延长的从延长期满之日算',
    [33],
    true,
  ),
  'DEV-20': rule('即将离开单位仍接收', '未来 3 个月内将离开工作、学习单位的，一般不办理接收', [18], true),
  'DEV-21': rule(
    '转入后推迟讨论转正',
    (s) =>
      `转入的预备党员，认为有必要的可以推迟讨论转正，不超过 ${s['dev.regularDelayMonthsMax']} 个月，转正日期仍从预备期满算`,
    [35],
    true,
  ),
  'DEV-22': rule(
    '离开原单位前突击入党',
    (s) => `离开原单位前 ${s['dev.rushedMonths']} 个月内入党的转入预备党员，须查明原因`,
    '发展党员工作问答（待核）',
  ),
  'DEV-23': rule(
    '超过年度发展计划',
    '当年批准接收的预备党员不超过上级下达的计划数',
    '上级党委年度发展计划（待核）',
  ),
  'DEV-24': rule('材料不齐', '每一步的必备材料齐全再办下一步', '发展党员档案目录（待核）'),
  'DEV-50': rule(
    '由无权的党组织审批',
    '预备党员由党委（工委）审批；街道所属的社区党委、党总支只能审议上报',
    [22],
    true,
  ),
  'DEV-51': rule('临时党组织、党组审批', '临时党组织和党组不得审批预备党员', [22], true),
  'DEV-52': rule('办理机关没有审批权限', '预审、审批由有审批权限的党委办理', [18, 22], true),
  'DEV-53': rule(
    '志愿书不是由有权党委发放',
    '入党志愿书由有审批权限的党委编号、发放、登记、回收',
    [18],
    true,
  ),
  'MEETING-ADMISSION': rule(
    '到会人数没有过半',
    '实到有表决权人数必须超过应到的半数，书面意见不算到会',
    [19, 20],
    true,
  ),
  'VOTE-ADMISSION': rule(
    '赞成票没有过半',
    '赞成票（含会前书面意见）必须超过应到有表决权人数的半数',
    [19, 20],
    true,
  ),
  VOTE_COUNT: rule('票数对不上', '发出、收回、有效票和各项票数要前后相符', '数据核对'),
  STEP_ORDER: rule('步骤日期颠倒', '二十五步按先后办理，后一步不早于前一步', '发展党员工作流程（待核）'),
  STEP_MISSING: rule('中间步骤没有登记', '每一步都要办理并登记日期', '发展党员工作流程（待核）'),
  STEP_IN_FUTURE: rule('日期晚于今天', '已办理的日期不晚于今天', '数据核对'),
  OATH_LATE: rule('入党宣誓晚于一个月', (s) => `一般在批准后 ${s['dev.oathMonths']} 个月内宣誓`, [29], true),
  PROBATION_REVIEW: rule(
    '预备期考察缺期',
    (s) => `预备期内每 ${s['dev.reviewMonths']} 个月考察一次`,
    [30],
    true,
  ),
  THOUGHT_REPORT: rule(
    '思想汇报缺少',
    (s) => `培养教育期间每季度交思想汇报 ${s['dev.thoughtReportPerQuarter']} 篇`,
    '地方惯例（待核）',
  ),
  ARRIVAL_PAPERS: rule(
    '转入材料未核验',
    '转入的要核验原党组织的材料；预备党员材料无法认定的，报县级以上党委组织部批准不予承认',
    [12, 34],
    true,
  ),
} as const satisfies Readonly<Record<string, DevelopmentRule>>

export type DevelopmentRuleCode = keyof typeof developmentRuleTable

/** What the card cites. */
export function ruleBasis(code: DevelopmentRuleCode, set: RuleSet): string {
  const { basis, isUnverified }: DevelopmentRule = developmentRuleTable[code]
  if (code === 'DEV-07' && set === '2014') return '地方惯例：公示 5 个工作日（待核）'
  return typeof basis === 'string' ? basis : citeArticles(set, basis, isUnverified)
}
