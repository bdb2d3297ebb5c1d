import { Link } from 'react-router'
import type { Bridge, BridgeNumberKey } from '#shared/contract/bridge.ts'
import { bridgeIns, bridgeOuts } from '#shared/domain/bridge.ts'
import type { BridgeNumbers } from '#shared/domain/bridgeNumbers.ts'
import {
  type BridgeCellKey,
  bridgeKindLabels,
  type BridgeKind,
  cellValue,
  headsAt,
  shownColumns,
} from '#shared/domain/bridgeTable.ts'
import { bridgeColumnLabels } from '#shared/labels/bridge.ts'
import { addressOf, type BridgeView } from './bridgeView.ts'
import { NumberLink } from './NumberLink.tsx'

interface BridgeTableProps {
  readonly bridge: Bridge
  readonly view: BridgeView
}

const groupOf = (key: BridgeCellKey): string =>
  key === 'ins' || key === 'outs' || key === 'opening' || key === 'closing' ? 'bridge-sum' : ''

function headText(key: BridgeCellKey, kind: BridgeKind): string {
  return key === 'converted' && kind === 'all' ? '其中转正' : bridgeColumnLabels[key]
}

/** Units in rows, movements in columns; every number that is not nothing opens its names. */
export function BridgeTable({ bridge, view }: BridgeTableProps) {
  const { units, between, total, organizationId, name } = bridge
  const rows = [...units.map(({ numbers }) => numbers), ...(between === null ? [] : [between]), total]
  const keys = shownColumns(rows)
  return (
    <div className="bridge-scroll">
      <table className="bridge-table">
        <caption className="visually-hidden">
          {name}
          {bridgeKindLabels[view.kind]}增减
        </caption>
        <thead>
          <tr>
            <th scope="col" className="bridge-unit">
              单位
            </th>
            {keys.map((key) => (
              <th key={key} scope="col" className={groupOf(key)}>
                {headText(key, view.kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.organizationId}>
              <th scope="row" className="bridge-unit">
                <Link to={addressOf({ ...view, organizationId: unit.organizationId, open: null })}>
                  {unit.name}
                </Link>
                {unit.isEnded && <span className="muted small">（已撤销）</span>}
              </th>
              <Cells {...{ view, keys }} numbers={unit.numbers} row={unit.organizationId} name={unit.name} />
            </tr>
          ))}
          {between !== null && (
            <tr className="bridge-between">
              <th scope="row" className="bridge-unit">
                单位之间调动
              </th>
              <Cells
                {...{ view, keys }}
                numbers={between}
                row={organizationId}
                name="单位之间调动"
                numberOf={betweenOf}
              />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="bridge-unit">
              {units.length === 0 ? name : '合计'}
            </th>
            <Cells
              {...{ view, keys }}
              numbers={total}
              row={organizationId}
              name={units.length === 0 ? name : '合计'}
            />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface CellsProps {
  readonly view: BridgeView
  readonly keys: readonly BridgeCellKey[]
  readonly numbers: BridgeNumbers
  readonly row: string
  readonly name: string
  /** What a cell opens; null for nothing. */
  readonly numberOf?: (key: BridgeCellKey) => BridgeNumberKey | null
}

/** Moves from one unit to another are the same people in the column and in its subtotal. */
function betweenOf(key: BridgeCellKey): BridgeNumberKey | null {
  if (key === 'ins' || bridgeIns.some((each) => each === key)) return 'betweenIn'
  return key === 'outs' || bridgeOuts.some((each) => each === key) ? 'betweenOut' : null
}

function Cells({ view, keys, numbers, row, name, numberOf = (key) => key }: CellsProps) {
  const { kind, open } = view
  return keys.map((key) => {
    const value = cellValue(numbers, key, kind)
    const heads = headsAt(numbers, key)
    const hasPeople = value !== 0 || (kind === 'all' && heads.full !== 0)
    const number = numberOf(key)
    const isNamed = number === key || hasPeople
    const isOpen = open !== null && row === open.organizationId && number === open.number && isNamed
    const isSigned = key === 'openingFix' || key === 'closingFix' || (key === 'converted' && kind !== 'all')
    const text = isSigned && value > 0 ? `+${value}` : String(value)
    return (
      <td key={key} className={`${groupOf(key)}${isOpen ? ' bridge-cell-open' : ''}`}>
        {hasPeople && number !== null ? (
          <NumberLink
            view={{ ...view, open: { number, organizationId: row, page: 1 } }}
            label={`${name} ${headText(key, kind)} ${text}，看名单`}
            isOpen={isOpen}
          >
            {text}
          </NumberLink>
        ) : (
          <span className={value === 0 ? 'bridge-zero' : ''}>{text}</span>
        )}
      </td>
    )
  })
}
