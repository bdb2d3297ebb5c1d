-- What the search box finds a member by: every ending of the name and its pinyin forms, lower case.
-- A prefix of an ending is a part of the name, so one range of one index answers every search by name.
CREATE TABLE `member_search_keys` (
	`key` text NOT NULL,
	`seq` integer NOT NULL REFERENCES `members`(`seq`),
	PRIMARY KEY (`key`, `seq`)
) WITHOUT ROWID;
