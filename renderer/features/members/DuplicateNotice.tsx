import { Alert } from 'antd'
import { Link } from 'react-router'
import type { MemberCheck } from '#shared/contract/members.ts'

type Duplicate = MemberCheck['duplicates'][number]

const reasons: Readonly<Record<Duplicate['reason'], string>> = {
  idNo: '身份证号相同',
  nameAndBirth: '姓名和出生日期相同',
  mobile: '手机号码相同',
}

function titleOf(isInTrash: boolean): string {
  return isInTrash ? '回收站里有同一身份证号的记录，可以直接恢复' : '花名册里可能已有此人，请先核对'
}

/** Somebody like this is in the roster already. */
export function DuplicateNotice({ duplicates }: { readonly duplicates: MemberCheck['duplicates'] }) {
  if (duplicates.length === 0) return null
  const sameId = duplicates.filter((each) => each.reason === 'idNo')
  const isSame = sameId.some((each) => !each.isDeleted)
  return (
    <Alert
      type={isSame ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={isSame ? '花名册里已有这个身份证号' : titleOf(sameId.length > 0)}
      description={
        <ul className="duplicate-list">
          {duplicates.map((each) => (
            <li key={each.id}>
              <Link to={each.isDeleted ? '/trash?kind=member' : `/members/${each.id}`}>{each.name}</Link>
              <span>{each.organizationName}</span>
              <span className="number">{each.maskedIdNo}</span>
              <span className="muted">
                {reasons[each.reason]}
                {each.isDeleted && '，在回收站'}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  )
}
