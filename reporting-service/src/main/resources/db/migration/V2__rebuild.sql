-- Rebuilds and what they found.
create table rebuild (
    id           text primary key,
    dry_run      boolean     not null,
    state        text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    cancel       boolean     not null default false,
    requested_by text,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    units        int         not null default 0,
    differences  text        not null default '[]',
    failure      text
);

create index rebuild_started on rebuild (started_at);
