-- The key of its host that the secrets of what it was told last are encrypted with; null where they are not, or nobody noted it.
alter table virtual_machine add column sealed_for text;
