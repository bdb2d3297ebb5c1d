import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  Paragraph,
  SectionType,
} from 'docx'
import type { ReminderKind } from '#shared/domain/electionDocuments.ts'
import type { ElectionWords } from '#shared/domain/electionWords.ts'
import { type DateOnly, daysBetween, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { portraitPage, section } from './layout.ts'
import { createMissingList, type MissingItem } from './missing.ts'
import {
  addressee,
  agencyMark,
  oneCharacter,
  paperNote,
  paperTitle,
  sealedSignature,
} from './officialPaper.ts'
import { bodyParagraph, lastParagraph } from './paragraphs.ts'
import { red, styleIds } from './styles.ts'

/** Who is written to, and what is known of its term. */
export interface RemindedBranch {
  readonly fullName: string
  readonly shortName: string
  readonly words: ElectionWords
  readonly fromOn: PartialDate | ''
  /** The day the election is due, an approved delay counted; null where no term is on record. */
  readonly dueOn: DateOnly | null
}

export interface ReminderValues {
  readonly kind: ReminderKind
  /** Full name of the organisation that writes. */
  readonly sender: string
  /** How it speaks of itself: 我工委, 我委. */
  readonly senderWe: string
  readonly contactName: string | null
  readonly contactPhone: string | null
  /** By when an answer is asked for; null for none. */
  readonly replyBy: DateOnly | null
  readonly today: DateOnly
  readonly branches: readonly RemindedBranch[]
}

export interface BuiltLetters {
  readonly sections: readonly ISectionOptions[]
  readonly missing: readonly MissingItem[]
}

const mm = (count: number) => Math.round((count * 1440) / 25.4)

/** 170 mm in the middle of the sheet: it reaches beyond the type area on both sides. */
const wide = { left: -(portraitPage.left - mm(20)), right: -(portraitPage.right - mm(20)) }

/** 信函格式 (GB/T 9704-2012 10.1): mark 30 mm from the top, red double lines, no number on the first page. */
function letterSection(sender: string, children: readonly Paragraph[]): ISectionOptions {
  const { properties, ...rest } = section({
    orientation: 'portrait',
    pageNumbers: 'first',
    foot: null,
    children,
  })
  const doubleLine = (
    style: typeof BorderStyle.THICK_THIN_SMALL_GAP | typeof BorderStyle.THIN_THICK_SMALL_GAP,
  ) => ({
    style,
    size: 18,
    space: 0,
    color: red,
  })
  const rule = (style: Parameters<typeof doubleLine>[0], side: 'top' | 'bottom') =>
    new Paragraph({
      style: styleIds.runningFoot,
      indent: wide,
      border: { [side]: doubleLine(style) },
      spacing: { line: mm(4) },
    })
  return {
    ...rest,
    properties: {
      ...properties,
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        ...properties?.page,
        margin: { ...properties?.page?.margin, header: mm(30), footer: mm(20) },
      },
    },
    headers: {
      first: new Header({
        children: [agencyMark(sender, 0), rule(BorderStyle.THICK_THIN_SMALL_GAP, 'bottom')],
      }),
    },
    footers: {
      ...rest.footers,
      first: new Footer({ children: [rule(BorderStyle.THIN_THICK_SMALL_GAP, 'bottom')] }),
    },
  }
}

/** 换届提醒函 and 换届督办函 (D18), a letter and a section for each organisation. */
export function reminderLetters(values: ReminderValues): BuiltLetters {
  const missing = createMissingList()
  // Of the writer, so missing once for all letters.
  const own = (value: string | null, label: string) =>
    missing.fill(value, { field: label, label, place: values.sender, subject: '' })
  const contact = `联系人：${own(values.contactName, '联系人')}，电话：${own(values.contactPhone, '联系电话')}`
  const sections = values.branches.map((branch) => {
    const fill = (value: string | null, label: string) =>
      missing.fill(value, { field: label, label, place: branch.shortName, subject: '' })
    const day = (value: PartialDate | '' | null, label: string) =>
      fill(value === null || value === '' ? null : formatPartialDate(value), label)
    const title =
      values.kind === 'remind' ? '关于做好换届选举工作的提醒函' : '关于限期完成换届选举工作的督办函'
    return letterSection(values.sender, [
      new Paragraph({
        style: styleIds.signature,
        alignment: AlignmentType.RIGHT,
        text: fill(null, '发文字号'),
        indent: { right: oneCharacter },
      }),
      paperTitle('', title),
      addressee(branch.fullName),
      ...letterText(values, branch, day).map((text, index, all) =>
        index === all.length - 1 ? lastParagraph(text) : bodyParagraph(text),
      ),
      ...sealedSignature(values.sender, formatPartialDate(values.today), { isLast: false }),
      paperNote(contact),
    ])
  })
  return { sections, missing: missing.items }
}

type Day = (value: PartialDate | '' | null, label: string) => string

function letterText(
  { kind, replyBy, today, senderWe }: ReminderValues,
  { words, fromOn, dueOn }: RemindedBranch,
  day: Day,
): readonly string[] {
  const term = `${words.you}本届${words.committee}于${day(fromOn, '本届开始日期')}选举产生，应于${day(dueOn, '本届届满日期')}届满`
  const law =
    '《中国共产党基层组织选举工作条例》第三条规定，党的基层组织任期届满应当按期进行换届选举；如需延期或者提前进行换届选举，应当报上级党组织批准，延长期限一般不超过1年。'
  const by = replyBy === null ? '' : `请于${formatPartialDate(replyBy)}前将办理情况报${senderWe}。`
  if (kind === 'remind') {
    const left =
      dueOn === null ? '' : dueOn >= today ? `，距今还有${daysBetween(today, dueOn)}天` : '，现已届满'
    return [
      `${term}${left}。${law}`,
      `请${words.you}提前研究换届工作，一般在届满前1至2个月召开会议研究，并报送换届选举的请示；确需延期的，请在届满前报批。${by}`,
    ]
  }
  const late =
    dueOn === null || dueOn >= today
      ? ''
      : `，至今已超期${daysBetween(dueOn, today)}天，没有收到批准延期的记录`
  return [
    `${term}${late}。${law}`,
    `请${words.you}立即研究换届工作，尽快报送换届选举的请示并组织实施；有特殊情况不能按期换届的，书面说明原因并报批。${by}`,
  ]
}
