CREATE TABLE `audit_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`name` text,
	`organization_id` text,
	`action` text NOT NULL,
	`diff` text,
	`secret` text,
	`secret_digest` text,
	FOREIGN KEY (`entry`) REFERENCES `audit_entries`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_changes_entry` ON `audit_changes` (`entry`);--> statement-breakpoint
CREATE INDEX `audit_changes_record` ON `audit_changes` (`record_id`,`entry`);--> statement-breakpoint
CREATE INDEX `audit_changes_organization` ON `audit_changes` (`organization_id`,`entry`);--> statement-breakpoint
CREATE INDEX `audit_changes_kind` ON `audit_changes` (`kind`,`name`,`entry`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`account_name` text NOT NULL,
	`role` text,
	`session_id` text,
	`via` text NOT NULL,
	`route` text NOT NULL,
	`undoes` integer,
	`detail` text,
	`change_count` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_account` ON `audit_entries` (`account_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_undoes` ON `audit_entries` (`undoes`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `organization_id` text REFERENCES organizations(id);--> statement-breakpoint
ALTER TABLE `accounts` ADD `must_change_password` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `updated_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `last_sign_in_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `disabled_at` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `disabled_reason` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `deleted_reason` text;