import { Button } from 'antd'
import { useState } from 'react'
import { Link, NavLink, useParams, useSearchParams } from 'react-router'
import type { MissingFact } from '#shared/contract/documents.ts'
import type { CampaignDetail, SchemeScores } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { CampaignPage } from '../../ui/CampaignHead.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { NoRightState } from '../../ui/states.tsx'
import { useJobExport } from '../../ui/useExport.ts'
import { makePaper, whyNotMade } from './makePaper.ts'
import { PaperChoices } from './PaperChoices.tsx'
import { type PaperKind, papers, papersOf } from './paperKinds.ts'
import { PaperPreview } from './PaperPreview.tsx'
import { usePaperChoice } from './usePaperChoice.ts'
import './papers.css'

interface CampaignScoresProps {
  readonly campaign: CampaignDetail
  readonly scores: readonly SchemeScores[]
}

function PaperList({
  campaign,
  current,
}: {
  readonly campaign: CampaignDetail
  readonly current: PaperKind
}) {
  const [params] = useSearchParams()
  const addressOf = (kind: PaperKind) => {
    const next = new URLSearchParams(params)
    next.set('paper', kind)
    return `?${next.toString()}`
  }
  return (
    <nav className="paper-list" aria-label="文书">
      {papersOf(campaign).map((kind) => (
        <NavLink
          key={kind}
          to={addressOf(kind)}
          className={kind === current ? 'paper-link paper-link-current' : 'paper-link'}
          aria-current={kind === current ? 'page' : false}
        >
          {papers[kind].name}
        </NavLink>
      ))}
      <NavLink to="/reviews/responsibility" className="paper-link">
        党建责任清单
      </NavLink>
    </nav>
  )
}

/** Gaps of the paper made last, until another one is chosen. */
function Gaps({ missing }: { readonly missing: readonly MissingFact[] }) {
  if (missing.length === 0) return null
  return (
    <output className="paper-gaps">
      <p>刚才导出的文书里有 {missing.length} 处缺项，印成“＿＿＿＿”：</p>
      <ul>
        {missing.slice(0, 12).map(({ label, where }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two gaps may read alike
          <li key={index}>
            {label}
            {where !== '' && <span className="muted">　{where}</span>}
          </li>
        ))}
      </ul>
      {missing.length > 12 && <p className="muted small">……还有 {missing.length - 12} 处</p>}
    </output>
  )
}

function Papers({ campaign, scores }: CampaignScoresProps) {
  const choice = usePaperChoice(campaign, scores)
  const { isBusy, jobId, run } = useJobExport()
  const [made, setMade] = useState<{ readonly kind: PaperKind; readonly missing: readonly MissingFact[] }>()
  const { kind } = choice
  const { name, holds } = papers[kind]
  const whyNot = whyNotMade(campaign, choice)
  const make = () =>
    run(async (id) => {
      const exported = await makePaper(campaign, choice, id)
      setMade({ kind, missing: exported.missing })
      return exported
    })
  return (
    <div className="papers">
      <PaperList campaign={campaign} current={kind} />
      <SectionCard
        title={name}
        extra={
          <Button type="primary" loading={isBusy} disabled={whyNot !== null} onClick={() => void make()}>
            导出{name}
          </Button>
        }
      >
        <p className="muted">{holds}</p>
        {whyNot !== null && (
          <output className="paper-why-not">
            {whyNot.text}。<Link to={whyNot.to}>{whyNot.label}</Link>
          </output>
        )}
        <PaperChoices choice={choice} />
        <Gaps missing={made?.kind === kind ? made.missing : []} />
        <h3 className="paper-preview-title">内容预览</h3>
        <PaperPreview campaign={campaign} scores={scores} choice={choice} />
      </SectionCard>
      <ProgressDialog
        jobId={papers[kind].isLong ? jobId : null}
        title={`正在生成${name}`}
        cancelHint="取消后不生成文件"
      />
    </div>
  )
}

function WithScores({ campaign }: { readonly campaign: CampaignDetail }) {
  const canExport = useHasRight('document.export')
  const query = useCall('reviews.scores', { campaignId: campaign.id })
  if (!canExport) return <NoRightState what="导出文书" />
  return (
    <QueryBoundary query={query} what="查看文书" lines={10}>
      {(scores) => <Papers campaign={campaign} scores={scores} />}
    </QueryBoundary>
  )
}

/** 文书 of a campaign: what each holds, the choices it asks for, and the export. */
export function PapersPage() {
  const { id = '' } = useParams()
  return (
    <CampaignPage id={id} part="papers">
      {(campaign) => <WithScores campaign={campaign} />}
    </CampaignPage>
  )
}
