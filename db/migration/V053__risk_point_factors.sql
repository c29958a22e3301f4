-- Why the score was what it was, so that any past day can be explained; null for points from before this was kept.
alter table risk.path_point add column factors json;
alter table risk.path_point alter column factors set storage external;
