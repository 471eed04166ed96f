-- Which version of its template an instance is made of; without one it was the template as it was then.
alter table instance add column template_version text;
