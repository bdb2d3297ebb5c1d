import { formatPartialDate } from '../lib/dates.ts'
import { type Finding, makeFinding } from './finding.ts'
import { personTypeProbationary } from './memberFacts.ts'
import { duesFrom, paperFor } from './transferDates.ts'
import type { TransferContext, TransferFacts } from './transferFacts.ts'
import { missingMaterials, transferMaterials } from './transferMaterials.ts'
import { isOpenTransfer } from './transferStates.ts'

const basisLetter = '组通字〔2006〕45号（待核）'
const basisTransfer = '《党员教育管理工作条例》第25条'
const basisAway = '《党员教育管理工作条例》第25条、第32条；组通字〔2006〕45号（待核）'
const basisProbationary = '《发展党员工作细则》第34条、第35条（待核）'
const basisDues = '《党费收缴、使用和管理的规定》（待核）'

const lowerKinds = /(?:支部|总支|党小组)(?:委员会)?$/

/** A name alone tells what surely is no 基层党委: a 支部, 总支 or 党小组. */
export function mayTransferDirectly(fullName: string): boolean {
  return !lowerKinds.test(fullName.trim())
}

/** TRF-05: committees with the right to approve 预备党员 transfer to each other directly, all over the country. */
export function committeeFindings({ mode, fromOrg, toOrg }: TransferFacts): readonly Finding[] {
  if (mode === 'materials') return []
  return [
    { name: fromOrg, field: 'fromOrg', side: '开出' },
    { name: toOrg, field: 'toOrg', side: '接收' },
  ].flatMap(({ name, field, side }) =>
    name === null || mayTransferDirectly(name)
      ? []
      : [
          makeFinding(
            'TRF-05',
            'yellow',
            field,
            `组织关系由具有审批预备党员权限的基层党委之间直接互转，“${name}”不能${side}介绍信，请填它所属的基层党委`,
            basisTransfer,
          ),
        ],
  )
}

/** TRF-06: who is back within six months takes a 证明信 along and stays where he is. */
export function certificateFindings(
  { direction, mode, status, plannedMonths, isSettled }: TransferFacts,
  { settings }: TransferContext,
): readonly Finding[] {
  if (direction !== 'out' || mode === 'materials' || !isOpenTransfer(status)) return []
  const paper = paperFor({ months: plannedMonths, isSettled }, settings)
  const months = settings['transfer.awayMonths']
  if (paper === 'certificate')
    return [
      makeFinding(
        'TRF-06',
        'yellow',
        'plannedMonths',
        `外出 ${months} 个月以内的开党员证明信，不转组织关系；请改开证明信`,
        basisAway,
      ),
    ]
  if (paper !== 'mobility') return []
  return [
    makeFinding(
      'TRF-06',
      'blue',
      'isSettled',
      `外出超过 ${months} 个月而地点不固定的，登记为流动党员；地点相对固定的应转移组织关系`,
      basisAway,
    ),
  ]
}

/** TRF-07: papers of a 预备党员 go along, and are checked before he is entered. */
export function materialFindings({
  personType,
  direction,
  status,
  mode,
  materials,
  materialsNote,
}: TransferFacts): readonly Finding[] {
  if (
    mode === 'materials' ||
    personType !== personTypeProbationary ||
    status === 'void' ||
    status === 'returned'
  )
    return []
  const missing = missingMaterials(materials)
  if (missing.length === 0) return []
  const names = missing.map((code) => transferMaterials[code]).join('、')
  const isTaken = direction === 'in' && status !== 'inTransit'
  const what = direction === 'out' ? '预备党员转出须附入党材料' : '预备党员的入党材料须先核验再落户'
  const said = materialsNote === null ? '' : `（已说明：${materialsNote}）`
  return [
    makeFinding(
      'TRF-07',
      isTaken ? 'red' : 'yellow',
      'materials',
      `${what}，尚缺：${names}${said}`,
      basisProbationary,
    ),
  ]
}

/** TRF-08: the old branch collects to 党费交至, the new one from the month after. */
export function duesFindings({
  direction,
  mode,
  status,
  feePaidTo,
  issuedOn,
}: TransferFacts): readonly Finding[] {
  if (mode === 'materials' || status === 'void' || status === 'returned') return []
  if (feePaidTo === null)
    return status === 'waiting'
      ? []
      : [
          makeFinding(
            'TRF-08',
            'yellow',
            'feePaidTo',
            '没有登记党费交至何年何月，新党支部不知从哪个月起收，请补填',
            basisDues,
          ),
        ]
  const found: Finding[] = []
  if (issuedOn !== null && feePaidTo.slice(0, 7) < issuedOn.slice(0, 7))
    found.push(
      makeFinding(
        'TRF-08',
        'yellow',
        'feePaidTo',
        `党费只交至${formatPartialDate(feePaidTo)}，早于开具介绍信的当月，请先补交`,
        basisDues,
      ),
    )
  if (issuedOn !== null && feePaidTo.slice(0, 7) > issuedOn.slice(0, 7))
    found.push(
      makeFinding(
        'TRF-08',
        'blue',
        'feePaidTo',
        `党费交至${formatPartialDate(feePaidTo)}，晚于开具介绍信的当月，请核对是预交还是填错；介绍信上照此大写`,
        basisDues,
      ),
    )
  if (direction === 'in' && (status === 'accepted' || status === 'receipted')) {
    const month = formatMonth(duesFrom(feePaidTo))
    found.push(
      makeFinding(
        'TRF-08',
        'blue',
        'feePaidTo',
        `党费交至${formatPartialDate(feePaidTo)}，本支部自${month}起收`,
        basisDues,
      ),
    )
  }
  return found
}

function formatMonth(month: string): string {
  const [year, number] = month.split('-')
  return `${year ?? ''}年${Number(number)}月`
}

/** The number, and days nobody may go beyond (最长三个月). */
export function letterFindings(
  { mode, status, letterNo, validDays }: TransferFacts,
  { settings }: TransferContext,
): readonly Finding[] {
  const found: Finding[] = []
  const most = settings['transfer.validDays.max']
  if (validDays !== null && validDays > most)
    found.push(
      makeFinding(
        'TRANSFER_DAYS',
        'yellow',
        'validDays',
        `介绍信有效期一般不超过三个月（${most} 天），现填 ${validDays} 天`,
        basisLetter,
      ),
    )
  if (mode === 'letter' && letterNo === null && status !== 'waiting' && status !== 'void')
    found.push(
      makeFinding(
        'TRANSFER_LETTER',
        'yellow',
        'letterNo',
        '纸质介绍信没有登记编号，三联须用同一编号',
        basisLetter,
      ),
    )
  return found
}
