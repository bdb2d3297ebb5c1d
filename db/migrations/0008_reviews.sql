CREATE TABLE `responsibility_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`by_name` text,
	`found` text,
	`closed_on` text,
	`result` text,
	FOREIGN KEY (`list_id`) REFERENCES `responsibility_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `responsibility_checks_of` ON `responsibility_checks` (`list_id`,`position`);--> statement-breakpoint
CREATE TABLE `responsibility_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`level` text NOT NULL,
	`content` text NOT NULL,
	`owner_name` text,
	`due_on` text,
	`done_on` text,
	`result` text,
	FOREIGN KEY (`list_id`) REFERENCES `responsibility_lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `responsibility_goals_of` ON `responsibility_goals` (`list_id`,`position`);--> statement-breakpoint
CREATE TABLE `responsibility_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`first_name` text,
	`direct_name` text,
	`specific_name` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responsibility_lists_of` ON `responsibility_lists` (`organization_id`,`year`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `review_batch_subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `review_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_batch_subjects_of` ON `review_batch_subjects` (`batch_id`,`position`);--> statement-breakpoint
CREATE INDEX `review_batch_subjects_subject` ON `review_batch_subjects` (`subject_id`);--> statement-breakpoint
CREATE TABLE `review_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`component_id` text NOT NULL,
	`group_id` text NOT NULL,
	`held_on` text NOT NULL,
	`should` integer,
	`present` integer,
	`method` text NOT NULL,
	`state` text NOT NULL,
	`supervisors` text,
	`tellers` text,
	`opened_on` text,
	`closed_on` text,
	`void_reason` text,
	`first_keyer_id` text,
	`second_keyer_id` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheme_id`) REFERENCES `review_schemes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_batches_of` ON `review_batches` (`campaign_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `review_batches_state` ON `review_batches` (`state`);--> statement-breakpoint
CREATE TABLE `review_counts` (
	`subject_id` text NOT NULL,
	`component_id` text NOT NULL,
	`group_id` text NOT NULL,
	`issued` integer NOT NULL,
	`returned` integer NOT NULL,
	`several` integer NOT NULL,
	`illegible` integer NOT NULL,
	`blank` integer NOT NULL,
	`tally` text NOT NULL,
	PRIMARY KEY(`subject_id`, `component_id`, `group_id`),
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_keyings` (
	`batch_id` text NOT NULL,
	`pass` integer NOT NULL,
	`place` integer NOT NULL,
	`subject_id` text NOT NULL,
	`marks` text NOT NULL,
	`opinion` text,
	PRIMARY KEY(`batch_id`, `pass`, `place`, `subject_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `review_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review_opinions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`component_id` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_opinions_of` ON `review_opinions` (`subject_id`,`component_id`);--> statement-breakpoint
CREATE TABLE `review_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`name` text NOT NULL,
	`start_on` text,
	`end_on` text,
	`left_out_steps` text NOT NULL,
	`notice_no` text,
	`notice_on` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_campaigns_of` ON `review_campaigns` (`organization_id`,`year`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `review_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer NOT NULL,
	`commenter` text NOT NULL,
	`content` text NOT NULL,
	`said_on` text,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_comments_of` ON `review_comments` (`subject_id`,`position`);--> statement-breakpoint
CREATE TABLE `review_daily_scores` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`part_id` text NOT NULL,
	`hundredths` integer NOT NULL,
	`basis` text,
	`evidence` text,
	`scored_on` text,
	`scored_by` text,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_daily_scores_of` ON `review_daily_scores` (`subject_id`,`part_id`);--> statement-breakpoint
CREATE TABLE `review_rectifications` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer NOT NULL,
	`problem` text NOT NULL,
	`source` text NOT NULL,
	`carried_from_id` text,
	`measure` text,
	`duty_name` text,
	`due_on` text,
	`progress` text NOT NULL,
	`progress_words` text,
	`done_on` text,
	`result` text,
	`accepted_by` text,
	`accepted_on` text,
	`reported_on` text,
	`reported_words` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_rectifications_of` ON `review_rectifications` (`subject_id`,`position`);--> statement-breakpoint
CREATE INDEX `review_rectifications_open` ON `review_rectifications` (`done_on`,`due_on`);--> statement-breakpoint
CREATE TABLE `review_schemes` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`change_reason` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_schemes_of` ON `review_schemes` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `review_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`key` text NOT NULL,
	`done_on` text NOT NULL,
	`meeting_id` text,
	`note` text,
	FOREIGN KEY (`subject_id`) REFERENCES `review_subjects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_steps_of` ON `review_steps` (`subject_id`,`key`);--> statement-breakpoint
CREATE TABLE `review_subjects` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`scheme_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`duty` text,
	`achievements` text,
	`problems` text,
	`plans` text,
	`grade` text,
	`decided_on` text,
	`decided_at` text,
	`decision_reason` text,
	`veto_ids` text NOT NULL,
	`score_decided` integer,
	`handling` text,
	`feedback_on` text,
	`feedback_by` text,
	`feedback_words` text,
	`signed_on` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `review_campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scheme_id`) REFERENCES `review_schemes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_subjects_of` ON `review_subjects` (`campaign_id`,`position`);--> statement-breakpoint
CREATE INDEX `review_subjects_organization` ON `review_subjects` (`organization_id`);--> statement-breakpoint
CREATE INDEX `review_subjects_member` ON `review_subjects` (`member_id`);