CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`display_name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_user` ON `accounts` (`user`);--> statement-breakpoint
CREATE TABLE `workspace_items` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_items_key` ON `workspace_items` (`account_id`,`key`);--> statement-breakpoint
CREATE INDEX `workspace_items_at` ON `workspace_items` (`updated_at`);--> statement-breakpoint
CREATE TABLE `document_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`organization_name` text NOT NULL,
	`rows` integer NOT NULL,
	`is_unmasked` integer NOT NULL,
	`purpose` text,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `document_exports_at` ON `document_exports` (`created_at`);--> statement-breakpoint
CREATE TABLE `database_facts` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `finding_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`code` text NOT NULL,
	`reason` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_overrides_of` ON `finding_overrides` (`subject`,`subject_id`,`code`);--> statement-breakpoint
CREATE TABLE `member_findings` (
	`member_id` text NOT NULL,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`message` text NOT NULL,
	`basis` text NOT NULL,
	`field` text,
	PRIMARY KEY(`member_id`, `code`)
);
--> statement-breakpoint
CREATE INDEX `member_findings_code` ON `member_findings` (`code`,`member_id`);--> statement-breakpoint
CREATE TABLE `import_batch_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`action` text NOT NULL,
	`version_after` integer NOT NULL,
	`before` text,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_batch_rows_batch` ON `import_batch_rows` (`batch_id`,`subject`);--> statement-breakpoint
CREATE INDEX `import_batch_rows_subject` ON `import_batch_rows` (`subject_id`);--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`mode` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`withdrawn_at` text,
	`new_count` integer NOT NULL,
	`changed_count` integer NOT NULL,
	`unchanged_count` integer NOT NULL,
	`duplicate_count` integer NOT NULL,
	`blocked_count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `import_batches_at` ON `import_batches` (`created_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`fingerprint` text NOT NULL,
	`columns` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mappings_header` ON `import_mappings` (`kind`,`fingerprint`);--> statement-breakpoint
CREATE TABLE `members` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`name_reading` text,
	`name_key` text NOT NULL,
	`former_name` text,
	`id_no` text NOT NULL,
	`id_no_reason` text,
	`gender` text,
	`birth_date` text,
	`ethnicity` text,
	`native_place` text,
	`is_taiwan_native` integer,
	`education` text,
	`degree` text,
	`school` text,
	`major` text,
	`work_started_on` text,
	`marital` text,
	`person_type` text NOT NULL,
	`organization_id` text NOT NULL,
	`group_id` text,
	`joint_unit` text,
	`joined_on` text,
	`join_kind` text,
	`join_branch` text,
	`introducers` text,
	`regular_on` text,
	`regular_kind` text,
	`probation_extended_months` integer,
	`party_age_correction_months` integer,
	`party_status` text NOT NULL,
	`party_status_kind` text,
	`party_status_on` text,
	`party_status_doc` text,
	`archive_unit` text,
	`entered_kind` text,
	`entered_on` text,
	`job_post` text,
	`unit_duty` text,
	`tech_title` text,
	`new_stratum` text,
	`frontline` text,
	`is_migrant_worker` integer,
	`is_social_worker` integer,
	`mobile` text,
	`phone` text,
	`hukou` text,
	`address` text,
	`grid_no` text,
	`manage_class` text,
	`skills` text,
	`is_hardship` integer,
	`hardship_kind` text,
	`cannot_attend` integer,
	`is_lost` integer,
	`lost_since` text,
	`is_floating` integer,
	`floating_to` text,
	`abroad_since` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_id` ON `members` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_id_no` ON `members` (`id_no`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_name` ON `members` (`name_key`,`organization_id`,`party_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_organization` ON `members` (`organization_id`,`group_id`,`party_status`,`person_type`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_branch_name` ON `members` (`organization_id`,`name_key`,`party_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_status` ON `members` (`party_status`,`person_type`,`organization_id`,`group_id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_group` ON `members` (`group_id`);--> statement-breakpoint
CREATE INDEX `members_birth` ON `members` (`birth_date`,`organization_id`,`party_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_joined` ON `members` (`joined_on`,`organization_id`,`party_status`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `members_mobile` ON `members` (`mobile`);--> statement-breakpoint
CREATE INDEX `members_deleted` ON `members` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `organization_events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`from_text` text,
	`to_text` text,
	`doc_no` text,
	`reason` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organization_events_of` ON `organization_events` (`organization_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`position` integer NOT NULL,
	`tree_order` integer NOT NULL,
	`code` text,
	`full_name` text NOT NULL,
	`short_name` text NOT NULL,
	`match_key` text NOT NULL,
	`type` text NOT NULL,
	`branch_kind` text,
	`founded_on` text,
	`founded_doc` text,
	`approved_by` text,
	`unit_name` text,
	`unit_nature` text,
	`joint_units` text,
	`secretary_name` text,
	`contact_name` text,
	`contact_phone` text,
	`contact_fax` text,
	`address` text,
	`postcode` text,
	`term_years` integer,
	`current_term_from` text,
	`current_term_to` text,
	`committee_seats` integer,
	`status` text NOT NULL,
	`ended_on` text,
	`merged_into_id` text,
	`has_approval_right` integer NOT NULL,
	`standard_level` text,
	`is_weak` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`import_batch_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_code` ON `organizations` (`code`) WHERE deleted_at is null and code is not null;--> statement-breakpoint
CREATE INDEX `organizations_parent` ON `organizations` (`parent_id`,`position`);--> statement-breakpoint
CREATE INDEX `organizations_tree` ON `organizations` (`tree_order`,`id`);--> statement-breakpoint
CREATE INDEX `organizations_match` ON `organizations` (`match_key`);