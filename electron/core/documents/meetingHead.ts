import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { absenceReasonLabels, attendanceStateLabels, exemptReasonLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import type { MeetingPen } from './meetingPen.ts'
import type { MinutesValues } from './meetingValues.ts'

const reasonText = ({ name, state, reason, note, exempt }: RollEntry): string => {
  const why =
    exempt === null ? (reason === null ? null : absenceReasonLabels[reason]) : exemptReasonLabels[exempt]
  const words = [why ?? attendanceStateLabels[state], note].filter((part) => part !== null && part !== '')
  return `${name}（${words.join('，')}）`
}

interface RollWords {
  /** Of those counted in 应到: as many as 应到 is more than 实到. */
  readonly absent: string
  readonly exempt: string | null
  /** 预备党员 and others without a vote, who are counted in neither. */
  readonly others: string | null
}

function rollWords(roll: readonly RollEntry[]): RollWords {
  const counted = roll.filter(({ exempt }) => exempt === null)
  const [voters, others] = [counted.filter(({ isVoter }) => isVoter), counted.filter((each) => !each.isVoter)]
  const cameNot = (people: readonly RollEntry[]) => people.filter(({ state }) => state !== 'present')
  const part = (head: string, people: readonly RollEntry[], words: (entry: RollEntry) => string) =>
    people.length === 0 ? [] : [`${head}${people.length}人：${people.map(words).join('、')}`]
  const came = others.filter(({ state }) => state === 'present')
  const parts = [...part('到会', came, ({ name }) => name), ...part('未到会', cameNot(others), reasonText)]
  const exempt = roll.filter((each) => each.exempt !== null)
  const absent = cameNot(voters)
  return {
    absent: absent.length === 0 ? '无' : absent.map(reasonText).join('、'),
    exempt: exempt.length === 0 ? null : exempt.map(reasonText).join('、'),
    others: parts.length === 0 ? null : parts.join('；'),
  }
}

/** 2026年3月9日 14:30至16:30. */
export function whenOf({ fields: { heldOn, startTime, endTime } }: MinutesValues): string {
  const times = [startTime, endTime].filter((time) => time !== null).join('至')
  return `${formatPartialDate(heldOn)}${times === '' ? '' : ` ${times}`}`
}

/** In a draft everybody counts as away until somebody is written down as present. */
const isTaken = (roll: readonly RollEntry[], status: MinutesValues['status']) =>
  status === 'final' || roll.some(({ state }) => state === 'present')

/** 会议主题 to 列席: the ruled head of minutes. */
export function minutesHead(values: MinutesValues, pen: MeetingPen) {
  const { fields, groupName, status } = values
  const { should } = fields
  const roll = fields.roll === null || !isTaken(fields.roll, status) ? null : fields.roll
  const present = fields.roll === null || roll !== null ? fields.present : null
  const people = roll === null ? null : rollWords(roll)
  const allCame = should !== null && present !== null && present >= should
  const absent = fields.absentWords ?? (allCame ? '无' : null)
  const count = (number: number | null, name: string) =>
    number === null ? pen.fill(null, name) : `${number}人`
  const wide = (name: string, text: string | null) =>
    text === null ? [] : [formRow([label(name), value(text, 3)])]
  return formTable(
    [11, 20, 9, 16],
    [
      ...wide('党小组', fields.kinds.includes('groupMeeting') ? pen.fill(groupName, '党小组') : null),
      formRow([label('会议主题'), value(fields.title, 3)]),
      formRow([label('时间'), value(whenOf(values)), label('地点'), value(pen.fill(fields.place, '地点'))]),
      formRow([
        label('主持人'),
        value(pen.fill(fields.hostName, '主持人')),
        label('记录人'),
        value(pen.fill(fields.recorderName, '记录人')),
      ]),
      formRow([
        label('应到'),
        value(count(should, '应到人数')),
        label('实到'),
        value(count(present, '实到人数')),
      ]),
      ...wide('应到说明', fields.shouldReason),
      ...wide('缺席及原因', people === null ? pen.fill(absent, '缺席人员及原因') : people.absent),
      ...wide('不计入应到', people?.exempt ?? null),
      ...wide('无表决权党员', people?.others ?? null),
      ...wide('列席', fields.observers === null ? null : fields.observers.replaceAll('\n', '、')),
    ],
  )
}
