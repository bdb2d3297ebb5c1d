import { Paragraph } from 'docx'
import type { ReadDb } from '#db/database.ts'
import { countRoll, type RollEntry } from '#shared/domain/meetings/roll.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { rollOfDay } from '../records/meetingRollOfDay.ts'
import { formRow, formTable, label, value } from './formTable.ts'
import { whenOf } from './meetingHead.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen } from './meetingPen.ts'
import type { MinutesValues } from './meetingValues.ts'
import { recordName } from './meetingValues.ts'
import { plainTitle } from './officialPaper.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'
import { portraitTextWidth } from './layout.ts'

/** 8 mm: a line to sign in; 7 mm where two lines more then fit on the page. */
const signHeight = { usual: 454, low: 397 } as const
/** Lines of a page at either height. */
const linesOfPage = { usual: 19, low: 21 } as const
/** Lines for who comes as a guest. */
const guests = 4

/** Who should sign: the roll of the record, else who belonged on the day. Those without a vote stand last. */
export function signInPeople(db: ReadDb, { fields }: MinutesValues): readonly RollEntry[] {
  const { roll, organizationId, groupId, kinds, heldOn } = fields
  const people = roll ?? rollOfDay(db, { organizationId, groupId, kinds, on: heldOn }).roll
  const asked = people.filter(({ exempt }) => exempt === null)
  return [...asked.filter(({ isVoter }) => isVoter), ...asked.filter(({ isVoter }) => !isVoter)]
}

/** 签到表, for printing before: names side by side in two columns with room to sign, so that each page reads by itself. */
export function signIn(values: MinutesValues, people: readonly RollEntry[]): BuiltMinutes {
  const { fields, organization } = values
  const name = `${recordName(fields.kinds)
    .replace(/记录$/, '')
    .replace(/大会会议$/, '大会')}签到表`
  const pen = meetingPen(organization.shortName, `${formatPartialDate(fields.heldOn)}${name}`)
  const lines = Math.ceil((people.length + guests) / 2)
  const isLow = lines > linesOfPage.usual && lines <= linesOfPage.low
  const widths = shareWidth(portraitTextWidth, [5, 9, 14, 5, 9, 14])
  const columns = ['序号', '姓名', '签名', '序号', '姓名', '签名'].map((header, n) => ({
    header,
    width: widths[n] ?? 0,
    align: 'center' as const,
  }))
  const cell = (n: number): readonly string[] => {
    const person = people[n]
    return person === undefined ? ['列席', '', ''] : [`${n + 1}`, person.name, '']
  }
  const { should } = countRoll(people)
  const others = people.length - should
  const asked = others === 0 ? `${should}人` : `${should}人（另有无表决权${others}人）`
  return {
    title: name,
    children: [
      plainTitle(organization.fullName, name),
      formTable(
        [9, 21, 9, 17],
        [
          formRow([label('会议主题'), value(fields.title, 3)]),
          formRow([
            label('时间'),
            value(whenOf(values)),
            label('地点'),
            value(pen.fill(fields.place, '地点')),
          ]),
          formRow([label('应到'), value(asked), label('实到'), value('　　　　人')]),
        ],
      ),
      // Two tables without a paragraph between them would be one.
      new Paragraph({ style: styleIds.tableText, text: '' }),
      dataTable({
        columns,
        rows: Array.from({ length: lines }, (_, n) => [...cell(2 * n), ...cell(2 * n + 1)]),
        totalRow: null,
        keepTogether: false,
        keepWithNext: false,
        type: 'plain',
        rowHeight: isLow ? signHeight.low : signHeight.usual,
      }),
    ],
    missing: pen.missing,
  }
}
