-- The Merkle root of each cycle, live and rebuilt.
alter table rebuild add roots text not null default '[]';
