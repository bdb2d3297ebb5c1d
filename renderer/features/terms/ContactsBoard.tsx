import { Input, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ContactPerson, ContactRow } from '#shared/contract/posts.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PhoneText } from '../../ui/PhoneText.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { pageSize, type TermsView } from './termsView.ts'

interface ContactsBoardProps {
  readonly view: TermsView
  readonly onShow: (next: Partial<TermsView>) => void
}

function person(who: ContactPerson | null) {
  if (who === null) return <span className="muted">—</span>
  return (
    <div className="terms-contact">
      {who.memberId === null ? who.name : <Link to={`/members/${who.memberId}`}>{who.name}</Link>}
      <Phone key={who.postId} who={who} />
    </div>
  )
}

function Phone({ who: { name, phone, postId } }: { readonly who: ContactPerson }) {
  const reveal = useCommand('posts.reveal')
  const canReveal = useHasRight('member.reveal')
  if (phone === null) return <span className="muted">没有电话</span>
  const whole = postId === null ? null : async () => (await reveal.mutateAsync({ id: postId })).phone
  return <PhoneText name={name} phone={phone} onReveal={canReveal ? whole : null} />
}

const columns: TableColumnsType<ContactRow> = [
  {
    title: '党组织',
    key: 'name',
    ellipsis: true,
    render: (_, { organizationId, organizationName }) => (
      <Link to={`/organizations/${organizationId}`}>{organizationName}</Link>
    ),
  },
  { title: '上级', key: 'above', dataIndex: 'aboveName', width: '12em', ellipsis: true },
  {
    title: '书记',
    key: 'secretary',
    width: '13em',
    render: (_, { secretary, isOldSecretary }) =>
      isOldSecretary && secretary !== null ? (
        <div className="terms-contact">
          {secretary.name}
          <span className="muted small">资料登记，未登记任职</span>
        </div>
      ) : (
        person(secretary)
      ),
  },
  { title: '副书记', key: 'deputy', width: '12em', render: (_, { deputy }) => person(deputy) },
  { title: '组织委员', key: 'organizer', width: '12em', render: (_, { organizer }) => person(organizer) },
  {
    title: '联系人',
    key: 'contact',
    width: '12em',
    render: (_, { contactName, contactPhone }) =>
      person(
        contactName === null
          ? null
          : { name: contactName, phone: contactPhone, memberId: null, postId: null },
      ),
  },
]

const lesser = ['above']

const typingPauseMs = 250

/** 通讯录: whom to call in every organisation; phones in part. */
export function ContactsBoard({ view, onShow }: ContactsBoardProps) {
  const [typed, setTyped] = useState('')
  const text = useDebounced(typed.trim(), typingPauseMs)
  const fitting = useFittingColumns(columns, lesser)
  const list = useCall(
    'posts.contacts',
    {
      organizationId: view.organizationId,
      text: text === '' ? null : text,
      offset: (view.page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  )
  return (
    <>
      <Input
        className="terms-search"
        type="search"
        aria-label="党组织或姓名"
        placeholder="党组织或姓名"
        allowClear
        maxLength={50}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          if (view.page > 1) onShow({ page: 1 })
        }}
      />
      <QueryBoundary query={list} what="查看通讯录" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title={text === '' ? '还没有党组织' : '没有找到'}
              text={text === '' ? '先建立或导入党组织，再登记书记和委员。' : '换一个名称或姓名再找。'}
              actions={text === '' ? <LinkButton to="/organizations">党组织</LinkButton> : undefined}
            />
          ) : (
            <Table<ContactRow>
              size="small"
              rowKey="organizationId"
              tableLayout="fixed"
              dataSource={[...rows]}
              columns={fitting}
              pagination={{
                current: view.page,
                pageSize,
                total,
                showSizeChanger: false,
                hideOnSinglePage: true,
                onChange: (page) => onShow({ page }),
              }}
            />
          )
        }
      </QueryBoundary>
    </>
  )
}
