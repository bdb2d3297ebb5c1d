CREATE TABLE `bridge_freeze_people` (
	`freeze_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`organization_id` text NOT NULL,
	`is_full` integer NOT NULL,
	PRIMARY KEY(`freeze_id`, `member_id`),
	FOREIGN KEY (`freeze_id`) REFERENCES `bridge_freezes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bridge_freeze_people_place` ON `bridge_freeze_people` (`freeze_id`,`organization_id`);--> statement-breakpoint
CREATE INDEX `bridge_freeze_people_who` ON `bridge_freeze_people` (`freeze_id`,`member_id`,`organization_id`,`is_full`);--> statement-breakpoint
CREATE TABLE `bridge_freezes` (
	`id` text PRIMARY KEY NOT NULL,
	`on_day` text NOT NULL,
	`organization_id` text NOT NULL,
	`full` integer NOT NULL,
	`probationary` integer NOT NULL,
	`frozen_by` text NOT NULL,
	`lifted_at` text,
	`lifted_by` text,
	`lifted_reason` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bridge_freezes_day` ON `bridge_freezes` (`on_day`);--> statement-breakpoint
CREATE TABLE `enterprises` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`credit_code` text,
	`kind` text NOT NULL,
	`industry` text,
	`address` text,
	`department` text,
	`is_above_scale` integer,
	`staff` integer,
	`full_members` integer,
	`probationary_members` integer,
	`members_here` integer,
	`hidden_members` integer,
	`activists` integer,
	`cover_form` text NOT NULL,
	`organization_id` text NOT NULL,
	`instructor` text,
	`liaison` text,
	`has_union` integer,
	`has_youth` integer,
	`has_women` integer,
	`is_head_member` integer,
	`contact_name` text,
	`contact_phone` text,
	`visited_on` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enterprises_organization` ON `enterprises` (`organization_id`,`name`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `enterprises_code` ON `enterprises` (`credit_code`);--> statement-breakpoint
CREATE TABLE `election_candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`contest` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`stage` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `election_candidates_of` ON `election_candidates` (`election_id`,`contest`,`position`);--> statement-breakpoint
CREATE TABLE `election_exemptions` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`member_id` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `election_exemptions_of` ON `election_exemptions` (`election_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `election_exemptions_member` ON `election_exemptions` (`member_id`);--> statement-breakpoint
CREATE TABLE `election_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`contest` text NOT NULL,
	`round_no` integer NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`seats` integer NOT NULL,
	`should` integer NOT NULL,
	`present` integer NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`invalid` integer NOT NULL,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `election_rounds_of` ON `election_rounds` (`election_id`,`contest`,`round_no`);--> statement-breakpoint
CREATE TABLE `election_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`step_no` integer NOT NULL,
	`done_on` text,
	`doc_no` text,
	`note` text,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `election_steps_of` ON `election_steps` (`election_id`,`step_no`);--> statement-breakpoint
CREATE TABLE `election_tellers` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`duty` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `election_tellers_of` ON `election_tellers` (`election_id`,`position`);--> statement-breakpoint
CREATE TABLE `election_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`election_id` text NOT NULL,
	`round_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`agreed` integer NOT NULL,
	`against` integer NOT NULL,
	`abstained` integer NOT NULL,
	FOREIGN KEY (`election_id`) REFERENCES `elections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `election_votes_of` ON `election_votes` (`round_id`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `election_votes_election` ON `election_votes` (`election_id`);--> statement-breakpoint
CREATE TABLE `elections` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`is_direct` integer NOT NULL,
	`committee_seats` integer NOT NULL,
	`secretary_seats` integer NOT NULL,
	`deputy_seats` integer NOT NULL,
	`planned_on` text,
	`meeting_on` text,
	`meeting_place` text,
	`host_name` text,
	`should` integer,
	`present` integer,
	`exemptions_agreed` integer NOT NULL,
	`tellers_agreed` integer NOT NULL,
	`reduced_reason` text,
	`approval_doc` text,
	`approval_on` text,
	`filed_on` text,
	`closed_reason` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `elections_of` ON `elections` (`organization_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `elections_status` ON `elections` (`status`,`organization_id`);--> statement-breakpoint
CREATE TABLE `lost_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`round` integer NOT NULL,
	`tried_on` text NOT NULL,
	`way` text NOT NULL,
	`result` text NOT NULL,
	`by_whom` text,
	`content` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `lost_cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lost_attempts_case` ON `lost_attempts` (`case_id`,`tried_on`);--> statement-breakpoint
CREATE TABLE `lost_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`since` text,
	`status` text NOT NULL,
	`stop_on` text,
	`stop_meeting` text,
	`stop_approved_by` text,
	`stop_doc` text,
	`restore_applied_on` text,
	`restore_discussed_on` text,
	`restore_approved_on` text,
	`restore_approved_by` text,
	`restore_doc` text,
	`ended_on` text,
	`ended_meeting` text,
	`ended_approved_by` text,
	`ended_doc` text,
	`found_on` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lost_cases_member` ON `lost_cases` (`member_id`);--> statement-breakpoint
CREATE INDEX `lost_cases_status` ON `lost_cases` (`status`,`member_id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `group_spells` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`group_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_spells_member` ON `group_spells` (`member_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `group_spells_of` ON `group_spells` (`group_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`start_basis` text NOT NULL,
	`full_from` text,
	`entered_by` text,
	`left_by` text,
	`entered_doc` text,
	`left_doc` text,
	`entered_reason` text,
	`left_reason` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_member` ON `memberships` (`member_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `memberships_place` ON `memberships` (`organization_id`,`from_on`,`to_on`,`full_from`,`member_id`);--> statement-breakpoint
CREATE INDEX `memberships_left` ON `memberships` (`to_on`,`organization_id`);--> statement-breakpoint
CREATE INDEX `memberships_entered` ON `memberships` (`from_on`,`organization_id`);--> statement-breakpoint
CREATE TABLE `status_spells` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`status` text NOT NULL,
	`kind` text,
	`from_on` text NOT NULL,
	`to_on` text,
	`doc` text,
	`reason` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `status_spells_member` ON `status_spells` (`member_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `status_spells_of` ON `status_spells` (`status`,`from_on`,`to_on`);--> statement-breakpoint
CREATE TABLE `mobility_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`record_id` text NOT NULL,
	`contacted_on` text NOT NULL,
	`way` text NOT NULL,
	`is_reached` integer NOT NULL,
	`contact_person` text,
	`content` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `mobility_records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mobility_contacts_record` ON `mobility_contacts` (`record_id`,`contacted_on`);--> statement-breakpoint
CREATE TABLE `mobility_records` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`member_id` text,
	`organization_id` text,
	`name` text,
	`gender` text,
	`id_no` text,
	`person_type` text,
	`phone` text,
	`status` text NOT NULL,
	`kind` text,
	`reason` text,
	`out_on` text,
	`expected_back` text,
	`returned_on` text,
	`ended_reason` text,
	`province` text,
	`city` text,
	`district` text,
	`place` text,
	`unit` text,
	`dest_org` text,
	`dest_contact` text,
	`orig_org` text,
	`orig_contact` text,
	`cert_no` text,
	`cert_issued_on` text,
	`cert_expires_on` text,
	`is_registered` integer NOT NULL,
	`reported_on` text,
	`contact_months` integer,
	`fee_place` text,
	`annual_report_on` text,
	`eval_place` text,
	`eval_result` text,
	`eval_notified_on` text,
	`is_transferable` integer,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mobility_member` ON `mobility_records` (`member_id`,`status`);--> statement-breakpoint
CREATE INDEX `mobility_ledger` ON `mobility_records` (`direction`,`status`);--> statement-breakpoint
CREATE INDEX `mobility_organization` ON `mobility_records` (`organization_id`);--> statement-breakpoint
CREATE INDEX `mobility_unlinked` ON `mobility_records` (`id_no`) WHERE member_id is null;--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`term_id` text,
	`member_id` text,
	`person_name` text NOT NULL,
	`position` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`how_chosen` text,
	`approved_doc` text,
	`approved_on` text,
	`is_part_time` integer NOT NULL,
	`is_one_person_two_posts` integer NOT NULL,
	`unit_duty` text,
	`phone` text,
	`left_reason` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_of` ON `posts` (`organization_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE INDEX `posts_member` ON `posts` (`member_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `posts_term` ON `posts` (`term_id`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`term_no` integer,
	`from_on` text NOT NULL,
	`due_on` text,
	`ended_on` text,
	`extended_to` text,
	`extension_doc` text,
	`extension_approved_on` text,
	`extension_reason` text,
	`election_id` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `terms_of` ON `terms` (`organization_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `terms_due` ON `terms` (`ended_on`,`due_on`,`organization_id`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`mode` text NOT NULL,
	`status` text NOT NULL,
	`organization_id` text NOT NULL,
	`member_id` text,
	`person_name` text NOT NULL,
	`gender` text,
	`birth_date` text,
	`ethnicity` text,
	`person_type` text,
	`id_no` text,
	`phone` text,
	`from_org` text,
	`to_org` text,
	`from_unit` text,
	`to_unit` text,
	`reach` text NOT NULL,
	`reason` text,
	`planned_months` integer,
	`is_settled` integer,
	`letter_no` text,
	`fee_paid_to` text,
	`valid_days` integer,
	`issued_on` text,
	`expire_on` text,
	`sent_on` text,
	`received_on` text,
	`receipt_on` text,
	`ended_on` text,
	`end_reason` text,
	`reported_to` text,
	`materials` text,
	`materials_note` text,
	`archive_on` text,
	`archive_how` text,
	`handled_by` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `transfers_member` ON `transfers` (`member_id`);--> statement-breakpoint
CREATE INDEX `transfers_id_no` ON `transfers` (`id_no`);--> statement-breakpoint
CREATE INDEX `transfers_letter` ON `transfers` (`letter_no`);--> statement-breakpoint
CREATE INDEX `transfers_board` ON `transfers` (`status`,`expire_on`,`organization_id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `transfers_of` ON `transfers` (`organization_id`,`status`);--> statement-breakpoint
CREATE INDEX `members_lost` ON `members` (`name_key`) WHERE is_lost = 1 and deleted_at is null;--> statement-breakpoint
INSERT INTO terms (id, organization_id, term_no, from_on, due_on, ended_on, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), id, NULL, coalesce(current_term_from, ''), current_term_to,
  CASE WHEN status IN ('dissolved', 'merged') THEN coalesce(ended_on, substr(updated_at, 1, 10)) END,
  1, created_at, updated_at
FROM organizations
WHERE (current_term_from IS NOT NULL OR current_term_to IS NOT NULL)
  AND type NOT IN ('DGW', 'XZ', 'ZXH') AND coalesce(branch_kind, '') <> 'LS';
--> statement-breakpoint
INSERT INTO mobility_records (id, direction, member_id, status, place, is_registered, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), 'LC', id, 'away', floating_to, 1, 1, created_at, updated_at
FROM members WHERE is_floating = 1 AND deleted_at IS NULL;
--> statement-breakpoint
INSERT INTO lost_cases (id, member_id, since, status, stop_on, stop_doc, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), id, lost_since,
  CASE WHEN party_status = 'TZ' THEN 'stopped' ELSE 'searching' END,
  CASE WHEN party_status = 'TZ' THEN party_status_on END,
  CASE WHEN party_status = 'TZ' THEN party_status_doc END,
  1, created_at, updated_at
FROM members
WHERE (party_status = 'TZ' AND (party_status_kind = 'TZ-SL' OR (party_status_kind IS NULL AND is_lost = 1)))
  OR (is_lost = 1 AND party_status IN ('ZC', 'LC', 'XQ', 'ZZQL'));
--> statement-breakpoint
INSERT INTO memberships (id, member_id, organization_id, from_on, to_on, start_basis, full_from, entered_by, left_by, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), id, organization_id,
  coalesce(entered_on, joined_on, ''),
  CASE WHEN party_status IN ('TZ', 'CD', 'SW', 'ZCU') THEN coalesce(party_status_on, '') END,
  CASE WHEN entered_on IS NOT NULL THEN 'entered' WHEN joined_on IS NOT NULL THEN 'joined' ELSE 'unknown' END,
  CASE WHEN person_type = '2' THEN NULL ELSE coalesce(regular_on, '') END,
  CASE WHEN entered_kind IN ('1', '2', '3', '4', '9') THEN entered_kind
    WHEN entered_on IS NULL AND joined_on IS NOT NULL AND coalesce(join_kind, '1') = '1' THEN '1' END,
  CASE WHEN party_status IN ('TZ', 'CD', 'SW', 'ZCU') THEN party_status END,
  1, created_at, updated_at
FROM members;
--> statement-breakpoint
INSERT INTO group_spells (id, member_id, group_id, from_on, to_on, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), id, group_id, coalesce(entered_on, joined_on, ''), NULL, 1, created_at, updated_at
FROM members WHERE group_id IS NOT NULL AND party_status NOT IN ('TZ', 'CD', 'SW', 'ZCU');
--> statement-breakpoint
INSERT INTO status_spells (id, member_id, organization_id, status, kind, from_on, to_on, doc, reason, version, created_at, updated_at)
SELECT lower(hex(randomblob(16))), id, organization_id, party_status, party_status_kind, coalesce(party_status_on, ''), NULL, party_status_doc, NULL,
  1, created_at, updated_at
FROM members WHERE party_status <> 'ZC';
