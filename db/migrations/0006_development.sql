CREATE TABLE `attachment_contents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`slot` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text
);
--> statement-breakpoint
CREATE INDEX `attachments_of` ON `attachments` (`subject`,`subject_id`,`slot`);--> statement-breakpoint
CREATE INDEX `attachments_content` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `development_events` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`happened_on` text NOT NULL,
	`cause` text,
	`to_state` text,
	`months` integer,
	`approved_on` text,
	`body_id` text,
	`body_name` text,
	`doc_no` text,
	`words` text,
	`override_reason` text,
	`superseded_by` text,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `development_events_of` ON `development_events` (`file_id`,`position`);--> statement-breakpoint
CREATE TABLE `development_files` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`gender` text,
	`id_no` text,
	`ethnicity` text,
	`birth_date` text,
	`native_place` text,
	`education` text,
	`unit_duty` text,
	`phone` text,
	`is_league_member` integer,
	`is_recommended` integer,
	`family` text,
	`relations` text,
	`publicity_place` text,
	`publicity_phone` text,
	`publicity_result` text,
	`publicity_words` text,
	`is_politically_qualified` integer,
	`has_review_summary` integer,
	`political_words` text,
	`training_days` integer,
	`training_hours` integer,
	`leaves_soon` integer,
	`resolution_on` text,
	`wished_on` text,
	`arrival_kind` text,
	`arrival_from` text,
	`arrival_left_on` text,
	`arrival_on` text,
	`arrival_verified` integer,
	`arrival_continuous` integer,
	`arrival_delay_months` integer,
	`remark` text,
	`is_imported` integer DEFAULT false NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `development_files_organization` ON `development_files` (`organization_id`);--> statement-breakpoint
CREATE INDEX `development_files_member` ON `development_files` (`member_id`);--> statement-breakpoint
CREATE INDEX `development_files_id_no` ON `development_files` (`id_no`);--> statement-breakpoint
CREATE TABLE `development_findings` (
	`file_id` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`message` text NOT NULL,
	`basis` text NOT NULL,
	`field` text,
	`step` integer NOT NULL,
	PRIMARY KEY(`file_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `development_findings_code` ON `development_findings` (`code`,`file_id`);--> statement-breakpoint
CREATE TABLE `development_guarantors` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`duty` text NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`from_on` text,
	`to_on` text,
	`is_kin` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `development_guarantors_of` ON `development_guarantors` (`file_id`,`duty`,`position`);--> statement-breakpoint
CREATE TABLE `development_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`material_no` text NOT NULL,
	`is_present` integer NOT NULL,
	`is_original` integer,
	`copies` integer,
	`pages` integer,
	`formed_on` text,
	`note` text,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `development_materials_of` ON `development_materials` (`file_id`,`material_no`);--> statement-breakpoint
CREATE TABLE `development_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`kind` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`contact_opinion` text,
	`branch_opinion` text,
	`signed_by` text,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `development_reviews_of` ON `development_reviews` (`file_id`,`kind`,`reviewed_on`);--> statement-breakpoint
CREATE TABLE `development_status` (
	`file_id` text PRIMARY KEY NOT NULL,
	`name_key` text NOT NULL,
	`search_keys` text NOT NULL,
	`state` text NOT NULL,
	`last_step` integer NOT NULL,
	`next_milestone` text,
	`deadlines` text NOT NULL,
	`due_on` text,
	`must_on` text,
	`worst_severity` text,
	`finding_count` integer NOT NULL,
	`made_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `development_status_state` ON `development_status` (`state`,`last_step`);--> statement-breakpoint
CREATE INDEX `development_status_due` ON `development_status` (`due_on`);--> statement-breakpoint
CREATE TABLE `development_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`milestone` text NOT NULL,
	`done_on` text NOT NULL,
	`place` text,
	`people` text,
	`body_id` text,
	`body_name` text,
	`doc_no` text,
	`opinion` text,
	`override_reason` text,
	`superseded_by` text,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `development_steps_of` ON `development_steps` (`file_id`,`milestone`) WHERE superseded_by is null;--> statement-breakpoint
CREATE INDEX `development_steps_on` ON `development_steps` (`milestone`,`done_on`);--> statement-breakpoint
CREATE TABLE `development_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`subject` text NOT NULL,
	`held_on` text NOT NULL,
	`should` integer NOT NULL,
	`present` integer NOT NULL,
	`issued` integer,
	`returned` integer,
	`valid` integer,
	`agreed` integer NOT NULL,
	`agreed_in_writing` integer NOT NULL,
	`against` integer,
	`abstained` integer,
	`tellers` text,
	`counters` text,
	`host_name` text,
	`meeting_id` text,
	`superseded_by` text,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `development_votes_of` ON `development_votes` (`file_id`,`subject`);--> statement-breakpoint
CREATE TABLE `application_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`serial_no` text NOT NULL,
	`status` text NOT NULL,
	`file_id` text,
	`issued_on` text,
	`received_by` text,
	`returned_on` text,
	`voided_on` text,
	`void_reason` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `application_forms_no` ON `application_forms` (`organization_id`,`serial_no`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `application_forms_file` ON `application_forms` (`file_id`);--> statement-breakpoint
CREATE INDEX `application_forms_status` ON `application_forms` (`status`,`serial_no`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`is_working_day` integer NOT NULL,
	`name` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_days_of` ON `calendar_days` (`day`);--> statement-breakpoint
CREATE TABLE `development_quotas` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`planned` integer NOT NULL,
	`doc_no` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `development_quotas_of` ON `development_quotas` (`organization_id`,`year`);--> statement-breakpoint
CREATE TABLE `training_classes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`days` integer,
	`hours` integer,
	`place` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_classes_of` ON `training_classes` (`organization_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `training_places` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`file_id` text NOT NULL,
	`hours` integer,
	`score` text,
	`is_passed` integer,
	`cert_no` text,
	FOREIGN KEY (`class_id`) REFERENCES `training_classes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `development_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `training_places_of` ON `training_places` (`class_id`,`file_id`);--> statement-breakpoint
CREATE INDEX `training_places_file` ON `training_places` (`file_id`);