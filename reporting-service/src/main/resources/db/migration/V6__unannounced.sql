-- Units in which folding has found something since they were last looked at for announcements.
create table unannounced (
    cycle    text        not null,
    unit     text        not null,
    noted_at timestamptz not null default now(),
    primary key (cycle, unit)
);
