CREATE TABLE `meeting_plan_items` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`position` integer NOT NULL,
	`month` integer NOT NULL,
	`kind` text NOT NULL,
	`planned_on` text,
	`topic` text,
	`program` text,
	`place` text,
	`person_name` text,
	FOREIGN KEY (`plan_id`) REFERENCES `meeting_plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_plan_items_of` ON `meeting_plan_items` (`plan_id`,`position`);--> statement-breakpoint
CREATE TABLE `meeting_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`theme_day` integer,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_plans_of` ON `meeting_plans` (`organization_id`,`year`);--> statement-breakpoint
CREATE TABLE `topic_guides` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`title` text NOT NULL,
	`study` text,
	`activities` text,
	`demands` text,
	`doc_no` text,
	`issued_on` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_guides_of` ON `topic_guides` (`year`,`month`,`organization_id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`position` integer NOT NULL,
	`what` text NOT NULL,
	`member_id` text,
	`person_name` text,
	`due_on` text,
	`closed_on` text,
	`result` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_of` ON `follow_ups` (`subject`,`subject_id`,`position`);--> statement-breakpoint
CREATE INDEX `follow_ups_open` ON `follow_ups` (`closed_on`,`due_on`,`organization_id`);--> statement-breakpoint
CREATE TABLE `meeting_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`section` text NOT NULL,
	`title` text NOT NULL,
	`presenter` text,
	`discussion` text,
	`matter` text NOT NULL,
	`development_file_id` text,
	`should` integer,
	`present` integer,
	`agreed` integer,
	`agreed_in_writing` integer,
	`against` integer,
	`abstained` integer,
	`is_secret` integer,
	`is_passed` integer,
	`decision` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_items_of` ON `meeting_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_items_file` ON `meeting_items` (`development_file_id`);--> statement-breakpoint
CREATE TABLE `meeting_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`no` integer NOT NULL,
	`reason` text NOT NULL,
	`changed_on` text NOT NULL,
	`changed_by` text NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_versions_of` ON `meeting_versions` (`meeting_id`,`no`);--> statement-breakpoint
CREATE TABLE `meeting_years` (
	`year` integer NOT NULL,
	`organization_id` text NOT NULL,
	`kind` text NOT NULL,
	`group_id` text NOT NULL,
	`final_months` integer NOT NULL,
	`draft_months` integer NOT NULL,
	`meetings` integer NOT NULL,
	PRIMARY KEY(`year`, `organization_id`, `kind`, `group_id`)
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`group_id` text,
	`kinds` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`start_time` text,
	`end_time` text,
	`place` text,
	`host_id` text,
	`host_name` text,
	`recorder_id` text,
	`recorder_name` text,
	`term_no` integer,
	`seq_no` integer,
	`should` integer,
	`present` integer,
	`should_reason` text,
	`roll` text,
	`absent_words` text,
	`observers` text,
	`summary` text,
	`lecture_topic` text,
	`lecturer_id` text,
	`lecturer_name` text,
	`is_secretary_lecturing` integer,
	`lecture_hours` integer,
	`theme_program` text,
	`fund_cents` integer,
	`units` text,
	`effect` text,
	`life_year` integer,
	`remark` text,
	`status` text NOT NULL,
	`entered_on` text NOT NULL,
	`finalized_on` text,
	`check_state` text,
	`check_words` text,
	`checked_on` text,
	`checked_by` text,
	`is_imported` integer DEFAULT false NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_of` ON `meetings` (`organization_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `meetings_day` ON `meetings` (`held_on`,`organization_id`);--> statement-breakpoint
CREATE INDEX `meetings_check` ON `meetings` (`check_state`,`held_on`);--> statement-breakpoint
CREATE TABLE `appraisal_people` (
	`id` text PRIMARY KEY NOT NULL,
	`appraisal_id` text NOT NULL,
	`position` integer NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`is_probationary` integer NOT NULL,
	`absent_reason` text,
	`excellent` integer,
	`qualified` integer,
	`basic` integer,
	`unqualified` integer,
	`grade` text,
	`opinion` text,
	`feedback_on` text,
	`disposal` text,
	`disposal_words` text,
	`mend_by` text,
	FOREIGN KEY (`appraisal_id`) REFERENCES `appraisals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appraisal_people_of` ON `appraisal_people` (`appraisal_id`,`position`);--> statement-breakpoint
CREATE INDEX `appraisal_people_member` ON `appraisal_people` (`member_id`);--> statement-breakpoint
CREATE TABLE `appraisals` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`held_on` text,
	`meeting_id` text,
	`ballots_issued` integer,
	`ballots_returned` integer,
	`ballots_valid` integer,
	`tellers` text,
	`decided_on` text,
	`demands` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_of` ON `appraisals` (`organization_id`,`year`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `life_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`year` integer NOT NULL,
	`theme` text NOT NULL,
	`planned_on` text,
	`place` text,
	`host_name` text,
	`program` text,
	`demands` text,
	`study_times` integer,
	`asked_people` integer,
	`opinion_count` integer,
	`talk_pairs` integer,
	`opinions` text,
	`committee_review` text,
	`meeting_id` text,
	`course` text,
	`criticisms` text,
	`effect` text,
	`published_on` text,
	`remark` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `life_meetings_of` ON `life_meetings` (`organization_id`,`year`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `life_problems` (
	`id` text PRIMARY KEY NOT NULL,
	`life_meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`owner` text NOT NULL,
	`member_id` text,
	`person_name` text,
	`problem` text NOT NULL,
	`measure` text,
	`duty_name` text,
	`due_on` text,
	`done_on` text,
	`result` text,
	FOREIGN KEY (`life_meeting_id`) REFERENCES `life_meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `life_problems_of` ON `life_problems` (`life_meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `life_problems_open` ON `life_problems` (`done_on`,`due_on`);--> statement-breakpoint
CREATE TABLE `talks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`relation` text NOT NULL,
	`talked_on` text NOT NULL,
	`talker_id` text,
	`talker_name` text NOT NULL,
	`talked_id` text,
	`talked_name` text NOT NULL,
	`place` text,
	`title` text NOT NULL,
	`content` text,
	`suggestions` text,
	`feedback` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`deleted_at` text,
	`deleted_reason` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `talks_of` ON `talks` (`organization_id`,`talked_on`);--> statement-breakpoint
CREATE INDEX `talks_day` ON `talks` (`talked_on`);--> statement-breakpoint
CREATE INDEX `talks_talker` ON `talks` (`talker_id`,`talked_on`);--> statement-breakpoint
CREATE INDEX `talks_talked` ON `talks` (`talked_id`,`talked_on`);