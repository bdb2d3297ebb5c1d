import { Link } from 'react-router'
import { termStates } from '#shared/domain/terms.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { termStateLabels } from '#shared/labels/posts.ts'
import { useCall } from '../../lib/queries.ts'
import { termMarks } from '../../lib/termWords.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'

const urgent = termStates.filter((state) => state !== 'normal' && state !== 'extended' && state !== 'unknown')
const troubles = ['ORG-53', 'POST_LEFT'] as const

/** 届期提醒: whose term is up and what is vacant, each count leading to its names. */
export function TermsCard() {
  const list = useCall('terms.list', {
    state: null,
    trouble: null,
    organizationId: null,
    offset: 0,
    limit: 1,
  })
  return (
    <SectionCard title="届期提醒" extra={<Link to="/terms">届期与班子</Link>}>
      <QueryBoundary query={list} what="查看届期" lines={3}>
        {({ counts, troubles: found }) => {
          const states = urgent.filter((state) => counts[state] > 0)
          const vacant = troubles.filter((code) => found[code] > 0)
          if (states.length + vacant.length === 0) return <p className="muted">没有临期、超期和出缺</p>
          return (
            <ul className="todo">
              {states.map((state) => (
                <li key={state}>
                  <StateMark state={termMarks[state]}>
                    <Link to={`/terms?state=${state}`}>{termStateLabels[state]}</Link>
                  </StateMark>
                  <span className="todo-count">{counts[state]} 个</span>
                </li>
              ))}
              {vacant.map((code) => (
                <li key={code}>
                  <StateMark state="warning">
                    <Link to={`/terms?finding=${code}`}>{findingTitle(code)}</Link>
                  </StateMark>
                  <span className="todo-count">{found[code]} 个</span>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryBoundary>
    </SectionCard>
  )
}
