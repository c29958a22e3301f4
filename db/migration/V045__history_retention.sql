-- how many months of results and of recorded bodies a project keeps; without a row the defaults count
create table history.retention (
    project_id    bigint   primary key,
    result_months smallint not null,
    body_months   smallint not null
);
