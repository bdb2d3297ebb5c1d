import type { DevelopmentVoteOn } from '#shared/domain/development/records.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { extensionSpan, probationSpan, regularDay, requestTitles } from './developmentMeetings.ts'
import { type BuiltDevelopmentPaper, eventOf, type PaperPen, stepAt } from './developmentPaper.ts'
import { downward, received } from './developmentUpward.ts'

interface Answer {
  readonly title: string
  readonly docNo: string | null
  readonly date: PartialDate | null
  /** Who is recorded to have approved, where the answer is no step of its own. */
  readonly by: string | null
  readonly body: readonly string[]
}

function answerTo(pen: PaperPen, subject: DevelopmentVoteOn): Answer {
  const { name } = pen
  const told = '请及时通知本人，并在党员大会上宣布'
  switch (subject) {
    case 'admission': {
      const step = stepAt(pen, 'approvedOn')
      const months = pen.values.settings['dev.probationMonths']
      const time = months === 12 ? '一年' : `${months}个月`
      return {
        title: `关于批准${name}同志为预备党员的批复`,
        docNo: step?.docNo ?? null,
        date: step?.doneOn ?? null,
        by: null,
        body: [
          `批准接收${name}同志为中共预备党员，预备期${time}，自${probationSpan(pen)}。`,
          `${told}，编入党支部和党小组，继续教育和考察。`,
        ],
      }
    }
    case 'regular': {
      const step = stepAt(pen, 'regularApprovedOn')
      return {
        title: `关于批准${name}同志转为正式党员的批复`,
        docNo: step?.docNo ?? null,
        date: step?.doneOn ?? null,
        by: null,
        body: [
          `批准${name}同志${eventOf(pen, 'extend') === undefined ? '按期' : ''}转为中共正式党员，转正时间为${regularDay(pen)}，党龄自转正之日算起。`,
          `${told}。`,
        ],
      }
    }
    case 'extension': {
      const event = eventOf(pen, 'extend')
      const months = event?.months ?? null
      return {
        title: `关于批准延长${name}同志预备期的批复`,
        docNo: event?.docNo ?? null,
        date: event?.approvedOn ?? null,
        by: event?.bodyName ?? null,
        body: [
          `批准延长${name}同志的预备期${pen.fill(months === null ? null : String(months), '延长月数')}个月，自${extensionSpan(pen)}。`,
          `${told}，继续教育和考察。`,
        ],
      }
    }
    case 'disqualification': {
      const event = eventOf(pen, 'disqualify')
      return {
        title: `关于批准取消${name}同志预备党员资格的批复`,
        docNo: event?.docNo ?? null,
        date: event?.approvedOn ?? null,
        by: event?.bodyName ?? null,
        body: [`批准取消${name}同志的预备党员资格。`, `${told}。`],
      }
    }
  }
}

const doneBy = {
  admission: 'approvedOn',
  regular: 'regularApprovedOn',
  extension: null,
  disqualification: null,
} as const

const asked = {
  admission: 'submittedOn',
  regular: 'regularSubmittedOn',
  extension: null,
  disqualification: null,
} as const

/** 批复 (步骤 17, 24 and D08). */
export function approvalReply(pen: PaperPen, subject: DevelopmentVoteOn): BuiltDevelopmentPaper {
  const { title, docNo, date, by, body } = answerTo(pen, subject)
  const request = asked[subject]
  const requestNo = request === null ? null : stepAt(pen, request)?.docNo
  return downward(pen, {
    title,
    kind: '批复',
    docNo,
    date,
    doneBy: doneBy[subject],
    by,
    body: [received(pen, requestTitles[subject](pen.name), requestNo), ...body, '此复。'],
  })
}
