import type { StepCell } from '#shared/contract/reviewRows.ts'
import { type FlowStepKey, flowTable } from '#shared/domain/reviews/flow.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'

/** Heads of the board's narrow columns. */
export const stepShort: Readonly<Record<FlowStepKey, string>> = {
  scheme: '方案',
  selfReview: '自查',
  fieldCheck: '考核',
  reportCheck: '送审',
  upMeeting: '上级述职会',
  comments: '点评',
  upRating: '上级测评',
  downMeeting: '党员述职会',
  downRating: '党员测评',
  count: '计分',
  decision: '定等',
  feedback: '反馈',
  rectify: '整改',
}

/** 11.20; the year stands in the words. */
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`

/** The last word of 日常分 1/2, 综合分 87.98, 84.50 分. */
function shortWords(words: string): string {
  const [, figure] = /(\d[\d./]*)(?: 分)?$/.exec(words) ?? []
  return figure ?? (words.length > 10 ? '未完成' : words)
}

/** What fits into a cell: the day, the figure, or how it stands. */
export function cellText({ isDone, doneOn, words, whyNot }: StepCell, isNext: boolean): string {
  if (isDone && words !== null && words.startsWith('方案没有')) return '不用办'
  if (isDone && doneOn === null) return words === null ? '已办' : shortWords(words)
  if (isDone && doneOn !== null) return shortDay(doneOn)
  if (whyNot !== null) return words !== null && /\d/.test(words) ? shortWords(words) : '未到'
  if (words !== null) return shortWords(words)
  return isNext ? '下一步' : '待办'
}

/** The whole of it, in a sentence. */
export function cellWords({ key, isDone, doneOn, words, whyNot, note }: StepCell): string {
  const state = isDone ? (doneOn === null ? '已办' : `${formatPartialDate(doneOn)}已办`) : '未办'
  const parts = [state, words, note === null ? null : `备注：${note}`, whyNot]
  return `${flowTable[key].name}：${parts.filter((part) => part !== null).join('，')}`
}

export interface NextWords {
  readonly text: string
  /** Where it is done; by hand here where there is none. */
  readonly to: 'register' | 'ballots' | 'scores' | 'person' | 'rectifications'
  readonly button: string
}

const register = (text: string): NextWords => ({ text, to: 'register', button: '登记' })

/** What is to be done at a step, and where. */
export const nextWords: Readonly<Record<FlowStepKey, NextWords>> = {
  scheme: register('方案经党工委印发后，登记印发日期。'),
  selfReview: register('述职人自查自评、写好述职报告后登记；报告在各人页面录入，篇幅比例会自动核对。'),
  fieldCheck: {
    text: '到各人页面登记日常考核分，旁边列出本系统里的会议、发展党员、整改等记录作依据。',
    to: 'person',
    button: '登记日常考核分',
  },
  reportCheck: register('述职报告送党建办审核后登记。'),
  upMeeting: register('召开向上级述职会，会上先通报上年整改情况；开完登记，可以选中那次会议。'),
  comments: { text: '把领导点评逐条登记到各人页面。', to: 'person', button: '登记点评' },
  upRating: { text: '上级测评：发票、收票、计票，开票以后自动计分。', to: 'ballots', button: '办理测评票' },
  downMeeting: register('召开向党员述职会（支部或社区党员大会），开完登记，可以选中那次会议。'),
  downRating: {
    text: '党员、群众测评：发票、收票、计票，开票以后自动计分。',
    to: 'ballots',
    button: '办理测评票',
  },
  count: {
    text: '各来源的分数齐了，综合分自动算出；缺哪一项看成绩页，其他方向的测评在“测评票”里办。',
    to: 'scores',
    button: '查看成绩',
  },
  decision: { text: '综合分提交党工委会议研究，登记定等结果。', to: 'scores', button: '登记定等' },
  feedback: { text: '书面通报并谈话反馈，本人签字后登记。', to: 'person', button: '登记反馈' },
  rectify: {
    text: '列出整改清单，公示、跟踪、验收，下次述职会上通报。',
    to: 'rectifications',
    button: '查看整改清单',
  },
}

/** Steps of a campaign held above that only the organisation above can take. */
export const takenAbove: Readonly<Partial<Record<FlowStepKey, NextWords>>> = {
  fieldCheck: { text: '由组织述职测评的上级考核打分。', to: 'person', button: '查看' },
  upRating: { text: '由上级发票、收票、计票。', to: 'ballots', button: '查看测评票' },
  decision: { text: '由上级党工委会议研究确定。', to: 'scores', button: '查看成绩' },
  feedback: { text: '由上级书面通报并谈话反馈、登记签字。', to: 'person', button: '查看' },
}
