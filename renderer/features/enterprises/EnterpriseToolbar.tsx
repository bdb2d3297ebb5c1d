import { Button, Input } from 'antd'
import { coverForms, enterpriseKinds } from '#shared/domain/enterprises.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { coverageTexts, coverFormLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { useCall } from '../../lib/queries.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { enterpriseTarget, type EnterpriseView, isNarrowed } from './enterpriseView.ts'

interface EnterpriseToolbarProps {
  readonly view: EnterpriseView
  readonly text: string
  readonly onText: (text: string) => void
  readonly onView: (view: EnterpriseView) => void
  readonly onClear: () => void
}

const texts = coverageTexts(defaultRuleSettings)
const standingWords = { met: '已达到', unmet: '还差', asked: '计入分母' } as const

export function EnterpriseToolbar({ view, text, onText, onView, onClear }: EnterpriseToolbarProps) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const { data } = useCall('enterprises.departments', {})
  const change = (part: Partial<EnterpriseView>) => onView({ ...view, ...part, page: 1 })
  const { coverage, finding } = view
  return (
    <Toolbar
      label="筛选"
      end={
        <>
          {isNarrowed(view, text) && (
            <Button type="text" onClick={onClear}>
              清除筛选
            </Button>
          )}
          <UndoLastButton target={enterpriseTarget} />
        </>
      }
    >
      <Input
        className="toolbar-text"
        type="search"
        aria-label="单位名称"
        placeholder="单位名称或信用代码"
        allowClear
        maxLength={50}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <ChoiceFilter
        label="类型"
        all="全部类型"
        choices={enterpriseKinds.map((value) => ({ value, label: enterpriseKindLabels[value] }))}
        value={view.kind}
        onChoose={(kind) => change({ kind })}
      />
      <ChoiceFilter
        label="党组织形式"
        all="全部形式"
        choices={coverForms.map((value) => ({ value, label: coverFormLabels[value] }))}
        value={view.coverForm}
        onChoose={(coverForm) => change({ coverForm })}
      />
      <ChoiceFilter
        label="主管部门"
        all="全部部门"
        choices={(data?.departments ?? []).map((value) => ({ value, label: value }))}
        value={view.department}
        onChoose={(department) => change({ department })}
      />
      <div className="enterprise-organization">
        <TreePicker
          label="所属党组织"
          placeholder="全部党组织"
          allowClear
          items={(tree.data?.nodes ?? [])
            .filter(({ type }) => isOrganizationLevel(type))
            .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
          value={view.organizationId}
          onChange={(organizationId) => change({ organizationId })}
        />
      </div>
      {coverage !== null && (
        <span className="muted">
          {texts[coverage.rate].title}：{standingWords[coverage.standing]}
        </span>
      )}
      {finding !== null && <span className="muted">提示：{findingTitle(finding)}</span>}
    </Toolbar>
  )
}
