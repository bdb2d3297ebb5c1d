import { Button } from 'antd'
import { useState } from 'react'
import type { Bridge, BridgeFreeze } from '#shared/contract/bridge.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import type { BridgeView } from './bridgeView.ts'
import { FreezeDialog, UnfreezeDialog } from './FreezeDialogs.tsx'
import { NumberLink } from './NumberLink.tsx'

interface FreezeCardProps {
  readonly bridge: Bridge
  readonly view: BridgeView
}

/** What the open dialog is about. */
type Asked = { readonly year: number } | { readonly freeze: BridgeFreeze }

const yearOf = (day: DateOnly): number => Number(day.slice(0, 4))
const isYearEnd = (day: DateOnly): boolean => day.endsWith('-12-31')

const countText = ({ full, probationary }: BridgeFreeze): string =>
  `${full + probationary} 人（正式 ${full}、预备 ${probationary}）`

/** Whether the two days are frozen, by whom, and where the records have been corrected since. */
export function FreezeCard({ bridge, view }: FreezeCardProps) {
  const freezes = useCall('bridge.freezes', {})
  const mayFreeze = freezes.data?.mayFreeze === true
  // Held here and not in the row, which is another one as soon as the command is through.
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const { from, to, openingFreeze, closingFreeze, openingDiffers, closingDiffers } = bridge
  const lifted = (freezes.data?.rows ?? []).filter(
    ({ onDay, lifted: end }) => end !== null && (onDay === from || onDay === to),
  )
  const ends = [
    { day: from, freeze: openingFreeze, differs: openingDiffers, number: 'openingFix', what: '期初' },
    { day: to, freeze: closingFreeze, differs: closingDiffers, number: 'closingFix', what: '期末' },
  ] as const
  const shown = ends.filter(({ day, freeze }) => freeze !== null || (isYearEnd(day) && day <= today()))
  if (shown.length === 0 && lifted.length === 0) return null
  return (
    <SectionCard title="年末数冻结">
      <ul className="bridge-freezes">
        {shown.map(({ day, freeze, differs, number, what }) => (
          <li key={day}>
            <div>
              <strong>
                {what}：{yearOf(day)}年年末数
              </strong>
              {freeze === null ? (
                <span>没有冻结。以后更正档案，这个数会跟着变。</span>
              ) : (
                <span>
                  已由{freeze.frozenBy}于 {formatInstant(freeze.frozenAt)} 冻结：{countText(freeze)}。
                  {differs === 0 ? (
                    '现在的记录与冻结时一致。'
                  ) : (
                    <>
                      冻结后有更正，本表涉及{' '}
                      <NumberLink
                        view={{
                          ...view,
                          kind: 'all',
                          open: { number, organizationId: bridge.organizationId, page: 1 },
                        }}
                      >
                        {differs} 人
                      </NumberLink>
                      ，表中仍是冻结数，差别在“{what === '期初' ? '期初更正' : '冻结后更正'}”。
                    </>
                  )}
                </span>
              )}
            </div>
            {mayFreeze && (
              <Button
                size="small"
                onClick={() => setAsked(freeze === null ? { year: yearOf(day) } : { freeze })}
              >
                {freeze === null ? `冻结${yearOf(day)}年年末数` : '解除冻结'}
              </Button>
            )}
          </li>
        ))}
        {lifted.map((freeze) => (
          <li key={freeze.id} className="muted small">
            {yearOf(freeze.onDay)}年年末数曾冻结为 {countText(freeze)}，
            {freeze.lifted !== null &&
              `由${freeze.lifted.by}于 ${formatInstant(freeze.lifted.at)} 解除：${freeze.lifted.reason}`}
          </li>
        ))}
      </ul>
      {asked !== null && 'year' in asked && <FreezeDialog year={asked.year} onClose={close} />}
      {asked !== null && 'freeze' in asked && <UnfreezeDialog freeze={asked.freeze} onClose={close} />}
    </SectionCard>
  )
}
