-- Within a project its members' images are seen and changed. One that is shared with everybody, or with a group of the project, is read there
-- too. What belongs to an image is seen where that is.
create policy image_seen_project on image as restrictive for select
    using (not is_limited() or tenant_id is null or visibility = 'PUBLIC'
        or user_group_id = any (nullif(current_setting('skyholm.groups', true), '')::uuid[])
        or owner_id in (select user_id from project_member));
create policy image_added_project on image as restrictive for insert
    with check (not is_limited() or owner_id in (select user_id from project_member));
create policy image_changed_project on image as restrictive for update
    using (not is_limited() or owner_id in (select user_id from project_member));
create policy image_deleted_project on image as restrictive for delete
    using (not is_limited() or owner_id in (select user_id from project_member));
create policy image_version_project on image_version as restrictive for select
    using (not is_limited() or exists (select from image where image.id = image_id));
create policy image_tag_project on image_tag as restrictive for select
    using (not is_limited() or exists (select from image where image.id = image_id));
create policy upload_project on upload as restrictive for select
    using (not is_limited() or exists (select from image where image.id = image_id));
