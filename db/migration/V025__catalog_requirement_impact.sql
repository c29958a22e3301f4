-- what it costs when the requirement is not met, 1..5; null when nobody said
alter table catalog.requirement add column impact smallint;
