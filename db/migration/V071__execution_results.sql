-- by month of the run; bodies apart, they go first
create table execution.item_result (
    month        date        not null,
    run_id       uuid        not null,
    seq          integer     not null,
    project_id   bigint      not null,
    fence        integer     not null,
    test_key     text        not null,
    test_name    text        not null,
    revision     integer     not null,
    kind         text        not null,
    row_label    text,
    outcome      text        not null,
    took_ms      bigint      not null,
    finished_at  timestamptz not null,
    attempts     integer     not null,
    flaky        boolean     not null,
    failure      jsonb,
    cause        text,
    paths        jsonb       not null,
    reason       text        not null,
    must_run     boolean     not null,
    primary key (month, run_id, seq)
) partition by range (month);

create table execution.item_detail (
    month      date    not null,
    run_id     uuid    not null,
    seq        integer not null,
    project_id bigint  not null,
    detail     text    not null,
    primary key (month, run_id, seq)
) partition by range (month);

create table execution.item_body (
    month      date    not null,
    run_id     uuid    not null,
    seq        integer not null,
    number     integer not null,
    project_id bigint  not null,
    content    text    not null,
    primary key (month, run_id, seq, number)
) partition by range (month);

-- makes the partitions of a month when they are absent
create function execution.open_month(first date) returns void language plpgsql as $$
declare
    parent text;
    part   text;
begin
    foreach parent in array array ['item_result', 'item_detail', 'item_body'] loop
        part := parent || '_' || to_char(first, 'YYYY_MM');
        if to_regclass('execution.' || part) is null then
            perform pg_advisory_xact_lock(7004);
            execute format(
                'create table if not exists execution.%I partition of execution.%I for values from (%L) to (%L)',
                part, parent, first, first + interval '1 month');
        end if;
    end loop;
end
$$;

select execution.open_month(date_trunc('month', now())::date);
select execution.open_month((date_trunc('month', now()) + interval '1 month')::date);
