-- What the comparison of a revision with the one before it found.
create table catalog.interface_change (
    project_id  bigint not null,
    revision_id bigint not null,
    position    int    not null,
    operation   text   not null, -- method and path, '' for the whole document
    place       text   not null,
    rule        text   not null,
    direction   text   not null,
    severity    text   not null,
    sentence    text   not null,
    primary key (project_id, revision_id, position)
);
comment on table catalog.interface_change is 'findings of a revision against the one before it, at most 2,000 for each; kept as long as the revision';
