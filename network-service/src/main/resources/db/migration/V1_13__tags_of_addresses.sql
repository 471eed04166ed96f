-- Lists ask an address's tags what they ask an instance's, whose tags are an array.
create function words_of(tags text) returns text[]
    language sql immutable strict parallel safe
    return array(select word from json_array_elements_text(tags::json) as word);
