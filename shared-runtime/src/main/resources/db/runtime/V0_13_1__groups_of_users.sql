-- Limits and what is for a group ask in which groups somebody is.
create index known_user_group_member_user on known_user_group_member (user_id) where not is_removed;
