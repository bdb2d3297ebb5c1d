import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { isLooseVote } from '#shared/domain/development/heldVotes.ts'
import type { StepNo } from '#shared/domain/development/milestones.ts'
import { shownProbationEnd } from '#shared/domain/development/probation.ts'
import type { DevelopmentVoteOn, GuarantorDuty } from '#shared/domain/development/records.ts'
import type { ReviewPeriod } from '#shared/domain/development/reviews.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import {
  developmentFieldLabels,
  developmentVoteLabels,
  guarantorDutyLabels,
} from '#shared/labels/developmentRecords.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { meetingAddress } from '../../../lib/meetingAddresses.ts'
import { factGroupOf } from './factGroups.ts'
import { fieldText } from './fieldTexts.ts'
import { fileAddress } from './fileView.ts'
import type { StepDeeds } from './StepList.tsx'
import { voteWords } from './voteWords.ts'

interface StepExtrasProps {
  readonly detail: DevelopmentDetail
  readonly no: StepNo
  readonly deeds: StepDeeds | null
}

/** What belongs to a step beside its dates and papers: people, votes, findings of the review, the form. */
export function StepExtras({ detail, no, deeds }: StepExtrasProps) {
  const facts = extrasOf(detail, no)
  const group = factGroupOf(no)
  const filled =
    group?.fields.flatMap((field) => {
      const text = fieldText(field, detail.fields[field])
      return text === '' ? [] : [`${developmentFieldLabels[field]}：${text}`]
    }) ?? []
  const votes = detail.votes.filter(({ subject }) => voteSteps[subject] === no)
  if (
    facts.length === 0 &&
    votes.length === 0 &&
    filled.length === 0 &&
    (deeds === null || (group === null && stepDeeds[no] === undefined))
  ) {
    return null
  }
  return (
    <div className="dev-extras">
      {facts.map((fact) => (
        <div key={fact.key}>{fact.text}</div>
      ))}
      {deeds !== null && <StepDeed no={no} deeds={deeds} />}
      {votes.map((vote) => {
        const { sentence, doubts } = voteWords(vote)
        return (
          <div key={vote.id} className={vote.supersededBy === null ? undefined : 'muted'}>
            {developmentVoteLabels[vote.subject]}（{formatPartialDate(vote.heldOn)}）：{sentence}
            {doubts.length > 0 && <span className="form-error">　{doubts.join('；')}</span>}
            {vote.meetingId !== null && <Link to={meetingAddress(vote.meetingId)}>　会议记录</Link>}
            {vote.supersededBy === null && vote.meetingId === null && deeds !== null && (
              <Button type="link" size="small" onClick={() => deeds.onVote(vote.id)}>
                更正票数
              </Button>
            )}
            {deeds !== null && isLooseVote(detail, vote) && (
              <Button
                type="link"
                size="small"
                aria-label={`删去${developmentVoteLabels[vote.subject]}的表决`}
                onClick={() => deeds.onRemoveVote(vote.id)}
              >
                删去
              </Button>
            )}
          </div>
        )
      })}
      {(filled.length > 0 || (group !== null && deeds !== null)) && (
        <div>
          {filled.join('　')}
          {group !== null && deeds !== null && (
            <Button type="link" size="small" onClick={() => deeds.onFacts(group)}>
              {filled.length === 0 ? '填写' : '修改'}
              {group.title}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** People and reviews are named where their step is. */
function StepDeed({ no, deeds }: { readonly no: StepNo; readonly deeds: StepDeeds }) {
  const deed = stepDeeds[no]
  if (deed === undefined) return null
  return (
    <div>
      <Button type="link" size="small" onClick={() => deed.run(deeds)}>
        {deed.label}
      </Button>
    </div>
  )
}

const stepDeeds: Readonly<
  Partial<Record<StepNo, { readonly label: string; readonly run: (deeds: StepDeeds) => void }>>
> = {
  5: { label: '登记、更换培养联系人', run: (deeds) => deeds.onGuarantors('contact') },
  6: { label: '登记半年考察', run: (deeds) => deeds.onReview('activist') },
  9: { label: '登记、更换入党介绍人', run: (deeds) => deeds.onGuarantors('sponsor') },
  21: { label: '登记预备期考察', run: (deeds) => deeds.onReview('probation') },
}

/** The step whose meeting takes a vote. */
const voteSteps: Readonly<Record<DevelopmentVoteOn, StepNo>> = {
  admission: 15,
  regular: 23,
  extension: 23,
  disqualification: 23,
}

interface Fact {
  readonly key: string
  readonly text: ReactNode
}

function extrasOf(detail: DevelopmentDetail, no: StepNo): readonly Fact[] {
  const people = fileAddress(detail.id, 'people')
  switch (no) {
    case 5:
      return [guarantorFact(detail, 'contact', people)]
    case 6:
      return periodFact('半年考察', detail.activistPeriods, people)
    case 9:
      return [guarantorFact(detail, 'sponsor', people)]
    case 11:
      return detail.trainings.map(({ classId, name, fromOn, toOn, hours, isPassed, certNo }) => ({
        key: classId,
        text: `${name}：${formatPartialDate(fromOn)}至${formatPartialDate(toOn)}${hours === null ? '' : `，${hours} 学时`}${isPassed === false ? '，不合格' : ''}${certNo === null ? '' : `，证书 ${certNo}`}`,
      }))
    case 14:
      return formFact(detail)
    case 17:
      return detail.probation === null
        ? []
        : [
            {
              key: 'probation',
              text: `预备期${formatPartialDate(detail.probation.from)}至${formatPartialDate(shownProbationEnd(detail.probation, defaultDevelopmentSettings))}，转正日期${formatPartialDate(detail.probation.end)}`,
            },
          ]
    case 19:
      return detail.memberId === null
        ? []
        : [{ key: 'member', text: <Link to={`/members/${detail.memberId}`}>花名册里的这名党员</Link> }]
    case 21:
      return periodFact('预备期考察', detail.probationPeriods, people)
    default:
      return []
  }
}

function formFact({ form, state }: DevelopmentDetail): readonly Fact[] {
  if (form === null) {
    return state === 'cleared'
      ? [{ key: 'form', text: <Link to="/development/registers">还没有领用志愿书，到“志愿书登记”发放</Link> }]
      : []
  }
  const { serialNo, issuerName, issuedOn } = form
  const on = issuedOn === null ? '' : `（${formatPartialDate(issuedOn)}）`
  return [{ key: 'form', text: `入党志愿书 ${serialNo}，${issuerName}发放${on}` }]
}

function guarantorFact({ guarantors }: DevelopmentDetail, duty: GuarantorDuty, to: string): Fact {
  const now = guarantors.filter((each) => each.duty === duty && each.toOn === null)
  const names = now.map(({ name, isFull }) => `${name}${isFull === false ? '（不是正式党员）' : ''}`)
  return {
    key: duty,
    text: (
      <Link to={to}>
        {guarantorDutyLabels[duty]}：{names.length === 0 ? '还没有登记' : names.join('、')}
      </Link>
    ),
  }
}

function periodFact(title: string, periods: readonly ReviewPeriod[] | null, to: string): readonly Fact[] {
  if (periods === null) return []
  const missing = periods.filter(({ state }) => state === 'missing').length
  const done = periods.filter(({ state }) => state === 'done').length
  return [
    {
      key: title,
      text: (
        <Link to={to}>
          {title}：已考察 {done} 期{missing === 0 ? '' : `，缺 ${missing} 期`}
        </Link>
      ),
    },
  ]
}
