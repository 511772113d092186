-- How far each reader has folded each partition; moves in the same transaction as what it folded.
create table cursor (
    reader      text   not null,
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (reader, topic, partition)
);

-- The last version folded of each stream: a repeat is at or below it, a gap is above the next.
create table stream_seen (
    reader  text   not null,
    stream  text   not null,
    version bigint not null,
    primary key (reader, stream)
);

-- Records that could not be folded, and the later records of their streams.
create table parked (
    id        bigint generated always as identity primary key,
    reader    text        not null,
    topic     text        not null,
    partition int         not null,
    "offset"  bigint      not null,
    stream    text,
    version   bigint,
    type      text,
    cause     text        not null check (cause in ('UNREADABLE', 'GAP', 'BEHIND')),
    reason    text        not null,
    key       text,
    headers   jsonb       not null,
    payload   bytea,
    parked_at timestamptz not null,
    unique (reader, topic, partition, "offset")
);

create index parked_stream on parked (reader, stream, topic, partition, "offset");
