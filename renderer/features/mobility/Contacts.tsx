import { Button } from 'antd'
import { useState } from 'react'
import type { MobilityContact, MobilityDetail } from '#shared/contract/mobility.ts'
import { contactWayLabels } from '#shared/labels/mobility.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useCommand } from '../../lib/queries.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'
import { ContactForm } from './ContactForm.tsx'
import { mobilityTarget } from './mobilityView.ts'

interface ContactsProps {
  readonly detail: MobilityDetail
  readonly canWrite: boolean
}

/** The log of contacts, with its quick entry on top. */
export function Contacts({ detail, canWrite }: ContactsProps) {
  const [editing, setEditing] = useState<MobilityContact | null>(null)
  const remove = useCommand('mobility.removeContact')
  const toast = useToast()
  const undo = useUndo()
  const onRemove = ({ id, version }: MobilityContact): void =>
    remove.mutate(
      { id, version },
      { onSuccess: () => undo.done('已删除联系记录', mobilityTarget), onError: toast.failure },
    )
  const { contacts } = detail
  return (
    <SectionCard title="联系记录" extra={<span className="muted">共 {contacts.length} 次</span>}>
      {canWrite && (
        <ContactForm
          key={editing === null ? `new ${contacts.length}` : `${editing.id} ${editing.version}`}
          recordId={detail.id}
          name={detail.name}
          editing={editing}
          onSaved={() => setEditing(null)}
          {...(editing === null ? {} : { onCancel: () => setEditing(null) })}
        />
      )}
      {contacts.length === 0 ? (
        <p className="muted">还没有联系记录。没有接通的也记一次，选“联系上了：否”。</p>
      ) : (
        <ul className="mobility-contacts">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <div>
                <span className="number">{formatDots(contact.contactedOn)}</span>{' '}
                {contactWayLabels[contact.way]}
                {!contact.isReached && <strong className="mobility-missed">未联系上</strong>}
                {contact.contactPerson !== null && <span className="muted"> {contact.contactPerson}</span>}
                {contact.content !== null && <div className="mobility-contact-text">{contact.content}</div>}
              </div>
              {canWrite && (
                <span className="nowrap">
                  <Button
                    type="link"
                    size="small"
                    aria-label={`修改 ${formatDots(contact.contactedOn)} 的联系`}
                    onClick={() => setEditing(contact)}
                  >
                    修改
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={`删除 ${formatDots(contact.contactedOn)} 的联系`}
                    onClick={() => onRemove(contact)}
                  >
                    删除
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  )
}
