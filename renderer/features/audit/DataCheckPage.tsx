import { Button } from 'antd'
import { useState } from 'react'
import type { Verification } from '#shared/contract/system.ts'
import { type Instant, instant } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { Page } from '../../ui/Page.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { checkResults } from './checkResults.ts'
import './audit.css'

interface Checked {
  readonly at: Instant
  readonly found: Verification
}

/** Reads the whole database through, on demand, and says what it found. */
export function DataCheckPage() {
  const [checked, setChecked] = useState<Checked | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isChecking, setIsChecking] = useState(false)
  const run = async (): Promise<void> => {
    setIsChecking(true)
    setError(null)
    try {
      const found = await call('system.verify', {})
      setChecked({ at: instant(new Date()), found })
    } catch (failure) {
      setChecked(null)
      setError(failure)
    }
    setIsChecking(false)
  }
  return (
    <Page
      title="数据检查"
      {...(checked === null ? {} : { subtitle: `${formatInstant(checked.at)} 检查` })}
      actions={
        <Button type="primary" loading={isChecking} onClick={() => void run()}>
          {checked === null ? '开始检查' : '再检查一次'}
        </Button>
      }
    >
      {error !== null && <ErrorState error={error} title="没有检查成" onRetry={() => void run()} />}
      {error === null && checked === null && (
        <EmptyState
          title="还没有检查"
          text="检查会从头到尾读一遍数据库：文件有没有损坏，记录之间的联系对不对，审计日志有没有被改动。只读不写，数据多时要等一会儿。"
        />
      )}
      {checked !== null && <Results found={checked.found} />}
    </Page>
  )
}

function Results({ found }: { readonly found: Verification }) {
  const results = checkResults(found)
  const bad = results.filter(({ isGood }) => !isGood).length
  return (
    <SectionCard title={bad === 0 ? '数据完好' : `有 ${bad} 项不对`}>
      <ul className="check-list" aria-live="polite">
        {results.map(({ key, title, isGood, text }) => (
          <li key={key} className={isGood ? 'check-row' : 'check-row check-row-bad'}>
            <span className="check-mark">{isGood ? '完好' : '不对'}</span>
            <div>
              <strong>{title}</strong>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
