-- A run is leased from while its items are still being stored; it may not end before they are.
alter table execution.run add column expanding boolean not null default false;
