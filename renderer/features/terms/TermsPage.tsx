import { useNavigate, useSearchParams } from 'react-router'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { ContactsBoard } from './ContactsBoard.tsx'
import { PostsExport } from './PostsExport.tsx'
import { TermsBoard } from './TermsBoard.tsx'
import { addressOf, termsTarget, type TermsView, viewFromParams } from './termsView.ts'
import './termsPage.css'

/** 届期与班子: whose term is up, what is vacant, and whom to call. */
export function TermsPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const canExport = useHasRight('document.export')
  const show = (next: Partial<TermsView>): void => void navigate(addressOf({ ...view, page: 1, ...next }))
  return (
    <Page
      title="届期与班子"
      actions={
        canExport ? (
          <>
            <LinkButton to="/elections?remind=1">提醒函、督办函</LinkButton>
            <PostsExport view={view} />
          </>
        ) : undefined
      }
      toolbar={
        <div className="toolbar">
          <LinkTabs
            label="届期或通讯录"
            tabs={[
              {
                to: addressOf({ ...view, part: 'terms', page: 1 }),
                label: '届期',
                isCurrent: view.part === 'terms',
              },
              {
                to: addressOf({ ...view, part: 'contacts', state: null, trouble: null, page: 1 }),
                label: '通讯录',
                isCurrent: view.part === 'contacts',
              },
            ]}
          />
          <OrganizationFilter
            value={view.organizationId}
            onChoose={(organizationId) => show({ organizationId })}
          />
          <div className="toolbar-end">
            <UndoLastButton target={termsTarget} />
          </div>
        </div>
      }
    >
      {view.part === 'terms' ? (
        <TermsBoard view={view} onShow={show} />
      ) : (
        <ContactsBoard view={view} onShow={show} />
      )}
    </Page>
  )
}
