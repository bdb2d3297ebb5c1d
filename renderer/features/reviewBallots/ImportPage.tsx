import { Alert, Button, Select, Table } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { BallotFilePreview } from '#shared/contract/reviewBallots.ts'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import type { FileRef } from '#shared/contract/files.ts'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { pickFile } from '../../lib/files.ts'
import { useCommand } from '../../lib/queries.ts'
import { ballotsAddress } from '../../lib/reviewAddresses.ts'
import { useAccount } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { CampaignPage } from '../../ui/CampaignHead.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useToast } from '../../ui/useToast.ts'
import { batchAddress } from './batchWords.ts'
import './ballots.css'

const extensions = ['xlsx', 'xls', 'csv'] as const

function numbersOf(preview: BallotFilePreview): readonly string[] {
  const { rows, outOfRange, empty, twoGrades, unreadable, sheets } = preview
  return [
    `共 ${rows} 张票：${sheets.map(({ sheet, rows: count }) => `${sheet} ${count}`).join('，')}`,
    `超出分数范围 ${outOfRange} 处，需要对照原票更正后才能完成计票`,
    `空着 ${empty} 处，按弃权处理，不计入该项分母`,
    `一项选了多个等次 ${twoGrades} 处，整张票无效`,
    ...(unreadable === 0 ? [] : [`读不懂 ${unreadable} 处，需要对照原票更正`]),
  ]
}

interface PreviewCardProps {
  readonly campaign: CampaignDetail
  readonly preview: BallotFilePreview
}

function PreviewCard({ campaign, preview }: PreviewCardProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const ownId = useAccount()?.organizationId ?? ''
  const [heldOn, setHeldOn] = useState(today())
  const take = useCommand('reviewBallots.import')
  const { problems, whyNot } = preview
  const organizationId = campaign.isOwn ? campaign.organizationId : ownId
  return (
    <SectionCard title={preview.fileName}>
      {whyNot.map((why) => (
        <Alert key={why} type="error" showIcon role="alert" title={why} />
      ))}
      <ul>
        {numbersOf(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Table
        size="small"
        rowKey={({ sheet, place, message }) => `${sheet} ${place} ${message}`}
        columns={[
          { title: '工作表', dataIndex: 'sheet', width: '14em', ellipsis: true },
          { title: '第几张', dataIndex: 'place', width: '6em' },
          { title: '情况', dataIndex: 'message' },
        ]}
        dataSource={[...problems]}
        pagination={problems.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        locale={{ emptyText: '没有要处理的票' }}
      />
      <div className="ballot-bar">
        <DayInput label="测评日期" value={heldOn} today={today()} onChoose={setHeldOn} />
        <Button
          type="primary"
          disabled={whyNot.length > 0}
          loading={take.isPending}
          onClick={() =>
            take.mutate(
              { previewId: preview.previewId, organizationId, heldOn },
              {
                onSuccess: ({ batchIds, taken }) => {
                  toast.success(`已读入 ${taken} 张票，分 ${batchIds.length} 批`)
                  const [only, ...others] = batchIds
                  void navigate(
                    only !== undefined && others.length === 0
                      ? batchAddress(only)
                      : ballotsAddress(campaign.id),
                  )
                },
              },
            )
          }
        >
          读入，每个群体一批
        </Button>
        <span className="muted small">票号不读入；读入后在每一批里更正，再完成计票</span>
      </div>
      {take.error !== null && <Alert type="error" showIcon role="alert" title={errorText(take.error)} />}
    </SectionCard>
  )
}

function Import({ campaign }: { readonly campaign: CampaignDetail }) {
  const [schemeId, setSchemeId] = useState(campaign.schemes[0]?.id ?? '')
  const [failure, setFailure] = useState<unknown>(null)
  const preview = useCommand('reviewBallots.preview')
  const look = async (): Promise<void> => {
    setFailure(null)
    try {
      const file: FileRef | null = await pickFile(extensions)
      if (file !== null) await preview.mutateAsync({ handle: file.handle, campaignId: campaign.id, schemeId })
    } catch (error) {
      setFailure(toCallError(error))
    }
  }
  return (
    <div className="ballot-page">
      <SectionCard title="选择测评票文件">
        <p>
          每个测评群体一张工作表，表名与方案里的群体相同；每张票一行，有“述职人”列，指标列名与方案里的指标相同，总体评价写等次。先看清会怎样，确认后才读入。
        </p>
        <div className="ballot-bar">
          <Select
            aria-label="方案"
            className="ballot-person"
            value={schemeId}
            options={campaign.schemes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setSchemeId}
          />
          <Button type="primary" loading={preview.isPending} onClick={() => void look()}>
            选择文件
          </Button>
        </div>
        {failure !== null && <Alert type="error" showIcon role="alert" title={errorText(failure)} />}
      </SectionCard>
      {preview.data !== undefined && (
        <PreviewCard key={preview.data.previewId} campaign={campaign} preview={preview.data} />
      )}
    </div>
  )
}

/** 测评票 out of a workbook: what would be read, then read. */
export function ImportPage() {
  const { id = '' } = useParams()
  return (
    <CampaignPage
      id={id}
      part="ballots"
      below={{ title: '从文件读入测评票', part: { label: '测评票', to: ballotsAddress(id) } }}
    >
      {(campaign) => <Import campaign={campaign} />}
    </CampaignPage>
  )
}
