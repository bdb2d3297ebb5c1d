import { today } from '../lib/today.ts'
import { LinkButton } from './LinkButton.tsx'

interface YearLinksProps {
  readonly year: number
  readonly to: (year: number) => string
}

/** The year of a page, and the ones beside it. */
export function YearLinks({ year, to }: YearLinksProps) {
  const thisYear = Number(today().slice(0, 4))
  return (
    <>
      <LinkButton to={to(year - 1)}>上一年</LinkButton>
      <strong className="number">{year}年</strong>
      <LinkButton to={to(year + 1)}>下一年</LinkButton>
      {year !== thisYear && <LinkButton to={to(thisYear)}>今年</LinkButton>}
    </>
  )
}
