import type { Document, FileChild, Paragraph } from 'docx'
import { AppError } from '#shared/contract/errors.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { landscapeTextWidth, officialDocument, portraitTextWidth, section } from './layout.ts'
import { blank, createMissingList } from './missing.ts'
import type { MissingItem, MissingList } from './missing.ts'
import { bodyParagraph, headingParagraph, ordinal, titleParagraph } from './paragraphs.ts'
import type { HeadingLevel } from './paragraphs.ts'
import { cellContent, columnLabel, columnShape, gapItem, isOwnGap } from './rosterColumns.ts'
import {
  rosterCaption,
  rosterCover,
  rosterSignatures,
  rosterTitle,
  sectionEnd,
  traceLine,
} from './rosterFrame.ts'
import { countPeople, noPeople, rosterNotes, shownStatistics } from './rosterNotes.ts'
import { statTable } from './statTables.ts'
import { dataTable, shareWidth } from './tables.ts'
import type { TableColumn } from './tables.ts'
import type { MemberRosterValues, RosterColumnKey, RosterGroup, RosterPerson, StatTable } from './values.ts'

export interface BuiltDocument {
  readonly document: Document
  readonly missing: readonly MissingItem[]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function columnWidths(keys: readonly RosterColumnKey[]): readonly number[] {
  const shapes = keys.map(columnShape)
  const isTight = sum(shapes.map((shape) => shape.width)) > landscapeTextWidth
  const widths = shapes.map((shape) => (isTight ? shape.tight : shape.width))
  const spare = landscapeTextWidth - sum(widths)
  if (spare < 0) {
    throw new AppError('VALIDATION_FAILED', `roster columns are ${-spare} twips too wide`, {
      messageZh: `所选 ${keys.length} 个栏目超出 A4 横排一页的宽度，请减少栏目，或改为导出 Excel 表格`,
    })
  }
  const wishes = shapes.map((shape) => (isTight ? shape.width - shape.tight : shape.grow))
  const extra = shareWidth(spare, sum(wishes) > 0 ? wishes : widths)
  return widths.map((width, index) => width + (extra[index] ?? 0))
}

/** Widths that add up to the whole line; refuses more columns than a landscape A4 page can hold. */
export function fitRosterColumns(keys: readonly RosterColumnKey[]): readonly TableColumn[] {
  const widths = columnWidths(keys)
  return keys.map((key, index) => ({
    header: columnLabel(key),
    width: widths[index] ?? 0,
    align: columnShape(key).align,
  }))
}

interface GroupContext {
  readonly keys: readonly RosterColumnKey[]
  readonly privacy: MemberRosterValues['privacy']
  readonly organizationName: string
  readonly missing: MissingList
}

/** As paper has it: the column's head or the word itself says the rest. */
function shortText(key: RosterColumnKey, text: string): string {
  if (key === 'personType') return text.replace(/党员$/, '')
  return key === 'education' ? text.replace('中等专科（中专）', '中等专科') : text
}

function cellText(key: RosterColumnKey, person: RosterPerson, index: number, context: GroupContext): string {
  const content = cellContent(key, person, index, context.privacy)
  switch (content.state) {
    case 'text':
      return shortText(key, content.text)
    case 'none':
      return '—'
    case 'empty':
      return ''
    case 'missing':
      if (!isOwnGap(key, context.keys)) return blank
      return context.missing.fill(null, gapItem(key, person, index, context.organizationName))
    default:
      return assertNever(content)
  }
}

function groupHeading(group: RosterGroup): string {
  const { total, probationary } = countPeople([group])
  const rest = probationary === 0 ? '' : `，其中预备党员${probationary}名`
  return `${group.organizationName}（${total}名${rest}）`
}

function levelOf(depth: number): HeadingLevel {
  if (depth === 0) return 1
  if (depth === 1) return 2
  return depth === 2 ? 3 : 4
}

/** Numbers headings by level; a heading starts the levels below it anew. */
function createHeadings(): (depth: number, text: string) => Paragraph {
  const counts = [0, 0, 0, 0, 0]
  return (depth, text) => {
    const level = levelOf(depth)
    const index = (counts[level] ?? 0) + 1
    counts[level] = index
    counts.fill(0, level + 1)
    return headingParagraph(level, `${ordinal(level, index)}${text}`)
  }
}

interface Ancestor {
  readonly depth: number
  readonly name: string
}

/** The organisations on the way down that no heading has named yet. */
function newAncestors(path: readonly string[], previous: RosterGroup | undefined): readonly Ancestor[] {
  const named = previous === undefined ? [] : [...previous.path, previous.organizationName]
  const from = path.findIndex((name, depth) => name !== named[depth])
  return from === -1 ? [] : path.slice(from).map((name, index) => ({ depth: from + index, name }))
}

interface BodyPlace {
  readonly missing: MissingList
  /** Signatures follow, which never stand alone on a page. */
  readonly keepWithNext: boolean
}

function rosterBody(values: MemberRosterValues, { missing, keepWithNext }: BodyPlace): readonly FileChild[] {
  const { groups, columns: keys, privacy } = values
  if (groups.length === 0) return [bodyParagraph(noPeople)]
  const columns = fitRosterColumns(keys)
  const heading = createHeadings()
  const isAlone = groups.length === 1 && groups[0]?.path.length === 0
  return groups.flatMap((group, index) => {
    const organizationName = isAlone ? '' : group.organizationName
    const context = { keys, privacy, organizationName, missing }
    const rows = group.people.map((person, at) => keys.map((key) => cellText(key, person, at, context)))
    const ancestors = newAncestors(group.path, groups[index - 1])
    return [
      ...ancestors.map(({ depth, name }) => heading(depth, name)),
      ...(isAlone ? [] : [heading(group.path.length, groupHeading(group))]),
      rows.length === 0
        ? bodyParagraph(noPeople)
        : dataTable({
            columns,
            rows,
            totalRow: null,
            keepTogether: false,
            keepWithNext: keepWithNext && index === groups.length - 1,
            type: 'dense',
          }),
    ]
  })
}

function statistics(tables: readonly StatTable[]): readonly FileChild[] {
  return [
    titleParagraph('党员分类统计'),
    ...tables.flatMap((table, index) => [
      headingParagraph(1, `${ordinal(1, index + 1)}${table.title}`),
      statTable(table, { width: portraitTextWidth, keepWithNext: index === tables.length - 1 }),
    ]),
  ]
}

/** D09 党员花名册: cover, notes, roster by branch, statistics, signatures. */
export function buildMemberRoster(values: MemberRosterValues): BuiltDocument {
  const missing = createMissingList()
  const compiledBy = missing.fill(values.compiledBy, {
    field: 'compiledBy',
    label: '编制单位',
    place: '封面',
    subject: '',
  })
  const tables = shownStatistics(values)
  const isSignedHere = tables.length === 0
  const body = rosterBody(values, { missing, keepWithNext: isSignedHere })
  const signatures = rosterSignatures(values, compiledBy)
  const foot = traceLine(values.trace, values.privacy)
  const sections = [
    section({
      orientation: 'portrait',
      pageNumbers: 'none',
      foot: null,
      children: rosterCover(values, compiledBy),
    }),
    section({
      orientation: 'portrait',
      pageNumbers: 'first',
      foot,
      children: rosterNotes(values, missing.items),
    }),
    section({
      orientation: 'landscape',
      pageNumbers: 'following',
      foot,
      children: [
        titleParagraph(rosterTitle),
        rosterCaption(values),
        ...body,
        ...(isSignedHere ? signatures : [sectionEnd()]),
      ],
    }),
    ...(isSignedHere
      ? []
      : [
          section({
            orientation: 'portrait',
            pageNumbers: 'following',
            foot,
            children: [...statistics(tables), ...signatures],
          }),
        ]),
  ]
  const document = officialDocument({ title: rosterTitle, subject: values.organizationName }, sections)
  return { document, missing: missing.items }
}
