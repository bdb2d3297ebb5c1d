import { Button, Pagination } from 'antd'
import { useEffect, useRef } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { Bridge, BridgeName } from '#shared/contract/bridge.ts'
import { betweenKeys } from '#shared/contract/bridge.ts'
import { bridgeDoubts } from '#shared/domain/bridgeDoubts.ts'
import { bridgeKindLabels } from '#shared/domain/bridgeTable.ts'
import { betweenLabels, bridgeColumnLabels, bridgeDoubtTexts } from '#shared/labels/bridge.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { addressOf, type BridgeView, namesAtOnce, namesInput, type OpenNumber } from './bridgeView.ts'

interface BridgeNamesProps {
  readonly bridge: Bridge
  readonly view: BridgeView
  readonly open: OpenNumber
  readonly onClose: () => void
}

function numberText(number: OpenNumber['number']): string {
  const doubt = bridgeDoubts.find((each) => each === number)
  if (doubt !== undefined) return bridgeDoubtTexts[doubt].lacks
  const between = betweenKeys.find((each) => each === number)
  if (between !== undefined) return betweenLabels[between]
  const labels: Readonly<Record<string, string>> = bridgeColumnLabels
  return labels[number] ?? ''
}

/** The people of one number, beside the table. */
export function BridgeNames({ bridge, view, open, onClose }: BridgeNamesProps) {
  const navigate = useNavigate()
  const { state } = useLocation()
  const head = useRef<HTMLHeadingElement>(null)
  const names = useCall('bridge.names', namesInput(view, open), { keepPrevious: true })
  const row = bridge.units.find(({ organizationId }) => organizationId === open.organizationId)
  const kind = open.number === 'converted' ? '' : ` · ${bridgeKindLabels[view.kind]}`
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="bridge-names" aria-label="名单">
      <header className="bridge-names-head">
        <h2 ref={head} tabIndex={-1}>
          {numberText(open.number)}
          {names.isSuccess && <span className="number">{names.data.total.toLocaleString('zh-CN')} 人</span>}
        </h2>
        <Button size="small" onClick={onClose}>
          关闭
        </Button>
        <p className="muted small">
          {row?.name ?? bridge.name}
          {kind}
        </p>
      </header>
      <QueryBoundary query={names} what="查看名单" lines={8}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState inline title="没有人员" text="这个数字里没有所选类别的人员。" />
          ) : (
            <>
              <ol className="bridge-people">
                {rows.map((person, index) => (
                  <Person key={`${person.memberId ?? person.name} ${index}`} person={person} />
                ))}
              </ol>
              <Pagination
                className="bridge-pages"
                size="small"
                simple
                hideOnSinglePage
                showSizeChanger={false}
                current={open.page}
                pageSize={namesAtOnce}
                total={total}
                onChange={(page) =>
                  void navigate(addressOf({ ...view, open: { ...open, page } }), { replace: true, state })
                }
              />
            </>
          )
        }
      </QueryBoundary>
    </section>
  )
}

function Person({ person }: { readonly person: BridgeName }) {
  const { memberId, name, personType, organizationName, dateZh, kindZh, doc, reason, nowZh } = person
  const facts = [dateZh, kindZh, doc, reason].filter((fact) => fact !== null && fact !== '')
  return (
    <li>
      <div className="bridge-person">
        {memberId === null ? <span>{name}</span> : <Link to={`/members/${memberId}`}>{name}</Link>}
        {personType === '2' && <span className="bridge-probationary">预备</span>}
        <span className="muted small ellipsis" title={organizationName}>
          {organizationName}
        </span>
      </div>
      {facts.length > 0 && <div className="small">{facts.join('　')}</div>}
      {nowZh !== null && <div className="muted small">现在：{nowZh}</div>}
    </li>
  )
}
