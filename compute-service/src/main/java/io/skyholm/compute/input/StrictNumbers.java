package io.skyholm.compute.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads decimal numbers as numbers and as nothing else: in compute they are ratios and rates, never money. */
@Singleton
class StrictNumbers implements ObjectMapperCustomizer {

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(
                new SimpleModule("skyholm-numbers").addDeserializer(BigDecimal.class, new WrittenNumber()));
    }

    private static final class WrittenNumber extends StdScalarDeserializer<BigDecimal> {

        private static final long serialVersionUID = 1L;

        WrittenNumber() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                throw Problem.invalid(String.valueOf(parser.currentName()), "must be a number");
            }
            return parser.getDecimalValue();
        }
    }
}
