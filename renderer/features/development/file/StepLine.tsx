import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'react-router'
import type { StepNo } from '#shared/domain/development/milestones.ts'
import { type Stage, stages } from '#shared/domain/development/steps.ts'
import { severities } from '#shared/domain/finding.ts'
import { stageLabels } from '#shared/labels/development.ts'
import { stepAddress } from './fileView.ts'
import { markShapes, markText, markWords, type StepMark, type StepView } from './stepViews.ts'
import './stepLine.css'

/** The stages' names are too long for two marks. */
const shortStages: Readonly<Record<Stage, string>> = {
  application: '申请入党',
  activist: '积极分子',
  target: '发展对象',
  admission: '预备党员接收',
  probation: '预备党员教育、转正',
}

const keptMarks: readonly StepMark[] = ['done', 'next', 'overdue', 'impossible', 'skipped', 'waiting']

interface StepLineProps {
  readonly fileId: string
  readonly views: readonly StepView[]
  /** The step that is looked at; null for none. */
  readonly chosen: StepNo | null
}

/** Twenty-five steps on one line; arrow keys go from mark to mark, Enter opens the step below. */
export function StepLine({ fileId, views, chosen }: StepLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const focusable = chosen ?? views.find(({ isNext }) => isNext)?.no ?? 1
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const marks = [...(line.current?.querySelectorAll('a') ?? [])]
    const at = marks.findIndex((mark) => mark === document.activeElement)
    if (by === 0 || at === -1) return
    event.preventDefault()
    marks[at + by]?.focus()
  }
  return (
    <nav className="dev-line" aria-label="二十五步">
      <div className="dev-line-stages" ref={line} onKeyDown={onKeyDown} role="presentation">
        {stages.map((stage) => {
          const own = views.filter(({ definition }) => definition.stage === stage)
          return (
            <div key={stage} className="dev-line-stage">
              <div className="dev-line-name" title={stageLabels[stage]}>
                {shortStages[stage]}
              </div>
              <ol aria-label={stageLabels[stage]}>
                {own.map((view) => (
                  <li key={view.no}>
                    <StepMarkLink
                      fileId={fileId}
                      view={view}
                      isChosen={view.no === chosen}
                      isFocusable={view.no === focusable}
                    />
                  </li>
                ))}
              </ol>
            </div>
          )
        })}
      </div>
      <ul className="dev-line-legend" aria-label="图例">
        {keptMarks
          .filter((mark) => views.some((view) => view.mark === mark))
          .map((mark) => (
            <li key={mark}>
              <span className={`dev-mark-key dev-mark-${mark}`} aria-hidden="true">
                {markShapes[mark]}
              </span>
              {markWords[mark]}
            </li>
          ))}
      </ul>
    </nav>
  )
}

interface StepMarkLinkProps {
  readonly fileId: string
  readonly view: StepView
  readonly isChosen: boolean
  readonly isFocusable: boolean
}

function StepMarkLink({ fileId, view, isChosen, isFocusable }: StepMarkLinkProps) {
  const { no, mark, isNext } = view
  const serious = view.findings.filter(
    ({ severity, overriddenReason }) =>
      overriddenReason === null && severities.indexOf(severity) <= severities.indexOf('orange'),
  ).length
  const text = `${markText(view)}${serious === 0 ? '' : `；${serious} 条问题`}`
  const classes = [
    'dev-mark',
    `dev-mark-${mark}`,
    ...(isNext ? ['dev-mark-now'] : []),
    ...(isChosen ? ['dev-mark-chosen'] : []),
  ]
  return (
    <Link
      to={stepAddress(fileId, no)}
      className={classes.join(' ')}
      title={text}
      aria-label={text}
      aria-current={isNext ? 'step' : undefined}
      tabIndex={isFocusable ? 0 : -1}
    >
      <span className="dev-mark-no number">{no}</span>
      <span className="dev-mark-shape" aria-hidden="true">
        {markShapes[mark]}
      </span>
      {serious > 0 && <span className="dev-mark-dot" aria-hidden="true" />}
    </Link>
  )
}
