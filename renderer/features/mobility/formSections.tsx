import { feePlaces, mobilityKinds, mobilityReasons } from '#shared/domain/mobility.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import {
  feePlaceLabels,
  mobilityFieldLabels as label,
  mobilityKindLabels,
  mobilityReasonLabels,
} from '#shared/labels/mobility.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FormPartProps } from './PersonFields.tsx'

const entriesOf = <K extends string>(keys: readonly K[], labels: Readonly<Record<K, string>>) =>
  keys.map((code) => ({ code, name: labels[code] }))

/** Findings beside the field they are about. */
function notesOf({ findings }: FormPartProps, field: string) {
  const own = findings.filter((finding) => finding.field === field)
  return own.length === 0 ? {} : { findings: <FindingNotes findings={own} /> }
}

/** When, why, and whether it is registered. */
export function StayFields(props: FormPartProps) {
  const { form, direction } = props
  const { control } = form
  const isOut = direction === 'LC'
  return (
    <div className="form-grid">
      <PartialDateField
        control={control}
        name="outOn"
        label={isOut ? '外出日期' : '流入日期'}
        hint="只知道年月的照实填"
        {...notesOf(props, 'outOn')}
      />
      <PartialDateField
        control={control}
        name="expectedBack"
        label={isOut ? label.expectedBack : '预计离开'}
      />
      <CodeSelect
        control={control}
        name="reason"
        label={isOut ? label.reason : '流入原因'}
        entries={entriesOf(mobilityReasons, mobilityReasonLabels)}
      />
      <BooleanField
        control={control}
        name="isRegistered"
        label={label.isRegistered}
        decided
        hint="连续 6 个月以上不能参加支部活动的，在全国党员管理信息系统登记"
        {...notesOf(props, 'isRegistered')}
      />
      <PartialDateField
        control={control}
        name="reportedOn"
        label={isOut ? '到流入地报到日期' : label.reportedOn}
        {...notesOf(props, 'reportedOn')}
      />
      <BooleanField
        control={control}
        name="isTransferable"
        label={label.isTransferable}
        hint="有固定单位或住所的，满 6 个月应转组织关系"
        {...notesOf(props, 'isTransferable')}
      />
    </div>
  )
}

/** Where to, of an outflow; where the person lives now, of an inflow. */
export function PlaceFields(props: FormPartProps) {
  const { form, direction } = props
  const { control } = form
  const isOut = direction === 'LC'
  return (
    <div className="form-grid mobility-places-fields">
      <CodeSelect
        control={control}
        name="kind"
        label={label.kind}
        entries={entriesOf(mobilityKinds, mobilityKindLabels)}
        {...notesOf(props, 'kind')}
      />
      {isOut && (
        <>
          <TextField
            control={control}
            name="province"
            label={label.province}
            maxLength={30}
            placeholder="如 广东省、新加坡"
          />
          <TextField
            control={control}
            name="city"
            label={label.city}
            maxLength={30}
            placeholder="如 深圳市"
          />
        </>
      )}
      <TextField control={control} name="district" label={label.district} maxLength={50} />
      <TextField control={control} name="place" label={isOut ? label.place : '现住址'} maxLength={100} />
      <TextField control={control} name="unit" label={label.unit} maxLength={100} />
      {isOut && (
        <>
          <TextField control={control} name="destOrg" label={label.destOrg} maxLength={100} />
          <TextField control={control} name="destContact" label={label.destContact} maxLength={50} />
        </>
      )}
    </div>
  )
}

/** Contact interval, certificate, report, evaluation. */
export function CareFields(props: FormPartProps) {
  const { form, direction } = props
  const { control } = form
  const usual = defaultRuleSettings['floating.contactMonths']
  const abroad = defaultRuleSettings['floating.contactMonthsAbroad']
  return (
    <div className="form-grid">
      <NumberField
        control={control}
        name="contactMonths"
        label={label.contactMonths}
        unit="个月"
        min={1}
        max={12}
        hint={`不填按一般间隔：${usual} 个月，境外 ${abroad} 个月`}
        {...notesOf(props, 'contacts')}
      />
      <CodeSelect
        control={control}
        name="feePlace"
        label={label.feePlace}
        entries={entriesOf(feePlaces, feePlaceLabels)}
      />
      <TextField control={control} name="certNo" label={label.certNo} maxLength={30} />
      <PartialDateField control={control} name="certIssuedOn" label={label.certIssuedOn} />
      <PartialDateField
        control={control}
        name="certExpiresOn"
        label={label.certExpiresOn}
        {...notesOf(props, 'certExpiresOn')}
      />
      {direction === 'LC' && (
        <PartialDateField
          control={control}
          name="annualReportOn"
          label={label.annualReportOn}
          hint="外出党员每年至少汇报一次"
          {...notesOf(props, 'annualReportOn')}
        />
      )}
      <CodeSelect
        control={control}
        name="evalPlace"
        label={label.evalPlace}
        entries={entriesOf(feePlaces, feePlaceLabels)}
      />
      <TextField control={control} name="evalResult" label={label.evalResult} maxLength={50} />
      <PartialDateField control={control} name="evalNotifiedOn" label={label.evalNotifiedOn} />
      <TextField control={control} name="remark" label={label.remark} rows={2} maxLength={500} wide />
    </div>
  )
}
