-- A row of the journal is written once and never touched again. Its position waits in journal_backlog until the relay
-- takes it, is in relay_batch while it is sent, and then in journal_link.
create table journal_link (
    chain        bigint      primary key check (chain > 0),
    position     bigint      not null unique,
    hash         bytea       not null,
    published_at timestamptz not null
);

insert into journal_link (chain, position, hash, published_at)
select chain, position, hash, published_at from journal where chain is not null order by chain;

-- The batches that are being sent, by the number of their first link: their order survives a crash.
alter table relay_batch rename to relay_batch_before;
create table relay_batch (
    first     bigint   primary key,
    positions bigint[] not null
);

insert into relay_batch (first, positions)
select (select coalesce(max(chain), 0) + 1 from journal_link), array_agg(position order by place)
from relay_batch_before cross join unnest(positions) with ordinality as begun (position, place)
join journal using (position) where published_at is null having count(*) > 0;

drop table relay_batch_before;

drop index journal_backlog;
create table journal_backlog (position bigint primary key);

insert into journal_backlog (position)
select position from journal where published_at is null
except select unnest(positions) from relay_batch;

alter table journal drop column published_at, drop column chain, drop column hash;

create function journal_appended() returns trigger language plpgsql as $$
begin
    insert into journal_backlog (position) select position from appended;
    return null;
end $$;

create trigger appended after insert on journal
    referencing new table as appended for each statement execute function journal_appended();
