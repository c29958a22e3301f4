-- Rules that link results made elsewhere to paths.
create schema ingest;

create table ingest.path_rule (
    project_id bigint  not null,
    seq        integer not null,
    service    text    not null, -- reporting service, '' for any
    pattern    text    not null, -- of class and name; * stands for any text
    path_key   text    not null,
    primary key (project_id, seq)
);
