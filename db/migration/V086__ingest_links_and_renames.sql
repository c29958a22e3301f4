-- Rules look at names, tags and properties and lead to a path or to a test case.
alter table ingest.path_rule add column subject text not null default 'NAME';
alter table ingest.path_rule add column property text not null default '';
alter table ingest.path_rule add column test_key text not null default ''; -- '' when the rule leads to a path
alter table ingest.path_rule alter column path_key set default '';

-- A reported test under another name: results of "name" continue the history of "former" once accepted.
create table ingest.rename (
    id         bigint generated always as identity primary key,
    project_id bigint           not null,
    name       text             not null,
    former     text             not null,
    state      text             not null,
    similarity double precision not null,
    run_key    text             not null, -- '' when a person said it
    at         timestamptz      not null,
    unique (project_id, name, former)
);
create unique index rename_accepted on ingest.rename (project_id, name) where state = 'ACCEPTED';

-- Names of the last reports of one kind, so that a name that vanished can be told.
create table ingest.seen_names (
    project_id bigint not null,
    series     text   not null, -- reporting service and kinds of reports
    names      bytea  not null, -- packed; see SeenNames
    primary key (project_id, series)
);
