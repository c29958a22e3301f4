-- Imports of services and integrations, kept so that they can be undone.
create table ingest.done_import (
    id         bigint generated always as identity primary key,
    project_id bigint      not null,
    kind       text        not null,
    at         timestamptz not null,
    by_name    text        not null,
    undone     boolean     not null default false
);
create index done_import_of_project on ingest.done_import (project_id, id desc);

-- What an import added, with the version it had then.
create table ingest.done_import_part (
    project_id bigint not null,
    import_id  bigint not null references ingest.done_import (id) on delete cascade,
    sort       text   not null check (sort in ('TEAM', 'SERVICE', 'INTEGRATION')),
    name       text   not null,
    version    bigint not null,
    primary key (import_id, sort, name)
);
