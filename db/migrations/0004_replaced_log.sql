CREATE TABLE `replaced_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry` text NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`name` text,
	`organization_id` text,
	`action` text NOT NULL,
	`diff` text,
	`secret_digest` text,
	FOREIGN KEY (`entry`) REFERENCES `replaced_entries`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replaced_changes_entry` ON `replaced_changes` (`entry`);--> statement-breakpoint
CREATE INDEX `replaced_changes_record` ON `replaced_changes` (`record_id`);--> statement-breakpoint
CREATE TABLE `replaced_entries` (
	`hash` text PRIMARY KEY NOT NULL,
	`previous` text NOT NULL,
	`place` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`account_name` text NOT NULL,
	`role` text,
	`session_id` text,
	`via` text NOT NULL,
	`route` text NOT NULL,
	`undoes` integer,
	`detail` text,
	`change_count` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `replaced_entries_place` ON `replaced_entries` (`place`,`at`);--> statement-breakpoint
CREATE INDEX `replaced_entries_previous` ON `replaced_entries` (`previous`);