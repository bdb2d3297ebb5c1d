import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { MeetingContent, SavedItem } from '#shared/contract/meetingRows.ts'
import { mustBeCounted } from '#shared/domain/meetings/votes.ts'
import { matterKindLabels, meetingFieldLabels as label, meetingKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { formatYuan } from '#shared/lib/money.ts'
import { fileAddress } from '../../../lib/developmentWords.ts'
import { useHasRight } from '../../../lib/session.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { ItemResult } from './ItemResult.tsx'
import { hasVote } from './itemVote.ts'
import { RollView } from './RollView.tsx'

interface MeetingViewProps {
  readonly content: MeetingContent
  readonly organizationName: string
  readonly groupName: string | null
}

/** A record to be read: what a final one says, and what an older version said. */
export function MeetingView({ content, organizationName, groupName }: MeetingViewProps) {
  const { fields, items, followUps } = content
  const { kinds, heldOn, startTime, endTime, termNo, seqNo, fundCents, lifeYear } = fields
  const times = [startTime, endTime].filter((time) => time !== null).join('—')
  const { lectureTopic, lecturerName, isSecretaryLecturing, lectureHours, themeProgram, units, effect } =
    fields
  const numbers = [termNo === null ? '' : `第${termNo}届`, seqNo === null ? '' : `第${seqNo}次`].join('')
  return (
    <>
      <SectionCard title="基本情况">
        <dl className="meeting-facts">
          <Fact label={label.kinds}>{kinds.map((kind) => meetingKindLabels[kind]).join('、')}</Fact>
          <Fact label={label.organizationId}>
            {groupName === null ? organizationName : `${organizationName} ${groupName}`}
          </Fact>
          <Fact label="时间">{`${formatPartialDate(heldOn)}　${times}`.trim()}</Fact>
          <Fact label={label.place}>{fields.place}</Fact>
          <Fact label={label.hostName}>{fields.hostName}</Fact>
          <Fact label={label.recorderName}>{fields.recorderName}</Fact>
          <Fact label="届次">{numbers}</Fact>
          <Fact label={label.lifeYear}>{lifeYear === null ? null : `${lifeYear}年`}</Fact>
        </dl>
      </SectionCard>
      <SectionCard title="到会">
        <RollView fields={fields} />
      </SectionCard>
      {kinds.includes('lecture') && (
        <SectionCard title="党课">
          {isUnfilled(lectureTopic, lecturerName, isSecretaryLecturing, lectureHours) && nothingFilled}
          <dl className="meeting-facts">
            <Fact label={label.lectureTopic}>{lectureTopic}</Fact>
            <Fact label={label.lecturerName}>{lecturerName}</Fact>
            <Fact label={label.isSecretaryLecturing}>
              {isSecretaryLecturing === null ? null : isSecretaryLecturing ? '是' : '否'}
            </Fact>
            <Fact label={label.lectureHours}>{lectureHours}</Fact>
          </dl>
        </SectionCard>
      )}
      {kinds.includes('themeDay') && (
        <SectionCard title="主题党日">
          {isUnfilled(themeProgram, units, fundCents, effect) && nothingFilled}
          <dl className="meeting-facts">
            <Fact label={label.themeProgram} wide>
              {themeProgram}
            </Fact>
            <Fact label={label.units}>{units}</Fact>
            <Fact label={label.fundCents}>{fundCents === null ? null : `${formatYuan(fundCents)} 元`}</Fact>
            <Fact label={label.effect} wide>
              {effect}
            </Fact>
          </dl>
        </SectionCard>
      )}
      <SectionCard title="议题">
        {items.length === 0 && <p className="muted">没有议题。</p>}
        {kinds
          .filter((kind) => items.some(({ section }) => section === kind))
          .map((kind) => (
            <section key={kind} className="meeting-section" aria-label={`${meetingKindLabels[kind]}的议题`}>
              {kinds.length > 1 && <h3>{meetingKindLabels[kind]}</h3>}
              {items
                .filter(({ section }) => section === kind)
                .map((item, n) => (
                  <ItemView key={item.id} item={item} no={n + 1} />
                ))}
            </section>
          ))}
      </SectionCard>
      {(fields.observers !== null || fields.summary !== null || fields.remark !== null) && (
        <SectionCard title="列席和纪要">
          <dl className="meeting-facts">
            <Fact label={label.observers} wide>
              {fields.observers}
            </Fact>
            <Fact label={label.summary} wide>
              {fields.summary}
            </Fact>
            <Fact label={label.remark} wide>
              {fields.remark}
            </Fact>
          </dl>
        </SectionCard>
      )}
      {followUps.length > 0 && (
        <SectionCard title="落实事项" extra={<Link to="/meetings/followups">全部落实事项</Link>}>
          <table className="meeting-table" aria-label="落实事项">
            <thead>
              <tr>
                <th>事项</th>
                <th>责任人</th>
                <th>期限</th>
                <th>办结日期</th>
                <th>结果</th>
              </tr>
            </thead>
            <tbody>
              {followUps.map(({ id, what, personName, dueOn, closedOn, result }) => (
                <tr key={id}>
                  <td>{what}</td>
                  <td className="nowrap">{personName}</td>
                  <td className="nowrap">{dueOn === null ? '' : formatPartialDate(dueOn)}</td>
                  <td className="nowrap">{closedOn === null ? '没有办结' : formatPartialDate(closedOn)}</td>
                  <td>{result}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SectionCard>
      )}
    </>
  )
}

const nothingFilled = <p className="muted">没有填写。</p>

const isUnfilled = (...values: readonly unknown[]) => values.every((value) => value === null)

interface FactProps {
  readonly label: string
  readonly wide?: boolean
  /** Nothing is shown where nothing was written down. */
  readonly children: ReactNode
}

function Fact({ label: text, wide = false, children }: FactProps) {
  if (children === null || children === '') return null
  return (
    <div className={wide ? 'meeting-fact meeting-fact-wide' : 'meeting-fact'}>
      <dt>{text}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ItemView({ item, no }: { readonly item: SavedItem; readonly no: number }) {
  const canOpen = useHasRight('member.read')
  const { title, matter, presenter, discussion, decision, developmentFileId, developmentFileName } = item
  const counts = [
    item.against === null ? '' : `反对 ${item.against}`,
    item.abstained === null ? '' : `弃权 ${item.abstained}`,
    item.isSecret === null ? '' : item.isSecret ? '无记名投票' : '举手表决',
    item.isPassed === null ? '' : `宣布${item.isPassed ? '通过' : '不通过'}`,
  ].filter((text) => text !== '')
  return (
    <article className="meeting-item" aria-label={`议题${no}`}>
      <div className="meeting-item-head">
        <strong>
          {no}．{title}
        </strong>
        {matter !== 'ordinary' && <span className="muted">{matterKindLabels[matter]}</span>}
        {developmentFileId !== null && developmentFileName !== null && canOpen && (
          <Link to={fileAddress(developmentFileId)}>{developmentFileName}的发展党员档案</Link>
        )}
      </div>
      <dl className="meeting-facts">
        <Fact label="汇报人" wide>
          {presenter}
        </Fact>
        <Fact label="讨论要点" wide>
          {discussion}
        </Fact>
        <Fact label="决议" wide>
          {decision}
        </Fact>
      </dl>
      {(hasVote(item) || mustBeCounted(matter)) && (
        <div className="meeting-vote">
          {counts.length > 0 && <div>{counts.join('，')}</div>}
          <ItemResult item={item} />
        </div>
      )}
    </article>
  )
}
