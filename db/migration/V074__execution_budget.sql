-- Time box of a run by the clock, from its first item on; what was not sent by then is not sent any more.
alter table execution.run add column budget_ms bigint;
