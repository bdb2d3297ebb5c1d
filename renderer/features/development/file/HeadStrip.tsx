import { Link } from 'react-router'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { SeverityTag } from '../../../ui/SeverityTag.tsx'
import { isOpenFile, stepAddress } from './fileView.ts'
import { windowText, worstFirst } from './stepViews.ts'

/** Above every other tab: what is next until when, and the worst that is wrong, each a way back to its step. */
export function HeadStrip({ detail }: { readonly detail: DevelopmentDetail }) {
  const { id, plan, findings } = detail
  const line = isOpenFile(detail) ? plan.lines.find(({ milestone }) => milestone === plan.next) : undefined
  const open = worstFirst(findings).filter(({ overriddenReason }) => overriddenReason === null)
  const [worst] = open
  if (line === undefined && worst === undefined) return null
  return (
    <div className="dev-strip">
      {line !== undefined && (
        <span className="dev-strip-next">
          <span>下一步：</span>
          <Link to={stepAddress(id, line.step)}>
            第{line.step}步 {line.label}
          </Link>
          <span className="muted">{windowText(line) ?? '没有期限'}</span>
        </span>
      )}
      {worst !== undefined && (
        <span className="dev-strip-worst">
          <SeverityTag severity={worst.severity} />
          <Link className="ellipsis" to={stepAddress(id, worst.step)} title={worst.message}>
            {worst.message}
          </Link>
          {open.length > 1 && <span className="muted nowrap">共 {open.length} 条</span>}
        </span>
      )}
    </div>
  )
}
