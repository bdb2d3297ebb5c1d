import { Checkbox, Radio, Select } from 'antd'
import type { CampaignRow } from '#shared/contract/reviewRows.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { type CampaignStart, usualStarts, weightWords } from './campaignForm.ts'

interface StartChoiceProps {
  readonly start: CampaignStart
  /** Those whose schemes may be copied, the newest first. */
  readonly campaigns: readonly CampaignRow[]
  readonly error: string | undefined
  readonly onChange: (start: CampaignStart) => void
}

/** Where the scheme comes from: a usual one with its weights in words, or another year's. */
export function StartChoice({ start, campaigns, error, onChange }: StartChoiceProps) {
  const { kind, copyId, withSubjects } = start
  return (
    <div className="form-grid">
      <FormRow label="方案" wide as="group" hint="建立后都可以修改，收到第一张测评票后冻结">
        {() => (
          <Radio.Group
            className="review-starts"
            name="start"
            value={kind}
            onChange={({ target }) => onChange({ ...start, kind: target.value })}
          >
            {usualStarts.map(({ kind: each, name, note }) => (
              <Radio key={each} value={each}>
                <strong>{name}</strong>：{weightWords(each)}
                <span className="muted">（{note}）</span>
              </Radio>
            ))}
            <Radio value="campaign" disabled={campaigns.length === 0}>
              <strong>参照往年</strong>：
              {campaigns.length === 0 ? '还没有往年的述职测评' : '权重、指标、等次都照那一年的'}
            </Radio>
          </Radio.Group>
        )}
      </FormRow>
      {kind === 'campaign' && (
        <>
          <FormRow label="参照哪一次" required wide error={error}>
            {(ids) => (
              <Select<string>
                {...ids}
                placeholder="请选择"
                options={campaigns.map(({ id, name, subjects }) => ({
                  value: id,
                  label: `${name}（${subjects} 人）`,
                }))}
                {...(copyId === null ? {} : { value: copyId })}
                {...(error === undefined ? {} : { status: 'error' as const })}
                onChange={(next) => onChange({ ...start, copyId: next })}
              />
            )}
          </FormRow>
          <FormRow label="述职人" wide as="group">
            {() => (
              <Checkbox
                checked={withSubjects}
                onChange={({ target }) => onChange({ ...start, withSubjects: target.checked })}
              >
                述职人也一起带过来（登记为已不在任的不带，建立后请核对）
              </Checkbox>
            )}
          </FormRow>
        </>
      )}
    </div>
  )
}
