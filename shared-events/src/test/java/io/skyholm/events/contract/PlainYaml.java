package io.skyholm.events.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/** YAML with few quotes that every parser still reads alike. */
final class PlainYaml {

    private PlainYaml() {}

    static String write(JsonNode document) {
        YAMLFactory factory = YAMLFactory.builder()
                .stringQuotingChecker(new QuotedWhereItLooksLikeAnother())
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try {
            return new YAMLMapper(factory).writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text that starts like a number may be taken for a number or a time. */
    private static final class QuotedWhereItLooksLikeAnother extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteValue(String value) {
            return value.isEmpty() || Character.isDigit(value.charAt(0)) || super.needToQuoteValue(value);
        }
    }
}
