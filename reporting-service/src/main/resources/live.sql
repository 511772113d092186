-- Everything that is derived from the topics. It can be dropped at any time: the same facts make the same rows again.
-- A rebuild makes a second schema with this script and renames it in place of the first.

-- Another one after each batch that was folded live: who finds it as he left it knows what the tables say of scores. A
-- rebuild that finds nothing else brings it along.
create table mark (
    id uuid not null
);

insert into mark values (gen_random_uuid());

-- The truth: facts by stream and version, some of a stream in each page (Page.java and FactBytes.java say
-- how; form 2: another one needs other words here, so that tables are made anew). They come compressed, and
-- pages as a rebuild makes them stay in the row.
create table page (
    stream  text collate "C" not null,
    version bigint           not null,
    facts   bytea            not null,
    primary key (stream, version)
) with (toast_tuple_target = 8160);

alter table page alter column facts set storage external;

comment on column page.version is 'of the first fact in the page';

-- Every division that a stream has ever named.
create table attribution (
    code   text collate "C" not null,
    stream text collate "C" not null,
    primary key (code, stream)
);

create index attribution_stream on attribution (stream);

create table division (
    code        text primary key,
    name        text not null,
    level       text not null,
    parent      text,
    predecessor text
);

create index division_parent on division (parent);
create index division_predecessor on division (predecessor);

create table cycle (
    id             text primary key,
    programme      text    not null,
    year           int     not null,
    reference_date date    not null,
    demo           boolean not null
);

-- opened: the case has spoken, which weighs more than the list.
create table unit (
    cycle      text    not null,
    code       text    not null,
    level      text    not null,
    parent     text,
    peer_group text,
    demo       boolean not null,
    opened     boolean not null,
    primary key (cycle, code)
);

create index unit_code on unit (code);

-- Institutions and projects as they stand at the reference date of each cycle (States.java says how). Which of them a
-- division may hold says attribution.
create table school (
    stream      text collate "C" primary key,
    partition   int    not null,
    "offset"    bigint not null,
    states      bytea  not null
);

create table work (
    stream      text collate "C" primary key,
    lead        text collate "C",
    partition   int    not null,
    "offset"    bigint not null,
    states      bytea  not null
);

create index work_lead on work (lead);

comment on column school.states is 'format 1';
comment on column work.states is 'format 1';

-- Projects as the progress board counts them.
create table project (
    stream        text collate "C" primary key,
    programme     text not null,
    task          text not null,
    located_in    text not null,
    declared_on   date not null,
    listed_on     date,
    built_on      date,
    terminated_on date
);

create index project_programme on project (programme, task);

-- The score that stands now: of the latest edition, or provisional (0). ResultBytes.java says how a body is kept.
create table score (
    cycle   text not null,
    unit    text not null,
    level   text not null,
    parent  text,
    edition int  not null,
    total   numeric(5, 2),
    digest  text not null,
    body    bytea not null,
    primary key (cycle, unit)
);

create index score_rank on score (cycle, level, total);

create index score_parent on score (cycle, parent);

comment on column score.body is 'format 2';

-- What was published, for good.
create table edition (
    cycle   text        not null,
    unit    text        not null,
    edition int         not null,
    sealed  timestamptz not null,
    digest  text        not null,
    body    bytea       not null,
    primary key (cycle, unit, edition)
);

comment on column edition.body is 'format 2';

