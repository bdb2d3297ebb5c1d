import { Link } from 'react-router'
import type { DevelopmentDetail, DevelopmentMaterialRow } from '#shared/contract/developmentRows.ts'
import { stepGuide } from '#shared/domain/development/guides.ts'
import type { DevelopmentExplanation } from '#shared/domain/development/judgement.ts'
import { labelOf } from '#shared/domain/development/milestones.ts'
import { materialNeedLabels, responsibleBodyLabels, ruleSetLabels } from '#shared/labels/development.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { ExplanationCard } from '../../../ui/ExplanationCard.tsx'
import { FindingNote } from '../../../ui/FindingNote.tsx'
import { paperAddress } from './fileView.ts'
import { StepDates } from './StepDates.tsx'
import { StepPapers } from './StepPapers.tsx'
import { StepExtras } from './StepExtras.tsx'
import type { StepDeeds } from './StepList.tsx'
import { markShapes, markWords, type StepView } from './stepViews.ts'

interface StepItemProps {
  readonly detail: DevelopmentDetail
  readonly view: StepView
  readonly isChosen: boolean
  readonly deeds: StepDeeds | null
}

/** One step: its dates, papers and people, what the rules say of it, and how it is done. */
export function StepItem({ detail, view, isChosen, deeds }: StepItemProps) {
  const { no, definition, mark, findings, materials, former } = view
  return (
    <li
      className={`dev-step${isChosen ? ' dev-step-chosen' : ''}`}
      data-step={no}
      tabIndex={-1}
      aria-label={`第${no}步 ${definition.name}`}
    >
      <span className={`dev-mark-key dev-mark-${mark}`} title={markWords[mark]}>
        <span aria-hidden="true">{markShapes[mark]}</span>
        <span className="visually-hidden">{markWords[mark]}</span>
      </span>
      <div className="dev-step-main">
        <h3 className="dev-step-title">
          {no}. {definition.name}
          <span className="muted small">
            {responsibleBodyLabels[definition.body]}
            {definition.interval === '' ? '' : `；${definition.interval}`}
          </span>
        </h3>
        <StepDates view={view} deeds={deeds} />
        <StepExtras detail={detail} no={no} deeds={deeds} />
        <StepPapers fileId={detail.id} no={no} />
        {materials.length > 0 && <Papers fileId={detail.id} materials={materials} />}
        {former.length > 0 && (
          <p className="muted small">
            退回以前：
            {former.map((row) => `${labelOf(row.milestone)} ${formatPartialDate(row.doneOn)}`).join('；')}
          </p>
        )}
        {findings.length > 0 && (
          <div className="dev-findings">
            {findings.map((finding) => (
              <FindingNote
                key={`${finding.code} ${finding.field} ${finding.message}`}
                finding={finding}
                overriddenReason={finding.overriddenReason}
                {...(deeds === null
                  ? {}
                  : {
                      onKeep: () => deeds.onKeep(finding),
                      onWithdrawKeep: () => deeds.onWithdrawKeep(finding),
                    })}
              />
            ))}
          </div>
        )}
        <Guide view={view} />
      </div>
    </li>
  )
}

/** How the step is done, and every rule that looked at it with what it saw: folded away until asked for. */
function Guide({ view: { no, explanations, basis, ruleSet } }: Pick<StepItemProps, 'view'>) {
  const guide = stepGuide(no, ruleSet)
  return (
    <div className="dev-folds">
      <details>
        <summary>怎么办</summary>
        <dl className="dev-guide">
          <dt>办什么</dt>
          <dd>{guide.what}</dd>
          <dt>谁来办</dt>
          <dd>{guide.who}</dd>
          <dt>留什么材料</dt>
          <dd>{guide.paper}</dd>
          <dt>常见错误</dt>
          <dd>{guide.mistake}</dd>
          <dt>依据</dt>
          <dd>
            {basis}
            <span className="muted">（按{ruleSetLabels[ruleSet]}）</span>
          </dd>
        </dl>
      </details>
      {explanations.length > 0 && (
        <details>
          <summary>说明（{explanations.length}）</summary>
          <div className="dev-explanations">
            {brokenFirst(explanations).map((explanation) => (
              <ExplanationCard key={`${explanation.code} ${explanation.result}`} explanation={explanation} />
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

/** Titles name the breach: of a rule that is kept the card says that it was checked. */
function brokenFirst(explanations: readonly DevelopmentExplanation[]): readonly DevelopmentExplanation[] {
  const [broken, kept] = [
    explanations.filter(({ severity }) => severity !== null),
    explanations.filter(({ severity }) => severity === null),
  ]
  return [...broken, ...kept.map((each) => ({ ...each, title: '核对' }))]
}

function Papers({
  fileId,
  materials,
}: {
  readonly fileId: string
  readonly materials: readonly DevelopmentMaterialRow[]
}) {
  return (
    <ul className="dev-papers" aria-label="材料">
      {materials.map(({ materialNo, name, need, isPresent, scans }) => (
        <li key={materialNo} className={isPresent ? 'dev-paper' : 'dev-paper dev-paper-missing'}>
          <Link to={paperAddress(fileId, materialNo)}>
            {materialNo} {name}
          </Link>
          <span className="small">
            {isPresent ? '✓ 有' : need === 'always' ? '缺' : `没有（${materialNeedLabels[need]}）`}
            {scans > 0 && `，扫描 ${scans}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
