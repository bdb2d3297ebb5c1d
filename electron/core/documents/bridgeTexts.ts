import type { Bridge, BridgeName } from '#shared/contract/bridge.ts'
import type { BridgeNumbers } from '#shared/domain/bridgeNumbers.ts'
import { type BridgeCellKey, type BridgeKind, cellValue, shownColumns } from '#shared/domain/bridgeTable.ts'
import { bridgeColumnLabels, bridgeDoubtTexts, bridgePeriodText } from '#shared/labels/bridge.ts'
import { formatInShanghai, formatPartialDate } from '#shared/lib/dates.ts'
import type { BridgeValues } from './bridgeValues.ts'

export const betweenLabel = '单位之间调动'
export const totalLabel = '合计'

/** Rows of the table in order: units, what they count twice, the whole. */
export function bridgeRows({ units, between, total }: Bridge): readonly {
  readonly label: string
  readonly numbers: BridgeNumbers
}[] {
  return [
    ...units.map(({ name, numbers }) => ({ label: name, numbers })),
    ...(between === null ? [] : [{ label: betweenLabel, numbers: between }]),
    { label: totalLabel, numbers: total },
  ]
}

export function bridgeKeys(bridge: Bridge): readonly BridgeCellKey[] {
  return shownColumns(bridgeRows(bridge).map(({ numbers }) => numbers))
}

/** 转正 is in no sum of everybody: its head says so. */
export function headText(key: BridgeCellKey, kind: BridgeKind): string {
  return key === 'converted' && kind === 'all' ? '其中转正' : bridgeColumnLabels[key]
}

export const rowValues = (
  numbers: BridgeNumbers,
  keys: readonly BridgeCellKey[],
  kind: BridgeKind,
): readonly number[] => keys.map((key) => cellValue(numbers, key, kind))

function freezeLines({ openingFreeze, closingFreeze }: Bridge): readonly string[] {
  return [openingFreeze, closingFreeze].flatMap((freeze) => {
    if (freeze === null) return []
    const { onDay, full, probationary, frozenBy, frozenAt } = freeze
    return [
      `截至${formatPartialDate(onDay)}的人数已于${formatInShanghai(frozenAt)}由${frozenBy}冻结：` +
        `${full + probationary}名，其中正式党员${full}名、预备党员${probationary}名。` +
        '以后的更正不改变冻结数，在“更正”栏和更正名单中逐人列明。',
    ]
  })
}

const namesText = (people: readonly BridgeName[]) =>
  people.map(({ name, organizationName }) => `${name}（${organizationName}）`).join('、')

function doubtLines({ doubts }: BridgeValues): readonly string[] {
  if (doubts.length === 0) return ['没有日期或方式不明、需要核实的人员。']
  return doubts.map(({ doubt, people }) => {
    const { lacks, countedAs, mend } = bridgeDoubtTexts[doubt]
    return `${lacks}的${people.length}名，${countedAs}，${mend}：${namesText(people)}。`
  })
}

/** 说明: whole sentences of facts and rules. */
export function bridgeNoteLines(values: BridgeValues): readonly string[] {
  const { bridge } = values
  return [
    `${bridgePeriodText(bridge)}；增减是两个时点之间发生的。`,
    '只计组织关系在本组织、党籍正常（含留党察看、限期改正、中止党员权利）的正式党员和预备党员；停止党籍、已转出、去世、出党的不计，流入党员不计（年报口径，待核）。',
    '本期内先进后出的人员，增加和减少两边都计；在本组织内部各支部之间调动的不计增减。',
    ...(bridge.units.length === 0
      ? []
      : [
          `各单位按现在的隶属关系归集。下级单位之间的调动，各单位分别计入转入、转出，在“${betweenLabel}”一行抵消。`,
        ]),
    '转正使正式党员增加、预备党员减少，不改变党员总数。',
    ...(bridge.isUnfinished
      ? [
          `期末日期在编制之日以后：所列为截至${formatPartialDate(values.compiledOn)}已登记的情况，期末数以届时为准。`,
        ]
      : []),
    ...freezeLines(bridge),
    ...doubtLines(values),
  ]
}
