package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PlainExampleTest {

    @Test
    void idsTimesAndSecretsAreNobodysAndListsAreShort() throws Exception {
        JsonNode example = plain("""
                {"id": "01a21d18-c0ce-73b5-b172-f2f7d9661704", "name": "Acme", "count": 3,
                 "createdAt": "2026-11-27T13:01:31.214621Z", "clientSecret": "skysa_Ye9NesRDcm-8EUiORcS93epC",
                 "of": ["01a21d18-b51c-7317-96d8-99d81b5682bc", "01a21d18-c0ce-73b5-b172-f2f7d9661704", "third"]}""");
        assertThat(example).isEqualTo(new ObjectMapper().readTree("""
                {"id": "01a2b3c4-0000-7000-8000-000000000001", "name": "Acme", "count": 3,
                 "createdAt": "2026-11-27T10:02:11Z", "clientSecret": "skysa_x7Kq2vN8rT4wY6zB1cD3fG5hJ9mP0sLa",
                 "of": ["01a2b3c4-0000-7000-8000-000000000002", "01a2b3c4-0000-7000-8000-000000000001"]}"""));
    }

    @Test
    void tokenIsShortenedSoThatNobodyTakesItForOne() throws Exception {
        assertThat(plain("""
                {"access_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6IjAxIn0.eyJzdWIiOiJhIn0.c2ln-Q_", "token_type": "Bearer"}""")).isEqualTo(new ObjectMapper().readTree("""
                        {"access_token": "eyJhbGciOi…", "token_type": "Bearer"}"""));
    }

    @Test
    void namesLoseTheIdsThatTestsGiveThem() throws Exception {
        String id = "01a21d18-c0ce-73b5-b172-f2f7d9661704";
        assertThat(plain("""
                {"name": "Acme %1$s", "email": "ada.%1$s@example.com", "path": "/srv/%1$s", "id": "%1$s"}""".formatted(id))).isEqualTo(new ObjectMapper().readTree("""
                        {"name": "Acme", "email": "ada@example.com",
                         "path": "/srv/01a2b3c4-0000-7000-8000-000000000001",
                         "id": "01a2b3c4-0000-7000-8000-000000000001"}"""));
    }

    private static JsonNode plain(String json) throws Exception {
        return new PlainExample().of(new ObjectMapper().readTree(json));
    }
}
