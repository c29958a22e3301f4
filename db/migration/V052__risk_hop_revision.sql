-- Every stored belief of a hop gets a number of its own, so that a node reads again only what changed.
create sequence risk.hop_revision cache 1;

alter table risk.hop add column revision bigint not null default nextval('risk.hop_revision');

-- Nothing looks into these two but the service itself; as plain text of JSON they are stored without being taken apart.
alter table risk.hop alter column moves type json using moves::json;
alter table risk.hop alter column state type json using state::json;
alter table risk.hop alter column moves set storage external;
alter table risk.hop alter column state set storage external;
